"""Rows that others have damaged: every pane tells of them or leaves them out, and all goes on."""

from __future__ import annotations

from typing import Final

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore
from tui.messages import say

NO_TEXT: Final = "CAST(X'ff41' AS TEXT)"
DAMAGES: Final = {
    "no key and no name": (
        "UPDATE records SET key = '', name_en = '', name_ar = '' WHERE key = 'kefraya'"
    ),
    "a key that is no text": f"UPDATE records SET key = {NO_TEXT} WHERE key = 'kefraya'",
    "names that are no text": f"UPDATE records SET name_en = {NO_TEXT}, name_ar = {NO_TEXT}",
    "unknown types": "UPDATE zones SET type = 'planet'; DELETE FROM actors",
    "unknown kinds": "UPDATE records SET kind = 'planet' WHERE key <> 'zabadani'",
    "unknown properties": "UPDATE facts SET property = 'colour-' || id",
    "values that are none": "UPDATE facts SET value = '-1' WHERE value IS NOT NULL",
    "strange relations": (
        "UPDATE relations SET object = 999 + id WHERE id % 2;"
        " UPDATE relations SET since = 'never', until = 'ever'"
    ),
    "locators that are no text": f"UPDATE citations SET locator = {NO_TEXT}",
    "sources that are no text": f"UPDATE sources SET title_en = {NO_TEXT}, publisher = {NO_TEXT}",
    "names without words": "UPDATE names SET text = '', folded = ''; DELETE FROM words",
    "marks": "INSERT OR REPLACE INTO settings VALUES ('marked', '[not json')",
    "no vocabulary": "DELETE FROM predicates; DELETE FROM types; DELETE FROM properties",
}


QUICK: Final = ("no key and no name", "strange relations", "values that are none", "no vocabulary")
"""One of each table; the others are thorough."""


def damage(store: Store, statements: str) -> None:
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute("PRAGMA ignore_check_constraints = ON")
    store._connection.executescript(statements)


@pytest.mark.parametrize("what", thorough_but(QUICK, DAMAGES))
async def test_the_explorer_goes_on(what: str, small: Store, explore: Explore) -> None:
    damage(small, DAMAGES[what])
    async with explore(small) as driver:
        await driver.press("down", "down", "tab", "end", "tab", "down", "enter")
        await driver.press("m", "s", "escape", "f", "escape", "e", "escape", "y")
        await driver.press("slash")
        await driver.type("zabadanx")
        await driver.press("enter", "down")
        assert driver.app.defect is None
        assert driver.app.is_running


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_record_without_names_is_listed_by_its_key_and_told(
    language: Language, small: Store, explore: Explore
) -> None:
    damage(small, "UPDATE records SET name_en = '', name_ar = ' ' WHERE key = 'kefraya'")
    async with explore(small, language=language) as driver:
        assert "kefraya" in driver.text_of("#list")
        assert driver.app.browser.damaged_count == 1
        driver.explorer.show_record("kefraya")
        await driver.settle()
        assert "masarat repair" in driver.text_of("#detail")


async def test_damaged_sources_are_called_sources(small: Store, explore: Explore) -> None:
    damage(small, "UPDATE sources SET date = 'never' WHERE id = (SELECT min(id) FROM sources)")
    async with explore(small) as driver:
        await driver.press("5")
        title = str(driver.explorer.record_list.border_title)
        assert title.startswith(say("tabs.source"))
        assert "1" in title
