"""The overview in cells: what a store is about, then sections of tiles in columns with bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from store.model.records import Source
from store.model.vocabulary import Language
from store.overview import Overview
from store.text.printable import printable
from store.tuples import NamedTuple
from tui.messages import say
from tui.messages.digits import in_digits
from tui.overview.columns import label_width, need_of, side_by_side
from tui.overview.content import Section, Tile, introduction, sections
from tui.overview.letters import KIND_LETTERS
from tui.pictures.cells import SAVED_COLUMNS, Canvas, Picture, Style
from tui.pictures.sources import sources_in_words
from tui.pictures.svg import wrapped
from tui.terminal.widths import cell_width, cut

if TYPE_CHECKING:
    from store.store import Store

_MOST_SOURCES: Final = 40
"""Sources that are named below an overview; a store has hundreds."""
_WIDEST_TEXT: Final = 100
"""Cells of a line that one still likes to read."""
_LEAST_WIDTH: Final = 20
_LEAST_BAR: Final = 4
_WHOLE: Final = "━"
_HALF: Final = ("╸", "╺")
"""At the end of a bar that grows from the left, and of one from the right."""


class _Put(NamedTuple):
    """Text or signs to be put down, counted from the edge where reading begins."""

    column: int
    line: int
    text: str
    style: Style = ""
    key: str = ""


def draw_whole_overview(
    store: Store, overview: Overview, language: Language
) -> tuple[Picture, list[Source]]:
    """Draw an overview for a file or a page, with sources of what it names.

    Args:
        store: from which it was read.
        overview: of a store that holds something.
        language: in which it reads.

    Returns:
        The picture, and the sources: first those of what sources differ about. That they are not
        all, and how all are listed, says a note of the picture.
    """
    standing_out = [each.row for each in overview.disagreements]
    standing_out += [each.row for each in (*overview.actors, *overview.zones)]
    found: dict[str, Source] = {}
    for key in dict.fromkeys(row.key for row in standing_out):
        found |= {each.key: each for each in store.sources_of([key]) if each.key not in found}
    sources = list(found.values())[:_MOST_SOURCES]
    total = overview.statistics.sources
    counts = {"shown": f"{len(sources):,}", "total": f"{total:,}"}
    said = {name: in_digits(count, language) for name, count in counts.items()}
    notes = [say("overview.sources-shown", **said)] if total > len(sources) else []
    lines = sources_in_words(sources, language)
    return draw_overview(overview, SAVED_COLUMNS, language, lines, notes), sources


def draw_overview(
    overview: Overview,
    width: int,
    language: Language,
    sources: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> Picture:
    """Draw the overview of a store, as high as it has to be.

    Args:
        overview: of a store that holds something.
        width: in cells.
        language: in which it reads; in Arabic from the right.
        sources: of what it names, as a reader sees them.
        notes: what is said below it.
    """
    width = max(width, _LEAST_WIDTH)
    texts = wrapped(tuple(introduction(overview, language)), min(width, _WIDEST_TEXT))
    first = len(texts) + bool(texts)
    put = [_Put(0, line, text) for line, text in enumerate(texts)]
    put += _sections(sections(overview, language), first, width)
    canvas = Canvas(width, max((each.line for each in put), default=0) + 1)
    for each in put:
        taken = cell_width(each.text)
        column = width - each.column - taken if language == "ar" else each.column
        signs = each.text
        if language == "ar" and each.style == "agreement" and _WHOLE in signs:
            signs = signs[::-1].replace(*_HALF)
        canvas.put(column, each.line, signs, each.style, each.key)
    heading = say("timeline.sources") if sources else ""
    return canvas.picture(say("overview.title"), notes, sources, heading)


def _sections(shown: Sequence[Section], first: int, width: int) -> Iterator[_Put]:
    """The sections in as many columns as there is room for, as the explorer has them."""
    heights = [len(section.tiles) + 2 for section in shown]
    needs = [need_of(section, _cells) for section in shown]
    for column in side_by_side(heights, needs, width):
        line = first
        for at in column.sections:
            for each in _section(shown[at], column.width):
                yield each._replace(column=column.start + each.column, line=line + each.line)
            line += heights[at]


def _section(section: Section, width: int) -> Iterator[_Put]:
    yield _Put(0, 0, cut(printable(section.heading), width), "heading")
    barred = (tile.label for tile in section.tiles if tile.share is not None)
    aside = max((_cells(tile.aside) for tile in section.tiles), default=0)
    label = label_width(max(map(_cells, barred), default=0), aside, width)
    for line, tile in enumerate(section.tiles, 1):
        for each in _tile(tile, label, aside, width):
            yield each._replace(line=line)


def _tile(tile: Tile, label: int, aside: int, width: int) -> Iterator[_Put]:
    """A line: letter, name, note or bar, and the number at the far edge.

    Args:
        tile: what it says.
        label: cells of the longest name of its section that has a bar.
        aside: cells of its longest number.
        width: of the column.
    """
    key = tile.target if isinstance(tile.target, str) else ""
    column = 0
    if tile.kind:
        yield _Put(0, 0, KIND_LETTERS[tile.kind], tile.kind, key)
        column = 2
    room = width - column - (aside + 1 if aside else 0)
    name = cut(printable(tile.label), room if tile.share is None else min(room, label))
    yield _Put(column, 0, name, "", key)
    column += cell_width(name) + 2
    if tile.note and column + _cells(tile.note) < width - aside:
        yield _Put(column, 0, printable(tile.note), "dim", key)
    if tile.share is not None and (bar := _bar(tile.share, width - label - aside - 3)):
        yield _Put(label + 1, 0, bar, "agreement", key)
    if tile.aside:
        yield _Put(width - _cells(tile.aside), 0, printable(tile.aside), "dim", key)


def _bar(share: float, room: int) -> str:
    """A bar that grows from the left, of half cells."""
    if room < _LEAST_BAR or not share:
        return ""
    halves = max(round(share * room * 2), 1)
    return _WHOLE * (halves // 2) + _HALF[0] * (halves % 2)


def _cells(text: str) -> int:
    return cell_width(printable(text))
