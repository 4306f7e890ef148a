"""What the user is told beside the screen's own lines."""

from __future__ import annotations

import pytest
from textual.widgets._toast import ToastRack

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore


async def test_what_is_being_told_is_not_told_again(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        for _ in range(50):
            driver.app.action_help_quit()
        driver.app.notify("something else", markup=False)
        await driver.settle()
        assert len(driver.notices) == 2
        assert driver.notices[1] == "something else"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_what_is_told_stands_where_lines_end(
    small: Store, explore: Explore, language: Language
) -> None:
    async with explore(small, size=(120, 36), language=language) as driver:
        driver.app.notify("told", markup=False)
        await driver.settle()
        await driver.app.screen.mount(rack := ToastRack())  # which Textual's test mode leaves out
        edge = rack.styles.align_horizontal
        assert edge == ("left" if language == "ar" else "right")
