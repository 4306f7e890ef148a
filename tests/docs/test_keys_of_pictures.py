"""Each key of a picture, and of the reader, stands in its page, in both languages."""

from __future__ import annotations

import re
from typing import Final

import pytest
from textual.binding import Binding

from docs.pages import ROOT
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.picturing.map_screen import MapScreen
from tui.explorer.screens.picturing.network_screen import NetworkScreen
from tui.explorer.screens.picturing.timeline_screen import TimelineScreen
from tui.explorer.screens.picturing.ways_screen import WaysScreen
from tui.explorer.screens.reading.reader import Reader
from tui.terminal.keyboard import cap

PAGES: Final = ("docs/pictures.md", "docs/ar/pictures.md")
OPENED_BY: Final[dict[str, type[Dialog[str]]]] = {
    "t": TimelineScreen, "m": MapScreen, "w": NetworkScreen, "p": WaysScreen,
}  # fmt: skip
"""By the key that stands in the heading of its section."""
ARROWS: Final = {"←", "→", "↑", "↓"}
WRITTEN: Final = {
    "plus": "+", "minus": "-", "full_stop": ".", "comma": ",", "slash": "/", "question_mark": "?",
    "enter": "Enter", "tab": "Tab", "backspace": "Backspace",
}  # fmt: skip


def section_of(page: str, opened_by: str) -> str:
    """What a page says below the heading that names a key."""
    sections = re.split("^## ", (ROOT / page).read_text("utf-8"), flags=re.MULTILINE)
    (section,) = [each for each in sections if re.match(rf".*[`>]{opened_by}[`<]", each)]
    return section


def keys_in(section: str) -> set[str]:
    """The keys that a text names; of *arrows* all four."""
    section = re.sub("(?s)```.*?```", "", section)
    named = {*re.findall("`([^`]+)`", section), *re.findall("<code[^>]*>([^<]+)</code>", section)}
    return named | (ARROWS if re.search("arrows|الأسهم", section) else set())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("opened_by", OPENED_BY)
def test_the_page_names_every_key_of_a_picture(page: str, opened_by: str) -> None:
    assert not unnamed(OPENED_BY[opened_by], section_of(page, opened_by))


@pytest.mark.parametrize("page", ["docs/sources.md", "docs/ar/sources.md"])
def test_the_page_names_every_key_of_the_reader(page: str) -> None:
    assert not unnamed(Reader, (ROOT / page).read_text("utf-8"))


def unnamed(screen: type[Dialog[str]], text: str) -> list[str | None]:
    """The keys of a screen, by their names, of which a text says nothing."""
    named = keys_in(text)
    found = []
    for binding in screen.BINDINGS:
        assert isinstance(binding, Binding)
        keys = [key.rpartition("shift+")[2] for key in binding.key.split(",")]
        if not named & {WRITTEN.get(key) or cap(key) for key in keys}:
            found.append(binding.id)
    return found
