"""Records that the user has marked: their keys, kept in the store's settings.

Keys, not ids: a record that is imported or shipped anew keeps its mark.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Final

_SETTING: Final = "marked"
MARKED: Final = (
    "records.key IN (SELECT value FROM"
    f" json_each((SELECT value FROM settings WHERE name = '{_SETTING}')))"
)
"""Whether a row of `records` is marked, as an SQL expression."""


def mark(connection: sqlite3.Connection, key: str, *, marked: bool) -> None:
    """Mark a record or take its mark away, inside the caller's transaction."""
    found = connection.execute("SELECT value FROM settings WHERE name = ?", (_SETTING,)).fetchone()
    others = [other for other in json.loads(found[0]) if other != key] if found else []
    connection.execute(
        "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)",
        (_SETTING, json.dumps([*others, key] if marked else others)),
    )
