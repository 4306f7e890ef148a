"""How rows get into tables: the columns that writing fills, and rows that wait to be written."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from store.tables.connection import last_number, placeholders

COLUMNS: Final = {
    "collections": "key label_en label_ar",
    "sources": "id key type title_en title_ar publisher relays date language url read sha256"
    " note_en note_ar parts seed_digest edited file line other_fields",
    "sentences": "source number start end",
    "records": "id key kind collection confidence name_en name_ar summary_en summary_ar"
    " sort_en sort_ar sort_date parts seed_digest edited file line other_fields",
    "zones": "record type latitude longitude",
    "agreements": "record type",
    "actors": "record type",
    "consequences": "record type standing",
    "external_ids": "record data_set identifier",
    "facts": "id record property position value text_en text_ar note_en note_ar of date state"
    " differs first_year last_year",
    "fact_places": "fact role position zone",
    "relations": "id subject predicate object position since until as_of note_en note_ar disputed",
    "citations": "source locator position record fact relation",
}
"""By table, in an order that foreign keys allow."""
_REPLACED: Final = frozenset({"records", "sources"})  # id and key stay: others refer to them
_ENTERED_ONCE: Final = frozenset({"collections"})
_REFERRING: Final = {
    "sources": (("sentences", "source"), ("citations", "source"), ("texts", "source")),
    "records": (
        *((table, "record") for table in ("zones", "agreements", "actors", "consequences")),
        *((table, "record") for table in ("external_ids", "facts", "names", "citations")),
        ("relations", "subject"),
        ("relations", "object"),
        ("fact_places", "zone"),
        ("full_text_content", "id"),
        ("name_text_content", "id"),
    ),
    "facts": (("fact_places", "fact"), ("citations", "fact")),
    "relations": (("citations", "relation"),),
}
"""By table whose rows have numbers: the columns, each with an index, that refer to them."""


def _insert(table: str) -> str:
    columns = [f'"{column}"' for column in COLUMNS[table].split()]
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({placeholders(columns)})"
    if table in _REPLACED:
        changes = ", ".join(f"{column} = excluded.{column}" for column in columns[2:])
        return f"{insert} ON CONFLICT (id) DO UPDATE SET {changes}"
    if table in _ENTERED_ONCE:
        return f"{insert} ON CONFLICT DO NOTHING"
    return insert


INSERTS: Final = {table: _insert(table) for table in COLUMNS}
"""The statement that writes a row of each table, in the same order."""


class PendingRows:
    """Rows that are written together, with ids given here, so that imports stay quick.

    `rows["facts"].append(row)` lets one wait.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in INSERTS}
        self._last_ids = {
            table: last_number(connection, table, referring=columns)
            for table, columns in _REFERRING.items()
        }

    def __getitem__(self, table: str) -> list[tuple[Any, ...]]:
        return self._rows[table]

    def new_id(self, table: str) -> int:
        """An id that no row of the table has, written or waiting."""
        self._last_ids[table] += 1
        return self._last_ids[table]

    def flush(self) -> None:
        """Write all that waits, in an order that foreign keys allow."""
        for table, statement in INSERTS.items():
            if self._rows[table]:
                self._connection.executemany(statement, self._rows[table])
                self._rows[table].clear()
