"""The timeline on the screen: the present question, moving, zooming, opening, saving."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Static

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.explorer.screens.explorer import Explorer
from tui.explorer.screens.picturing.timeline_screen import TimelineScreen
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.pictures.timeline import walking
from tui.state import State

FOUR_TOWNS = "four-towns-agreement-2017"


def screen(driver: Driver) -> TimelineScreen:
    shown = driver.app.screen
    assert isinstance(shown, TimelineScreen)
    return shown


def marked(driver: Driver) -> str:
    """The moment under the cursor, as what stands below the picture says it."""
    return driver.text_of("#picture-detail")


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_it_begins_at_the_record_moves_zooms_and_opens(
    explore: Explore, shipped: Store, tmp_path: Path, language: Language
) -> None:
    state = State(record=FOUR_TOWNS, query="year:2017 kind:agreement")
    async with explore(shipped, state=state, language=language) as driver:
        await driver.press("t")
        later, earlier = ("left", "right") if language == "ar" else ("right", "left")
        view = screen(driver)._view
        here = walking.chosen(screen(driver)._timeline, view)
        assert here
        assert (here.record.key, here.fact.property) == (FOUR_TOWNS, "date")
        assert any(run.style == "cursor" for line in drawn(driver) for run in line)

        # Time and lanes; a key at an end does nothing.
        await driver.press(later)
        assert screen(driver)._view.moment == view.moment + 1
        await driver.press(earlier, "home", earlier, earlier)
        assert screen(driver)._view.moment == 0
        await driver.press("down")
        assert screen(driver)._view.lane == view.lane + 1
        await driver.press("up", "end", later)

        # Nearer and back, along the axis, and all of it.
        days = screen(driver)._view.scale
        assert days
        await driver.press("plus", "plus", "minus")
        nearer = screen(driver)._view.scale
        assert nearer
        assert nearer.days == pytest.approx(days.days / 2)
        await driver.press("pageup", "pagedown", "shift+left", "0")

        # Other lanes, the record staying under the cursor.
        chosen = walking.chosen(screen(driver)._timeline, screen(driver)._view)
        await driver.press("o", "o")
        assert screen(driver)._timeline.grouping == "type"
        assert walking.chosen(screen(driver)._timeline, screen(driver)._view) is chosen

        # What is there is saved, in a file that carries its sources.
        await driver.press("e")
        driver.app.screen.query_one(Input).value = str(tmp_path / "time.svg")
        await driver.press("enter")
        written = (tmp_path / "time.svg").read_text("utf-8")
        assert "https://" in written

        await driver.press("question_mark", "enter")
        assert isinstance(driver.app.screen, Explorer)
        assert chosen
        assert driver.key == chosen.record.key


def drawn(driver: Driver) -> tuple[tuple[object, ...], ...]:
    return driver.app.screen.query_one(PictureView).picture.lines  # type: ignore[return-value]


async def test_only_what_the_list_shows_is_on_it(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("2", "t")
        kinds = {each.record.kind for each in screen(driver)._found.moments}
        assert kinds == {"agreement"}
        await driver.press("escape", "1", "t", "slash")
        assert driver.explorer.is_searching
        await driver.press("escape", "5", "t")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.notices


async def test_what_has_no_date_is_listed_and_opened(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("t", "u", "enter")
        undated = {row.key for row in small.dated(small.every_key()).undated}
        assert driver.key in undated
        assert isinstance(driver.app.screen, Explorer)


async def test_the_mouse_points_opens_and_zooms(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State(query="year:2017 kind:agreement")) as driver:
        await driver.press("t")
        view = driver.app.screen.query_one(PictureView)
        (column, line), key = next(
            ((run.column, y), run.key)
            for y, runs in enumerate(view.picture.lines)
            for run in runs
            if run.text == "●" and run.key and run.style != "cursor"
        )
        await driver.pilot.click(PictureView, offset=(column, line))
        await driver.settle()
        chosen = walking.chosen(screen(driver)._timeline, screen(driver)._view)
        assert chosen
        assert chosen.record.key == key
        await driver.pilot.click(PictureView, offset=(column, line), times=2)
        await driver.settle()
        assert driver.key == key


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (200, 50)])
async def test_any_screen_shows_what_it_can(
    explore: Explore, small: Store, size: tuple[int, int]
) -> None:
    async with explore(small, size=size) as driver:
        await driver.press("t", "right", "down", "plus", "minus", "pagedown", "o", "o", "o", "o")
        shown = screen(driver).query_one(PictureView).picture
        assert shown.height == len(shown.lines)
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert screen(driver).query_one(PictureView).picture.width == 96


async def test_it_never_says_that_nothing_is_dated_before_it_has_looked(
    explore: Explore, shipped: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    update = Static.update

    def heard(self: Static, *args: Any, **options: Any) -> None:
        if self.id == "picture-detail":
            said.append(str(args[0]))
        update(self, *args, **options)

    monkeypatch.setattr(Static, "update", heard)
    async with explore(shipped, state=State(record=FOUR_TOWNS)) as driver:
        await driver.press("t")
        await driver.settle()
    assert said
    assert all(each.startswith("Four Towns") for each in said)


@pytest.mark.parametrize("key", ["t", "m"])
async def test_a_wide_screen_names_every_governorate_whole(
    explore: Explore, shipped: Store, key: str
) -> None:
    async with explore(shipped, size=(200, 50)) as driver:
        await driver.press(key)
        seen = "\n".join(driver.lines_of("#picture-view"))
    assert "Rif Dimashq Governorate" in seen
    assert not re.search(r"Gov\w*…", seen)
