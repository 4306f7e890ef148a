"""What is told below a map that is printed or saved: all that has no place on it, and every way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from store.files.page.movements import movement_lines
from store.model import dates
from store.model.records import Movement, Row
from store.model.vocabulary import Language
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Picture
from tui.pictures.map.beside import held_in_words
from tui.pictures.map.content import Map
from tui.pictures.map.drawing import Drawing
from tui.pictures.map.sight import View, sight_of
from tui.pictures.map.time_line import time_in_words
from tui.pictures.map.walking import fitted_to

_SIZE: Final = (200, 74)
"""Cells of a map that is saved."""


def saved(drawing: Drawing, view: View, sources: Sequence[str], query: str = "") -> Picture:
    """A view as large as a page, with all that it does not show, and its sources.

    Args:
        drawing: of the map.
        view: of any size.
        sources: as a reader sees them.
        query: that found the records, empty for none.
    """
    large = fitted_to(drawing, view, *_SIZE)._replace(top=0)
    notes = list(notes_of(drawing.shown, large))
    if count := drawing.shown.ground.left_out:
        notes.append(say("map.outlines-left-out", count=count))
    if said := drawing.shown.ground.attribution:
        notes += ["", say("map.attribution", said=said)]
    when = time_in_words(view.at, view.language) if view.at else ""
    title = " · ".join(filter(None, (say("map.title"), query, when)))
    return drawing.draw(large, notes, sources, title)


def notes_of(shown: Map, view: View) -> tuple[str, ...]:
    """Zones without coordinates, who went from where to where, and who held what.

    Args:
        shown: what the map is of.
        view: what of it is shown; its time alone is told of.
    """
    return *_unplaced(shown, view.language), *_moved(shown, view), *_held(shown, view)


def _unplaced(shown: Map, language: Language) -> Iterator[str]:
    rows = shown.found.unplaced
    if not rows and not shown.points:
        yield say("map.empty")
    if rows:
        yield ""
        yield say("map.unplaced", count=len(rows))
        yield from (f"  {row.name.prefer(language)} · {row.key}" for row in rows)


def _moved(shown: Map, view: View) -> Iterator[str]:
    found = [
        each.movement
        for each in shown.movements
        if view.at is None or (each.days and each.days.meets(view.at))
    ]
    if found:
        yield ""
        yield say("map.who-went")
        yield from (f"  {line}" for line in _movements(shown, found, view.language))


def _movements(shown: Map, movements: list[Movement], language: Language) -> Iterator[str]:
    places: dict[str, Row] = {mark.key: mark.row for mark in shown.found.marks}
    places |= {row.key: row for row in shown.found.unplaced}
    for moved, line in zip(movements, movement_lines(movements, language, places), strict=True):
        when = dates.for_reader(moved.when, language) if moved.when else ""
        way = line.way(language)
        said = [when, way, line.number, line.who, line.state, moved.record.key]
        cited = ", ".join(citation.reference for citation in line.citations)
        words = in_digits(" · ".join(part for part in said[:-1] if part), language)
        yield f"{words} · {said[-1]}" + (f" [{cited}]" if cited else "")


def _held(shown: Map, view: View) -> Iterator[str]:
    held = sight_of(shown, view._replace(zone="", record="")).held
    if held:
        yield ""
        yield say("map.held")
        yield from (f"  {held_in_words(shown, each, view.language)}" for each in held)
