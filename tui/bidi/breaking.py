"""Where a line of a paragraph ends: a word that no line holds is broken where it has a joint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from rich._wrap import divide_line, words
from rich.cells import cell_len, chop_cells

_PIECE: Final = re.compile(r"[^/_\-?&=.,;:+%#]*[/_\-?&=.,;:+%#]*\s*")
"""A piece of an address with the signs that end it; linear, as each letter is of one class."""


def broken_line(text: str, width: int, fold: bool = True) -> list[int]:
    """The places at which a text is divided into lines, in characters; as Rich's `divide_line`.

    Args:
        text: a paragraph, in logical order.
        width: cells of a line.
        fold: whether a word that is longer than a line is broken, and not cut.
    """
    if (
        not fold
        or width < 1
        or not any(cell_len(word.rstrip()) > width for *_, word in words(text))
    ):
        return divide_line(text, width, fold)
    breaks: list[int] = []
    taken = 0
    for start, piece in _pieces(text, width):
        if taken and taken + cell_len(piece.rstrip()) > width:
            breaks.append(start)
            taken = 0
        *full, rest = chop_cells(piece, width) if cell_len(piece.rstrip()) > width else [piece]
        breaks += [start + end for end in accumulate(map(len, full))]
        taken += cell_len(rest)
    return breaks


def _pieces(text: str, width: int) -> Iterator[tuple[int, str]]:
    """The words, those that are longer than a line in the pieces between their joints."""
    for start, _, word in words(text):
        if cell_len(word.rstrip()) <= width:
            yield start, word
            continue
        for piece in _PIECE.finditer(word):
            if piece[0]:
                yield start + piece.start(), piece[0]
