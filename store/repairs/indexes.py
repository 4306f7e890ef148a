"""Making anew all that a store derives from its records: indexes, views, full text, orders."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Final

from store.examination.new_store import definitions
from store.expressions import expression
from store.lookup.index import NameRow, index_names
from store.paths import SCHEMA_FILE
from store.search.index import INDEXES, index_text
from store.tables.connection import statements, transaction
from store.tables.whole_records import every_record
from store.upkeep.preparing import fact_columns, sort_columns

_TABLES: Final = (*INDEXES, "words", "name_words", "sentence_text")
_MAKES_DERIVED: Final = expression(
    r"CREATE (?:UNIQUE )?(?:INDEX|VIEW|TRIGGER) "
    rf"|CREATE (?:VIRTUAL )?TABLE (?:{'|'.join(_TABLES)})\b"
    rf"|INSERT INTO (?:{'|'.join(INDEXES)})\b"
)
"""Statements of `schema.sql` that make what is derived."""


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all of it anew, in one transaction.

    Raises:
        sqlite3.Error: what it is made of cannot be read, or what is there not be removed.
    """
    with transaction(connection):
        _drop(connection)
        for statement in _definitions():
            connection.execute(statement)
        _order(connection)
        _index_names(connection)
        index_text(connection, every_record(connection))
        connection.execute("REINDEX")


def _drop(connection: sqlite3.Connection) -> None:
    there = definitions(connection)
    for kind in ("trigger", "view", "index"):
        for definition in there.values():
            if definition.type == kind:
                connection.execute(f'DROP {kind} "{definition.name}"')
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def _definitions() -> Iterator[str]:
    with open(SCHEMA_FILE, encoding="utf-8") as file:
        script = re.sub(r"^--.*\n", "", file.read(), flags=re.MULTILINE)
    return (each for each in statements(script) if _MAKES_DERIVED.match(each))


def _order(connection: sqlite3.Connection) -> None:
    for number, record in list(every_record(connection)):
        connection.execute(
            "UPDATE records SET sort_en = ?, sort_ar = ?, sort_date = ? WHERE id = ?",
            (*sort_columns(record), number),
        )
        ids = connection.execute("SELECT id FROM facts WHERE record = ? ORDER BY id", (number,))
        connection.executemany(
            "UPDATE facts SET first_year = ?, last_year = ?, differs = ? WHERE id = ?",
            [
                (*columns, row)
                for (row,), columns in zip(ids.fetchall(), fact_columns(record.facts), strict=True)
            ],
        )


def _index_names(connection: sqlite3.Connection) -> None:
    names = connection.execute(
        "SELECT id, 'en', 'name', 0, name_en FROM records WHERE name_en <> ''"
        " UNION ALL SELECT id, 'ar', 'name', 0, name_ar FROM records WHERE name_ar <> ''"
        " UNION ALL SELECT record, language, role, position, text FROM names WHERE role = 'alias'"
        " ORDER BY 1, 2 DESC, 3 DESC, 4"
    ).fetchall()
    connection.execute("DELETE FROM names")
    index_names(connection, [NameRow(*row) for row in names])
