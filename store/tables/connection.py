"""What all work on a connection needs: transactions, scripts, numbers of rows, errors explained."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager

from store.sqlite.connection import execute_when_free
from store.sqlite.explanations import explained
from store.typed import Final

__all__ = [
    "LAST_NUMBER",
    "execute_script",
    "explained",
    "last_number",
    "placeholders",
    "statements",
    "transaction",
]

LAST_NUMBER: Final = 2**62
"""A row's number beyond it leaves too little room for those of new rows."""
_ROOM: Final = 2**32


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that of two first starts one fills."""
    execute_when_free(connection, "BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one after the other."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def execute_script(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside the caller's transaction, which `executescript` would commit."""
    for statement in statements(script):
        connection.execute(statement)


def placeholders(values: Sized) -> str:
    """As many question marks as there are values to be bound: `?, ?, ?`."""
    return ", ".join("?" * len(values))


def last_number(
    connection: sqlite3.Connection,
    table: str,
    column: str = "id",
    referring: Iterable[tuple[str, str]] = (),
) -> int:
    """The number behind which those of new rows may begin: the last that there is, at least 0.

    Where a damaged row has one that leaves no room, it is the first with room enough behind it.

    Args:
        connection: of a store.
        table: which the rows are to be written to.
        column: of its numbers.
        referring: tables and columns that refer to them, lest a new row takes over what was left
            of one that is lost.
    """
    columns = [(table, column), *referring]
    greatest = " UNION ALL ".join(f"SELECT max({column}) FROM {table}" for table, column in columns)
    last = [number or 0 for (number,) in connection.execute(greatest)]
    if all(isinstance(number, int) and number <= LAST_NUMBER for number in last):
        return max(0, *last)
    # In a damaged store a column may hold a text too, which is greater than any number to SQLite.
    every = " UNION ".join(
        f"SELECT {column} FROM {table} WHERE typeof({column}) = 'integer'"
        for table, column in columns
    )
    (number,) = connection.execute(
        "SELECT number FROM (SELECT number, lead(number, 1, ?) OVER (ORDER BY number) AS next"
        f" FROM (SELECT 0 AS number UNION {every}) WHERE number >= 0)"
        " WHERE number <= ? AND next - number > ? ORDER BY number DESC LIMIT 1",
        (2**63 - 1, LAST_NUMBER, _ROOM),
    ).fetchone()
    return int(number)
