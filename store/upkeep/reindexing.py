"""What is derived from records, made anew by today's code: names, text, order, what differs."""

from __future__ import annotations

import sqlite3
from typing import Final

from store.lookup import index
from store.model.statements import differing
from store.search import lexicon
from store.search.index import index_text
from store.tables.soundness import leave_out
from store.tables.whole_records import read_records
from store.upkeep.preparing import sort_columns

_BATCH: Final = 1_000


def reindex(connection: sqlite3.Connection) -> None:
    """Fill the indexes that a migration has emptied, inside the caller's transaction."""
    if _is_empty(connection, "words"):
        _reindex_names(connection)
    if _is_empty(connection, "full_text"):
        _reindex_text(connection)
        lexicon.stem_anew(connection)
    if connection.execute("SELECT 1 FROM facts WHERE differs IS NULL LIMIT 1").fetchone():
        _judge_facts(connection)
    _order(connection)


def _is_empty(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None


def _reindex_names(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT record, language, role, position, text FROM names ORDER BY id"
    ).fetchall()
    connection.execute("DELETE FROM names")
    index.index_names(connection, [index.NameRow(*row) for row in rows])


def _reindex_text(connection: sqlite3.Connection) -> None:
    ids = [number for (number,) in connection.execute("SELECT id FROM records ORDER BY id")]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        records = read_records(connection, batch, with_citations=False, report=leave_out)
        index_text(connection, records)


def _order(connection: sqlite3.Connection) -> None:
    """Give records the places in lists that today's code gives them."""
    ids = [number for (number,) in connection.execute("SELECT id FROM records ORDER BY id")]
    records = read_records(connection, ids, with_citations=False, report=leave_out)
    connection.executemany(
        "UPDATE records SET sort_en = ?, sort_ar = ?, sort_date = ? WHERE id = ?",
        [(*sort_columns(record), number) for number, record in records],
    )


def _judge_facts(connection: sqlite3.Connection) -> None:
    """Find out which facts differ from another one of their record."""
    found = connection.execute("SELECT DISTINCT record FROM facts WHERE differs IS NULL")
    numbers = [number for (number,) in found]
    for number, record in read_records(connection, numbers, with_citations=False, report=leave_out):
        ids = connection.execute("SELECT id FROM facts WHERE record = ? ORDER BY id", (number,))
        places = differing(record.facts)
        connection.executemany(
            "UPDATE facts SET differs = ? WHERE id = ?",
            [(int(place in places), fact) for place, (fact,) in enumerate(ids.fetchall())],
        )
    # Of a damaged record nobody can tell; `masarat check` tells that it is one.
    connection.execute("UPDATE facts SET differs = 0 WHERE differs IS NULL")
