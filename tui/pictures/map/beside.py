"""The list beside a map: who went where, who held what, and all that has no place on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from store.maps.mapped import Control
from store.model import dates
from store.model.vocabulary import Language
from store.text.printable import printable
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.pictures.cells import Canvas, Style
from tui.pictures.map.content import Map, Way, figure, way_in_words
from tui.pictures.map.sight import Area, Sight, View
from tui.terminal.widths import cell_width, cut

_LONGEST: Final = 300
"""Characters of a line that are measured."""
MOST_LINES: Final = 2_000
HAPPENED: Final = "▶"
PLANNED: Final = "▷"
HELD: Final = "■"
_MIRRORED: Final = {HAPPENED: "◀", PLANNED: "◁"}


class Line(NamedTuple):
    """A line of the list, or two where its figure finds no room beside its words."""

    text: str
    style: Style = ""
    key: str = ""
    """Of the record or zone for which it stands."""
    sign: str = ""
    sign_style: Style = ""
    figure: str = ""


def lines_beside(shown: Map, view: View, sight: Sight) -> list[Line]:
    """All that is told beside a map, the most important first."""
    language = view.language
    lines: list[Line] = []
    now = [way for number, way in enumerate(sight.ways) if number in sight.lit_ways]
    drawn = [way for way in now if has_arrow(shown, way)]
    others = [way for way in now if not has_arrow(shown, way)]
    if view.record in shown.records:
        row, _ = shown.records[view.record]
        lines.append(Line(row.name.prefer(language), row.kind, row.key))
        if row.date:
            lines.append(Line(in_digits(dates.for_reader(row.date, language), language), "dim"))
    records = (Line(row.name.prefer(language), row.kind, row.key) for row in sight.records)
    heading = say("map.records-here") if view.zone and not view.record else say("map.records-then")
    lines += _section(say("map.ways"), [_way_line(shown, way, language) for way in drawn])
    without = [_way_line(shown, way, language) for way in others]
    lines += _section(say("map.ways-without-arrow"), without)
    lines += _section(heading, list(records) if not view.record else [])
    lines += _section(say("map.held"), [_held_line(shown, each, language) for each in sight.held])
    lines += _section(*_unplaced(shown, view, sight))
    return lines[1:] if lines and not lines[0].text else lines


def has_arrow(shown: Map, way: Way) -> bool:
    """Whether a way goes from a place on the map to another one."""
    starts, ends = (any(key in shown.points for key in keys) for keys in way[:2])
    return starts and ends


def _section(heading: str, lines: Sequence[Line]) -> list[Line]:
    if not lines:
        return []
    left = len(lines) - MOST_LINES
    more = [Line(say("map.more", count=left), "dim")] if left > 0 else []
    return [Line(""), Line(heading, "heading"), *lines[:MOST_LINES], *more]


def _unplaced(shown: Map, view: View, sight: Sight) -> tuple[str, list[Line]]:
    """Zones without coordinates, those that stand out first."""
    rows = sorted(shown.found.unplaced, key=lambda row: row.key not in sight.lit)
    lines = [
        Line(
            row.name.prefer(view.language),
            "cursor" if row.key == view.zone else "zone" if row.key in sight.lit else "",
            row.key,
        )
        for row in rows
    ]
    return say("map.unplaced", count=len(rows)), lines


def _way_line(shown: Map, way: Way, language: Language) -> Line:
    count = len(way.movements)
    told = figure(way, language)
    more = f" · {say('map.figures', count=count)}" if count > 1 else ""
    return Line(
        way_in_words(shown, way, language),
        "",
        way.told.record.key,
        HAPPENED if way.is_reached else PLANNED,
        "arrow" if way.is_reached else "planned",
        told + more,
    )


def _held_line(shown: Map, control: Control, language: Language) -> Line:
    return Line(held_in_words(shown, control, language), "", control.actor.key, HELD, "")


def held_in_words(shown: Map, control: Control, language: Language) -> str:
    """A zone, who held it and from when to when, as a record says."""
    said = {
        "since": control.since,
        "until": control.until,
        "as-of": "" if control.until else control.as_of,
    }
    when = [
        say(f"map.held-{name}", date=in_digits(dates.for_reader(date, language), language))
        for name, date in said.items()
        if date
    ]
    disputed = [say("map.disputed")] if control.disputed else []
    actor = control.actor.name.prefer(language)
    words = " · ".join([actor, *when, *disputed])
    return f"{shown.name(control.zone, language)}: {words}"


class Cells(NamedTuple):
    """A line of cells: text where reading begins, and text where it ends."""

    text: str
    style: Style
    key: str
    sign: str
    sign_style: Style
    end: str


def draw_beside(canvas: Canvas, area: Area, view: View, laid: Sequence[Cells]) -> list[Cells]:
    """Draw as much of the list as there is room for, and give its lines that have a sign."""
    room = area.height
    top = max(min(view.top, len(laid) - room), 0)
    seen = list(laid[top : top + room])
    if top + len(seen) < len(laid):
        # The last line says how much there is below it; above that a heading would head nothing.
        seen.pop()
        while seen and (seen[-1].style == "heading" or not (seen[-1].text or seen[-1].end)):
            seen.pop()
        more = say("map.more-lines", count=len(laid) - top - len(seen))
        seen.append(Cells(more, "dim", "", "", "", ""))
    edge = area.list_left + area.list_width if view.language == "ar" else area.list_left - 1
    for line in range(room):
        canvas.put(edge, line, "│", "outline")
    for line, cells in enumerate(seen):
        _draw(canvas, area, line, cells, is_mirrored=view.language == "ar")
    return [cells for cells in seen if cells.sign.strip()]


def laid_out(lines: Iterable[Line], width: int) -> list[Cells]:
    """A list in lines of so many cells."""
    return [cells for line in lines for cells in _laid(line, width)]


def _laid(line: Line, width: int) -> Iterator[Cells]:
    text = printable(line.text)[:_LONGEST]
    inset = 2 if line.sign else 0
    room = width - inset
    ends = _ends(printable(line.figure)[:_LONGEST], room)
    *pieces, last = _wrapped(text, room) or [""]
    signs = [line.sign, *[" " * bool(line.sign)] * len(pieces)]
    for piece, sign in zip(pieces, signs, strict=False):
        yield Cells(piece, line.style, line.key, sign, line.sign_style, "")
    fits = len(ends) == 1 and cell_width(last) + 1 + cell_width(ends[0]) <= room
    beside = ends.pop() if fits else ""
    yield Cells(last, line.style, line.key, signs[-1], line.sign_style, beside)
    for end in ends:  # a figure that is too long for a line goes on in the next one
        yield Cells("", line.style, line.key, " ", line.sign_style, end)


def _ends(figure: str, room: int) -> list[str]:
    """A figure and what is said of it in one line, or else each in its own."""
    if cell_width(figure) <= room:
        return [figure] if figure else []
    return [piece for part in figure.split(" · ") for piece in _wrapped(part, room)]


def _wrapped(text: str, width: int) -> list[str]:
    """Words in lines of at most so many cells; what stands in brackets stays together if it can.

    One that closes on a line of its own would be turned round where text reads from the right.
    """
    lines: list[str] = []
    for word in _words(text, width):
        if lines and cell_width(lines[-1]) + 1 + cell_width(word) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(cut(word, width))
    return lines


def _words(text: str, width: int) -> Iterator[str]:
    waiting: list[str] = []
    for word in text.split(" "):
        waiting.append(word)
        whole = " ".join(waiting)
        if whole.count("(") <= whole.count(")"):
            yield from [whole] if cell_width(whole) <= width else waiting
            waiting = []
    yield from waiting


def _draw(canvas: Canvas, area: Area, line: int, cells: Cells, *, is_mirrored: bool) -> None:
    left, right = area.list_left, area.list_left + area.list_width
    inset = 2 if cells.sign else 0
    width, end = cell_width(cells.text), cell_width(cells.end)
    sign = cells.sign if not is_mirrored else _MIRRORED.get(cells.sign, cells.sign)
    places = (
        (right - 1, right - inset - width, left)
        if is_mirrored
        else (left, left + inset, right - end)
    )
    for column, text, style in (
        (places[0], sign.strip(), cells.sign_style),
        (places[1], cells.text, cells.style),
        (places[2], cells.end, cells.sign_style),
    ):
        canvas.put(column, line, text, style, cells.key)
