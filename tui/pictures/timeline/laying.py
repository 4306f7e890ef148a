"""One lane laid out: marks and spans in as few rows as there are, labels where room is left.

Cells are counted where reading begins. Many marks of one cell that find no rows are a bar, whose
height says how many they are.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from typing import Final

from store.timelines.dated import Moment
from store.tuples import NamedTuple
from tui.pictures.timeline.content import LaneOfMoments
from tui.pictures.timeline.scale import Cells, Scale

_LEAST_LABEL: Final = 6
"""Cells; less of a name says nothing."""
MOST_ROWS: Final = 12
"""Rows of a lane, however much room there is."""


class Placed(NamedTuple):
    """A moment with a mark, or a span, of its own."""

    number: int
    """Of the moment in its lane."""
    row: int
    first: int
    last: int
    label_at: int = 0
    """The cell at which its label begins: behind it, or on it or before it where is more room."""
    room: int = 0
    """Cells for its label, 0 for none."""

    @property
    def is_inside(self) -> bool:
        """Whether its label stands on the span."""
        return self.first < self.label_at <= self.last


class Bar(NamedTuple):
    """Several moments in a cell."""

    cell: int
    numbers: tuple[range, ...]
    """Of the moments in their lane, in order: there may be thousands."""

    @property
    def total(self) -> int:
        """How many it stands for."""
        return sum(map(len, self.numbers))


class Laid(NamedTuple):
    """A lane as it is drawn."""

    placed: tuple[Placed, ...]
    bars: tuple[Bar, ...]
    seen: int
    """How many moments are drawn, each for itself or in a bar."""


def rows_wanted(lane: LaneOfMoments, scale: Scale, width_of: Callable[[Moment], int]) -> int:
    """In how many rows every mark has its whole label; at most `MOST_ROWS`."""
    ends: list[int] = []
    for first, last, numbers in scale.cells_of(lane.times.in_sight(scale.start, scale.end)):
        for number in numbers:
            end = last + 1 + width_of(lane.moments[number]) + 1
            row = next((row for row, taken in enumerate(ends) if taken < first), None)
            if row is not None:
                ends[row] = end
            elif len(ends) == MOST_ROWS:
                return MOST_ROWS
            else:
                ends.append(end)
    return max(len(ends), 1)


def laid_out(
    lane: LaneOfMoments,
    scale: Scale,
    rows: int,
    width_of: Callable[[Moment], int],
) -> Laid:
    """Lay a lane out.

    Args:
        lane: with its moments.
        scale: of the axis.
        rows: of the lane.
        width_of: how many cells the label of a moment takes.
    """
    seen = list(scale.cells_of(lane.times.in_sight(scale.start, scale.end)))
    placed, numbers_of = _in_rows(seen, rows)
    bars = tuple(Bar(cell, tuple(numbers)) for cell, numbers in sorted(numbers_of.items()))
    labelled = _labelled(placed, bars, scale.cells, rows, lambda n: width_of(lane.moments[n]))
    return Laid(labelled, bars, sum(len(numbers) for _, _, numbers in seen))


def _in_rows(seen: Sequence[Cells], rows: int) -> tuple[list[Placed], dict[int, list[range]]]:
    """Each moment in the row that is free longest; what finds none is counted at its cell.

    Where a cell has more marks than there are rows, none of them has a row.
    """
    marks: defaultdict[int, int] = defaultdict(int)
    for first, last, numbers in seen:
        if first == last:
            marks[first] += len(numbers)
    numbers_of: dict[int, list[range]] = {}
    ends = [-1] * rows
    placed: list[Placed] = []
    for first, last, numbers in seen:
        at = 0
        if not (first == last and marks[first] > rows):
            for number in numbers:
                row = ends.index(min(ends))
                if ends[row] >= first:
                    break
                ends[row] = last
                placed.append(Placed(number, row, first, last))
                at += 1
        if at < len(numbers):
            numbers_of.setdefault(first, []).append(numbers[at:])
    return placed, numbers_of


def _labelled(
    placed: Sequence[Placed],
    bars: Sequence[Bar],
    cells: int,
    rows: int,
    width_of: Callable[[int], int],
) -> tuple[Placed, ...]:
    """Give each label what is free in its row; a bar stands in all rows."""
    of_bars = [bar.cell for bar in bars]
    before = _ends_before(placed, of_bars)
    next_in_row = [cells] * rows
    found: list[Placed] = []
    for each, end_before in zip(reversed(placed), reversed(before), strict=True):
        while of_bars and of_bars[-1] > each.first:
            cell = of_bars.pop()
            next_in_row = [min(taken, cell) for taken in next_in_row]
        end = next_in_row[each.row] - (next_in_row[each.row] < cells)
        labelled = _with_label(each, (end_before + 2, end), width_of)
        found.append(labelled)
        is_before = labelled.room and labelled.label_at < labelled.first
        next_in_row[each.row] = labelled.label_at if is_before else each.first
    return tuple(reversed(found))


def _ends_before(placed: Sequence[Placed], of_bars: Sequence[int]) -> list[int]:
    """By what is placed, the last cell before it in its row that is taken; -2 for none."""
    bars = deque(of_bars)
    ends: dict[int, int] = {}
    bar = -2
    found: list[int] = []
    for each in placed:
        while bars and bars[0] < each.first:
            bar = bars.popleft()
        found.append(max(ends.get(each.row, -2), bar))
        ends[each.row] = each.last
    return found


def _with_label(each: Placed, free: tuple[int, int], width_of: Callable[[int], int]) -> Placed:
    """Put a label behind what is placed, on it, or before it: where it fits, or has most room.

    Args:
        each: what is placed.
        free: the first cell in its row that is free, and the first one after it that is not.
        width_of: how many cells a label takes.
    """
    start, end = free
    behind = end - each.last - 2
    inside = min(each.last, end - 1) - each.first - 3
    ahead = each.first - 1 - start
    if max(behind, inside, ahead) < 1:
        return each
    wanted = width_of(each.number)
    if behind >= wanted or behind >= max(inside, ahead, _LEAST_LABEL):
        return each._replace(label_at=each.last + 2, room=min(behind, wanted))
    if inside >= min(wanted, max(_LEAST_LABEL, ahead)):
        return each._replace(label_at=each.first + 2, room=min(inside, wanted))
    # What stands before needs room for its own label too.
    if ahead >= wanted + _LEAST_LABEL or (ahead >= wanted and start <= 0):
        return each._replace(label_at=each.first - 1 - wanted, room=wanted)
    if behind >= _LEAST_LABEL:
        return each._replace(label_at=each.last + 2, room=behind)
    return each
