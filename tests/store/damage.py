"""Damage done to a store behind its back, and what is wrong after each."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

PAGE: Final = 4096


class Damaging(NamedTuple):
    """One way to damage a store."""

    statements: str
    says: str
    """A piece of what is found."""
    is_of_index: bool


INDEXES: Final = {
    "words of full text": Damaging(
        "UPDATE full_text_content SET c0 = ''", "full text does not have", True
    ),
    "one text": Damaging(
        "UPDATE full_text_content SET c1 = NULL WHERE id = 2", "full text does not have", True
    ),
    "sizes of full text": Damaging("DELETE FROM full_text_docsize", "full_text is not whole", True),
    "an index": Damaging("DROP INDEX names_by_folded", "index names_by_folded is missing", True),
    "a view": Damaging("DROP VIEW readable_relations", "view readable_relations is missing", True),
    "words of names": Damaging("DROP TABLE words", "table words is missing", True),
    "counts of words": Damaging(
        "UPDATE words SET frequency = 9 WHERE id = 1", "index of names is not that", True
    ),
    "order": Damaging(
        "UPDATE records SET sort_en = 'zz' WHERE id = 2", "stands in the wrong place", True
    ),
    "years": Damaging("UPDATE facts SET first_year = 1900", "by the wrong years", True),
    "texts of no record": Damaging(
        "INSERT INTO full_text (rowid, names) VALUES (999, 'x')", "words that no record has", True
    ),
}

RECORDS: Final = {
    "every second record": Damaging(
        "DELETE FROM records WHERE id % 2 = 0",
        "refers to a row of records that is not there",
        False,
    ),
    "a date": Damaging(
        "UPDATE facts SET value = '-1' WHERE value GLOB '2*'",
        "'-1'",
        False,
    ),
    "a kind": Damaging(
        "UPDATE records SET kind = 'x' WHERE id = 2", "refers to a row of kinds", False
    ),
    "a relation's date": Damaging("UPDATE relations SET since = 'then'", "'then'", False),
    "a number at its end": Damaging(
        "UPDATE records SET id = 9223372036854775807 WHERE id = 2", "leaves no number", False
    ),
    "sources": Damaging("DELETE FROM sources WHERE id = 1", "a row of sources", False),
    "details": Damaging("DELETE FROM zones", "has no row in zones", False),
    "marks": Damaging(
        "INSERT OR REPLACE INTO settings VALUES ('marked', '{')", "list of marked records", False
    ),
    "a setting": Damaging(
        "INSERT INTO settings VALUES ('mine', CAST(X'61ff' AS TEXT))", "the setting 'mine'", False
    ),
    "a table": Damaging("DROP TABLE citations", "table citations is missing", False),
}

LEXICON: Final = {
    "blank phrases": Damaging(
        "UPDATE OR REPLACE lexicon SET phrase = ''", "a phrase that is none", False
    ),
    "phrases": Damaging(
        "DELETE FROM lexicon WHERE phrase = (SELECT max(phrase) FROM lexicon)",
        "the lexicon was written with",
        False,
    ),
}


def damage(path: Path, statements: str) -> None:
    """Change a store as any other program could that does not ask for references."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)


def damage_bytes(path: Path, change: Callable[[bytearray], None]) -> None:
    """Change the file itself, in which no log waits."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)


def put_of_any_type(path: Path, table: str, column: str, value: object) -> None:
    """Put a value into the last row of a table which its column does not allow, as a disk may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        query = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
        ((strict,),) = connection.execute(query, (table,)).fetchall()
        _define(connection, table, _loose(strict))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        row = _last_row(connection, table, strict)
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {row}', (value,))
        _define(connection, table, strict)


def _define(connection: sqlite3.Connection, table: str, sql: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, table))


def _loose(sql: str) -> str:
    """A definition that allows any value in any column but the key."""
    untyped = re.sub(r"\b(TEXT|REAL|(?<!IS )NOT NULL)\b|\bINTEGER\b(?! PRIMARY)", "", sql)
    return re.sub(r"\bSTRICT\b,?", "", untyped).rstrip(" ,\n")


def _last_row(connection: sqlite3.Connection, table: str, sql: str) -> str:
    """The condition that is true of the last row alone."""
    if "WITHOUT ROWID" not in sql:
        return f"rowid = (SELECT max(rowid) FROM {table})"
    keys = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    names, last = ", ".join(keys), " DESC, ".join(keys)
    return f"({names}) = (SELECT {names} FROM {table} ORDER BY {last} DESC LIMIT 1)"
