"""Sections side by side: how wide columns are, and which sections stand in each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

GAP: Final = 3
"""Cells between columns."""
_LEAST_COLUMN: Final = 30
_MOST_COLUMN: Final = 52
_MOST_COLUMNS: Final = 3
_LEAST_BAR: Final = 4
"""Cells in which bars can still be compared."""


def column_width(width: int) -> int:
    """How wide each of the columns is that so many cells have room for."""
    columns = max(1, min(_MOST_COLUMNS, (width + GAP) // (_LEAST_COLUMN + GAP)))
    return min(_MOST_COLUMN, (width - GAP * (columns - 1)) // columns)


def label_width(longest: int, aside: int, width: int) -> int:
    """How wide the labels of a section with bars may be: as they are, if a short bar has room.

    Args:
        longest: cells of the longest label.
        aside: cells of the longest number.
        width: of the column.
    """
    return min(longest, max(width - aside - _LEAST_BAR - 3, width * 3 // 5))


def in_columns(heights: Sequence[int], width: int, of_column: int) -> list[range]:
    """Which sections stand in each column, in reading order, the longest column being short.

    Args:
        heights: lines of each section, with the empty line between it and the next.
        width: cells of all columns with the gaps between them.
        of_column: cells of one.
    """
    columns = max(1, (width + GAP) // (of_column + GAP))
    count = len(heights)
    cuts = combinations(range(1, count), min(columns, count) - 1) if count else iter([()])

    def ranges(cut: Sequence[int]) -> list[range]:
        return [range(*ends) for ends in zip([0, *cut], [*cut, count], strict=True)]

    return min(
        map(ranges, cuts),
        key=lambda found: max(sum(heights[i] for i in column) for column in found),
    )
