"""Searches saved by a name: from the dialog, and asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import MasaratError
from store.store import Store
from tests.tui.conftest import Explore
from tui.config import Config
from tui.saved_searches import LONGEST_NAME, MOST, SavedSearches
from tui.state import State


async def test_a_search_is_saved_asked_renamed_and_forgotten_which_is_taken_back(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    saved = SavedSearches(tmp_path / "saved-searches.json")
    state = State(query="type:town", kind="zone")
    async with explore(small, state=state, config=Config(history="false")) as driver:
        await driver.press("ctrl+s", "enter")
        await driver.type("Towns")
        await driver.press("enter")
        assert saved.all() == {"Towns": "type:town kind:zone"}
        assert "Save this search" not in driver.text_of("#chooser-list")

        await driver.press("escape", "escape", "3", "ctrl+s")
        await driver.type("towns")
        await driver.press("enter")
        # The kind that is saved is asked, and not the tab that was open.
        assert driver.explorer.browser.question.kind is None
        assert driver.explorer.search_box.text == "type:town kind:zone"

        await driver.press("ctrl+s", "f4", "end", "!", "enter")
        assert list(saved.all()) == ["Towns!"]
        await driver.press("delete", "escape")
        assert saved.all() == {}
        await driver.press("u", "u")
        assert list(saved.all()) == ["Towns"]
        await driver.press("ctrl+r")
        assert list(saved.all()) == ["Towns!"]


async def test_delete_in_the_field_stays_the_fields_and_a_name_that_is_taken_is_told(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    saved = SavedSearches(tmp_path / "saved-searches.json")
    saved.change({"towns": "type:town"})
    async with explore(small, state=State(query="qatar")) as driver:
        await driver.press("ctrl+s")
        await driver.type("tow")
        await driver.press("home", "delete")
        assert saved.all() == {"towns": "type:town"}
        await driver.press("escape", "ctrl+s", "enter")
        await driver.type("TOWNS")
        assert "Enter replaces what is saved as towns" in driver.text_of("#dialog")
        await driver.press("enter", "escape")
        assert saved.all() == {"towns": "qatar"}


async def test_what_is_no_file_of_ours_is_told_and_left(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    (tmp_path / "saved-searches.json").write_text("{1", "utf-8")
    async with explore(small, state=State(query="qatar")) as driver:
        await driver.press("ctrl+s", "enter")
        assert "does not hold saved searches" in driver.notices[-1]
    assert (tmp_path / "saved-searches.json").read_text("utf-8") == "{1"


def test_names_are_one_line_and_told_apart_whatever_their_case(tmp_path: Path) -> None:
    saved = SavedSearches(tmp_path / "saved-searches.json")
    saved.change({"إخلاء": "type:evacuation"})
    saved.change({"اخلاء": "year:2016"})
    assert saved.all() == {"إخلاء": "year:2016"}
    for name in ("", " ", "a\nb", "@a", "-a", "a" * (LONGEST_NAME + 1), "\u202ea"):
        with pytest.raises(MasaratError):
            saved.change({name: "x"})
    with pytest.raises(MasaratError, match="forget one"):
        saved.change({f"n{number}": "x" for number in range(MOST)})
    assert saved.all() == {"إخلاء": "year:2016"}
