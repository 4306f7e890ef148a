"""Records that the user has marked: their keys, kept in the store's settings.

Keys, not ids: a record that is imported or shipped anew keeps its mark.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.errors import Sentence, StoreError
from store.tables.batches import listed
from store.typed import Final

_SETTING: Final = "marked"
MARKED: Final = (
    "records.key IN (SELECT value FROM"
    f" json_each((SELECT value FROM settings WHERE name = '{_SETTING}' AND json_valid(value))))"
)
"""Whether a row of `records` is marked, as an SQL expression."""


def mark(connection: sqlite3.Connection, keys: Iterable[str], *, marked: bool) -> None:
    """Mark records or take their marks away, inside the caller's transaction.

    Raises:
        StoreError: what is marked cannot be read, and is left as it is.
    """
    changed = dict.fromkeys(keys)
    try:
        others = [other for other in marked_keys(connection) if other not in changed]
    except (ValueError, RecursionError) as error:
        sentence = "The list of marked records cannot be read; masarat repair mends the store."
        raise StoreError(Sentence(sentence)) from error
    connection.execute(
        "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)",
        (_SETTING, listed([*others, *changed] if marked else others)),
    )


def marked_keys(connection: sqlite3.Connection) -> list[str]:
    """The keys of all that is marked, in the order in which it was.

    Raises:
        ValueError: the setting is no list of keys.
    """
    found = connection.execute("SELECT value FROM settings WHERE name = ?", (_SETTING,)).fetchone()
    if not found:
        return []
    import json  # which most reading needs not

    keys = json.loads(found[0])
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise ValueError(keys)
    return keys
