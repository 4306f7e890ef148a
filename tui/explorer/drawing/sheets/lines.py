"""The lines of a sheet: all of them are counted, those that somebody looks at are drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from textual.strip import Strip

from store.tuples import NamedTuple


class Line(NamedTuple):
    """A drawn line, and which paragraphs its cells show."""

    strip: Strip
    parts: tuple[Part, ...] = ()


class Part(NamedTuple):
    """Cells of a line that show one text."""

    x: int
    strip: Strip
    paragraph: int
    """The number, within the sheet, of the text's first paragraph."""


class Lines(Sequence[Line]):
    """Lines that are drawn, some at once, when one of them is asked for.

    A record may take twenty screens, of which one is seen: to draw the others would take most of
    the time from a key to its record, and most of the memory.
    """

    def __init__(self) -> None:
        """No lines yet."""
        self._starts: list[int] = []
        self._pieces: list[Callable[[], list[Line]] | list[Line]] = []
        self._count = 0
        self.blocks: list[tuple[int, int]] = []
        """Of each block the first and the last line, without the empty one above it."""

    def add(self, count: int, draw: Callable[[], list[Line]]) -> None:
        """Add lines at the end.

        Args:
            count: how many.
            draw: gives them, as many.
        """
        if count:
            self._starts.append(self._count)
            self._pieces.append(draw)
            self._count += count

    def add_drawn(self, lines: list[Line]) -> None:
        """Add lines that could not be counted without drawing them."""
        if lines:
            self._starts.append(self._count)
            self._pieces.append(lines)
            self._count += len(lines)

    def __len__(self) -> int:
        """How many lines there are, drawn or not."""
        return self._count

    @overload
    def __getitem__(self, y: int) -> Line: ...

    @overload
    def __getitem__(self, y: slice) -> Sequence[Line]: ...

    def __getitem__(self, y: int | slice) -> Line | Sequence[Line]:
        """The line at `y`, or some lines."""
        if isinstance(y, slice):
            return [self._line(at) for at in range(*y.indices(self._count))]
        if not -self._count <= y < self._count:
            raise IndexError(y)
        return self._line(y % self._count)

    def _line(self, y: int) -> Line:
        place = bisect_right(self._starts, y) - 1
        return self._drawn(place)[y - self._starts[place]]

    def _drawn(self, place: int) -> list[Line]:
        piece = self._pieces[place]
        if not isinstance(piece, list):
            piece = self._pieces[place] = piece()
        return piece

    def __iter__(self) -> Iterator[Line]:
        """Every line, each drawn."""
        for place in range(len(self._pieces)):
            yield from self._drawn(place)


def marked_lines(lines: Sequence[Line], name: str) -> dict[int, tuple[int, int]]:
    """For each number under which pieces of a text are marked, its first and its last line.

    Args:
        lines: as drawn.
        name: of the marks: `blocks.HIT`, `blocks.STOP`.
    """
    found: dict[int, tuple[int, int]] = {}
    for y, line in enumerate(lines):
        for segment in line.strip:
            if segment.style is not None and segment.style._meta is not None:
                number = segment.style.meta.get(name)
                if isinstance(number, int):
                    first, _ = found.get(number, (y, y))
                    found[number] = first, y
    return found
