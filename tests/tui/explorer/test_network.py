"""The network and the ways on the screen: walking, opening, claims, stars, saving, bad input."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from store.errors import UnknownKeyError
from store.model.mapping import record_from_mapping
from store.model.records import Origin
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.explorer.drawing.plain_mode import use_plain
from tui.explorer.screens.claims.card import ClaimCard
from tui.explorer.screens.explorer import Explorer
from tui.explorer.screens.picturing.network_screen import NetworkScreen
from tui.explorer.screens.picturing.ways_screen import WaysScreen
from tui.explorer.widgets.footer import Footer
from tui.explorer.widgets.picturing.picture_view import PictureView
from tui.pictures.network import walking
from tui.pictures.network.laying import MIDDLE
from tui.state import State

ZABADANI = State(record="zabadani")


def network(driver: Driver) -> NetworkScreen:
    shown = driver.app.screen
    assert isinstance(shown, NetworkScreen)
    return shown


def middle(driver: Driver) -> str:
    return network(driver)._network.middle.key


def told(driver: Driver) -> str:
    """What stands below the picture."""
    return driver.text_of("#picture-detail")


def alone(store: Store) -> str:
    """Key of a record that is related to none."""
    mapping = {"key": "alone", "kind": "actor", "name": {"en": "Alone"}}
    store.put_many([(record_from_mapping(mapping), Origin())])
    return "alone"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_arrows_walk_enter_goes_on_and_backspace_back(
    explore: Explore, shipped: Store, language: Language
) -> None:
    async with explore(shipped, state=ZABADANI, language=language) as driver:
        inwards, outwards = ("left", "right") if language == "ar" else ("right", "left")
        await driver.press("w")
        assert middle(driver) == "zabadani"
        first = walking.pointed(network(driver)._network, network(driver)._view)
        assert first
        # The line below tells the relation as a claim with its source.
        name = shipped.row("zabadani").name.in_(language)
        assert visual(name) in told(driver)
        assert "PeaceRep" in told(driver)

        await driver.press("down")
        second = walking.pointed(network(driver)._network, network(driver)._view)
        assert second != first
        view = network(driver)._view
        await driver.press("enter")
        assert second
        assert middle(driver) == second.related.other.key
        assert network(driver)._view.group == MIDDLE

        await driver.press(inwards, "enter", "backspace", "backspace")
        assert middle(driver) == "zabadani"
        assert network(driver)._view == view
        await driver.press("backspace")
        assert driver.notices

        # Two steps: outwards to what lies beyond, and inwards again.
        await driver.press("plus", "home", outwards)
        beyond = walking.pointed(network(driver)._network, network(driver)._view)
        assert beyond
        assert beyond.start.key == first.related.other.key
        await driver.press("minus", "1", "2", "end", "pageup", "pagedown", "home", inwards, "o")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.key == "zabadani"


async def test_enter_on_the_middle_opens_its_record(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=ZABADANI) as driver:
        await driver.press("w", "enter")
        key = middle(driver)
        await driver.press("enter")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.key == key != "zabadani"


async def test_the_claim_is_shown_whole_and_its_source_opened(
    explore: Explore, shipped: Store
) -> None:
    async with explore(shipped, state=ZABADANI) as driver:
        await driver.press("w", "c")
        assert isinstance(driver.app.screen, ClaimCard)
        await driver.press("escape")
        assert isinstance(driver.app.screen, NetworkScreen)
        await driver.press("enter", "c")
        assert "relation" in driver.notices[-1]
        await driver.press("down", "c", "enter")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.app.browser.source


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_how_two_starred_actors_are_connected_is_read_from_the_picture(
    explore: Explore, shipped: Store, tmp_path: Path, language: Language
) -> None:
    state = State(record="qatar")
    async with explore(shipped, state=state, language=language, size=(80, 24)) as driver:
        await driver.press("p")
        assert isinstance(driver.app.screen, Explorer)
        assert len(driver.notices) == 1
        await driver.press("s")
        driver.explorer.open_record("ahrar-al-sham")
        await driver.settle()
        await driver.press("s", "p")
        assert isinstance(driver.app.screen, WaysScreen)
        drawn = driver.lines_of("#picture-view")
        said = {
            "en": ("Ahrar al-Sham", "party to", "Four Towns agreement (2017)", "mediated", "Qatar"),
            "ar": ("أحرار الشام", "طرف في", "اتفاق المدن الأربع (2017)", "بوساطة", "قطر"),
        }[language]
        at = [next(n for n, line in enumerate(drawn) if visual(word) in line) for word in said]
        assert at == sorted(at)
        assert "TRT World" in "\n".join(drawn)

        await driver.press("down", "down", "up", "end", "home", "left", "right", "c")
        assert isinstance(driver.app.screen, ClaimCard)
        await driver.press("escape", "question_mark", "e")
        driver.app.screen.query_one(Input).value = str(tmp_path / "ways.svg")
        await driver.press("enter")
        assert "https://" in (tmp_path / "ways.svg").read_text("utf-8")
        await driver.press("home", "enter")
        assert isinstance(driver.app.screen, Explorer)
        assert driver.key not in ("qatar", "")


async def test_stars_are_given_in_the_network_and_the_ways_stand_above_it(
    explore: Explore, shipped: Store
) -> None:
    async with explore(shipped, state=ZABADANI) as driver:
        await driver.press("w", "s", "p")
        assert "1 is" in driver.notices[-1]
        await driver.press("end", "s", "p")
        assert isinstance(driver.app.screen, WaysScreen)
        await driver.press("escape", "escape")
        assert isinstance(driver.app.screen, Explorer)
        assert len(driver.app.browser.marked()) == 2
        await driver.press("u")
        assert len(driver.app.browser.marked()) == 1


async def test_where_no_way_leads_a_sentence_says_so(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        small.mark_all([alone(small), "zabadani"])
        await driver.press("p")
        assert "No relations lead from" in driver.notices[-1]


async def test_a_record_related_to_none_stands_alone_and_is_opened(
    explore: Explore, small: Store
) -> None:
    key = alone(small)
    async with explore(small, state=State(record=key)) as driver:
        await driver.press("w", "down", "up", "left", "right", "pagedown", "end", "plus")
        assert "related to no" in driver.text_of("#picture-view")
        await driver.press("enter")
        assert driver.key == key


async def test_it_is_saved_with_every_relation_and_its_sources(
    explore: Explore, shipped: Store, tmp_path: Path
) -> None:
    async with explore(shipped, state=State(record="syrian-government")) as driver:
        await driver.press("w", "e")
        driver.app.screen.query_one(Input).value = str(tmp_path / "network.svg")
        await driver.press("enter")
        written = (tmp_path / "network.svg").read_text("utf-8")
        assert "not\u00a0shown" not in written
        assert "[1]" in written
        assert "https://" in written
        for each in shipped.related("syrian-government")[:10]:
            assert each.other.name.en.split()[0] in written


@pytest.mark.parametrize("size", [(20, 6), (40, 14), (60, 12), (200, 50)])
async def test_any_screen_shows_what_it_can(
    explore: Explore, shipped: Store, size: tuple[int, int]
) -> None:
    state = State(record="syrian-government")
    async with explore(shipped, size=size, state=state) as driver:
        keys = [
            "down",
            "right",
            "right",
            "pagedown",
            "plus",
            "end",
            "left",
            "left",
            "down",
            "enter",
        ]
        await driver.press("w", *keys, *keys[:-1])
        shown = network(driver).query_one(PictureView).picture
        assert shown.height == len(shown.lines)
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert network(driver).query_one(PictureView).picture.width == 96


async def test_the_mouse_points_and_goes_on(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=ZABADANI) as driver:
        await driver.press("w")
        view = driver.app.screen.query_one(PictureView)
        (column, line), key = next(
            ((run.column, y), run.key)
            for y, runs in enumerate(view.picture.lines)
            for run in runs
            if run.text == "P" and run.key
        )
        await driver.pilot.click(PictureView, offset=(column, line))
        await driver.settle()
        found = walking.pointed(network(driver)._network, network(driver)._view)
        assert found
        assert found.related.other.key == key
        await driver.pilot.click(PictureView, offset=(column, line), times=2)
        await driver.settle()
        assert middle(driver) == key


async def test_a_record_that_is_gone_is_told_and_the_network_stays(
    explore: Explore, small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(store: Store, key: str) -> None:
        raise UnknownKeyError(key)

    async with explore(small, state=State(record="four-towns")) as driver:
        await driver.press("w", "end")
        monkeypatch.setattr(Store, "row", gone)
        await driver.press("enter")
        assert middle(driver) == "four-towns"
        assert driver.notices


async def test_whoever_listens_is_told_each_relation_in_words(
    explore: Explore, shipped: Store
) -> None:
    use_plain(True)
    try:
        async with explore(shipped, state=ZABADANI, size=(100, 30)) as driver:
            await driver.press("w")
            first = told(driver)
            assert "Zabadani — covered by: " in first
            assert "PeaceRep" in first
            await driver.press("down")
            assert told(driver) != first
            await driver.press("right", "right", "plus", "pagedown", "enter")
            assert middle(driver) != "zabadani"
    finally:
        use_plain(False)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
@pytest.mark.parametrize("key", ["m", "t", "w"])
async def test_on_a_narrow_screen_a_picture_shows_the_key_that_names_all_others(
    explore: Explore, shipped: Store, key: str, language: Language
) -> None:
    async with explore(shipped, state=ZABADANI, size=(80, 24), language=language) as driver:
        await driver.press(key)
        footer = driver.app.screen.query_one(Footer)
        pieces, _ = footer.pieces(footer.size.width)
        assert {"help", "leave"} <= {piece.target for piece in pieces}
        await driver.press("question_mark")
        (notice,) = driver.app._notifications
        for hint in footer._hints:
            if len(hint.key) == 1 and hint.key not in "?.":
                assert re.search(rf"(?<!\w)و?{re.escape(hint.key)}(?!\w)", notice.message), hint
