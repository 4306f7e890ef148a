"""Every dialog closes once, however often it is told to in one read of the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.bidi.field import BidiInput
from tui.bidi.textual_seam import install
from tui.config import Config
from tui.explorer.app import Masarat
from tui.explorer.commands import COMMANDS
from tui.explorer.screens.comparing.path_dialog import AskPath
from tui.explorer.screens.confirm_dialog import Confirm
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.returning.name_dialog import AskName
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say
from tui.state import State

ENDING = {"quit", "suspend"}
KEYS = [("enter", "\r"), ("escape", "\x1b"), ("y", "y"), ("down", None)]
LEAVING = [("escape", "\x1b"), ("enter", "\r")]


async def settle(driver: Driver) -> None:
    """Wait for what was sent, but not for an export that waits for an answer itself."""
    for _ in range(2):
        await driver.pilot.pause()


async def opened(driver: Driver, name: str) -> bool:
    """Start from the explorer, and open what a command opens; whether it is a dialog."""
    for _ in driver.app.screen_stack[1:]:
        await driver.pilot.press("escape")
        await settle(driver)
    assert driver.explorer.is_active
    begin(driver, name)
    await settle(driver)
    return not driver.explorer.is_active


def begin(driver: Driver, name: str) -> None:
    """Do what a command does, and leave what it opens to be drawn later."""
    if name == "confirm":
        driver.app.push_screen(Confirm("?"))
    elif name == "path":
        driver.app.push_screen(AskPath("?", "path.md"))
    elif name == "name":
        driver.app.push_screen(AskName("?", "qatar", {}))
    elif name == "sources":
        driver.explorer.open_sources()
    else:
        driver.explorer.action_command(name)


async def dialogs(driver: Driver) -> list[str]:
    """The commands that open a dialog, and what else does."""
    names = [name for name in COMMANDS if name not in ENDING]
    others = ("sources", "path", "name", "confirm")
    return [name for name in (*names, *others) if await opened(driver, name)]


async def send(driver: Driver, *sent: events.Event) -> None:
    """Give the program several events before it can answer the first."""
    for event in sent:
        event.set_sender(driver.app)
        driver.app.post_message(event)
    await settle(driver)


@pytest.mark.parametrize("key", thorough_but(KEYS[:1], KEYS))
async def test_keys_that_come_twice_in_one_read_close_a_dialog_once(
    small: Store, explore: Explore, key: tuple[str, str | None]
) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        names = await dialogs(driver)
        assert {"filter", "help", "palette", "export", "theme", "sources", "confirm"} <= set(names)
        for name in names:
            await opened(driver, name)
            twice = [events.Key(*each) for each in (key, key, *LEAVING)]
            await send(driver, *twice)
            assert driver.explorer.is_running, name
        assert driver.app.is_running


async def test_clicks_that_come_twice_close_a_list_once(small: Store, explore: Explore) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        for name in await dialogs(driver):
            await opened(driver, name)
            for chosen in driver.app.screen.query(CursorList):
                if not chosen.listing.entry_count:
                    continue
                message = CursorList.Opened(chosen, chosen.selected_key)
                for _ in range(3):
                    chosen.post_message(message)
                await settle(driver)
                assert driver.explorer.is_active or driver.app.screen_stack[-1].is_running


async def test_what_comes_after_leaving_the_themes_changes_none(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await opened(driver, "theme")
        await send(driver, events.Key("down", None), events.Key("escape", "\x1b"))
        chosen = driver.app.theme
        await opened(driver, "theme")
        await send(
            driver,
            events.Key("escape", "\x1b"),
            events.Key("down", None),
            events.Key("down", None),
        )
        assert driver.app.theme == chosen == "textual-dark"


async def test_a_dialog_below_another_is_not_closed_in_its_place(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await opened(driver, "filter")
        below = driver.app.screen
        assert isinstance(below, Dialog)
        driver.app.push_screen(Confirm("?"))
        await settle(driver)
        below.dismiss(None)
        await settle(driver)
        assert isinstance(driver.app.screen, Confirm)
        await driver.press("n", "escape")
        assert driver.explorer.is_active


@pytest.mark.parametrize(
    ("key", "title"), [("f", "filters.title"), ("question_mark", "help.title")]
)
async def test_a_key_that_comes_twice_opens_one_dialog(
    small: Store, explore: Explore, key: str, title: str
) -> None:
    async with explore(small) as driver:
        character = "?" if key == "question_mark" else key
        await send(driver, events.Key(key, character), events.Key(key, character))
        assert len(driver.app.screen_stack) == 2
        assert say(title) in driver.text_of("#chooser")


async def test_a_dialog_that_is_closed_before_it_is_drawn_closes(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        for name in await dialogs(driver):
            if not driver.explorer.is_active:  # the last of them is still open
                await driver.pilot.press("escape")
                await settle(driver)
            begin(driver, name)
            dialog = driver.app.screen
            if isinstance(dialog, Dialog):
                dialog.dismiss(None)
            await settle(driver)
            assert driver.explorer.is_active, name


@pytest.mark.parametrize("name", ["filter", "help", "palette", "theme"])
async def test_a_dialog_that_is_asked_for_when_the_explorer_is_left_never_opens(
    small: Store, explore: Explore, name: str
) -> None:
    async with explore(small) as driver:
        driver.app.leave()
        begin(driver, name)
        await driver.pilot.pause()
        assert driver.app.defect is None


async def test_keys_that_wait_are_not_typed_once_the_program_is_left(
    small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install()
    app = Masarat(small, Config(), State(), tmp_path / "state.json")
    typed: list[str] = []
    monkeypatch.setattr(BidiInput, "replace", lambda _, text, start, end: typed.append(text))

    def leave() -> None:
        for _ in range(100):
            app.explorer.search_box.field.post_message(events.Key("x", "x"))
        app.leave()

    app.call_later(app.call_after_refresh, leave)
    # Textual's pilot drops what waits; only without one is the end as it is in a terminal.
    assert await app.run_async(headless=True) == 0
    assert not typed
