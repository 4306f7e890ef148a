"""Rows that others have damaged: every pane tells of them or leaves them out, and all goes on."""

from __future__ import annotations

from typing import Final

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.conftest import Driver, Explore

NO_TEXT: Final = "CAST(X'ff41' AS TEXT)"
DAMAGES: Final = {
    "no names": "UPDATE records SET name_en = '', name_ar = ''",
    "blank names": "UPDATE records SET name_en = '  ', name_ar = ' '",
    "no key": "UPDATE records SET key = '' WHERE key = 'kefraya'",
    "no key and no name": (
        "UPDATE records SET key = '', name_en = '', name_ar = '' WHERE key = 'kefraya'"
    ),
    "a key that is no text": f"UPDATE records SET key = {NO_TEXT} WHERE key = 'kefraya'",
    "names that are no text": f"UPDATE records SET name_en = {NO_TEXT}, name_ar = {NO_TEXT}",
    "orders that are no text": f"UPDATE records SET sort_en = {NO_TEXT}, sort_ar = {NO_TEXT}",
    "summaries that are no text": f"UPDATE records SET summary_en = {NO_TEXT}",
    "types that are no text": f"UPDATE zones SET type = {NO_TEXT}",
    "unknown types": "UPDATE zones SET type = 'planet'",
    "no details": "DELETE FROM zones",
    "an unknown kind": "UPDATE records SET kind = 'planet' WHERE key = 'kefraya'",
    "unknown kinds": "UPDATE records SET kind = 'planet'",
    "unknown properties": "UPDATE facts SET property = 'colour-' || id",
    "properties that are no text": f"UPDATE facts SET property = {NO_TEXT} || id",
    "values that are none": "UPDATE facts SET value = '-1' WHERE value IS NOT NULL",
    "no values": "UPDATE facts SET value = NULL, text_en = '', text_ar = ''",
    "unknown predicates": "UPDATE relations SET predicate = 'eats'",
    "relations to nothing": "UPDATE relations SET object = 999 + id",
    "strange dates": "UPDATE relations SET since = 'never', until = 'ever'",
    "unknown confidences": "UPDATE records SET confidence = 'Z'",
    "unknown collections": "UPDATE records SET collection = 'nowhere'",
    "unknown states": "UPDATE facts SET state = 'dreamt', of = 'ghosts'",
    "citations of nothing": "UPDATE citations SET source = 999",
    "locators that are no text": f"UPDATE citations SET locator = {NO_TEXT}",
    "sources that are no text": f"UPDATE sources SET title_en = {NO_TEXT}, publisher = {NO_TEXT}",
    "sources without titles": "UPDATE sources SET title_en = '', title_ar = ''",
    "unknown types of sources": "UPDATE sources SET type = 'rumour', read = 'dreamt', date = 'soon'",
    "a source's key": f"UPDATE sources SET key = {NO_TEXT} WHERE key = 'article'",
    "aliases that are no text": f"UPDATE names SET text = {NO_TEXT}, folded = {NO_TEXT}",
    "no aliases": "UPDATE names SET text = '', folded = ''",
    "no words": "DELETE FROM words",
    "no full text": "DELETE FROM full_text_content",
    "identifiers": f"UPDATE external_ids SET identifier = {NO_TEXT}, data_set = 'x'",
    "other fields": "UPDATE records SET other_fields = '{\"a\": ['",
    "far coordinates": "UPDATE zones SET latitude = 1e308, longitude = 9e999",
    "half of the coordinates": "UPDATE zones SET longitude = NULL",
    "marks": "INSERT OR REPLACE INTO settings VALUES ('marked', '[not json')",
    "marks of another kind": "INSERT OR REPLACE INTO settings VALUES ('marked', '{\"a\": 7}')",
    "no vocabulary": "DELETE FROM predicates; DELETE FROM types; DELETE FROM properties",
    "no records": "DELETE FROM records",
    "numbers": "UPDATE records SET id = 9223372036854775807 WHERE key = 'kefraya'",
    "steering texts": (
        "UPDATE records SET name_en = char(27) || ']0;x' || char(7), key = char(27) || id"
    ),
}


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize("what", DAMAGES)
async def test_the_explorer_goes_on(
    what: str, language: Language, small: Store, explore: Explore
) -> None:
    connection = small._connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.executescript(DAMAGES[what])
    async with explore(small, language=language) as driver:
        await walk(driver)
        assert driver.app.defect is None
        assert driver.app.is_running


async def walk(driver: Driver) -> None:
    for _ in range(6):
        _no_blank_rows(driver)
        await driver.press("down")
    await driver.press("tab", "end", "tab", "down", "down", "enter")
    _no_blank_rows(driver)
    for key in ("m", "s", "o", "u", "f", "e", "y", "question_mark", "colon", "ctrl+p"):
        await driver.press(key, "down", "escape")
    await driver.press("slash")
    await driver.type("zone:")
    await driver.press("escape")
    for word in ("siege", "kefraya", "zabadanx", "marked:yes"):
        await driver.press("slash", "ctrl+u")
        await driver.type(word)
        await driver.press("enter", "down")
        _no_blank_rows(driver)


def _no_blank_rows(driver: Driver) -> None:
    """Entries of the list are seen: each of its lines has a text."""
    listing = driver.app.browser.answer.listing
    for entry in range(min(listing.entry_count, 10)):
        line = driver.lines_of("#list")[1 + listing.lines_of(entry)[0]]
        assert line.strip("│ ▌█"), (entry, driver.text_of("#list"))
