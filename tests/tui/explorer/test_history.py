"""The way back and forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.explorer.browsing.history import MOST_PLACES, History, Place, Question


def place(key: str) -> Place:
    return Place(key, Question())


def test_back_leads_to_where_the_user_stood_when_they_left() -> None:
    history = History()
    history.stand(place("start"))
    history.step(place("moved to"), place("followed"))
    assert history.can_go_back
    assert history.back() == place("moved to")
    assert not history.can_go_back
    assert history.forward() == place("followed")


def test_a_new_step_cuts_off_what_lay_ahead() -> None:
    history = History()
    history.step(place("a"), place("b"))
    history.step(place("b"), place("c"))
    history.back()
    history.step(place("b"), place("d"))
    assert not history.can_go_forward
    assert [history.back().key, history.back().key] == ["b", "a"]


def test_the_oldest_places_are_forgotten() -> None:
    history = History()
    for number in range(MOST_PLACES + 10):
        history.step(place(str(number)), place(str(number + 1)))
    assert len(history.keys) == MOST_PLACES
    visited = [history.back().key for _ in range(MOST_PLACES - 1)]
    assert visited[0] == str(MOST_PLACES + 9)
    assert visited[-1] == "11"
    assert not history.can_go_back


@given(st.lists(st.sampled_from(["step", "back", "forward"]), max_size=60))
def test_it_behaves_like_a_browser(moves: list[str]) -> None:
    history = History()
    history.stand(place("0"))
    visited, now = ["0"], 0
    for number, move in enumerate(moves, start=1):
        if move == "step":
            history.step(place(visited[now]), place(str(number)))
            visited, now = [*visited[: now + 1], str(number)], now + 1
        elif move == "back" and history.can_go_back:
            now -= 1
            assert history.back().key == visited[now]
        elif move == "forward" and history.can_go_forward:
            now += 1
            assert history.forward().key == visited[now]
        assert history.can_go_back == (now > 0)
        assert history.can_go_forward == (now < len(visited) - 1)
