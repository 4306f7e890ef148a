"""The first screen: what the store holds, all of which can be followed; and empty panes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.explorer.panes.overview import OverviewPane
from tui.explorer.widgets.cursor_list import CursorList
from tui.overview.content import Asked
from tui.state import State


def pane(driver: Driver) -> OverviewPane:
    return driver.explorer.query_one(OverviewPane)


def said(driver: Driver, selector: str) -> str:
    """What a pane says, as if it were not wrapped."""
    return " ".join(line.strip(" │") for line in driver.lines_of(selector) if line.strip(" │"))


async def press_tile(driver: Driver, label: str) -> None:
    """Follow the tile with that label, by the keys that a person would press."""
    tiles = [tile.label for tile in pane(driver)._tiles]
    await driver.press("g", *["j"] * tiles.index(label), "enter")


async def test_who_leaves_it_before_it_has_the_focus_stays_where_they_went(
    explore: Explore, small: Store
) -> None:
    """What tells of the focus comes after it has gone on."""
    async with explore(small, state=State()) as driver:
        await driver.press("tab")
        driver.explorer.show_overview()
        driver.explorer.step_pane(1, around=True)
        await driver.settle()
        assert driver.explorer.pane is driver.explorer.record_list
        assert driver.explorer.next_pane is driver.explorer.detail
        assert not driver.explorer.shows_overview


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_who_was_never_here_sees_what_there_is_and_follows_it(
    explore: Explore, shipped: Store, language: Language
) -> None:
    overview = shipped.overview()
    async with explore(shipped, state=State(), language=language) as driver:
        assert driver.explorer.shows_overview
        assert driver.key == ""

        # A kind leads to its list, and the way back to the overview.
        await driver.press("j", "enter")
        assert driver.app.browser.question.kind == "agreement"
        count = driver.explorer.record_list.listing.entry_count
        assert count == overview.statistics.records["agreement"]
        assert driver.explorer.pane is driver.explorer.record_list
        await driver.press("backspace")
        assert driver.explorer.shows_overview
        assert pane(driver).cursor == 1

        # A year leads to as many as it says.
        year = next(period for period in overview.periods if period.first == 2016)
        await press_tile(driver, "2016")
        assert driver.app.browser.question.query == "year:2016"
        assert driver.explorer.record_list.listing.entry_count == year.number

        # So does what became of agreements, and how sources were read.
        for field, kind in (("outcome", "agreement"), ("type", "agreement"), ("reading", "source")):
            share = [each for each in overview.shares if each.field == field][-1]
            await driver.press("i")
            tiles = [tile.target for tile in pane(driver)._tiles]
            await driver.press("g", *["j"] * tiles.index(Asked(share.query, kind)), "enter")
            assert driver.app.browser.query == f"{share.query} kind:{kind}"
            assert driver.explorer.record_list.listing.entry_count == share.number

        # A record that stands out leads to its page, also under the mouse.
        await driver.press("i")
        await press_tile(driver, overview.actors[0].row.name.prefer(language))
        assert driver.key == overview.actors[0].row.key
        assert driver.explorer.pane is driver.explorer.detail
        await driver.press("i")
        name = overview.disagreements[2].row.name.prefer(language)
        number = [tile.label for tile in pane(driver)._tiles].index(name)
        y = pane(driver)._lines_of_tiles[number] - round(pane(driver).scroll_y)
        x = 20 if language == "ar" else pane(driver).size.width - 20
        await driver.pilot.click(OverviewPane, offset=(x, y + 1))
        await driver.settle()
        assert driver.key == overview.disagreements[2].row.key


async def test_the_overview_gives_way_to_a_record_and_escape_brings_it_back(
    explore: Explore, shipped: Store
) -> None:
    async with explore(shipped, state=State(), size=(80, 24)) as driver:
        await driver.press("slash", *"zabadani")
        assert not driver.explorer.shows_overview
        assert driver.key == "zabadani"
        await driver.press("escape")
        assert driver.explorer.shows_overview
        await driver.press("L")
        assert driver.explorer.shows_overview
        assert "منطقة" not in said(driver, "#overview")  # shaped, and in visual order
        await driver.press("L", "y")
        assert "There is no record here." in driver.notices
        await driver.press("tab")
        assert not driver.explorer.shows_overview
        assert driver.key == driver.explorer.record_list.selected_key != ""
        await driver.press("q")
        assert driver.app.return_code == 0


@pytest.mark.parametrize(("language", "said_there"), [("en", "Most conn"), ("ar", "أكثر")])
async def test_it_is_saved_as_a_picture_with_its_sources_like_every_other(
    explore: Explore, shipped: Store, tmp_path: Path, language: Language, said_there: str
) -> None:
    file = tmp_path / "overview.svg"
    async with explore(shipped, state=State(), language=language) as driver:
        await driver.press("e")
        field = driver.app.screen.query_one(Input)
        assert field.value == "masarat-overview.svg"
        field.value = str(file)
        await driver.press("enter")
        written = file.read_text("utf-8").replace("\u00a0", " ")
        assert said_there in written
        assert "https://" in written
        assert any(str(file) in notice for notice in driver.notices)
        assert driver.explorer.shows_overview


async def test_of_an_empty_store_no_overview_is_saved(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as empty:
        async with explore(empty, state=State()) as driver:
            await driver.press("e")
            assert isinstance(driver.app.screen, type(driver.explorer))
            assert "There is no record here." in driver.notices


async def test_who_was_here_before_goes_on_where_they_were(explore: Explore, small: Store) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        assert not driver.explorer.shows_overview
        assert driver.key == "zabadani"


async def test_on_a_small_screen_all_of_it_can_be_reached(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State(), size=(30, 10)) as driver:
        await driver.press("G")
        last = pane(driver)._tiles[-1].label
        assert last[:12] in said(driver, "#overview")
        await driver.press("g", "k")
        assert "Agreements by which" in said(driver, "#overview")


async def test_an_empty_store_says_what_can_be_done_at_each_start(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as store:
        async with explore(store, state=State(record="zabadani")) as driver:
            shown = said(driver, "#overview")
            for command in ("masarat import FILE", "masarat create", "masarat --store"):
                assert command in shown
            assert "i says what can be done" in said(driver, "#list")
            await driver.press("enter", "tab", "tab", "slash", "x", "enter", "escape", "i", "j")
            assert driver.explorer.shows_overview


async def test_a_store_that_was_made_is_told_of(explore: Explore, tmp_path: object) -> None:
    path = f"{tmp_path}/new.db"
    with Store(path) as store:
        async with explore(store, state=State(), size=(160, 40)) as driver:
            assert "A new store was made in" in said(driver, "#overview")
        async with explore(store) as driver:
            assert any(path in notice for notice in driver.notices)
    with Store(path) as store:
        assert not store.is_new


async def test_empty_panes_and_dialogs_say_what_to_do_next(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("slash", *"qqzzx wwzzq")
        listed = said(driver, "#list")
        assert "Nothing found." in listed
        assert "fewer find more" in listed
        await driver.press("escape", "slash", *"besiegde", "enter")
        assert "besieged" in "\n".join(driver.lines())  # what was searched instead
        assert driver.explorer.record_list.listing.entry_count

        await driver.press("slash", *"besieged", "enter", "4")
        assert "Among the other kinds there are 2" in said(driver, "#list")
        assert "What the list finds is shown here" in said(driver, "#detail")
        await driver.press("0", "slash", *"marked:yes", "enter")
        assert "No record has a star yet" in said(driver, "#list")
        await driver.press("slash", *"besieged year:1999")
        assert "Take a filter away" in said(driver, "#list")
        await driver.press("escape", "escape", "3")
        for key, hint in (("colon", "No command and no record"), ("question_mark", "take letters"),
                          ("f", "No filter and no value")):  # fmt: skip
            await driver.press(key, *"zzzz")
            assert hint in "\n".join(driver.lines())
            await driver.press("escape")


@pytest.mark.parametrize("columns", [40, 160])
async def test_word_of_the_focus_may_come_after_what_had_it_was_put_away(
    explore: Explore, small: Store, columns: int
) -> None:
    async with explore(small, size=(columns, 30)) as driver:
        explorer = driver.explorer
        await driver.press("tab")
        for hidden in (explorer.detail, explorer.panes[-1]):
            explorer.enter_pane(hidden)
            explorer.look_over()
            await driver.settle()
            hidden.post_message(events.DescendantFocus(hidden))
            hidden.post_message(CursorList.Opened(hidden, "idlib"))
            await driver.settle()
            assert explorer.shows_overview
            assert explorer.pane is pane(driver)

            explorer.show_record("zabadani")
            explorer.post_message(events.DescendantFocus(pane(driver)))
            await driver.press("tab")
            assert driver.key == "zabadani"
            assert explorer.pane in explorer.panes


async def test_names_with_a_bar_are_whole_where_a_short_bar_has_room(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, size=(120, 50)) as driver:
        await driver.press("i")
        assert "reconciliation agreement " in driver.text_of("OverviewPane")
