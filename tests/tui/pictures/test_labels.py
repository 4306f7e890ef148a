"""Labels of marks stand beside them, none over another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.pictures.labels import Labelled, Place, placed

MARKS = st.lists(
    st.builds(Labelled, st.integers(0, 19), st.integers(0, 5), st.integers(0, 25)), max_size=30
)


def test_a_label_stands_right_of_its_mark_or_where_room_is() -> None:
    assert placed([Labelled(2, 1, 5)], 20, 6) == [Place(3, 1)]
    assert placed([Labelled(18, 1, 5)], 20, 6) == [Place(13, 1)]  # the right edge is near
    assert placed([Labelled(3, 1, 6)], 7, 6) == [Place(0, 0)]
    assert placed([Labelled(3, 0, 6)], 7, 6) == [Place(0, 1)]


def test_a_label_without_room_is_told() -> None:
    assert placed([Labelled(3, 0, 6)], 7, 1) == [None]
    assert placed([Labelled(0, 0, 3), Labelled(0, 0, 3)], 4, 1) == [Place(1, 0), None]
    assert placed([Labelled(3, 0, 0)], 7, 1) == [None]
    assert placed([], 0, 0) == []


@given(MARKS)
def test_labels_never_overlap_nor_leave_the_picture(marks: list[Labelled]) -> None:
    cells = [(mark.column, mark.line) for mark in set(marks)]
    cells = list(dict.fromkeys(cells))
    for mark, place in zip(marks, placed(marks, 20, 6), strict=True):
        if place:
            cells += [(place.column + each, place.line) for each in range(mark.width)]

    assert len(cells) == len(set(cells))
    assert all(0 <= column < 20 and 0 <= line < 6 for column, line in cells)
