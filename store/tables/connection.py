"""What all work on a connection needs: transactions, scripts, SQLite's errors told as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from typing import Final

from store.errors import Sentence, StoreError


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that of two first starts one fills."""
    connection.execute("BEGIN IMMEDIATE")
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


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite and the system say about the store's file into a sentence for its user.

    Raises:
        StoreError: in place of `sqlite3.Error` and `OSError`.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_explanation(path, error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        sentence = "{path} cannot be used as a store: {reason}; name another file with --store."
        raise StoreError(Sentence(sentence, path=path, reason=reason)) from error


DAMAGED: Final = (
    "{path} is damaged ({error}); masarat repair mends it, or saves what can still be read."
)
EXPLANATIONS: Final = {
    "SQLITE_BUSY": "{path} is locked by another program; close that program, then try again.",
    "SQLITE_LOCKED": "{path} is locked by another program; close that program, then try again.",
    "SQLITE_READONLY": "{path} is read-only; make it writable, or copy it and name the copy with "
    "--store.",
    "SQLITE_NOTADB": "{path} is not a SQLite database; name another file with --store.",
    "SQLITE_CORRUPT": DAMAGED,
    # Our statements are right where the store has the tables, columns and rows of its model.
    "SQLITE_ERROR": DAMAGED,
    "SQLITE_CONSTRAINT": DAMAGED,
    "SQLITE_MISMATCH": DAMAGED,
    "SQLITE_FULL": "The disk that holds {path} is full; make room, then try again.",
    "SQLITE_CANTOPEN": "{path} cannot be opened; see that its folder exists and may be written to.",
}
"""By the beginning of SQLite's name for the error."""


def _explanation(path: str, error: sqlite3.Error) -> Sentence:
    if str(error).startswith("Could not decode to UTF-8"):  # which `sqlite3` gives no name
        return Sentence(DAMAGED, path=path, error=error)
    name = getattr(error, "sqlite_errorname", None) or ""
    for beginning, sentence in EXPLANATIONS.items():
        if name.startswith(beginning):
            return Sentence(sentence, path=path, error=error)
    return Sentence(
        "{path} cannot be used: {error}; name another file with --store.", path=path, error=error
    )
