"""The palette: what vim's words mean, and that nothing is run that was not named."""

from __future__ import annotations

import pytest

from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.commands.palette_dialog import Palette, _meant
from tui.explorer.language import use_language


@pytest.mark.parametrize("typed", ["q", ":q", "q!", "wq", "x", "qa", "wqa!", "quit", "خروج"])
def test_what_leaves_vim_leaves_the_explorer(typed: str) -> None:
    use_language("ar" if typed == "خروج" else "en")
    assert _meant(typed)[0] == "quit"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("w", "export"),
        ("w file.md", "export"),
        ("help", "help"),
        ("zon", "zones"),
        ("star", "mark"),
    ],
)
def test_a_word_names_the_command_that_begins_so(typed: str, first: str) -> None:
    assert _meant(typed)[0] == first


@pytest.mark.parametrize("typed", ["uences", "ences onl", "ctor", "!!", "xq"])
def test_a_piece_of_a_word_names_nothing(typed: str) -> None:
    assert _meant(typed) == []


async def test_colon_q_leaves_and_what_names_nothing_does_nothing(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        before = driver.key
        await driver.press("colon", "q", "z", "enter")
        assert isinstance(driver.app.screen, Palette)
        assert driver.key == before
        await driver.press("escape", "colon", "q", "enter")
        assert driver.app.return_code == 0
