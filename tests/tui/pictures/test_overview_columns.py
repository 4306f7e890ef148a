"""Columns of the overview: no name is cut while there is room beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.vocabulary import Language
from store.store import Store
from tui.messages import speak
from tui.overview.columns import GAP, Need, column_width, side_by_side
from tui.pictures.overview import draw_overview
from tui.pictures.plain import plain_lines

NEEDS = st.lists(
    st.tuples(st.integers(2, 20), st.integers(1, 60), st.integers(0, 20)), min_size=1, max_size=9
)


@given(NEEDS, st.integers(20, 200))
def test_a_column_takes_what_others_have_to_spare_and_no_more(
    sections: list[tuple[int, int, int]], width: int
) -> None:
    heights = [height for height, _, _ in sections]
    needs = [Need(least, least + notes) for _, least, notes in sections]
    columns = side_by_side(heights, needs, width)

    assert [number for column in columns for number in column.sections] == [*range(len(sections))]
    for one, other in pairwise(columns):
        assert one.start + one.width + GAP == other.start
    assert columns[-1].start + columns[-1].width <= width
    each = column_width(width)
    free = width - columns[-1].start - columns[-1].width
    asked = [
        [max(needs[n][part] for n in column.sections) for part in range(2)] for column in columns
    ]
    spare = [
        max(column.width - need[part] for column, need in zip(columns, asked, strict=True))
        for part in range(2)
    ]
    for column, (least, whole) in zip(columns, asked, strict=True):
        # Who gives keeps what its names need; who takes has no more than that.
        assert min(each, least) <= column.width <= max(each, least)
        if column.width < min(each, whole):  # notes were given away, as nothing else was left
            assert not free
            assert spare[1] <= 0
        if column.width < least:
            assert not free
            assert spare[0] <= 0


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [60, 80, 120, 140, 196])
def test_no_name_of_the_shipped_overview_is_cut_where_there_is_room(
    shipped_to_read: Store, language: Language, width: int
) -> None:
    speak(language)
    drawn = plain_lines(draw_overview(shipped_to_read.overview(), width, language))
    assert [line for line in drawn if "…" in line] == []
