"""A new, empty store in memory, with which one that is examined is compared."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import Final

from store.paths import SCHEMA_FILE
from store.sqlite.connection import StoreConnection, open_connection
from store.tables.connection import execute_script
from store.tuples import NamedTuple

_PARTS_OF_FULL_TEXT: Final = ("_data", "_idx", "_content", "_docsize", "_config")


class Definition(NamedTuple):
    """A table, index, trigger or view as `schema.sql` defines it."""

    type: str
    name: str
    sql: str


def new_store() -> StoreConnection:
    """Open one; foreign keys are off, as nothing but indexes is put into it."""
    connection = open_connection(":memory:")
    with open(SCHEMA_FILE, encoding="utf-8") as file:
        execute_script(connection, file.read())
    return connection


def definitions(connection: sqlite3.Connection) -> dict[str, Definition]:
    """What a store is made of, by name; what SQLite adds of itself is left out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    full_text = [name for _, name, sql in rows if " USING fts5" in str(sql)]
    own = {name + part for name in full_text for part in _PARTS_OF_FULL_TEXT}
    return {str(row[1]): Definition(*map(str, row)) for row in rows if row[1] not in own}


def normalised(sql: str) -> str:
    """A definition as it is compared with another: without comments, quotes and spaces."""
    without_comments = re.sub(r"--[^\n]*", "", sql).replace('"', "")
    return re.sub(r" ?([(),]) ?", r"\1", " ".join(without_comments.split()))


def has_todays_tables(connection: sqlite3.Connection) -> bool:
    """Whether a database has each table of a store, just as `schema.sql` defines it."""
    with closing(new_store()) as new:
        expected = definitions(new).values()
    there = definitions(connection)
    return all(
        each.name in there and normalised(there[each.name].sql) == normalised(each.sql)
        for each in expected
        if each.type == "table"
    )
