"""As many panes as there is room for, and every pane within reach at any size."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of, thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.messages import say
from tui.state import State

AT_ZABADANI = State(record="zabadani")


def shown(driver: Driver) -> list[str]:
    return [str(pane.id) for pane in driver.explorer.panes if pane.display]


async def test_a_wide_terminal_shows_three_panes_and_fills_its_width(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, size=(200, 50), state=AT_ZABADANI) as driver:
        assert shown(driver) == ["list", "detail", "relations"]
        regions = [pane.region for pane in driver.explorer.panes]
        assert regions[0].x == 0
        assert regions[2].right == 200
        assert "Zabadani agreement" in driver.text_of("#relations")


async def test_eighty_columns_show_the_list_and_one_other(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, size=(80, 24), state=AT_ZABADANI) as driver:
        assert shown(driver) == ["list", "detail"]
        await driver.press("tab")
        assert shown(driver) == ["list", "detail"]
        await driver.press("tab")
        assert shown(driver) == ["list", "relations"]
        assert "evacuated under" in driver.text_of("#relations")
        await driver.press("tab")
        assert shown(driver) == ["list", "detail"]
        assert driver.app.focused is driver.explorer.record_list


async def test_a_small_terminal_shows_one_pane_with_its_title(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, size=(50, 20), state=AT_ZABADANI) as driver:
        titles = []
        for _ in range(3):
            (only,) = shown(driver)
            titles.append(driver.lines_of(f"#{only}")[0].strip("╭╮─ "))
            await driver.press("tab")
        relations = f"{len(driver.app.browser.related)} relations of Zabadani"
        assert titles == ["Records", "Zone", relations]
        await driver.press("enter")
        assert shown(driver) == ["detail"]
        await driver.press("slash")
        assert shown(driver) == ["list"]


async def test_on_a_small_screen_titles_in_arabic_are_cut_where_they_end_and_names_are_whole(
    shipped: Store, explore: Explore
) -> None:
    state = State(record="four-towns-agreement-2017")
    async with explore(shipped, size=(60, 20), language="ar", state=state) as driver:
        await driver.press("tab", "tab")
        titles = [driver.lines_of("#relations")[0]]
        await driver.press("equals_sign")
        driver.explorer.go_to("afrin-agreement-2018")
        await driver.press("equals_sign")
        titles.append(driver.lines_of("#comparison")[0])
        for title in titles:
            cells = title.strip("╭╮─ ")
            assert cells.startswith("…")
            assert not cells.endswith("…")
        assert driver.app.screen.query_one("#compared-names").max_scroll_y == 0


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_how_much_was_found_is_no_word_cut_in_two(
    shipped: Store, explore: Explore, size: tuple[int, int]
) -> None:
    state = State(query="four towns")
    async with explore(shipped, size=size, state=state) as driver:
        said = driver.lines_of("#search-found")[0].strip()
        assert said == driver.app.browser.answer.in_words or said.endswith("…")
        assert size[0] < 80 or "in part" in said


async def test_growing_brings_the_panes_back(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, size=(50, 20), state=AT_ZABADANI) as driver:
        await driver.press("tab", "tab")
        await driver.pilot.resize_terminal(120, 30)
        await driver.settle()
        assert shown(driver) == ["list", "detail", "relations"]
        assert driver.app.focused is driver.relations


@pytest.mark.parametrize(
    ("size", "language"),
    in_turns_of(
        [(1, 1), (10, 3), (20, 5), (30, 8), (59, 10), (60, 4), (99, 6)], ["en", "ar"], of=2
    ),
)
async def test_no_size_breaks_it(
    size: tuple[int, int], language: str, small: Store, explore: Explore
) -> None:
    async with explore(small, size=size, language=language) as driver:
        await driver.press("j", "tab", "G", "tab", "j", "slash", "z", "escape")
        await driver.press("question_mark", "escape", "e", "escape", "ctrl+p", "escape")
        assert driver.app.is_running
        assert all(len(line) <= size[0] for line in driver.lines())


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize("width", [50, 80])
async def test_the_empty_search_box_says_what_to_type_in_whole_words(
    small: Store, explore: Explore, language: Language, width: int
) -> None:
    async with explore(small, language=language, size=(width, 15)) as driver:
        hint = "search.placeholder" if width == 80 else "search.placeholder-short"
        assert unjoined(visual(say(hint))) in unjoined(driver.lines()[0])
        await driver.pilot.resize_terminal(130 - width, 15)
        await driver.settle()
        other = "search.placeholder" if width == 50 else "search.placeholder-short"
        assert unjoined(visual(say(other))) in unjoined(driver.lines()[0])
