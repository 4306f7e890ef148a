"""Jumping: letters on panes and rows, under both layouts."""

from __future__ import annotations

import re

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.explorer.screens.jumping.jump_dialog import Jump, JumpPlace
from tui.explorer.screens.jumping.letters import LETTERS, letters_for
from tui.state import State
from tui.terminal.keyboard import ARABIC_101, ARABIC_MAC


def test_letters_are_enough_and_none_begins_another() -> None:
    for count in (0, 1, len(LETTERS), len(LETTERS) + 1, 60, len(LETTERS) ** 2):
        given = letters_for(count)
        assert len(given) == len(set(given)) == count
        assert not any(a != b and b.startswith(a) for a in given for b in given)
    for letter in LETTERS:
        assert ARABIC_101[letter] == ARABIC_MAC[letter]


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_letter_leads_to_a_pane_or_a_row(
    explore: Explore, small: Store, language: Language
) -> None:
    async with explore(small, language=language, state=State(record="zabadani")) as driver:
        await driver.press("apostrophe")
        offered = letters_of(driver)
        panes = [letters for letters, place in offered.items() if place.entry is None]
        assert len(panes) == 3
        await driver.press(panes[2])
        assert driver.explorer.pane is driver.relations

        # Under an Arabic layout the same keys.
        await driver.press("ط")
        rows = {
            place.entry: letters
            for letters, place in letters_of(driver).items()
            if place.pane is driver.explorer.record_list
        }
        assert sorted(entry for entry in rows if entry is not None) == list(range(6))
        await driver.press(*(ARABIC_101[letter][0] for letter in rows[4]))
        assert driver.explorer.pane is driver.explorer.record_list
        assert driver.explorer.record_list.cursor == 4
        assert driver.key == driver.explorer.record_list.selected_key

        await driver.press("apostrophe", "z")  # leads nowhere
        assert not isinstance(driver.app.screen, Jump)
        assert driver.explorer.record_list.cursor == 4


async def test_where_letters_are_few_there_are_two(explore: Explore, shipped: Store) -> None:
    async with explore(shipped, state=State()) as driver:
        await driver.press("apostrophe")
        offered = letters_of(driver)
        (letters, place), *_ = [item for item in offered.items() if len(item[0]) == 2][-1:]
        await driver.press(letters[0])
        assert isinstance(driver.app.screen, Jump)
        await driver.press(letters[1])
        assert driver.explorer.record_list.cursor == place.entry
        assert re.search(r"\d+ of", driver.text_of("#list"))


def letters_of(driver: Driver) -> dict[str, JumpPlace]:
    screen = driver.app.screen
    assert isinstance(screen, Jump)
    return screen._places
