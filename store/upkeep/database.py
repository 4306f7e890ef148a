"""Opening a store's file: make it, see that it is one of ours, bring it to today's model."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final

from store.disk.private_folder import private_folder
from store.errors import Sentence, StoreError
from store.paths import SCHEMA_FILE
from store.sqlite.connection import (
    Patience,
    StoreConnection,
    execute_when_free,
    open_connection,
)
from store.sqlite.explanations import explained
from store.sqlite.file_header import FileHeader, read_header
from store.sqlite.foreign_files import look_at, refuse_database, refuse_path
from store.sqlite.read_only import may_write, open_copy, open_for_reading
from store.sqlite.requirements import require_sqlite
from store.tables.connection import execute_script, transaction

MODEL_VERSION: Final = 6
"""PRAGMA user_version of the model in schema.sql; one more with every migration."""
APPLICATION_ID: Final = 0x6D737274  # "msrt", by which `file` and we know a store
MEMORY: Final = ":memory:"

_TRIES_FOR_A_MIGRATION: Final = 600
"""How long a start waits for another one that brings a large store up to date."""
_NEWEST_THINKABLE: Final = 1_000


def connect(
    path: str, shipped: str | None = None, patience: Patience | None = None
) -> StoreConnection:
    """Open the store's file, making it (with its folder) where there is none, and migrate it.

    One that may not be written is opened for reading, and the connection says so.

    Args:
        path: the file, or `:memory:`.
        shipped: a filled store, of which a new one is made a copy where it is there.
        patience: how long to wait for other programs that write.

    Raises:
        StoreError: the file cannot be a store of this version; it is left as it was.
    """
    with explained(path):
        require_sqlite()
        if path == MEMORY:
            return _prepared(open_connection(MEMORY), path, patience)
        refuse_path(path, os.path.abspath(path))  # before links are followed one by one
        file = os.path.realpath(path)
        refuse_path(path, file)
        header = look_at(path, file, APPLICATION_ID)
        if not may_write(file):
            return _opened_for_reading(path, file, header)
        if header is None:
            _make_file(file, shipped)
        connection = _prepared(open_connection(file), path, patience)
        if header and not header.uses_wal:
            _use_wal(connection)
        return connection


def _opened_for_reading(path: str, file: str, header: FileHeader | None) -> StoreConnection:
    if header is None:
        sentence = (
            "There is no store at {path}, and none can be made there, as its folder is read-only; "
            "name another file with --store."
        )
        raise StoreError(Sentence(sentence, path=path))
    connection = open_for_reading(path, file, header)
    try:
        if _model_of(connection, path) < MODEL_VERSION:
            connection.close()
            connection = open_copy(path, file)
            _migrate(connection, MEMORY)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepared(connection: StoreConnection, path: str, patience: Patience | None) -> StoreConnection:
    connection.patience = patience or Patience()
    try:
        model = _model_of(connection, path)
        if not model:
            _create(connection)
        elif model < MODEL_VERSION:
            _migrate(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _model_of(connection: sqlite3.Connection, path: str) -> int:
    """The number of the store's model; 0 for a new one.

    Raises:
        StoreError: it is of another program or of a newer masarat.
    """
    # One statement, as another program may be making the store at this moment.
    version, application_id, tables = connection.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)"
        " FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if application_id != APPLICATION_ID:
        if application_id or version or tables:
            refuse_database(path)
        return 0
    if not 0 < version < _NEWEST_THINKABLE:
        sentence = (
            "{path} is a store whose model has the number {version}, which no masarat gave it; "
            "restore a copy, or name another file with --store."
        )
        raise StoreError(Sentence(sentence, path=path, version=version))
    if version > MODEL_VERSION:
        sentence = (
            "{path} was written by a newer masarat (model {version}, this one knows {known}); "
            "update masarat, or name another file with --store."
        )
        raise StoreError(Sentence(sentence, path=path, version=version, known=MODEL_VERSION))
    return int(version)


def _create(connection: StoreConnection) -> None:
    execute_when_free(connection, "PRAGMA journal_mode = WAL")
    with transaction(connection):
        if pragma(connection, "user_version") == MODEL_VERSION:
            return  # another process was quicker
        with open(SCHEMA_FILE, encoding="utf-8") as file:
            execute_script(connection, file.read())
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")


def _use_wal(connection: StoreConnection) -> None:
    """Have readers and a writer no longer wait for each other; the next start may try again."""
    with suppress(sqlite3.OperationalError):
        execute_when_free(connection, "PRAGMA journal_mode = WAL", Patience(tries=1))


def _migrate(connection: StoreConnection, path: str) -> None:
    from store.upkeep.migrations import migrate  # sqlite-utils takes 100 ms to import

    connection.execute("PRAGMA foreign_keys = OFF")  # tables that others refer to are made anew
    usual = connection.patience
    connection.patience = usual._replace(tries=max(usual.tries, _TRIES_FOR_A_MIGRATION))
    with transaction(connection):
        version = pragma(connection, "user_version")
        if version < MODEL_VERSION:  # else another process was quicker
            with _copied(path, version):
                migrate(connection, version)
            connection.execute(f"PRAGMA user_version = {MODEL_VERSION}")
    connection.patience = usual


@contextmanager
def _copied(path: str, version: int) -> Iterator[None]:
    """Keep a copy of the older store, unless it is not migrated after all."""
    if path == MEMORY:
        yield
        return
    from store.upkeep.copies import copy_beside

    # By a connection of its own, as one that writes cannot copy; under our lock, as the copy must
    # not be of what another process makes of the store meanwhile.
    file = os.path.abspath(path)
    with closing(open_connection(file)) as reader:
        copy = copy_beside(reader, file, f"model-{version}")
    try:
        yield
    except BaseException:
        os.unlink(copy)
        raise


# --- a new file ----------------------------------------------------------------------------------


def _make_file(file: str, shipped: str | None) -> None:
    """Make a store's file, which only its user may read; where the shipped one is not, empty."""
    private_folder(os.path.dirname(file))
    if shipped and not os.path.exists(file):
        _copy_shipped(shipped, file)
    with suppress(FileExistsError), open(file, "xb", opener=_private):
        pass


def _private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


def _copy_shipped(shipped: str, file: str) -> None:
    """Make a new store by copying the shipped one; where that fails, none is made."""
    if any(map(os.path.exists, (f"{file}-wal", f"{file}-journal"))):
        return  # left by a store that is gone: SQLite would play them into the copy
    beside = f"{file}.new-{os.getpid()}"
    with suppress(OSError):
        with open(shipped, "rb") as opened:
            content = opened.read()
        header = read_header(content)
        if header is None or (header.size, header.user_version) != (len(content), MODEL_VERSION):
            return
        try:
            with open(beside, "xb", opener=_private) as copy:
                copy.write(content)
                copy.flush()
                os.fsync(copy.fileno())
            os.link(beside, file)  # unlike a rename, never in place of a store that is there
        finally:
            os.unlink(beside)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of one of SQLite's settings that are numbers."""
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
