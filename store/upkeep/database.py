"""The one place that knows SQLite files: open, create, migrate, back up, say what is wrong."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing
from typing import Final

from store.errors import Sentence, StoreError
from store.tables.connection import EXPLANATIONS, explained, transaction

MODEL_VERSION: Final = 2
"""PRAGMA user_version of the model in schema.sql; one more with every migration."""
APPLICATION_ID: Final = 0x6D737274  # "msrt", by which `file` and we know a store
MEMORY: Final = ":memory:"

_SECONDS_TO_WAIT: Final = 2.0
_HEADER: Final = struct.Struct(">16sHBBBBBBII")


def connect(path: str) -> sqlite3.Connection:
    """Open the store's file, making it (with its folder) where there is none, and migrate it.

    Args:
        path: the file, or `:memory:`.

    Returns:
        A connection in autocommit mode, usable from any one thread at a time.

    Raises:
        StoreError: the file cannot be a store of this version; it is left as it was.
    """
    with explained(path):
        if path != MEMORY:
            _refuse_damage(path)
            os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        connection = sqlite3.connect(
            path, timeout=_SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    version = _pragma(connection, "user_version")
    if _pragma(connection, "application_id") != APPLICATION_ID:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables or version:
            sentence = (
                "{path} is a SQLite database of another program; name another file with --store."
            )
            raise StoreError(Sentence(sentence, path=path))
    if version > MODEL_VERSION:
        sentence = (
            "{path} was written by a newer masarat (model {version}, this one knows {known}); "
            "update masarat, or name another file with --store."
        )
        raise StoreError(Sentence(sentence, path=path, version=version, known=MODEL_VERSION))
    connection.execute("PRAGMA foreign_keys = ON")
    if version < MODEL_VERSION:
        _migrate(connection, path, version)


def _migrate(connection: sqlite3.Connection, path: str, version: int) -> None:
    from sqlite_utils import Database  # 100 ms, needed only when the model changes

    from store.upkeep.migrations import migrations

    if version and path != MEMORY:
        back_up(connection, f"{path}.model-{version}")
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if _pragma(connection, "user_version") == MODEL_VERSION:
            return  # another process was quicker
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(Database(connection))
        connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")


def back_up(connection: sqlite3.Connection, path: str) -> None:
    """Copy the whole store to `path`, consistently even while others write."""
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)


def _refuse_damage(path: str) -> None:
    """Look at the file before SQLite does, so that a wrong one is told apart and left untouched."""
    if os.path.isdir(path):
        raise StoreError(Sentence("{path} is a folder; name a file with --store.", path=path))
    if not os.path.exists(path):
        return
    status = os.stat(path)
    if not status.st_size:
        return
    # By its permission bits, as a superuser may write anywhere: a protected store is meant to stay.
    if not status.st_mode & 0o222:
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_READONLY"], path=path))
    with open(path, "rb") as file:
        header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(b"SQLite format 3\0"):
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_NOTADB"], path=path))
    fields = _HEADER.unpack(header)
    expected = (65536 if fields[1] == 1 else fields[1]) * fields[-1]
    journal = f"{path}-wal"
    has_journal = os.path.exists(journal) and os.path.getsize(journal)
    if status.st_size < expected and not has_journal:
        sentence = (
            "{path} is truncated: {there:,} of {expected:,} bytes are there; "
            "restore a copy, or move it away to start a new store."
        )
        raise StoreError(Sentence(sentence, path=path, there=status.st_size, expected=expected))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
