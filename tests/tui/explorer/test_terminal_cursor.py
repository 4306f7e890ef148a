"""The terminal's own cursor stands on the current row, or in the box that is typed into."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.bidi.field import BidiInput
from tui.explorer.widgets.search_box import SearchBox
from tui.state import State

pytestmark = pytest.mark.usefixtures("every_frame")  # it is placed as lines are drawn


def line_at_cursor(driver: Driver) -> str:
    return unjoined(driver.lines()[driver.app.cursor_position.y])


def selected_name(driver: Driver, language: Language) -> str:
    record = driver.app.browser.record
    assert record
    return unjoined(visual(record.name.prefer(language)))


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_it_goes_with_the_list_the_claims_and_the_relations(
    explore: Explore, small: Store, language: Language
) -> None:
    async with explore(small, language=language, state=State(record="zabadani")) as driver:
        for key in ("g", "j", "j"):
            await driver.press(key)
            assert selected_name(driver, language) in line_at_cursor(driver)
        room = driver.explorer.record_list.scrollable_content_region
        assert driver.app.cursor_position.x == (room.x if language == "en" else room.right - 1)

        await driver.press("tab")
        assert driver.app.cursor_position.y == driver.explorer.detail.content_region.y
        await driver.press(".", ".")
        pointed = driver.app.cursor_position
        assert pointed.y > driver.explorer.detail.content_region.y

        await driver.press("tab")
        assert driver.app.cursor_position in driver.relations.content_region


async def test_it_stands_in_the_box_until_the_list_is_moved(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("/")
        await driver.type("za")
        box = driver.explorer.query_one(SearchBox).field
        assert driver.app.cursor_position == box.content_region.offset + Offset(2, 0)
        await driver.press("down")
        assert driver.app.cursor_position in driver.explorer.record_list.content_region
        await driver.type("b")
        assert driver.app.cursor_position.y == box.region.y


async def test_it_goes_with_the_list_of_a_dialog(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press(":")
        box = driver.app.screen.query_one(BidiInput)
        assert driver.app.cursor_position == box.region.offset
        await driver.press("down", "down")
        assert driver.app.cursor_position.y > box.region.y
        await driver.type("quit")
        assert driver.app.cursor_position == box.region.offset + Offset(4, 0)


async def test_it_stands_on_the_tile_of_the_overview(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State()) as driver:
        await driver.press("g")
        assert "Zones" in line_at_cursor(driver)
        await driver.press("j")
        assert "Agreements" in line_at_cursor(driver)


async def test_it_stands_on_the_option_that_is_chosen(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("e")
        before = driver.app.cursor_position
        assert before in driver.app.screen.query_one("#option-what").region
        await driver.press("right")
        assert driver.app.cursor_position.x > before.x
