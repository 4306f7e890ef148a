"""The page of settings: what is changed in it is followed at once and written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.config import SETTINGS, config_file, load_config
from tui.explorer.screens.settings.settings_dialog import Settings
from tui.explorer.widgets.option_line import OptionLine
from tui.messages import say, spoken
from tui.messages.digits import WESTERN, use_digits


@pytest.fixture(autouse=True)
def western() -> Iterator[None]:
    yield
    use_digits(WESTERN)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_setting_has_its_line(
    explore: Explore, small: Store, size: tuple[int, int]
) -> None:
    async with explore(small, size=size) as driver:
        await driver.press("f3")
        text = driver.text_of("#dialog")
        for word in ("Language", "Theme", "Order of Arabic", "Plain mode", "config.toml", "Esc"):
            assert word in text
        await driver.press("f3")
        assert not isinstance(driver.app.screen, Settings)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_on_a_small_screen_what_is_chosen_is_seen_in_each_line(
    explore: Explore, small: Store, language: Language
) -> None:
    async with explore(small, size=(60, 20), language=language) as driver:
        await driver.press("f3")
        assert "textual-dark" in driver.text_of("#option-theme")
        for line in driver.app.screen.query(OptionLine):
            assert len(driver.text_of(f"#{line.id}").split()) > 1, line.id


async def test_changes_are_followed_and_written(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("f3", "down", "right")
        assert load_config(config_file()).theme == driver.app.theme != "textual-dark"
        names = [setting.name for setting in SETTINGS]
        await driver.press(*["down"] * (names.index("plain") - 1), "right")
        assert load_config(config_file()).plain == "true"
        assert driver.notices == ["It holds from the next start on."]


async def test_the_page_speaks_the_language_that_is_chosen_in_it(
    explore: Explore, small: Store
) -> None:
    async with explore(small) as driver:
        await driver.press("f3", "right", "right")
        assert (spoken(), load_config(config_file()).language) == ("ar", "ar")
        assert visual("الإعدادات") in driver.text_of("#dialog")
        # Right is back in a page that is mirrored.
        await driver.press("right")
        assert (spoken(), load_config(config_file()).language) == ("en", "en")
        await driver.press("left")
        assert load_config(config_file()).language is None


async def test_what_cannot_be_written_is_told_and_holds_until_the_end(
    explore: Explore, small: Store
) -> None:
    config_file().mkdir(parents=True)
    async with explore(small) as driver:
        await driver.press("f3", "down", "right")
        assert driver.app.theme != "textual-dark"
        assert len(driver.notices) == 1


async def test_what_is_chosen_is_seen_in_a_small_terminal(small: Store, explore: Explore) -> None:
    async with explore(small, size=(50, 15)) as driver:
        await driver.press("f3")
        assert say("settings.language.unset") in driver.text_of("#option-language")
