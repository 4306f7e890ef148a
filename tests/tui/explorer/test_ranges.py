"""A range of the list: begun with `v`, starred as one."""

from __future__ import annotations

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.drawing.listing import source_key


async def test_a_range_is_starred_and_its_stars_taken_away(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        records = driver.explorer.record_list
        await driver.press("2", "v", "j", "j")
        assert list(records.range) == [0, 1, 2]
        assert "3 chosen" in driver.text_of("#list")
        await driver.press("s")
        assert not records.range
        assert len(shipped.search("marked:yes")) == 3
        assert records.cursor == 2

        await driver.press("v", "k", "s")
        assert len(shipped.search("marked:yes")) == 1
        await driver.press("v", "escape")
        assert not records.range
        assert driver.explorer.browser.question.kind == "agreement"  # Esc gave up the range alone


async def test_what_is_found_can_be_put_in_order_and_the_order_is_named(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("besieged")
        await driver.press("enter")
        listing = driver.explorer.record_list.listing
        listed = {listing.key_of(entry) for entry in range(listing.entry_count)}
        found = {key for key in listed if not source_key(key)}
        assert "best first" in driver.text_of("#tabs")
        await driver.press("o")
        assert "by date" in driver.text_of("#tabs")
        keys = driver.explorer.browser.answer.keys
        assert found == set(keys)
        dates = [row.date for row in shipped.rows(keys) if row.date]
        assert dates == sorted(dates)
        await driver.press("o")
        assert "by name" in driver.text_of("#tabs")


async def test_filters_alone_are_a_list_in_an_order_of_lists(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("type:evacuation year:2016")
        await driver.press("enter")
        assert "by name" in driver.text_of("#tabs")
        await driver.press("o")
        assert "by date" in driver.text_of("#tabs")
        dates = [row.date for row in shipped.rows(driver.explorer.browser.answer.keys)]
        assert dates == sorted(dates)
