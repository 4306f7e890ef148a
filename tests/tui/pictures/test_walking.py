"""The cursor walks between marks in the direction of the key."""

from __future__ import annotations

import pytest

from tui.pictures.walking import Direction, next_mark

MARKS = [(10.0, 10.0), (20.0, 12.0), (14.0, 18.0), (0.0, 10.0), (10.0, 0.0), (60.0, 10.0)]


@pytest.mark.parametrize(
    ("direction", "found"), [("right", 1), ("down", 2), ("left", 3), ("up", 4)]
)
def test_each_key_leads_its_way(direction: Direction, found: int) -> None:
    assert next_mark(MARKS, 0, direction) == found


def test_nothing_lies_beyond_the_last_one() -> None:
    assert next_mark(MARKS, 5, "right") is None
    assert next_mark([(1, 1), (1, 1)], 0, "left") is None
