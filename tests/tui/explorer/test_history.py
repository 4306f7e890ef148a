"""The way back and forward."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.browsing.history import MOST_PLACES, History, Place, Question
from tui.messages import say
from tui.state import State


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


def test_a_place_is_gone_to_by_its_number_and_the_others_stay() -> None:
    history = History()
    for number in range(4):
        history.step(place(str(number)), place(str(number + 1)))
    assert history.go_to(1) == place("1")
    assert [each.key for each in history.places] == ["0", "1", "2", "3", "4"]
    assert history.forward() == place("2")
    assert (history.go_to(99), history.now) == (place("4"), 4)
    assert history.go_to(-5) == place("0")


async def test_the_places_are_listed_narrowed_and_gone_to(small: Store, explore: Explore) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("ctrl+o")
        assert driver.notices == [say("obstacle.no-places")]
        for key in ("qatar", "kefraya", "four-towns"):
            driver.explorer.go_to(key)
        await driver.press("ctrl+o")
        lines = [line for line in driver.text_of("#chooser-list").split("\n") if line.strip()]
        assert [line.split()[1] for line in lines] == ["Four", "Kefraya", "Qatar", "Zabadani"]
        assert say("places.here") in lines[0]
        await driver.press("enter")
        assert driver.key == "kefraya"
        await driver.press("]", "ctrl+o")
        assert driver.key == "four-towns"
        await driver.type("zaba")
        await driver.press("enter")
        assert driver.key == "zabadani"
        await driver.press("]")
        assert driver.key == "qatar"


async def test_a_place_whose_record_has_gone_meanwhile_leads_to_no_other(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        for key in ("qatar", "kefraya"):
            driver.explorer.go_to(key)
        await driver.press("ctrl+o")
        driver.app.browser.history.keep({"zabadani", "kefraya"})
        await driver.press("down", "enter")
        assert driver.key == "zabadani"
