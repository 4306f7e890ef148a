"""Pages of pictures as a browser lays them out; pictures stay where MASARAT_PICTURES says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.browser.chromium import Tab, browser, chromium
from tui.messages import speak
from tui.pictures.pages.page import PAGES, file_names, written_pages

PROGRAM: Final = chromium()
pytestmark = [
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed: apt install chromium"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    assert PROGRAM
    with browser(PROGRAM, tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="module", params=["en", "ar"])
def folder(
    request: pytest.FixtureRequest, shipped_to_read: Store,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Language, Path]]:  # fmt: skip
    """The pages of some agreements, in a language."""
    language: Language = request.param
    place = tmp_path_factory.mktemp(language)
    keys = [hit.key for hit in shipped_to_read.search("year:2017", limit=1_000).whole]
    speak(language)
    pages = written_pages(shipped_to_read, keys, "year:2017", language)
    for name, page in zip(file_names(), pages, strict=True):
        (place / name).write_text(page, "utf-8")
    yield language, place
    speak("en")


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_nothing_is_wider_than_the_window_but_the_picture_which_scrolls(
    folder: tuple[Language, Path], tab: Tab, width: int
) -> None:
    _, place = folder
    for name in file_names():
        tab.open(place / name)
        tab.look(width)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name


def test_a_page_asks_for_nothing_but_itself(folder: tuple[Language, Path], tab: Tab) -> None:
    _, place = folder
    for name in file_names():
        tab.open(place / name)
        assert tab.requests == [(place / name).as_uri()]


def test_reading_begins_where_the_language_does(folder: tuple[Language, Path], tab: Tab) -> None:
    language, place = folder
    tab.open(place / "overview.html")
    tab.look(1400)
    left, right = tab.evaluate(
        "(b => [b.left, innerWidth - b.right])"
        "((r => (r.selectNodeContents(document.querySelector('h1')), r))"
        "(document.createRange()).getBoundingClientRect())"
    )
    assert (left < right) == (language == "en")


def test_it_is_dark_where_the_system_is(folder: tuple[Language, Path], tab: Tab) -> None:
    _, place = folder
    for page in PAGES:
        tab.open(place / f"{page.name}.html")
        grounds = []
        for dark in (False, True):
            tab.look(1400, dark=dark)
            grounds += [
                tab.evaluate(f"getComputedStyle(document.querySelector('{each}')).{what}")
                for each, what in (("html", "backgroundColor"), ("svg .ground", "fill"))
            ]
        # The picture stands on the ground of its page, light and dark.
        assert grounds == ["rgb(255, 255, 255)"] * 2 + ["rgb(22, 24, 28)"] * 2
