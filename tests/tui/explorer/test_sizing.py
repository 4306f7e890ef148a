"""`z` gives a pane the whole screen; `-` and `+` give it less and more, kept between starts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tests.tui.explorer.test_sizes import shown
from tui.bidi import visual
from tui.explorer.panes import PANES
from tui.explorer.screens.sizing.shares import Shares
from tui.messages import say
from tui.state import State

AT_ZABADANI: Final = State(record="zabadani")


def widths(driver: Driver) -> dict[str, int]:
    return {str(pane.id): pane.region.width for pane in driver.explorer.panes if pane.display}


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_pane_has_the_whole_screen_and_gives_it_back(
    small: Store, explore: Explore, language: Language
) -> None:
    async with explore(small, language=language, state=AT_ZABADANI) as driver:
        before = widths(driver)
        await driver.press("tab", "z")
        assert widths(driver) == {"detail": 120}
        assert visual(say("command.zoom.back")) in driver.text_of("#footer")
        await driver.press("tab")
        assert widths(driver) == {"relations": 120}
        await driver.press("plus", "minus")
        assert driver.notices == [say("obstacle.zoomed")]
        await driver.press("z")
        assert widths(driver) == before
        assert driver.app.focused is driver.relations


async def test_what_is_opened_from_the_list_has_the_whole_screen_too(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("z", "enter")
        assert shown(driver) == ["detail"]
        await driver.press("slash")
        assert shown(driver) == ["list"]
        await driver.press("escape", "i")
        assert shown(driver) == ["overview"]
        await driver.press("f6")
        assert shown(driver) == ["list", "overview"]


async def test_a_narrow_terminal_says_why_not(small: Store, explore: Explore) -> None:
    async with explore(small, size=(59, 20), state=AT_ZABADANI) as driver:
        await driver.press("z", "plus", "minus")
        assert driver.notices == [say("obstacle.one-pane")]
        assert not driver.explorer.is_zoomed


async def test_relations_are_said_to_be_of_whom_only_while_the_record_is_out_of_sight(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(140, 36), state=AT_ZABADANI) as driver:
        relations = driver.relations
        beside = relations.border_title
        for keys in (("z", "L", "z", "L"), ("tab", "tab", "z", "L", "L", "z")):
            await driver.press(*keys)
            assert relations.border_title == beside
        await driver.press("z")
        assert "Zabadani" in str(relations.border_title)
        await driver.press("z")
        assert relations.border_title == beside


async def test_the_footer_offers_what_a_terminal_of_another_size_can_do(
    small: Store, explore: Explore
) -> None:
    back = visual(say("command.zoom.back"))
    async with explore(small, size=(120, 20), state=AT_ZABADANI) as driver:
        await driver.press("z")
        for width in (50, 70):
            await driver.pilot.resize_terminal(width, 20)
            await driver.settle()
            assert (back in driver.text_of("#footer")) == (width == 70)


async def test_zoomed_or_not_every_size_is_right(small: Store, explore: Explore) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("tab", "z")
        await driver.pilot.resize_terminal(50, 20)
        await driver.settle()
        assert shown(driver) == ["detail"]
        await driver.pilot.resize_terminal(140, 30)
        await driver.settle()
        assert widths(driver) == {"detail": 140}
        await driver.press("z")
        assert shown(driver) == ["list", "detail", "relations"]


@pytest.mark.parametrize("size", [(60, 20), (120, 36)])
async def test_a_pane_grows_and_shrinks_until_one_would_have_no_room(
    small: Store, explore: Explore, size: tuple[int, int]
) -> None:
    async with explore(small, size=size, state=AT_ZABADANI) as driver:
        for key, sign, told in (("plus", 1, "widen"), ("minus", -1, "narrow")):
            widest = widths(driver)["list"]
            for _ in range(16):
                await driver.pilot.press(key)
                await driver.pilot.pause()
                now = widths(driver)
                assert (now["list"] - widest) * sign >= 0
                assert min(now.values()) >= 24
                assert sum(now.values()) == size[0]
                widest = now["list"]
            assert say(f"obstacle.{told}") in driver.notices


async def test_widths_are_kept_until_the_next_start_and_let_go_where_there_is_no_room(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        plain = widths(driver)
        await driver.press("tab", *["plus"] * 4)
        wide = widths(driver)
        assert wide["detail"] > plain["detail"]
        driver.app._save()
    kept = json.loads((tmp_path / "state.json").read_text("utf-8"))["widths"]
    async with explore(small, state=AT_ZABADANI._replace(widths=kept)) as driver:
        assert widths(driver) == wide
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert min(widths(driver).values()) >= 24
        await driver.pilot.resize_terminal(120, 36)
        await driver.settle()
        assert widths(driver) == wide


@given(st.text(max_size=60) | st.just("list:99999999999 detail:-5 x:² y:٣ :3 relations:--1"))
def test_whatever_is_kept_the_shares_are_sound(kept: str) -> None:
    own = {pane(): pane.weight for pane in PANES}
    for width in (100, 120, 400):
        weights = Shares(kept).weights(own, width)
        assert min(weights.values()) > 0
    assert Shares(Shares(kept).kept).kept == Shares(kept).kept
