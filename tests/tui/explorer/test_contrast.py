"""Every letter of every screen can be read in every theme, and nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import cycle
from typing import Final

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.selection import Selection
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES

from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tests.tui.explorer.drawn_colours import drawn
from tui.explorer.colours.contrast import DECORATION, LETTERS, ratio
from tui.explorer.colours.depth import colour_depth
from tui.explorer.colours.readable import GROUNDS, HUES, readable_variables
from tui.explorer.commands import COMMANDS
from tui.overview.letters import KIND_LETTERS
from tui.state import State

FULL_RECORD: Final = "four-towns-agreement-2017"
DEPTHS: Final = {
    "full": ("xterm-256color", "truecolor", ColorSystem.TRUECOLOR),
    "palette": ("xterm-256color", "", ColorSystem.EIGHT_BIT),
    "sixteen": ("xterm", "", ColorSystem.STANDARD),
}
DIFFICULT: Final = "textual-light"
_END: Final = {"quit", "suspend", "language"}
"""Commands that lead out of what is looked at."""


async def _scenes(driver: Driver) -> AsyncIterator[str]:
    """Comes by everything that the explorer shows; each stands until the next is asked for."""
    explorer = driver.explorer
    await driver.press("tab", "tab")
    explorer.selections = {explorer.detail: Selection(Offset(0, 0), Offset(9, 3))}
    for severity in ("information", "warning", "error"):
        driver.app.notify(f"it is {severity}", title="Title", severity=severity)
    await driver.settle()
    yield "a record, some of it selected, and notices"
    explorer.selections = {}
    driver.app.clear_notifications()
    await driver.press("slash")
    await driver.type("evacuat")
    yield "a suggestion, and what was found"
    await driver.type("ion year:2017")
    explorer.search_box.field.select_all()
    yield "a query that is selected, and chips"
    await driver.press("enter", "s", "v", "down", "tab")
    yield "a star, a range, and hits"
    await driver.press("slash")
    await driver.type("year:20166")
    yield "a filter that is wrong"
    await driver.press("escape")
    for name in sorted(COMMANDS.keys() - _END):  # else what is looked at is another each time
        explorer.action_command(name)
        await driver.settle()
        if driver.app.screen is not explorer:
            yield name
            while driver.app.screen is not explorer:
                await driver.press("escape")


def _seen(driver: Driver) -> list[Strip]:
    """The screen in its colours, without waiting for a turn of the event loop.

    Of what stands under a dialog nothing is to be read.
    """
    driver.app._refresh_truecolor_filter(driver.app.ansi_theme)
    driver.app.refresh_css(animate=False)
    screen = driver.app.screen
    strips = screen._compositor.render_strips()
    if not isinstance(screen, ModalScreen):
        return strips
    boxes = [widget.region for widget in screen.query("#chooser, #dialog, #picture, .jump-letters")]
    return [strip.crop(box.x, box.right) for box in boxes for strip in strips[box.y : box.bottom]]


@pytest.mark.parametrize("depth", thorough_but(["full"], DEPTHS))
async def test_every_letter_can_be_read_in_every_theme(
    shipped: Store,
    explore: Explore,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
    depth: str,
) -> None:
    term, colours, system = DEPTHS[depth]
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colours)
    assert colour_depth() == depth
    faint: dict[str, str] = {}
    async with explore(shipped, size=(110, 28), state=State(FULL_RECORD)) as driver:
        before = driver.app.theme
        turns = cycle(name for name in driver.app.available_themes if name != DIFFICULT)
        async for scene in _scenes(driver):
            # To take on a theme takes long: each has its turn, the most difficult one always.
            names = (DIFFICULT, next(turns))
            if depth == "sixteen":
                names = (before, DIFFICULT)  # there are two sets of colours
            elif pytestconfig.getoption("--thorough"):
                names = tuple(driver.app.available_themes)
            for theme in map(driver.app.get_theme, names):
                assert theme
                driver.app.set_reactive(type(driver.app).theme, theme.name)
                for piece in drawn(_seen(driver), dark=theme.dark, depth=system):
                    least = DECORATION if piece.is_frame else LETTERS
                    if piece.contrast < least:
                        at = f"{scene}: {piece.text[:20]}"
                        faint.setdefault(at, f"{theme.name} {piece.contrast:.2f} {piece[1:]}")
            driver.app.set_reactive(type(driver.app).theme, before)
            _seen(driver)
    assert faint == {}, "\n".join(f"{k} {v}" for k, v in faint.items())


async def test_without_colours_all_is_told_by_letters_frames_and_styles(
    shipped: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kinds, the prompt, where the user is, what is chosen, found, and impossible now."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with explore(shipped, state=State(FULL_RECORD)) as driver:
        strips = driver.app.screen._compositor.render_strips()
        segments = [segment for strip in strips for segment in strip]
        assert all(
            colour is None or colour.is_default
            for segment in segments
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
        )
        reversed_ = _in_style(driver, "reverse")
        assert "Four Towns agreement (2017)" in reversed_  # the cursor
        assert "All" in reversed_  # the tab that is chosen
        assert "Zones" not in reversed_
        assert driver.lines()[0].startswith(" / ")
        assert driver.lines_of("#list")[0].startswith("╔═ Records ")
        assert driver.lines_of("#detail")[0].startswith("╭─ Agreement ")
        kinds = {line[1] for line in driver.lines_of("#list")[1:-1]}
        assert kinds <= set(KIND_LETTERS.values())
        bold = _in_style(driver, "bold")
        assert " q " in bold
        assert " ⌫ " not in bold  # nothing to go back to
        await driver.press("tab")
        underlined = _in_style(driver, "underline")
        assert "Four Towns agreement (2017)" in underlined  # its cursor, left
        await driver.press("slash")
        await driver.type("rashidin")
        await driver.press("enter", "tab")
        assert "Rashidin" in _in_style(driver, "underline")


@pytest.mark.parametrize("no_colour", ["", "1"])
async def test_where_grounds_are_not_seen_each_cursor_is_reversed_and_underlined_when_left(
    shipped: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch, no_colour: str
) -> None:
    """With sixteen colours or none: in the list, the record, the relations and the overview."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLORTERM", "")
    if no_colour:
        monkeypatch.setenv("NO_COLOR", no_colour)
    async with explore(shipped, state=State(FULL_RECORD)) as driver:
        await driver.press("tab", "full_stop")
        claim = _in_style(driver, "reverse")
        assert "Four Towns agreement (2017)" in _in_style(driver, "underline")
        assert "evacuation agreement · the article" in claim
        await driver.press("tab")
        assert "evacuation agreement · the article" in _in_style(driver, "underline")
        await driver.press("i", "down")
        assert "Agreements" in _in_style(driver, "reverse")
        await driver.press("escape")
        driver.explorer.action_command("jump")
        await driver.settle()
        assert _in_style(driver, "reverse").startswith("a|s|")


async def test_letters_to_jump_to_are_read_where_the_ground_is_the_terminals_own(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State(FULL_RECORD)) as driver:
        for name in ("ansi-dark", "ansi-light"):
            theme = driver.app.get_theme(name)
            assert theme
            driver.app.theme = name
            driver.explorer.action_command("jump")
            await driver.settle()
            pieces = [*drawn(_seen(driver), dark=theme.dark, depth=ColorSystem.TRUECOLOR)]
            assert min(piece.contrast for piece in pieces if not piece.is_frame) >= LETTERS
            await driver.press("escape")


def _in_style(driver: Driver, style: str) -> str:
    strips = driver.app.screen._compositor.render_strips()
    return "|".join(
        s.text for strip in strips for s in strip if s.style and getattr(s.style, style)
    )


def test_all_that_style_sheets_name_goes_together_in_every_theme() -> None:
    """The screens above show each theme a few times; this is each pair of every theme."""
    inks = ["foreground", "text-muted", "text-disabled", *(f"text-{hue}" for hue in HUES)]
    for theme in BUILTIN_THEMES.values():
        if theme.ansi:
            continue
        given = {**theme.to_color_system().generate(), **theme.variables}
        found = readable_variables(theme, given)
        for ground in map(Color.parse, (found[name] for name in GROUNDS)):
            for ink in inks:
                assert ratio(Color.parse(found[ink]).rgb, ground.rgb) >= LETTERS, (theme.name, ink)
            for frame in ("frame", *HUES):
                assert ratio(Color.parse(found[frame]).rgb, ground.rgb) >= DECORATION
