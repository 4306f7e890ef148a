"""Sections side by side: how wide columns are, and which sections stand in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final

from store.tuples import NamedTuple
from tui.overview.content import Section

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


class Need(NamedTuple):
    """Cells that a section takes."""

    least: int
    """For each name to stand whole."""
    whole: int
    """For each note behind a name, too."""


class Column(NamedTuple):
    """Sections under each other."""

    start: int
    """Its first cell, from where reading begins."""
    width: int
    sections: range


def need_of(section: Section, width_of: Callable[[str], int]) -> Need:
    """How many cells a section takes that is not cut."""
    least = whole = width_of(section.heading)
    widest = max((width_of(tile.aside) for tile in section.tiles), default=0)
    for tile in section.tiles:
        if not (tile.target or tile.aside):
            continue  # a sentence, which goes on in the next line
        # Bars begin and end under each other.
        behind = 1 + width_of(tile.aside) if tile.share is None else _LEAST_BAR + 3 + widest
        taken = (2 if tile.kind else 0) + width_of(tile.label) + behind
        least = max(least, taken)
        whole = max(whole, taken + (width_of(tile.note) + 2 if tile.note else 0))
    return Need(least, whole)


def side_by_side(heights: Sequence[int], needs: Sequence[Need], width: int) -> list[Column]:
    """Sections in columns, which are as wide as each other where nothing of them is cut so.

    Args:
        heights: lines of each section, with the empty line between it and the next.
        needs: of each section.
        width: cells of all columns with the gaps between them.
    """
    shown = in_columns(heights, width, column_width(width))
    of_columns = [
        Need(*(max(need[part] for need in needs[column.start : column.stop]) for part in range(2)))
        for column in shown
        if column
    ]
    found: list[Column] = []
    start = 0
    for column, cells in zip(shown, _widths(of_columns, width), strict=False):
        found.append(Column(start, cells, column))
        start += cells + GAP
    return found


def _widths(needs: Sequence[Need], width: int) -> list[int]:
    """What one column lacks it takes of what is free, then of those that have cells to spare.

    These give notes away last of all: a name that is cut says less than a note which is not there.
    """
    each = column_width(width)
    widths = [each] * len(needs)
    free = width - each * len(needs) - GAP * (len(needs) - 1)
    for at, need in enumerate(needs):
        while widths[at] < need.least:
            spare = [has - other.whole for has, other in zip(widths, needs, strict=True)]
            if max(spare) <= 0:
                spare = [has - other.least for has, other in zip(widths, needs, strict=True)]
            if free:
                free -= 1
            elif max(spare) > 0:
                widths[spare.index(max(spare))] -= 1
            else:
                break
            widths[at] += 1
    return widths


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
