"""Words on a picture that are no label: a sentence in its place, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.pictures.cells import Canvas
from tui.pictures.network.naming import wrapped
from tui.terminal.widths import cell_width

_GAPS: Final = (2, 1)
"""Cells between what one sign means and the next sign, and where there is little room."""


def put_sentence(canvas: Canvas, said: str, language: Language) -> None:
    """Put a sentence on an empty canvas, from where reading begins."""
    for line, words in enumerate(wrapped(said, canvas.width, canvas.height)):
        column = canvas.width - cell_width(words) if language == "ar" else 0
        canvas.put(column, line, words, "dim")


class Meaning(NamedTuple):
    """A sign in a legend, and what it means."""

    name: str
    sign: str
    words: str
    column: int
    """Of the sign, from where reading begins."""

    @property
    def after(self) -> int:
        """The column of its words."""
        return self.column + len(self.sign) + 1


def legend(signs: Sequence[tuple[str, str, tuple[str, str]]], width: int) -> list[Meaning]:
    """What signs mean in one line: in short where not all find room at length.

    Args:
        signs: of each its name, the sign, and what it means, at length and in short.
        width: of the line; what has no room in short either is left out.
    """
    found: list[Meaning] = []
    for length in range(2):
        said = [(name, sign, words[length]) for name, sign, words in signs]
        for gap in _GAPS:
            found = list(_in_a_row(said, gap, width))
            if len(found) == len(said):
                return found
    return found


def _in_a_row(said: Sequence[tuple[str, str, str]], gap: int, width: int) -> Iterator[Meaning]:
    column = 0
    for name, sign, words in said:
        cells = len(sign) + 1 + cell_width(words)
        if column + cells <= width:
            yield Meaning(name, sign, words, column)
            column += cells + gap
