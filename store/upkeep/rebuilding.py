"""An older store's rows in today's model: tables made anew, indexes from the records."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from store.lookup.index import NameRow, index_names
from store.search.index import index_text
from store.tables.reading import read_record

# In an order that foreign keys allow. Predicates, words and text are made anew.
_KEPT: Final = (
    "settings", "lexicon", "sources", "sentences", "records", "zones", "agreements", "actors",
    "consequences", "external_ids", "facts", "relations", "citations",
)  # fmt: skip
_MADE_ANEW: Final = ("predicates", "names", "name_words", "words")
_RENAMED: Final = {
    ("facts", "property"): "CASE property WHEN 'ended' THEN 'finished' ELSE property END"
}
_OLD: Final = "older_"
_AT_ONCE: Final = 1_000


def rebuild(connection: sqlite3.Connection, create: Callable[[], None]) -> None:
    """Bring a store of an older model into today's, inside the caller's transaction.

    Args:
        connection: of the store.
        create: makes all tables of today's model, and fills in the predicates.
    """
    older = [table for table in (*_MADE_ANEW, *_KEPT) if _columns(connection, table)]
    _clear_away(connection, older)
    create()
    for table in _KEPT:
        if table in older:
            _copy(connection, table)
    _index_names(connection)
    for some in _in_batches([number for (number,) in connection.execute("SELECT id FROM records")]):
        records = [(n, read_record(connection, n, with_citations=False)) for n in some]
        index_text(connection, records)
    for table in reversed(older):
        connection.execute(f"DROP TABLE {_OLD}{table}")


def _clear_away(connection: sqlite3.Connection, tables: list[str]) -> None:
    """Rename the tables, and drop what can be made anew from them."""
    entries = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL AND (type IN ('view', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL TABLE%')"
    ).fetchall()
    for kind, name in entries:
        connection.execute(f'DROP {kind} "{name}"')
    for table in tables:
        connection.execute(f"ALTER TABLE {table} RENAME TO {_OLD}{table}")


def _copy(connection: sqlite3.Connection, table: str) -> None:
    older = _columns(connection, _OLD + table)
    shared = [column for column in _columns(connection, table) if column in older]
    columns = ", ".join(f'"{column}"' for column in shared)
    values = ", ".join(_RENAMED.get((table, column), f'"{column}"') for column in shared)
    connection.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {_OLD}{table}")


def _index_names(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        f"SELECT record, language, role, position, text FROM {_OLD}names ORDER BY id"
    ).fetchall()
    index_names(connection, [NameRow(*row) for row in rows])


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _in_batches(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
