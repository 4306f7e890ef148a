"""Moving in a network: every relation can be reached, and no key leads out of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.pictures.network.conftest import star
from tui.pictures.network import walking
from tui.pictures.network.laying import MIDDLE, Layout, View

MOVES = {
    "along": walking.along,
    "sideways": walking.sideways,
    "in_groups": walking.in_groups,
    "to_end": walking.to_end,
}


@given(
    st.lists(st.integers(1, 30), max_size=8),
    st.integers(0, 4),
    st.tuples(st.integers(24, 150), st.integers(5, 40)),
    st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from([-1, 1])), max_size=40),
)
def test_the_cursor_is_always_on_something(
    counts: list[int], beyond: int, size: tuple[int, int], keys: list[tuple[str, int]]
) -> None:
    network = star(counts, beyond)
    view = walking.begun(network, View(*size, "en"))
    for name, step in keys:
        view = MOVES[name](network, view, step)
        found = walking.pointed(network, view)
        assert (found is None) == (view.group == MIDDLE)
        assert counts or found is None


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=8),
    st.tuples(st.integers(24, 150), st.integers(5, 40)),
)
def test_every_relation_is_reached_with_arrows(counts: list[int], size: tuple[int, int]) -> None:
    network = star(counts)
    reached = set()
    for side in (-1, 1):
        middle = View(*size, "en")
        view = walking.sideways(network, middle, side)
        if view == middle:
            continue
        view = walking.to_end(network, view, -1)
        before = None
        while view != before and view.group != MIDDLE:
            reached.add((view.group, view.spoke))
            before, view = view, walking.along(network, view, 1)
    assert len(reached) == sum(counts)


def test_outwards_leads_to_what_lies_beyond_and_inwards_back_to_the_middle() -> None:
    network = star([2, 2], beyond=3)
    view = walking.begun(network, View(100, 30, "en"))
    assert Layout(network, view).side_of(view.group) == 0
    beyond = walking.sideways(network, view, -1)
    assert beyond.beyond == 0
    assert walking.along(network, beyond, 5).beyond == 2
    found = walking.pointed(network, walking.along(network, beyond, 1))
    assert found
    assert (found.start.key, found.related.other.key) == ("has-party-0", "far-1")
    back = walking.sideways(network, beyond, 1)
    assert back == view
    middle = walking.sideways(network, back, 1)
    assert middle.group == MIDDLE
    assert walking.sideways(network, middle, 1).group == 1


def test_a_press_finds_what_stands_in_a_cell() -> None:
    network = star([3, 3])
    for language in ("en", "ar"):
        view = View(100, 30, language)
        for slot in Layout(network, view).slots:
            column = 4 if slot.group == 0 else 95
            column = 99 - column if language == "ar" else column
            found = walking.at_cell(network, view, column, slot.line)
            if slot.spoke < 0:
                assert found is None
            else:
                assert found
                assert (found.group, found.spoke) == (slot.group, slot.spoke)
        assert walking.at_cell(network, view._replace(group=0), 50, 15) == view
