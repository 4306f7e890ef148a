"""Stars taken back with `u`, and given again with Ctrl+R."""

from __future__ import annotations

import pytest

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.browsing.undoing.steps import MOST_STEPS, Steps
from tui.state import State


async def test_stars_are_taken_back_step_by_step_and_done_again(
    small: Store, explore: Explore
) -> None:
    def starred() -> int:
        return len(small.search("marked:yes"))

    async with explore(small) as driver:
        await driver.press("u")
        assert "Nothing was changed" in driver.notices[-1]
        await driver.press("s", "j", "v", "k", "s")  # of the two one has a star already
        assert starred() == 2
        await driver.press("u")
        assert starred() == 1
        assert "Taken back: " in driver.notices[-1]
        await driver.press("u", "u")
        assert starred() == 0
        await driver.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert starred() == 2
        await driver.press("u", "j", "s")
        assert starred() == 2
        await driver.press("ctrl+r")
        assert starred() == 2
        assert "could be done again" in driver.notices[-1]


async def test_what_was_unstarred_in_the_list_of_stars_comes_back_to_it(
    small: Store, explore: Explore
) -> None:
    small.mark("kefraya")
    async with explore(small, state=State(query="marked:yes")) as driver:
        await driver.press("s")
        assert not driver.explorer.browser.answer.keys
        await driver.press("u")
        assert list(driver.explorer.browser.answer.keys) == ["kefraya"]


async def test_whoever_looks_at_the_overview_goes_on_to(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        await driver.press("s", "i", "u")
        assert driver.explorer.shows_overview
        assert not small.search("marked:yes")


def test_a_step_that_fails_can_be_tried_again_and_old_ones_are_forgotten(small: Store) -> None:
    class Failing:
        fails = True

        def take_back(self, store: Store) -> str:
            if self.fails:
                raise KeyError
            return "done"

        do_again = take_back

    steps, step = Steps(), Failing()
    for _ in range(MOST_STEPS + 1):
        steps.note(step)
    with pytest.raises(KeyError):
        steps.take_back(small)
    step.fails = False
    for _ in range(MOST_STEPS):
        assert steps.take_back(small) == "done"
    assert not steps.can_take_back
