"""The one place that knows SQLite files: open, create, migrate, back up, say what is wrong."""

from __future__ import annotations

import os
import sqlite3
import struct
from contextlib import closing, suppress
from typing import Final

from store.errors import Sentence, StoreError
from store.paths import SCHEMA_FILE
from store.tables.connection import EXPLANATIONS, execute_script, explained, transaction

MODEL_VERSION: Final = 5
"""PRAGMA user_version of the model in schema.sql; one more with every migration."""
APPLICATION_ID: Final = 0x6D737274  # "msrt", by which `file` and we know a store
MEMORY: Final = ":memory:"

_SECONDS_TO_WAIT: Final = 2.0
_MILLISECONDS_OF_A_MIGRATION: Final = 60_000
"""How long a start waits for another one that brings a large store up to date."""
_HEADER: Final = struct.Struct(">16sHBBBBBBII 28xI")
"""To PRAGMA user_version: https://www.sqlite.org/fileformat.html#the_database_header."""


def connect(path: str, shipped: str | None = None) -> sqlite3.Connection:
    """Open the store's file, making it (with its folder) where there is none, and migrate it.

    Args:
        path: the file, or `:memory:`.
        shipped: a filled store, of which a new one is made a copy where it is there.

    Returns:
        A connection in autocommit mode, usable from any one thread at a time.

    Raises:
        StoreError: the file cannot be a store of this version; it is left as it was.
    """
    with explained(path):
        if path != MEMORY:
            _refuse_damage(path)
            os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
            if shipped and not os.path.exists(path):
                _copy_shipped(shipped, path)
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
    if not version:
        _create(connection)
    elif version < MODEL_VERSION:
        _migrate(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if _pragma(connection, "user_version") == MODEL_VERSION:
            return  # another process was quicker
        with open(SCHEMA_FILE, encoding="utf-8") as file:
            execute_script(connection, file.read())
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    from store.upkeep.migrations import migrate  # sqlite-utils takes 100 ms to import

    connection.execute("PRAGMA foreign_keys = OFF")  # tables that others refer to are made anew
    connection.execute(f"PRAGMA busy_timeout = {_MILLISECONDS_OF_A_MIGRATION}")
    with transaction(connection):
        version = _pragma(connection, "user_version")
        if version < MODEL_VERSION:  # else another process was quicker
            if path != MEMORY:
                # By a connection of its own, as one that writes cannot copy; under our lock, as
                # the copy must not be of what another process makes of the store meanwhile.
                with closing(sqlite3.connect(path)) as reader:
                    back_up(reader, f"{path}.model-{version}")
            migrate(connection, version)
            connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")
    connection.execute(f"PRAGMA busy_timeout = {round(_SECONDS_TO_WAIT * 1000)}")


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
        expected, _ = _size_and_model(file.read(_HEADER.size))
    if not expected:
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_NOTADB"], path=path))
    journal = f"{path}-wal"
    has_journal = os.path.exists(journal) and os.path.getsize(journal)
    if status.st_size < expected and not has_journal:
        sentence = (
            "{path} is truncated: {there:,} of {expected:,} bytes are there; "
            "restore a copy, or move it away to start a new store."
        )
        raise StoreError(Sentence(sentence, path=path, there=status.st_size, expected=expected))


def _size_and_model(content: bytes) -> tuple[int, int]:
    """The size that a SQLite file should have, and the number of its model; 0 for other files."""
    if len(content) < _HEADER.size or not content.startswith(b"SQLite format 3\0"):
        return 0, 0
    fields = _HEADER.unpack_from(content)
    return (65536 if fields[1] == 1 else fields[1]) * fields[9], fields[10]


def _copy_shipped(shipped: str, path: str) -> None:
    """Make a new store by copying the shipped one; where that fails, none is made."""
    if any(map(os.path.exists, (f"{path}-wal", f"{path}-journal"))):
        return  # left by a store that is gone: SQLite would play them into the copy
    beside = f"{path}.new-{os.getpid()}"
    with suppress(OSError):
        with open(shipped, "rb") as file:
            content = file.read()
        if _size_and_model(content) != (len(content), MODEL_VERSION):
            return
        try:
            with open(beside, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.link(beside, path)  # unlike a rename, never in place of a store that is there
        finally:
            os.unlink(beside)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
