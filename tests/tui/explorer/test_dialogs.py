"""Palette, help, filters and themes: lists that a field narrows."""

from __future__ import annotations

import gc
import weakref

from textual._styles_cache import StylesCache

from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.commands import COMMANDS
from tui.state import State
from tui.terminal.keyboard import cap


async def test_the_help_shows_every_command_with_all_its_keys(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(120, 110)) as driver:
        await driver.press("question_mark")
        text = driver.text_of("#chooser")
        for command in COMMANDS.values():
            line = next(line for line in text.splitlines() if visual(command.explanation()) in line)
            assert "  ".join(cap(key) for key in command.keys) in line


async def test_the_help_narrows_as_one_types_and_runs_what_is_chosen(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("question_mark")
        await driver.type("agreements only")
        rows = [line for line in driver.lines_of("#chooser-list") if line.strip("│ ")]
        assert len(rows) == 2
        await driver.press("enter")
        assert driver.app.browser.question.kind == "agreement"


async def test_the_palette_runs_commands_and_goes_to_records(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("ctrl+p")
        await driver.type("zones only")
        await driver.press("enter")
        assert driver.app.browser.question.kind == "zone"
        await driver.press(":")
        await driver.type("زبداني")
        assert visual("الزبداني") in driver.text_of("#chooser-list")
        await driver.press("enter")
        assert driver.key == "zabadani"
        await driver.press("backspace")
        assert driver.key != "zabadani"


async def test_every_command_is_in_the_palette(small: Store, explore: Explore) -> None:
    async with explore(small, size=(120, 110)) as driver:
        await driver.press("ctrl+p")
        text = driver.text_of("#chooser-list")
        missing = [n for n, each in COMMANDS.items() if visual(each.explanation()) not in text]
        assert missing == []


async def test_escape_leaves_a_dialog_with_nothing_changed(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        before = driver.lines()
        for key in ("question_mark", "ctrl+p", "f", "e"):
            await driver.press(key, "escape")
            assert driver.lines() == before


async def test_a_filter_that_is_chosen_goes_into_the_query_and_can_be_taken_away(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("f")
        await driver.type("russia")
        await driver.press("enter")
        assert driver.explorer.search_box.text == "actor:russia"
        assert driver.explorer.record_list.listing.entry_count > 3
        await driver.press("f")
        await driver.type("2017")
        await driver.press("enter")
        assert driver.app.browser.question.query == "actor:russia year:2017"
        await driver.press("f", "enter")
        assert driver.app.browser.question.query == "year:2017"
        await driver.press("backspace")
        assert driver.app.browser.question.query == "actor:russia year:2017"


async def test_kinds_are_filters_too(shipped: Store, explore: Explore) -> None:
    async with explore(shipped) as driver:
        await driver.press("f")
        await driver.type("conseq")
        await driver.press("enter")
        assert driver.app.browser.question.query == "kind:consequence"
        count = shipped.counts()["consequence"]
        assert driver.explorer.record_list.listing.entry_count == count


async def test_a_theme_is_tried_on_and_kept_only_when_chosen(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        driver.explorer.action_command("theme")
        await driver.settle()
        await driver.press("down")
        assert driver.app.theme != "textual-dark"
        await driver.press("escape")
        assert driver.app.theme == "textual-dark"
        driver.explorer.action_command("theme")
        await driver.settle()
        await driver.type("nord")
        await driver.press("enter")
        assert driver.app.theme == "nord"


async def test_enter_in_the_record_lists_its_sources_and_goes_to_one(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State(record="zabadani")) as driver:
        await driver.press("tab", "enter")
        text = driver.text_of("#chooser")
        assert "sentence" in text
        assert "https://" in text
        await driver.type("gazetteer")
        rows = driver.lines_of("#chooser-list")
        await driver.press("enter")
        assert rows[0].startswith("[")
        assert driver.key == "source:geonames"
        assert driver.app.focused is driver.explorer.detail
        await driver.press("backspace")
        assert driver.key == "zabadani"


async def test_nothing_that_a_closed_dialog_drew_is_kept(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        drawn: list[weakref.ref[StylesCache]] = []
        for key in ("question_mark", "colon", "f", "e", "comma", "question_mark"):
            await driver.press(key)
            if driver.app.screen is not driver.explorer:
                drawn += map(weakref.ref, [
                    widget._styles_cache for widget in driver.app.screen.walk_children()
                ])  # fmt: skip
            await driver.press("escape")
        await driver.press("j", "k")
        gc.collect()
        assert len(drawn) > 12
        assert not [each for each in drawn if each()]
