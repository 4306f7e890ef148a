"""Sections of tiles side by side on the screen, and how a tile is drawn there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.explorer.drawing.cells import Piece, fitted, pieces, width_of
from tui.explorer.drawing.painting import Ink
from tui.explorer.drawing.plain_mode import is_plain
from tui.overview import columns
from tui.overview.columns import Column
from tui.overview.content import Section, Tile
from tui.overview.letters import KIND_LETTERS

_LEAST_BAR: Final = 4
_WHOLE, _HALF_FROM_LEFT, _HALF_FROM_RIGHT = "━╸╺"


def column_width(width: int) -> int:
    """How wide each of the columns is that so many cells have room for, before any takes more."""
    return width if is_plain() else columns.column_width(width)


def in_columns(shown: Sequence[Section], heights: Sequence[int], width: int) -> list[Column]:
    """Sections in columns; see `tui.overview.columns`."""
    if is_plain():
        return [Column(0, width, range(len(shown)))]
    needs = [columns.need_of(section, width_of) for section in shown]
    return columns.side_by_side(heights, needs, width)


def side_by_side(drawn: Sequence[Strip], total: int, style: Style, *, right_to_left: bool) -> Strip:
    """A line of all columns; what is over stays free."""
    gap = Strip.blank(columns.GAP, style)
    strips = [strip for column in drawn for strip in (gap, column)][1:]
    taken = sum(strip.cell_length for strip in strips)
    strips.append(Strip.blank(max(0, total - taken), style))
    return Strip.join(reversed(strips) if right_to_left else strips)


def cells_of_column(column: Column, total: int, *, right_to_left: bool) -> range:
    """The cells of a column, from the left."""
    start = total - column.start - column.width if right_to_left else column.start
    return range(start, start + column.width)


class Widest(NamedTuple):
    """Cells of the longest of a section, so that its bars begin and end under each other."""

    label: int
    """Of tiles with a bar."""
    aside: int


def widest_of(section: Section, width: int) -> Widest:
    """The widths of a section's labels and numbers; a label leaves room for a bar."""
    labels = (width_of(tile.label) for tile in section.tiles if tile.share is not None)
    aside = max((width_of(tile.aside) for tile in section.tiles), default=0)
    return Widest(columns.label_width(max(labels, default=0), aside, width), aside)


def paint_tile(tile: Tile, widest: Widest, width: int, ink: Ink, language: Language) -> Strip:
    """Draw a tile.

    Args:
        tile: in logical order.
        widest: of its section.
        width: cells to fill.
        ink: its styles.
        language: of the interface; in Arabic the line begins at the right edge.
    """
    is_arabic = language == "ar"
    near = list(_near(tile, widest, width - (width_of(tile.aside) + 1 if tile.aside else 0), ink))
    if tile.share is not None:
        label = sum(width_of(text) for text, _ in near)
        near.append((" " * (widest.label + 1 - label), ink.base))
        room = width - widest.label - widest.aside - 3
        near.append((_bar(tile.share, room, from_right=is_arabic), ink.kinds["agreement"]))
    far = pieces(tile.aside, (), ink.aside, ink.highlight) if tile.aside else []
    taken = sum(Segment(text).cell_length for text, _ in (*near, *far))
    line = [*near, (" " * max(0, width - taken), ink.base), *far]
    segments = [Segment(text, style) for text, style in line if text]
    return Strip(reversed(segments) if is_arabic else segments).adjust_cell_length(width, ink.base)


def _near(tile: Tile, widest: Widest, room: int, ink: Ink) -> Iterator[Piece]:
    if tile.kind:
        yield KIND_LETTERS[tile.kind], ink.kinds[tile.kind]
        yield " ", ink.base
        room -= 2
    label = fitted(tile.label, room if tile.share is None else min(room, widest.label))
    yield from pieces(label, (), ink.base, ink.highlight)
    yield " ", ink.base
    room -= width_of(label) + 2
    if tile.note and width_of(tile.note) <= room:
        yield " ", ink.base
        yield from pieces(tile.note, (), ink.aside, ink.highlight)


def _bar(share: float, room: int, *, from_right: bool) -> str:
    if room < _LEAST_BAR:
        return ""
    halves = round(share * room * 2)
    if share and not halves:
        halves = 1
    half = _HALF_FROM_RIGHT if from_right else _HALF_FROM_LEFT
    bar = _WHOLE * (halves // 2)
    return (half * (halves % 2) + bar) if from_right else bar + half * (halves % 2)
