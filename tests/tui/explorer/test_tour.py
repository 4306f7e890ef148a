"""The tour: each step is done by its key, it covers nothing, and it can be left at any time."""

from __future__ import annotations

from typing import Any

import pytest
from textual.geometry import Region

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Driver, Explore
from tui.config import Config
from tui.explorer.commands import COMMANDS
from tui.explorer.commands.touring.steps import STEPS
from tui.explorer.screens.explorer import Explorer
from tui.explorer.screens.teaching.tour_box import TourBox
from tui.messages import say
from tui.state import State, load_state

WALK = {
    "search": ["slash"],
    "type": [*"zabadani", "enter"],
    "next": ["down"],
    "read": ["tab"],
    "point": ["full_stop"],
    "claim": ["c", "escape"],
    "relations": ["tab"],
    "follow": ["enter"],
    "back": ["backspace"],
    "timeline": ["t", "escape"],
    "help": ["question_mark", "escape"],
}
"""What a person presses at each step."""


def box(driver: Driver) -> TourBox | None:
    found = driver.explorer.query(TourBox)
    return found.first() if found else None


def step(driver: Driver) -> str:
    """The step that the box is about, empty without a box."""
    shown = box(driver)
    return STEPS[_number(shown) - 1].name if shown else ""


def _number(shown: TourBox) -> int:
    return next(
        number
        for number in range(1, len(STEPS) + 1)
        if say("tour.title", number=number, total=len(STEPS)) == shown._title
    )


def regions(driver: Driver) -> list[Region]:
    """Where everything on the screen stands that is not the box."""
    explorer = driver.explorer
    panes = [pane.region for pane in explorer.panes if pane.display]
    return [explorer.search_box.region, explorer.tabs.region, explorer.footer.region, *panes]


def test_every_step_is_of_a_command() -> None:
    assert {each.command for each in STEPS} <= COMMANDS.keys()
    assert WALK.keys() == {each.name for each in STEPS}


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("ar", (120, 36))])
async def test_whoever_presses_what_is_asked_comes_to_the_end(
    explore: Explore, shipped: Store, language: Language, size: tuple[int, int]
) -> None:
    walked = []
    async with explore(shipped, size=size, language=language, state=State()) as driver:
        await driver.press("f9")
        while (name := step(driver)) and name not in walked:
            walked.append(name)
            shown = box(driver)
            assert shown
            assert not any(shown.region.overlaps(region) for region in regions(driver)), name
            # What there is to read is read whole.
            width, height = shown.content_size
            wanted = shown.get_content_height(shown.size, driver.explorer.size, width)
            assert wanted <= height, name
            assert driver.explorer.record_list.content_size.height >= 10
            await driver.press(*WALK[name])
    assert walked == [each.name for each in STEPS]


async def test_escape_ends_it_and_does_nothing_else(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("f9", "slash", *"zaba")
        assert step(driver) == "type"
        await driver.press("escape")
        assert box(driver) is None
        assert driver.explorer.is_searching
        assert driver.explorer.search_box.text == "zaba"
        await driver.press("escape")
        assert not driver.explorer.is_searching


async def test_a_key_that_is_not_asked_for_ends_it_and_does_what_it_does(
    explore: Explore, small: Store
) -> None:
    async with explore(small) as driver:
        await driver.press("f9", "2")
        assert box(driver) is None
        assert driver.app.browser.question.kind == "agreement"


async def test_whoever_looks_around_or_presses_twice_is_not_thrown_out(
    explore: Explore, small: Store
) -> None:
    async with explore(small) as driver:
        await driver.press("f9", "down", "up", "G", "g", "L")
        assert step(driver) == "search"
        await driver.press("L", "slash", *"zabadani", "enter", "down", "down", "tab")
        await driver.press("full_stop", "full_stop")
        assert step(driver) == "claim"


async def test_f9_goes_on_without_doing_and_ends_behind_the_last(
    explore: Explore, small: Store
) -> None:
    seen = []
    async with explore(small) as driver:
        await driver.press("f9")
        while (name := step(driver)) and len(seen) <= len(STEPS):
            seen.append(name)
            await driver.press("f9")
        assert seen[0] == "search"
        assert seen[-1] == "help"
        assert "type" not in seen  # nobody is in the box
        await driver.press("f9")
        assert step(driver) == "search"


async def test_a_name_that_is_not_found_is_asked_for_again(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("f9", "slash", *"qqqqq", "enter")
        assert step(driver) == "search"


async def test_an_empty_store_shows_what_can_be_shown(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as empty:
        async with explore(empty, state=State()) as driver:
            await driver.press("f9")
            assert step(driver) == "search"
            await driver.press("f9", "f9", "f9", "f9", "f9", "f9", "f9", "f9", "f9", "f9")
            assert driver.app.defect is None


async def test_its_steps_name_the_keys_that_the_user_chose(explore: Explore, small: Store) -> None:
    config = Config(keys={"search": ("ctrl+k",), "clear": ("f7",), "next-claim": ()})
    async with explore(small, config=config) as driver:
        await driver.press("f9")
        assert "ctrl+k" in driver.text_of("#tour").lower()
        await driver.press("ctrl+k", *"zabadani", "enter", "down", "tab")
        assert step(driver) == "claim"  # pointing has no key
        await driver.press("f7")
        assert box(driver) is None


async def test_it_is_offered_once_and_quietly(explore: Explore, small: Store) -> None:
    offer = say("overview.tour", key="F9")
    async with explore(small, state=State()) as driver:
        assert offer in " ".join(driver.text_of("#overview").split())
        assert driver.notices == []
        await driver.press("tab", "i")
        assert offer in " ".join(driver.text_of("#overview").split())
        await driver.press("q")
        state = load_state(driver.app._saved_in)
    assert state.tour == "offered"
    async with explore(small, state=State(tour="offered")) as driver:
        assert driver.explorer.shows_overview
        assert offer not in " ".join(driver.text_of("#overview").split())


async def test_it_leaves_nothing_for_the_next_start(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        driver.app.keeps_frame = True
        await driver.press("f9")
        driver.app.leave()  # as Ctrl+Q in a dialog does, which is no command
        await driver.settle()
        frame = driver.app.kept_frame
    assert "Records" in frame
    assert say("tour.title", number=1, total=len(STEPS)) not in frame


async def test_it_can_be_what_the_explorer_begins_with(
    explore: Explore, small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = Explorer.__init__

    def with_tour(self: Explorer, *arguments: Any, **named: Any) -> None:
        began(self, *arguments, **named)
        self.begins_with = "tour"

    monkeypatch.setattr(Explorer, "__init__", with_tour)
    async with explore(small) as driver:
        assert step(driver) == "search"
