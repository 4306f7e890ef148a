"""Every command through its keys, in Latin and under the Arabic layout, and when it cannot act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.store import Store
from tests.thoroughly import in_turns, thorough_but
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.config import Config
from tui.explorer.commands import COMMANDS, bindings
from tui.messages import LANGUAGES, catalogue_of
from tui.state import State
from tui.terminal.keyboard import ARABIC_101, ARABIC_MAC

MANY = State(record="zabadani")


def list_cursor(driver: Driver) -> object:
    return driver.explorer.record_list.cursor


def focused(driver: Driver) -> object:
    return driver.app.focused.id if driver.app.focused else None


def rows_from_the_end(driver: Driver) -> int:
    record_list = driver.explorer.record_list
    return record_list.listing.entry_count - record_list.cursor


def kind(driver: Driver) -> object:
    return driver.app.browser.question.kind


def screen(driver: Driver) -> object:
    return type(driver.app.screen).__name__


# What is pressed before, the command's id, what to look at, and what must be seen then.
CASES: list[tuple[str, str, Callable[[Driver], object], object]] = [
    ("g", "next", list_cursor, 1),
    ("g j j", "previous", list_cursor, 1),
    ("g", "next-page", list_cursor, 30),
    ("g", "why", list_cursor, 30),
    ("G", "previous-page", rows_from_the_end, 31),
    ("G", "first", list_cursor, 0),
    ("g", "last", rows_from_the_end, 1),
    ("", "open", focused, "detail"),
    ("tab", "open", screen, "Sources"),
    ("", "next-pane", focused, "detail"),
    ("", "previous-pane", focused, "relations"),
    ("", "later-pane", focused, "detail"),
    ("tab", "earlier-pane", focused, "list"),
    ("tab tab enter", "back", lambda driver: driver.key, "zabadani"),
    ("tab tab enter backspace", "forward", lambda driver: driver.key != "zabadani", True),
    ("tab tab enter", "places", screen, "Places"),
    ("", "zoom", lambda driver: [p.id for p in driver.explorer.panes if p.display], ["list"]),
    ("", "widen", lambda driver: driver.explorer.shares.kept, "list:1"),
    ("", "narrow", lambda driver: driver.explorer.shares.kept, "list:-1"),
    ("", "search", focused, "search-field"),
    ("3", "clear", kind, None),
    ("", "filter", screen, "Filters"),
    ("", "timeline", screen, "TimelineScreen"),
    ("", "map", screen, "MapScreen"),
    ("", "network", screen, "NetworkScreen"),
    ("", "path", lambda driver: "two starred records" in driver.notices[0], True),
    ("", "overview", focused, "overview"),
    ("", "jump", screen, "Jump"),
    ("g j", "range", lambda driver: list(driver.explorer.record_list.range), [1]),
    ("", "overview", lambda driver: driver.explorer.shows_overview, True),
    ("1", "all", kind, None),
    ("", "zones", kind, "zone"),
    ("", "agreements", kind, "agreement"),
    ("", "actors", kind, "actor"),
    ("", "consequences", kind, "consequence"),
    ("", "sources", kind, "source"),
    ("", "browse", lambda driver: "Point at a claim" in driver.notices[0], True),
    ("", "read-text", lambda driver: "masarat source attach" in driver.notices[0], True),
    ("", "sort", lambda driver: driver.app.browser.question.order, "date"),
    ("", "find", focused, "find-field"),
    ("", "cite", lambda driver: "Zabadani / الزبداني (zone)" in driver.app.clipboard, True),
    ("", "copy-markdown", lambda driver: driver.app.clipboard.startswith("---\nkey: z"), True),
    ("", "mark", lambda driver: "Z★Zabadani" in driver.text_of("#list"), True),
    ("", "searches", screen, "Searches"),
    ("s", "undo", lambda driver: "★" in driver.text_of("#list"), False),
    ("s u", "redo", lambda driver: "★" in driver.text_of("#list"), True),
    ("", "export", screen, "ExportDialog"),
    ("", "compare", lambda driver: driver.explorer.kept_to_compare is not None, True),
    ("", "claim", screen, "ClaimCard"),
    ("", "next-claim", lambda driver: driver.explorer.detail.pointed, 0),
    (". .", "previous-claim", lambda driver: driver.explorer.detail.pointed, 0),
    ("", "language", lambda driver: visual("السجلات") in driver.text_of("#list"), True),
    ("", "settings", screen, "Settings"),
    ("", "tour", lambda driver: "/" in driver.text_of("#tour"), True),
    ("", "mouse", lambda driver: "mouse" in driver.notices[-1], True),
    ("", "help", screen, "Help"),
    ("", "palette", screen, "Palette"),
    ("", "quit", lambda driver: driver.app.return_code, 0),
]  # fmt: skip


def each_way() -> list[object]:
    """Each case with the first key of its command, and in turns with what types it elsewhere."""
    found: list[object] = []
    for number, (before, name, look, seen) in enumerate(CASES):
        single = next((key for key in COMMANDS[name].keys if len(key) == 1), "")
        keys = dict.fromkeys(
            (
                COMMANDS[name].keys[0],
                *ARABIC_101.get(single, ())[:1],
                *ARABIC_MAC.get(single, ())[:1],
            )
        )
        # On a Mac v types what ] types elsewhere, which goes forward; z what / does, x what ' does,
        # m what , does; and ] what m does.
        others = {"range": "د", "zoom": "ظ", "browse": "ط", "map": "و", "forward": "ة"}
        keys.pop(others.get(name, ""), None)
        for layout, key in enumerate(keys):
            marks = in_turns(number, layout, of=6) if layout else ()
            found.append(pytest.param(before, name, key, look, seen, marks=marks))
    return found


@pytest.mark.parametrize(("before", "name", "key", "look", "seen"), each_way())
async def test_a_key_does_what_its_command_says(
    before: str,
    name: str,
    key: str,
    look: Callable[[Driver], object],
    seen: object,
    explore: Explore,
    shipped: Store,
) -> None:
    async with explore(shipped, state=MANY) as driver:
        await driver.press(*before.split())
        await driver.press(key)
        assert look(driver) == seen


def test_the_cases_cover_every_command_that_has_a_key() -> None:
    elsewhere = {"next-hit", "previous-hit", "suspend"}
    assert {case[1] for case in CASES} | elsewhere == {
        command.id for command in COMMANDS.values() if command.keys
    }


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("backspace", "nothing to go back to"),
        ("]", "Forward works after going back"),
        ("escape", "All records are shown"),
        ("n", "Nothing is marked"),
    ],
)
async def test_a_key_that_cannot_act_says_why_and_is_dim(
    keys: str, reason: str, small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press(*keys.split())
        assert any(reason in notice for notice in driver.notices)


async def test_the_footer_dims_what_is_impossible_and_presses_like_a_key(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        hints = {hint.command: hint for hint in driver.explorer.footer._hints}
        assert not hints["back"].possible
        assert hints["open"].possible
        at = driver.lines()[-1].index("search")
        await driver.pilot.click("#footer", offset=(at, 0))
        await driver.settle()
        assert focused(driver) == "search-field"


async def test_the_footer_fits_a_narrow_terminal_with_help_and_quit(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(80, 24)) as driver:
        assert "? help" in driver.lines()[-1]
        assert "q quit" in driver.lines()[-1]


async def test_an_empty_store_leaves_only_what_needs_no_record(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as empty:
        async with explore(empty) as driver:
            await driver.press("e", "y", "Y", "enter", "j", "G", "pagedown", "tab", "n")
            assert "There is no record here." in driver.notices
            assert driver.app.is_running
            await driver.press("tab", "slash")
            await driver.type("x")
            assert "nothing found" in driver.lines()[0]


async def test_keys_can_be_given_to_other_commands(small: Store, explore: Explore) -> None:
    config = Config(keys={"export": ("x",), "next": ("down", "ctrl+n"), "sort": ()})
    async with explore(small, config=config) as driver:
        await driver.press("j")
        assert list_cursor(driver) == 0
        await driver.press("ctrl+n")
        assert list_cursor(driver) == 1
        assert "x export" in driver.lines()[-1]
        await driver.press("ء")  # what x types under the Arabic layout
        assert screen(driver) == "ExportDialog"


def test_every_binding_has_the_id_of_its_command() -> None:
    assert {binding.id for binding in bindings()} == {
        command.id for command in COMMANDS.values() if command.keys
    }


@pytest.mark.parametrize("language", thorough_but(["ar"], LANGUAGES))
def test_every_command_has_its_words(language: str) -> None:
    words = catalogue_of("ar" if language == "ar" else "en").forms
    for command in COMMANDS:
        assert words[f"command.{command}"][0]
        assert words[f"command.{command}.help"][0]
