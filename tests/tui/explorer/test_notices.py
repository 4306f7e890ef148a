"""What the user is told beside the screen's own lines."""

from __future__ import annotations

from store.store import Store
from tests.tui.conftest import Explore


async def test_what_is_being_told_is_not_told_again(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        for _ in range(50):
            driver.app.action_help_quit()
        driver.app.notify("something else", markup=False)
        await driver.settle()
        assert len(driver.notices) == 2
        assert driver.notices[1] == "something else"
