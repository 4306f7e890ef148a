"""The files that records and sources were read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from store.model.records import Origin
from store.tables.batches import LISTED, fetch, select


def read_origin(connection: sqlite3.Connection, key: str) -> Origin:
    """The origin of the record or source with that key, empty where it was in no file."""
    for table in ("records", "sources"):
        for row in fetch(connection, f"SELECT file, line FROM {table} WHERE key = ?", (key,)):
            return Origin(*row)
    return Origin()


def record_origins(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, Origin]:
    """The origins of records by their ids."""
    rows = select(connection, f"SELECT id, file, line FROM records WHERE id IN {LISTED}", ids)
    return {number: Origin(file, line) for number, file, line in rows}


def source_origins(connection: sqlite3.Connection) -> dict[str, Origin]:
    """The origins of all sources by their keys."""
    rows = fetch(connection, "SELECT key, file, line FROM sources")
    return {key: Origin(file, line) for key, file, line in rows}
