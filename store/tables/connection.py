"""What all work on a connection needs: transactions, scripts, SQLite's errors told as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sized
from contextlib import contextmanager

from store.sqlite.connection import execute_when_free
from store.sqlite.explanations import explained

__all__ = ["execute_script", "explained", "placeholders", "statements", "transaction"]


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
