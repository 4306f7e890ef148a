"""Where relations stand: each once, in its own line, and what has no room counted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.pictures.network.conftest import star
from tui.pictures.network.content import Network
from tui.pictures.network.laying import Layout, View, height_of_all

CASES = st.tuples(
    st.lists(st.integers(1, 60), max_size=10),
    st.integers(0, 5),
    st.tuples(st.integers(24, 200), st.integers(5, 60)),
    st.tuples(st.integers(0, 9), st.integers(0, 59), st.integers(-1, 4)),
)
"""How many relations of each verb, how many beyond each, the screen, and where the cursor is."""
Case = tuple[list[int], int, tuple[int, int], tuple[int, int, int]]


def made(case: Case) -> tuple[Network, View]:
    counts, beyond, size, (group, spoke, further) = case
    view, network = View(*size, "en"), star(counts, beyond)
    if counts:
        group %= len(network.groups)
        spokes = network.groups[group].spokes
        spoke %= len(spokes)
        view = view._replace(
            group=group, spoke=spoke, beyond=min(further, len(spokes[spoke].beyond) - 1)
        )
    return network, view


@given(CASES)
def test_every_relation_has_its_line_or_is_counted(case: Case) -> None:
    network, view = made(case)
    layout = Layout(network, view)
    shown = [slot for slot in layout.slots if slot.spoke >= 0 and slot.beyond < 0]
    hidden = sum(slot.hidden for slot in layout.slots if slot.spoke < 0)
    unseen = sum(each.relations for each in layout.unseen.values())
    assert len(shown) + hidden + unseen == network.relations
    for slot in shown:
        spoke = network.groups[slot.group].spokes[slot.spoke]
        beyond = [e for e in layout.slots if (e.group, e.spoke) == slot[1:3] and e.beyond >= 0]
        assert len(beyond) + slot.hidden == len(spoke.beyond)


@given(CASES)
def test_nothing_stands_on_anything_else_or_outside(case: Case) -> None:
    network, view = made(case)
    layout = Layout(network, view)
    for side in layout.sides:
        for one, other in pairwise(side):
            assert one.line < other.line
        for slot in side:
            assert layout.frame.top <= slot.line < view.height - 1
    for number, unseen in layout.unseen.items():
        assert unseen.line > layout.sides[number][-1].line


@given(CASES)
def test_the_cursor_is_in_sight_wherever_it_goes(case: Case) -> None:
    network, view = made(case)
    if not network.groups:
        return
    layout = Layout(network, view)
    seen = [(slot.group, slot.spoke, slot.beyond) for slot in layout.slots]
    here = (view.group, view.spoke, view.beyond)
    # Where a group has one line, the relation is seen and what lies beyond it has no room.
    assert here in seen or (*here[:2], -1) in seen
    if view.beyond < 0:
        assert here in seen


def test_what_is_left_of_a_side_is_shared_by_the_groups_that_want_it() -> None:
    network = star([40, 40, 2, 40, 40])
    layout = Layout(network, View(120, 41, "en"))
    shown = [sum(s.group == group and s.spoke >= 0 for s in layout.slots) for group in range(5)]
    assert shown[2] == 2
    assert max(shown[:2]) - min(shown[:2]) <= 1
    assert max(shown[3:]) - min(shown[3:]) <= 1
    assert len(layout.slots) >= 2 * 40 - 2


@pytest.mark.parametrize("beyond", [0, 30])
@pytest.mark.parametrize("counts", [[1], [200], [3, 1, 9], [5] * 10])
def test_a_saved_network_has_every_relation(counts: list[int], beyond: int) -> None:
    network = star(counts, beyond)
    height = height_of_all(network, 160, "en")
    layout = Layout(network, View(160, height, "en"))
    assert sum(slot.spoke >= 0 and slot.beyond < 0 for slot in layout.slots) == sum(counts)
    assert not layout.unseen


def test_a_narrow_screen_has_one_side_below_the_middle() -> None:
    layout = Layout(star([3, 3]), View(50, 20, "en"))
    assert not layout.sides[0]
    assert len(layout.sides[1]) == 8
