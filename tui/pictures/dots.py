"""Lines drawn in dots, eight to a cell of braille."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.tuples import NamedTuple
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN

_BRAILLE: Final = 0x2800
_EDGE: Final = 1e-6
_FAR: Final = 1 << 40
"""Dots, of which cells are whole; no picture is moved so far."""
_BITS: Final = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of each dot of a braille cell, by column and line."""


class Dot(NamedTuple):
    """A point in dots from the left and from the top, maybe outside the picture."""

    x: float
    y: float


class Dots:
    """A field of dots on which lines are drawn; what lies outside is cut off."""

    def __init__(self, width: int, height: int) -> None:
        """Begin empty.

        Args:
            width: in cells.
            height: likewise.
        """
        self._size = (width * DOTS_ACROSS, height * DOTS_DOWN)
        self._width = width
        self._cells: dict[int, int] = {}
        """Bits by number, line by line."""

    def draw(self, start: Dot, end: Dot) -> None:
        """Draw a straight line; work grows with what is seen of it, not with its length."""
        width, height = self._size
        (x, y), (to_x, to_y) = start, end
        if not (
            0 <= x <= width and 0 <= to_x <= width and 0 <= y <= height and 0 <= to_y <= height
        ):
            if (x < 0 > to_x) or (y < 0 > to_y) or (x > width < to_x) or (y > height < to_y):
                return
            seen = _clipped(start, end, self._size)
            if seen is None:
                return
            (x, y), (to_x, to_y) = seen
        steps = max(int(max(abs(to_x - x), abs(to_y - y)) + 0.5), 1)
        # The far edges belong to the last dot.
        x, y = min(x, width - _EDGE), min(y, height - _EDGE)
        across = (min(to_x, width - _EDGE) - x) / steps
        down = (min(to_y, height - _EDGE) - y) / steps
        cells, row = self._cells, self._width
        for step in range(steps + 1):
            column, line = int(x + across * step), int(y + down * step)
            cell = line // DOTS_DOWN * row + column // DOTS_ACROSS
            cells[cell] = cells.get(cell, 0) | _BITS[column % DOTS_ACROSS][line % DOTS_DOWN]

    def filled(self) -> Iterator[tuple[int, int, int]]:
        """Column, line and bits of each cell in which there is a dot."""
        for cell, bits in self._cells.items():
            line, column = divmod(cell, self._width)
            yield column, line, bits


class Sheet:
    """Dots without an edge: lines are drawn once, and seen from wherever a picture is moved to."""

    def __init__(self) -> None:
        """Begin empty."""
        self._rows: dict[int, dict[int, int]] = {}
        """Bits by line and column."""
        self.size = 0
        """How many dots were drawn, those drawn over others too."""

    def draw(self, start: Dot, end: Dot) -> None:
        """Draw a straight line, all of it; it is not to be long."""
        # Numbers are cut towards 0, and so kept above it.
        x, y = start.x + _FAR, start.y + _FAR
        across, down = end.x - start.x, end.y - start.y
        steps = max(int(max(abs(across), abs(down)) + 0.5), 1)
        across, down = across / steps, down / steps
        rows = self._rows
        for step in range(steps + 1):
            column, line = int(x + across * step), int(y + down * step)
            row = rows.setdefault((line - _FAR) // DOTS_DOWN, {})
            cell = (column - _FAR) // DOTS_ACROSS
            row[cell] = row.get(cell, 0) | _BITS[column % DOTS_ACROSS][line % DOTS_DOWN]
        self.size += steps

    def filled(self) -> Iterator[tuple[int, int, int]]:
        """Column, line and bits of each cell in which there is a dot, as of `Dots`."""
        for line, row in self._rows.items():
            for column, bits in row.items():
                yield column, line, bits

    def seen(self, moved: tuple[int, int], size: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
        """What of it lies in a picture.

        Args:
            moved: columns and lines by which the picture's corner is right of the origin and below.
            size: of the picture, in cells.
        """
        (left, top), (width, height) = moved, size
        for line in range(height):
            for column, bits in self._rows.get(line + top, {}).items():
                if 0 <= column - left < width:
                    yield column - left, line, bits


def braille(bits: int) -> str:
    """The character of a cell with such dots."""
    return chr(_BRAILLE + bits)


def _clipped(start: Dot, end: Dot, size: tuple[int, int]) -> tuple[Dot, Dot] | None:
    """The piece of a line within a rectangle from 0 to its size, by Liang and Barsky (1984)."""
    across, down = end.x - start.x, end.y - start.y
    enters, leaves = 0.0, 1.0
    for step, room in (
        (-across, start.x),
        (across, size[0] - start.x),
        (-down, start.y),
        (down, size[1] - start.y),
    ):
        if step == 0:
            if room < 0:
                return None
            continue
        if step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    if enters > leaves:
        return None
    return (
        Dot(max(start.x + across * enters, 0), max(start.y + down * enters, 0)),
        Dot(max(start.x + across * leaves, 0), max(start.y + down * leaves, 0)),
    )
