"""What a picture is: runs of text and signs in cells, each in a named style, for any place to draw.

A screen, a pipe and an SVG draw the same picture. Columns are counted from the left in either
direction of reading; whoever makes a picture for Arabic mirrors it, or leaves it as geography is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, Literal

from store.text.printable import printable
from store.tuples import NamedTuple
from tui.messages import spoken
from tui.terminal.widths import cell_width, cut

Style = Literal[
    "", "heading", "dim", "outline", "axis", "certain", "uncertain", "planned", "arrow",
    "zone", "agreement", "actor", "consequence", "cursor",
]  # fmt: skip
"""What a run is, not how it looks: `""` is the text of the interface."""
STYLES: Final[tuple[Style, ...]] = Style.__args__  # type: ignore[attr-defined]
SAVED_COLUMNS: Final = 160
"""Cells of a line of a picture that is saved: the same wherever it is, as a file is no terminal."""

_SIGNS: Final = frozenset(
    map(
        chr,
        (0x2260, 0x2605, *range(0x2190, 0x2200), *range(0x2500, 0x2600), *range(0x2800, 0x2900)),
    )
)


class Run(NamedTuple):
    """A piece of a line in one style."""

    column: int
    """Of its first cell, from the left."""
    text: str
    """In logical order, safe on one line."""
    style: Style
    key: str
    """Of the record for which it stands, empty for none."""
    width: int
    """Cells that it takes at most; what is drawn narrower is filled up where reading ends."""


class Picture(NamedTuple):
    """Cells to draw, and what belongs below them."""

    width: int
    height: int
    lines: tuple[tuple[Run, ...], ...]
    """As many as it is high; runs of a line stand in order and never overlap."""
    title: str = ""
    notes: tuple[str, ...] = ()
    """What could not be shown, each a sentence or a name."""
    sources: tuple[str, ...] = ()
    """The citations on which it rests."""
    sources_heading: str = ""
    from_right: bool = False
    """Whether its title and what belongs below it are read from the right."""
    nothing: str = ""
    """Why nothing of what it is of stands on it, a sentence; empty where something does."""

    def key_at(self, column: int, line: int) -> str:
        """The key of the record that a cell stands for, empty for none."""
        runs = self.lines[line] if 0 <= line < self.height else ()
        return next((run.key for run in runs if run.column <= column < run.column + run.width), "")


class _Put(NamedTuple):
    """What stands in a cell: a text that takes several, the same object in each, or a sign."""

    text: str
    style: Style
    key: str
    column: int
    """Of the first cell of a text; -1 for a sign, which joins its like beside it."""
    width: int


_Row = list[_Put | None]
"""By cell what stands there."""


class Canvas:
    """Cells on which text and signs are put; what lies outside is cut off."""

    def __init__(self, width: int, height: int) -> None:
        """Begin empty.

        Args:
            width: in cells.
            height: likewise.
        """
        self.width, self.height = max(width, 0), max(height, 0)
        self._rows: list[_Row] = [[None] * self.width for _ in range(self.height)]

    def put(self, column: int, line: int, text: str, style: Style = "", key: str = "") -> None:
        """Put text, or signs of which each takes a cell, in the place of what stands there.

        Text of which a part would be covered goes wholly; signs go one by one. Text that does not
        fit is cut at its end.

        Args:
            column: of its left edge, in either direction of reading.
            line: from the top.
            text: in logical order.
            style: in which it is drawn.
            key: of the record for which it stands.
        """
        if not 0 <= line < self.height:
            return
        if is_signs(text):
            self._put_signs(column, line, text, style, key)
            return
        safe = printable(text)
        width = cell_width(safe)
        left, right = max(column, 0), min(column + width, self.width)
        if left >= right:
            return
        if right - left < width:
            safe = cut(safe, right - left)
            width = cell_width(safe)
        if safe and width:
            self._put(line, left, [_Put(safe, style, key, left, width)] * width)

    def put_sign(self, column: int, line: int, sign: str, style: Style, key: str) -> None:
        """Put one sign in the place of what stands in a cell within the picture."""
        row, put = self._rows[line], _Put(sign, style, key, -1, 1)
        before = row[column]
        if before and before.column >= 0:
            self._put(line, column, [put])
        else:
            row[column] = put

    def take_away(self, columns: Iterable[int], line: int, style: Style) -> None:
        """Leave those cells of a line empty in which something of a style stands."""
        row = self._rows[line]
        for column in columns:
            put = row[column] if 0 <= column < self.width else None
            if put and put.style == style:
                start = column if put.column < 0 else put.column
                row[start : start + put.width] = [None] * put.width

    def is_free(self, column: int, line: int, width: int) -> bool:
        """Whether so many cells lie in the picture and nothing stands in them."""
        if not (0 <= line < self.height and column >= 0 and column + width <= self.width):
            return False
        return not any(self._rows[line][column : column + width])

    def picture(
        self,
        title: str = "",
        notes: Sequence[str] = (),
        sources: Sequence[str] = (),
        sources_heading: str = "",
    ) -> Picture:
        """The picture as it stands now, with what belongs below it."""
        lines = tuple(tuple(_runs(row)) for row in self._rows)
        below = (tuple(map(printable, notes)), tuple(map(printable, sources)), sources_heading)
        from_right = spoken() == "ar"
        return Picture(self.width, self.height, lines, printable(title), *below, from_right)

    def _put_signs(self, column: int, line: int, signs: str, style: Style, key: str) -> None:
        start = max(column, 0)
        shown = signs[start - column : max(self.width - column, 0)]
        if shown and shown.count(shown[0]) == len(shown):  # most are lines, or one sign
            self._put(line, start, [_Put(shown[0], style, key, -1, 1)] * len(shown))
        elif shown:
            puts = {sign: _Put(sign, style, key, -1, 1) for sign in set(shown)}
            self._put(line, start, [puts[sign] for sign in shown])

    def _put(self, line: int, start: int, puts: Sequence[_Put]) -> None:
        """Put something into cells, and take texts away of which these were a part."""
        row, end = self._rows[line], start + len(puts)
        first, last = row[start], row[end - 1]
        if first and 0 <= first.column < start:
            row[first.column : start] = [None] * (start - first.column)
        if last and last.column >= 0 and (over := last.column + last.width - end) > 0:
            row[end : end + over] = [None] * over
        row[start:end] = puts


def is_signs(text: str) -> bool:
    """Whether a text is of arrows, lines, blocks, shapes and braille alone, a cell each."""
    return _SIGNS.issuperset(text)


def _runs(row: _Row) -> Iterator[Run]:
    """The runs of a line; signs of one style and record that stand side by side are one."""
    signs = ""
    style: Style = ""
    key = ""
    column = 0
    for put, alike in groupby(row):
        width = len(list(alike))
        if signs and not (put and put.column < 0 and (put.style, put.key) == (style, key)):
            yield Run(column - len(signs), signs, style, key, len(signs))
            signs = ""
        if put and put.column >= 0:
            yield Run(column, put.text, put.style, put.key, width)
        elif put:
            signs += put.text * width
            style, key = put.style, put.key
        column += width
    if signs:
        yield Run(column - len(signs), signs, style, key, len(signs))
