"""Keys that come faster than what they do: each finds what the one before has opened."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key

from store.store import Store
from tests.tui.conftest import Driver, Explore
from tui.config import Config
from tui.explorer.screens.picturing.map_screen import MapScreen
from tui.terminal.sent.escaped import EscapedKey

KEYS = {"\x1b": "escape", "\r": "enter", "\x15": "ctrl+u", "\t": "tab"}


def key_of(letter: str) -> events.Key:
    return events.Key(KEYS.get(letter) or _character_to_key(letter), letter)


async def press_at_once(driver: Driver, letters: str) -> None:
    """As a machine does that was busy while somebody typed."""
    for letter in letters:
        driver.app.post_message(key_of(letter))
    await driver.settle()
    await driver.settle()


@pytest.mark.parametrize("picture", "tmwi")
async def test_escape_leaves_what_the_key_before_opens(
    explore: Explore, shipped_to_read: Store, picture: str
) -> None:
    async with explore(shipped_to_read) as driver:
        await press_at_once(driver, f"{picture}\x1b")
        assert driver.app.screen is driver.explorer


async def test_nothing_that_is_typed_into_a_field_is_done_elsewhere(
    explore: Explore, shipped_to_read: Store
) -> None:
    async with explore(shipped_to_read) as driver:
        await press_at_once(driver, "t\x1bm\x1bw\x1b/\x15eeff\x1b/truce")
        assert driver.app.screen is driver.explorer
        assert driver.explorer.search_box.text == "truce"


async def test_keys_go_to_the_picture_that_the_key_before_opens(
    explore: Explore, shipped_to_read: Store
) -> None:
    async with explore(shipped_to_read) as driver:
        await press_at_once(driver, "m/zabadani\r")
        assert isinstance(driver.app.screen, MapScreen)
        assert driver.explorer.search_box.text == ""


async def test_what_is_pasted_goes_to_the_field_that_the_key_before_enters(
    explore: Explore, shipped_to_read: Store
) -> None:
    async with explore(shipped_to_read) as driver:
        driver.app.post_message(key_of("m"))
        driver.app.post_message(key_of("\x1b"))
        driver.app.post_message(key_of("/"))
        driver.app.post_message(events.Paste("idlib"))
        driver.app.post_message(key_of("s"))
        await driver.settle()
        assert driver.explorer.search_box.text == "idlibs"


async def test_a_key_right_behind_an_escape_is_done_after_it(
    explore: Explore, shipped_to_read: Store
) -> None:
    async with explore(shipped_to_read) as driver:
        await driver.press("m")
        driver.app.post_message(EscapedKey(key_of("/")))
        driver.app.post_message(key_of("e"))
        await driver.settle()
        assert driver.app.screen is driver.explorer
        assert driver.explorer.search_box.text == "e"


async def test_a_key_that_is_chosen_with_alt_is_no_escape(
    explore: Explore, shipped_to_read: Store
) -> None:
    async with explore(shipped_to_read, config=Config(keys={"map": ("alt+y",)})) as driver:
        driver.app.post_message(EscapedKey(key_of("y")))
        await driver.settle()
        assert isinstance(driver.app.screen, MapScreen)


async def test_what_never_comes_back_keeps_no_key_waiting(
    explore: Explore, shipped_to_read: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(shipped_to_read) as driver:
        app = driver.app
        app._on_its_way.append((key_of("x"), app))  # to what has not the focus
        with monkeypatch.context() as patched:
            patched.setattr(app, "_pass_behind", lambda *_: None)  # whoever is asked says nothing
            await driver.press("/")
            assert not driver.explorer.is_searching
        app._followed_at -= 3
        await driver.type("a")
        assert driver.explorer.search_box.text == "a"
        await press_at_once(driver, "b\x1b\x1bm\x1b/c")
        assert driver.explorer.search_box.text == "c"
