"""Under the search box: filters as chips, and what one may mean that cannot be asked as written."""

from __future__ import annotations

from store.store import Store
from tests.tui.conftest import Explore


async def test_a_filter_is_said_to_be_wrong_at_once_and_offers_what_it_may_mean(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("type:evacuation actor:")
        assert "no value yet" in driver.text_of("#filters")
        assert driver.explorer.record_list.listing.entry_count  # it leaves what the others find
        await driver.type("ahrar")
        assert "which one?" in driver.text_of("#filters")
        assert not driver.explorer.record_list.listing.entry_count
        await driver.press("enter")  # offers them
        await driver.press("enter")  # the first
        assert driver.explorer.search_box.text == "type:evacuation actor:ahrar-al-sham"
        assert "actor:ahrar-al-sham ×" in driver.text_of("#filters")
        assert driver.explorer.record_list.listing.entry_count

        await driver.pilot.click("#filters", offset=(3, 0))
        assert driver.explorer.search_box.text == "actor:ahrar-al-sham"


async def test_what_was_searched_instead_of_a_slip_is_said_with_the_way_back(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("evacuated refugess ")
        assert "searched for evacuated refugees instead of" in driver.text_of("#filters")
        assert driver.explorer.record_list.listing.entry_count

        await driver.pilot.click("#filters", offset=(48, 0))
        assert driver.explorer.search_box.text == 'evacuated "refugess"'
        assert "searched for" not in driver.text_of("#filters")
        assert "in text" not in driver.text_of("#list")  # no text has it; a name may be meant


async def test_a_lone_beginning_of_a_filter_leaves_all_records(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        everything = driver.explorer.record_list.listing.entry_count
        await driver.press("slash")
        await driver.type("signed-by:")
        assert driver.explorer.record_list.listing.entry_count == everything
        await driver.press("escape")
        assert not driver.explorer.filter_line.display


async def test_tabs_count_what_is_asked_and_a_filter_s_values_are_counted(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("type:evacuation")
        count = driver.explorer.record_list.listing.entry_count
        assert f"All {count}" in driver.text_of("#tabs")
        assert "Zones 0" in driver.text_of("#tabs")
        await driver.press("enter", "1")
        assert f"Agreements {count}" in driver.text_of("#tabs")
        await driver.press("0", "f")
        await driver.type("guaranteed by")
        await driver.press("enter", "minus")  # leaves out what the first of them guaranteed
        await driver.press("escape")
        assert driver.explorer.search_box.text.startswith("type:evacuation -guaranteed-by:")
        assert 0 < driver.explorer.record_list.listing.entry_count < count
