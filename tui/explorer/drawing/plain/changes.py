"""What is written to the terminal in the plain mode: lines that have changed, and no others.

A screen reader speaks what is written; Textual writes whatever was asked to draw itself, the same
words in other colours included.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Final

from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.strip import Strip

from store.tuples import NamedTuple

_SHOW_CURSOR: Final = "\x1b[?25h"


class Changes:
    """Knows what stands on the terminal."""

    def __init__(self) -> None:
        self._known: list[list[_Piece]] | None = None

    def forget(self) -> None:
        """Write everything the next time: the terminal shows something else."""
        self._known = None

    def since(self, lines: Sequence[Strip]) -> CompositorUpdate:
        """What is to be written so that the terminal shows these lines; it is known from then on.

        Args:
            lines: of the whole screen.
        """
        return _Update(lambda console: self._written(lines, console))

    def _written(self, lines: Sequence[Strip], console: Console) -> str:
        before, self._known = self._known, [_pieces(line, console) for line in lines]
        if before is None or len(before) != len(lines):
            before = [[] for _ in lines]
            begin = _SHOW_CURSOR
        else:
            begin = ""
        rows = zip(self._known, before, strict=True)
        return begin + "".join(_row(y, *row) for y, row in enumerate(rows))


class _Update(CompositorUpdate):
    def __init__(self, write: Callable[[Console], str]) -> None:
        self._write = write

    def render_segments(self, console: Console) -> str:
        return self._write(console)


class _Piece(NamedTuple):
    written: str
    cells: int


def _pieces(line: Strip, console: Console) -> list[_Piece]:
    return [
        _Piece(Strip([segment]).render(console), segment.cell_length) for segment in line.simplify()
    ]


def _row(y: int, now: list[_Piece], before: list[_Piece]) -> str:
    """Write a line from its first piece that has changed."""
    if now == before:
        return ""
    pairs = zip(now, before, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    x = sum(piece.cells for piece in now[:same])
    return f"\x1b[{y + 1};{x + 1}H" + "".join(piece.written for piece in now[same:])
