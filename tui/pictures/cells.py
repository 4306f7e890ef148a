"""What a picture is: runs of text and signs in cells, each in a named style, for any place to draw.

A screen, a pipe and an SVG draw the same picture. Columns are counted from the left in either
direction of reading; whoever makes a picture for Arabic mirrors it, or leaves it as geography is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


class _Text(NamedTuple):
    """A run of text, in the place of its first cell."""

    text: str
    style: Style
    key: str
    width: int
    is_signs: bool
    """One sign, which joins its like beside it."""


class Canvas:
    """Cells on which text and signs are put; what lies outside is cut off."""

    def __init__(self, width: int, height: int) -> None:
        """Begin empty.

        Args:
            width: in cells.
            height: likewise.
        """
        self.width, self.height = max(width, 0), max(height, 0)
        self._lines: list[dict[int, _Text]] = [{} for _ in range(self.height)]
        self._cells: list[dict[int, int]] = [{} for _ in range(self.height)]
        """By line and cell, the column at which what stands there begins."""

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
            self._put(left, line, _Text(safe, style, key, width, is_signs=False))

    def put_sign(self, column: int, line: int, sign: str, style: Style, key: str) -> None:
        """Put one sign in the place of what stands in a cell within the picture."""
        cells = self._cells[line]
        if column in cells:
            self._clear(line, [column])
        cells[column] = column
        self._lines[line][column] = _Text(sign, style, key, 1, is_signs=True)

    def take_away(self, columns: Iterable[int], line: int, style: Style) -> None:
        """Leave those cells of a line empty in which something of a style stands."""
        cells, texts = self._cells[line], self._lines[line]
        of_style = [x for x in columns if x in cells and texts[cells[x]].style == style]
        self._clear(line, of_style)

    def is_free(self, column: int, line: int, width: int) -> bool:
        """Whether so many cells lie in the picture and nothing stands in them."""
        if not (0 <= line < self.height and column >= 0 and column + width <= self.width):
            return False
        return self._cells[line].keys().isdisjoint(range(column, column + width))

    def restyle(self, columns: Iterable[int], line: int, style: Style) -> None:
        """Give what stands in some cells of a line another style; empty cells stay empty."""
        cells = self._cells[line] if 0 <= line < self.height else {}
        for start in {cells[x] for x in columns if x in cells}:
            self._lines[line][start] = self._lines[line][start]._replace(style=style)

    def picture(
        self,
        title: str = "",
        notes: Sequence[str] = (),
        sources: Sequence[str] = (),
        sources_heading: str = "",
    ) -> Picture:
        """The picture as it stands now, with what belongs below it."""
        lines = tuple(tuple(_runs(line)) for line in self._lines)
        below = (tuple(map(printable, notes)), tuple(map(printable, sources)), sources_heading)
        from_right = spoken() == "ar"
        return Picture(self.width, self.height, lines, printable(title), *below, from_right)

    def _put_signs(self, column: int, line: int, signs: str, style: Style, key: str) -> None:
        cells, texts = self._cells[line], self._lines[line]
        put: _Text | None = None
        for x, sign in enumerate(signs, column):
            if 0 <= x < self.width:
                if x in cells:
                    self._clear(line, [x])
                if put is None or put.text != sign:  # of a line or a bar all are alike
                    put = _Text(sign, style, key, 1, is_signs=True)
                cells[x] = x
                texts[x] = put

    def _put(self, column: int, line: int, put: _Text) -> None:
        covered = range(column, column + put.width)
        self._clear(line, covered)
        self._lines[line][column] = put
        self._cells[line].update(dict.fromkeys(covered, column))

    def _clear(self, line: int, columns: Iterable[int]) -> None:
        """Take away what stands in some cells, text wholly."""
        cells, texts = self._cells[line], self._lines[line]
        for start in {cells[x] for x in columns if x in cells}:
            gone = texts.pop(start)
            for x in range(start, start + gone.width):
                del cells[x]


def is_signs(text: str) -> bool:
    """Whether a text is of arrows, lines, blocks, shapes and braille alone, a cell each."""
    return _SIGNS.issuperset(text)


def _runs(line: dict[int, _Text]) -> Iterator[Run]:
    """The runs of a line; signs of one style and record that stand side by side are one."""
    signs: list[str] = []
    start = end = -1
    style: Style = ""
    key = ""
    for column in sorted(line):
        put = line[column]
        if signs and not (put.is_signs and (column, put.style, put.key) == (end, style, key)):
            yield Run(start, "".join(signs), style, key, end - start)
            signs.clear()
        if not put.is_signs:
            yield Run(column, put.text, put.style, put.key, put.width)
            continue
        if not signs:
            start, style, key = column, put.style, put.key
        signs.append(put.text)
        end = column + 1
    if signs:
        yield Run(start, "".join(signs), style, key, end - start)
