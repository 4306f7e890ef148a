"""What a step over a picture costs: what did not change is neither laid out nor ordered again."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.widgets.picturing import picture_view

STEPS = {"t": ["space", "ctrl+u"], "m": ["shift+right", "shift+left"]}


@pytest.mark.parametrize("key", STEPS)
async def test_a_step_lays_no_screen_out(
    explore: Explore, shipped: Store, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with explore(shipped) as driver:
        await driver.press(key, "0", "plus", "plus")
        before = driver.text_of("#picture-detail")
        laid_out: list[object] = []
        lay_out = Screen._refresh_layout

        def count(screen: Screen[object], *arguments: object) -> None:
            laid_out.append(screen)
            lay_out(screen, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Screen, "_refresh_layout", count)
        await driver.press(STEPS[key][0])
        if key == "t":  # the cursor stays in sight, and what is said of it follows
            assert driver.text_of("#picture-detail") != before
        assert not laid_out


@pytest.mark.parametrize("key", STEPS)
async def test_no_search_is_made_ready_while_a_picture_is_drawn(
    explore: Explore, shipped: Store, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with explore(shipped) as driver:
        made_ready: list[object] = []
        monkeypatch.setattr(
            driver.explorer.browser, "get_ready", lambda **_: made_ready.append(key) or False
        )
        driver.explorer._get_ready()
        assert made_ready
        await driver.press(key)
        made_ready.clear()
        driver.explorer._get_ready()
        assert not made_ready


@pytest.mark.parametrize("key", STEPS)
async def test_text_that_was_drawn_is_ordered_once(
    explore: Explore, shipped: Store, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with explore(shipped, language="ar") as driver:
        there, back = STEPS[key]
        await driver.press(key, "0", "plus", "plus", there, back)
        ordered: list[object] = []
        monkeypatch.setattr(
            picture_view, "cells_of", lambda run, **_: ordered.append(run) or run.text
        )
        await driver.press(there, back)
        assert not ordered
