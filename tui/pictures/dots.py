"""Lines drawn in dots, eight to a cell: braille, or ASCII where a terminal has nothing else."""

from __future__ import annotations

from typing import Final

from store.tuples import NamedTuple
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN

_BRAILLE: Final = 0x2800
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
        self._cells = [[0] * width for _ in range(height)]

    def draw(self, start: Dot, end: Dot) -> None:
        """Draw a straight line; work grows with what is seen of it, not with its length."""
        seen = _clipped(start, end, self._size)
        if seen is None:
            return
        (x, y), (to_x, to_y) = seen
        steps = max(int(max(abs(to_x - x), abs(to_y - y)) + 0.5), 1)
        for step in range(steps + 1):
            self._set(int(x + (to_x - x) * step / steps), int(y + (to_y - y) * step / steps))

    def lines(self, *, only_ascii: bool = False) -> list[list[str]]:
        """The characters of each cell, line by line; an empty cell of braille is one too.

        So no neutral space stands beside a label, and text from right to left stays in its cells.
        """
        return [[_character(bits, only_ascii=only_ascii) for bits in row] for row in self._cells]

    def _set(self, x: int, y: int) -> None:
        # The far edges belong to the last dot.
        x, y = min(x, self._size[0] - 1), min(y, self._size[1] - 1)
        bit = _BITS[x % DOTS_ACROSS][y % DOTS_DOWN]
        self._cells[y // DOTS_DOWN][x // DOTS_ACROSS] |= bit


def _character(bits: int, *, only_ascii: bool) -> str:
    if only_ascii:
        return "." if bits else " "
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
