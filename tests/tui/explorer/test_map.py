"""The map on the screen: the present question, walking, time, opening, finding, saving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from store.model.mapping import record_from_mapping
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.config import Config
from tui.explorer.drawing.plain_mode import use_plain
from tui.explorer.screens.explorer import Explorer
from tui.explorer.screens.picturing.map_screen import MapScreen
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.state import State

FOUR_TOWNS = "four-towns-agreement-2017"
EMPTIED = {
    ("Daraya", "Idlib Governorate"),
    ("Moadamiya", "Idlib Governorate"),
    ("Qudsaya, al-Hameh", "Idlib Governorate"),
    ("Khan al-Shih", "Idlib Governorate"),
    ("al-Tall", "Idlib Governorate"),
    ("Eastern Aleppo", "Aleppo Governorate"),
    ("Wadi Barada", "Idlib Governorate"),
    ("Serghaya", "Idlib Governorate"),
    ("Qaboun", "Idlib Governorate"),
    ("al-Waer", "?"),
    ("Foua, Kefraya", "?"),
    ("Madaya, Zabadani", "?"),
}
"""Which towns were emptied to where in 2016 and 2017; `?` where no source says where to."""


@pytest.fixture
def plain() -> Iterator[None]:
    use_plain(True)
    yield
    use_plain(False)


def screen(driver: Driver) -> MapScreen:
    shown = driver.app.screen
    assert isinstance(shown, MapScreen)
    return shown


def told(driver: Driver) -> str:
    """What is chosen, as what stands below the picture says it."""
    return driver.text_of("#picture-detail")


def drawn(driver: Driver) -> str:
    return driver.text_of("#picture-view")


def beside(driver: Driver) -> list[str]:
    """The list at the right of the map, line by line."""
    return [line.rpartition("│")[2].rstrip() for line in driver.lines_of("#picture-view")]


def ways_beside(driver: Driver) -> set[tuple[str, str]]:
    """Who went from where to where, as the list says it: words in one line or in several."""
    ways: list[str] = []
    for line in beside(driver):
        if line.startswith("▶"):
            ways.append(line[2:])
        elif line.startswith("  ") and ways:
            ways[-1] += f"  {line}"
        else:
            ways.append("")
    words = [way.split("  ")[0] if "→" in way.split("  ")[0] else way for way in ways]
    found = set()
    for way in words:
        if "→" in way:
            origin, _, destination = " ".join(way.split()).partition(" → ")
            found.add((origin, destination))
    return found


async def test_which_towns_were_emptied_to_where_in_2016_and_2017_is_seen_as_it_plays(
    explore: Explore, shipped: Store
) -> None:
    """Month after month, from the cells of the screen alone."""
    state = State(query="kind:agreement year:2016..2017")
    async with explore(shipped, state=state, size=(220, 60)) as driver:
        await driver.press("m", "0", "home")
        seen: set[tuple[str, str]] = set()
        arrows: set[str] = set()
        for _ in range(len(screen(driver)._map.steps)):
            when = driver.lines_of("#picture-view")[-2].strip()
            if any(f" {year} " in f"{when[:16]} " for year in (2016, 2017)):
                ways = ways_beside(driver)
                seen |= ways
                if any(head in drawn(driver) for head in "→↗↖↑↙↘←↓"):
                    arrows |= {origin for origin, _ in ways}
            await driver.press("full_stop")
        missing = {
            way
            for way in EMPTIED
            if not any(way[0] == origin and to.startswith(way[1]) for origin, to in seen)
        }
        assert missing == set()
        assert {"Daraya", "Serghaya", "Khan al-Shih"} <= arrows


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_it_begins_with_the_record_that_is_shown_walks_zooms_and_opens(
    explore: Explore, shipped: Store, language: Language
) -> None:
    state = State(record=FOUR_TOWNS, query="year:2017 kind:agreement")
    async with explore(shipped, state=state, language=language) as driver:
        await driver.press("m")
        assert screen(driver)._view.record == FOUR_TOWNS
        assert "◆" in drawn(driver)

        # East is at the right in every language.
        await driver.press("right")
        here = screen(driver)._view.zone
        points = screen(driver)._map.points
        assert here
        assert screen(driver)._view.record == FOUR_TOWNS
        await driver.press("right")
        there = screen(driver)._view.zone
        assert not screen(driver)._view.record
        assert points[there][0] > points[here][0]
        await driver.press("up")
        assert points[screen(driver)._view.zone][1] > points[there][1]

        # Nearer and back, moved, and all of it.
        await driver.press("plus", "plus", "minus")
        near = screen(driver)._view.camera
        assert near
        await driver.press("shift+left", "shift+up")
        moved = screen(driver)._view.camera
        assert moved
        assert moved.longitude < near.longitude
        assert moved.latitude > near.latitude
        await driver.press("0")
        assert screen(driver)._view.camera is None
        assert not screen(driver)._view.zone

        # From record to record in time, and Enter opens what is chosen.
        await driver.press("n", "n", "N")
        chosen = screen(driver)._view.record
        assert chosen == next(iter(screen(driver)._map.records))
        await driver.press("enter")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.key == chosen


async def test_every_key_may_be_pressed_twice_and_at_any_time(
    explore: Explore, small: Store
) -> None:
    keys = (
        "left right up down tab shift+tab shift+left shift+right shift+up shift+down plus minus 0"
        " n N full_stop comma home end space pageup pagedown question_mark g G h j k l"
    ).split()
    async with explore(small) as driver:
        await driver.press("m")
        for key in keys:
            await driver.press(key, key)
            assert screen(driver)
        await driver.press("space", *keys, "escape")
        assert isinstance(driver.app.screen, Explorer)


async def test_only_what_the_list_shows_is_on_it(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State(query="serghaya-evacuation")) as driver:
        await driver.press("m")
        few = set(screen(driver)._map.names)
        assert "serghaya" in few
        assert len(few) < 30
        await driver.press("escape", "5", "m")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.notices


async def test_time_is_stepped_played_and_pressed(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State(query="kind:agreement")) as driver:
        await driver.press("m")
        steps = screen(driver)._map.steps
        await driver.press("full_stop")
        assert screen(driver)._view.at == steps[0]
        await driver.press("comma")
        assert screen(driver)._view.at is None
        await driver.press("comma")
        assert screen(driver)._view.at == steps[-1]

        # At the end it begins again, goes on by itself, and stops when it is told to.
        screen(driver).query_one(PictureView)
        await driver.press("space")
        assert screen(driver)._player
        assert screen(driver)._view.at in steps[:3]
        screen(driver)._play_on()
        await driver.press("space")
        assert screen(driver)._player is None
        stopped = screen(driver)._view.at
        assert stopped in steps[1:]

        view = screen(driver).query_one(PictureView)
        line = screen(driver)._drawing.area(screen(driver)._view).time
        await driver.pilot.click(PictureView, offset=(view.size.width - 7, line))
        await driver.settle()
        assert screen(driver)._view.at == steps[-1]


async def test_a_place_is_found_by_its_name_with_coordinates_or_without(
    explore: Explore, shipped: Store
) -> None:
    async with explore(shipped, state=State(query="kind:agreement")) as driver:
        await driver.press("m", "plus", "plus", "plus", "slash")
        await driver.type("qamish")
        await driver.press("enter")
        assert screen(driver)._view.zone == "qamishli"
        assert "Qamishli" in drawn(driver)
        assert "Qamishli" in told(driver)

        await driver.press("u")
        await driver.type("eastern aleppo")
        await driver.press("enter")
        assert screen(driver)._view.zone == "eastern-aleppo"
        assert "No coordinates" in told(driver)
        assert any("Eastern Aleppo" in line for line in beside(driver))
        await driver.press("enter")
        assert driver.key == "eastern-aleppo"


async def test_the_mouse_points_opens_zooms_and_moves_the_list(
    explore: Explore, shipped: Store
) -> None:
    async with explore(shipped, state=State(query="kind:agreement")) as driver:
        await driver.press("m")
        view = driver.app.screen.query_one(PictureView)
        (column, line), key = next(
            ((run.column, y), run.key)
            for y, runs in enumerate(view.picture.lines)
            for run in runs
            if run.text == "●" and run.key
        )
        await driver.pilot.click(PictureView, offset=(column, line))
        await driver.settle()
        assert screen(driver)._view.zone == key
        await driver.pilot.click(PictureView, offset=(column, line))
        await driver.settle()
        assert driver.key == key


async def test_a_saved_map_has_what_is_seen_all_that_is_not_and_the_sources(
    explore: Explore, shipped: Store, tmp_path: Path
) -> None:
    state = State(query="kind:agreement year:2016..2017")
    async with explore(shipped, state=state, language="ar") as driver:
        await driver.press("m", "e")
        driver.app.screen.query_one(Input).value = str(tmp_path / "map.svg")
        await driver.press("enter")
        written = (tmp_path / "map.svg").read_text("utf-8").replace("\u00a0", " ")
        assert "https://" in written
        assert "من داريا إلى محافظة إدلب" in written
        assert "حلب الشرقية" in written  # has no coordinates
        assert "daraya-evacuation" in written


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (67, 20), (200, 50)])
async def test_any_screen_shows_what_it_can(
    explore: Explore, small: Store, size: tuple[int, int]
) -> None:
    async with explore(small, size=size) as driver:
        await driver.press("m", "right", "plus", "shift+left", "full_stop", "n")
        shown = screen(driver).query_one(PictureView).picture
        assert shown.height == len(shown.lines)
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert screen(driver).query_one(PictureView).picture.width == 96


async def test_what_names_no_place_is_said_to_and_the_ground_is_drawn(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as store:
        name = {"en": "Nobody", "ar": "لا أحد"}
        store.put(record_from_mapping({"key": "nobody", "kind": "actor", "name": name}))
        async with explore(store) as driver:
            await driver.press("m")
            assert "Nothing of this names a place." in told(driver)
            await driver.press("tab", "right", "u", "slash", "n", "full_stop", "space", "enter")
            assert screen(driver)


async def test_the_ground_that_was_kept_is_drawn_and_one_that_is_none_is_told_of(
    explore: Explore, small: Store, tmp_path: Path
) -> None:
    ground = tmp_path / "ground.geojson"
    ground.write_text('{"type":"LineString","coordinates":[[36,33],[37,34]]}', "utf-8")
    async with explore(small, config=Config(ground=str(ground))) as driver:
        await driver.press("m")
        assert len(screen(driver)._map.ground.lines) == 1
        assert not driver.notices
    ground.write_text("no map", "utf-8")
    async with explore(small, config=Config(ground=str(ground))) as driver:
        await driver.press("m")
        assert len(screen(driver)._map.ground.lines) > 10
        assert any(str(ground) in notice for notice in driver.notices)


async def test_whoever_listens_hears_all_that_the_picture_shows(
    explore: Explore, shipped: Store, plain: None
) -> None:
    state = State(record="serghaya-evacuation", query="serghaya-evacuation")
    async with explore(shipped, state=state) as driver:
        await driver.press("m")
        assert "Serghaya → Idlib Governorate" in told(driver)
        assert "All of the time" in told(driver)


async def test_where_the_locale_has_no_utf_8_its_signs_are_of_ascii(
    explore: Explore, shipped: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    state = State(record="serghaya-evacuation", query="serghaya-evacuation")
    async with explore(shipped, state=state) as driver:
        await driver.press("m")
        signs = drawn(driver).replace("→", "").replace("…", "").replace("·", "")
        assert signs.isascii()
        assert "#" in signs
        assert "Serghaya" in signs
