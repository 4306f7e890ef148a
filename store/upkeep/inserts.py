"""How rows get into tables: the columns that writing fills, and rows that wait to be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from store.search.index import INDEXES
from store.tables.batches import LISTED, select
from store.tables.connection import last_number, placeholders
from store.tuples import NamedTuple

COLUMNS: Final = {
    "collections": "key label_en label_ar",
    "sources": "id key type title_en title_ar publisher relays date language url read sha256"
    " note_en note_ar parts file line other_fields seed_digest edited",
    "sentences": "source number start end",
    "records": "id key kind collection confidence name_en name_ar summary_en summary_ar"
    " sort_en sort_ar sort_date parts file line other_fields seed_digest edited",
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
_KIBIBYTES_HELD: Final = 65_536
"""Of pages, while many rows are written: what is to be in order by a word comes in no order."""

_BYTES_OF_WORDS: Final = 8 * 1024 * 1024
_USUAL_BYTES_OF_WORDS: Final = 1024 * 1024
"""Of words that FTS5 holds before it writes them as a piece, which it merges with others later."""


class _Index(NamedTuple):
    """An index as it stands in the schema."""

    name: str
    statement: str


@contextmanager
def indexes_last(connection: sqlite3.Connection) -> Iterator[None]:
    """Write many new rows without the indexes of their tables, which are made again in the end.

    An index sorted once costs a quarter of one that each row is put into. Those that keep rows
    apart stay, and so does what the store knows of each (`sqlite_stat1`). Runs inside the caller's
    transaction: when it is taken back, the indexes stand as they stood.
    """
    (held,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_KIBIBYTES_HELD}")
    try:
        indexes = _indexes(connection)
        known = _statistics(connection, indexes)
        for index in indexes:
            connection.execute(f'DROP INDEX "{index.name}"')
        _hold_words(connection, _BYTES_OF_WORDS)
        yield
        _hold_words(connection, _USUAL_BYTES_OF_WORDS)
        for index in indexes:
            connection.execute(index.statement)
        if known:
            connection.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", known)
    finally:
        connection.execute(f"PRAGMA cache_size = {held}")


def _hold_words(connection: sqlite3.Connection, size: int) -> None:
    for table in INDEXES:
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (size,))
        # For this connection and time alone; the file keeps none of it.
        connection.execute(f"DELETE FROM {table}_config WHERE k = 'hashsize'")


def _indexes(connection: sqlite3.Connection) -> list[_Index]:
    rows = select(
        connection,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'"
        f" AND tbl_name IN {LISTED} ORDER BY rowid",
        (*COLUMNS, "names", "words"),
    )
    return [_Index(*row) for row in rows]


def _statistics(connection: sqlite3.Connection, indexes: list[_Index]) -> list[tuple[Any, ...]]:
    """What the store knows of some indexes, which SQLite forgets with them."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").fetchone():
        return []
    names = [index.name for index in indexes]
    return select(connection, f"SELECT * FROM sqlite_stat1 WHERE idx IN {LISTED}", names)


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
