"""Lanes laid out: each moment drawn or counted, none over another, labels where room is left."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual
from store.timelines.dated import Moment
from store.timelines.owners import Owner
from store.timelines.spans import Span
from tui.pictures.timeline.content import LaneOfMoments
from tui.pictures.timeline.index import Alike, Index
from tui.pictures.timeline.laying import MOST_ROWS, Laid, laid_out, rows_wanted
from tui.pictures.timeline.scale import Scale


def moment(first: int, days: int) -> Moment:
    owner = Owner("truce", "agreement", Bilingual("Truce"))
    last = first + days
    return Moment(owner, Span(first, last, first, last), "date", "2017", *[""] * 7)


MOMENTS = st.lists(st.builds(moment, st.integers(0, 120), st.sampled_from([0, 0, 0, 2, 40])))
SCALES = st.builds(
    Scale, st.floats(-20, 100), st.sampled_from([0.25, 1.0, 1.7, 5.0]), st.integers(1, 60)
)


def in_order(moments: list[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda each: each.span)


def lane_of(moments: list[Moment]) -> LaneOfMoments:
    return LaneOfMoments("", Bilingual(), tuple(moments), Index(moments))


@given(MOMENTS, SCALES, st.integers(1, 5), st.integers(1, 30))
def test_every_moment_in_sight_is_drawn_once_and_none_over_another(
    moments: list[Moment], scale: Scale, rows: int, width: int
) -> None:
    moments = in_order(moments)
    laid = laid_out(lane_of(moments), scale, rows, lambda _: width)
    numbers = [each.number for each in laid.placed]
    numbers += [number for bar in laid.bars for number in chain(*bar.numbers)]
    in_sight = [
        number
        for number, each in enumerate(moments)
        if each.span.first < scale.end and each.span.last + 1 > scale.start
    ]
    assert sorted(numbers) == in_sight
    assert laid.seen == len(in_sight)
    for each in laid.placed:
        assert 0 <= each.first <= each.last < scale.cells
        span = moments[each.number].span
        alike = Alike(span, span.is_day, range(1))
        assert list(scale.cells_of([alike])) == [(each.first, each.last, range(1))]
    _proves_apart(laid, rows, scale.cells)


def _proves_apart(laid: Laid, rows: int, cells: int) -> None:
    """No mark and no label stands over another; a bar may stand on a span."""
    bars = {bar.cell for bar in laid.bars}
    for row in range(rows):
        taken: Counter[int] = Counter()
        for each in (each for each in laid.placed if each.row == row):
            taken.update(range(each.first, each.last + 1))
            label = range(each.label_at, each.label_at + each.room)
            if each.room and not each.is_inside:
                taken.update(label)
            assert not each.room or (label.start >= 0 and label.stop <= cells)
            assert bars.isdisjoint(label)
        assert all(count == 1 for count in taken.values())


def test_of_thousands_that_share_a_date_that_date_is_looked_at_and_those_that_have_a_row() -> None:
    looked_at: list[Moment] = []

    class Counted(tuple[Moment, ...]):
        def __getitem__(self, number: int) -> Moment:  # type: ignore[override]
            looked_at.append(found := super().__getitem__(number))
            return found

    moments = [moment(first, days) for first in (3, 9) for days in (0, 40) for _ in range(5_000)]
    lane = lane_of(moments)._replace(moments=Counted(moments))
    laid = laid_out(lane, Scale(0, 1.0, 60), 3, lambda _: 8)
    assert laid.seen == len(moments)
    assert len(laid.placed) == 3
    assert len(list(lane.times.in_sight(0, 60))) == 4
    assert len(looked_at) < 10


@given(MOMENTS, SCALES)
def test_where_there_are_rows_enough_every_label_is_whole(
    moments: list[Moment], scale: Scale
) -> None:
    moments = in_order(moments)
    rows = rows_wanted(lane_of(moments), scale, lambda _: 8)
    assert 1 <= rows <= MOST_ROWS
