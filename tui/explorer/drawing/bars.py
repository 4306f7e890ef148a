"""Numbers as bars of block elements: one in a line, or many beside each other in a few cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.model.vocabulary import Language

_UPWARDS: Final = " ▁▂▃▄▅▆▇█"
_CELL: Final = "█"
_HALF: Final[dict[Language, str]] = {"en": "▌", "ar": "▐"}
"""The half of a cell in which a bar of that direction ends."""


def bar(count: int, most: int, cells: int, language: Language) -> str:
    """A bar as long as its count, filled up with blanks; what is there at all has half a cell.

    Args:
        count: what it stands for.
        most: the largest of the counts, which fills all cells.
        cells: how many there are.
        language: in whose direction it is drawn.
    """
    halves = max(round(2 * cells * count / most), 1) if count and most else 0
    drawn = _CELL * (halves // 2) + _HALF[language] * (halves % 2)
    return drawn.ljust(cells)


def columns(counts: Sequence[int], cells: int) -> str:
    """A column a count, the largest as high as a line; where there are too many, some together.

    Args:
        counts: in their order.
        cells: the most columns.
    """
    together = -(-len(counts) // cells) if counts else 1
    sums = [sum(counts[at : at + together]) for at in range(0, len(counts), together)]
    most = max(sums, default=0)
    return "".join(_column(each, most) for each in sums)


def _column(count: int, most: int) -> str:
    if not count:
        return _UPWARDS[0]
    return _UPWARDS[max(round((len(_UPWARDS) - 1) * count / most), 1)]
