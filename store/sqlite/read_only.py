"""Opening a store that may only be read: on a medium, in a folder or in a file that is protected.

SQLite reads a file with a write-ahead log by writing beside it. Where it may not, it reads the file
alone if told that nobody changes it (`immutable`), and then passes over the log without a word. So
a file whose log holds anything is read as SQLite usually does where that is possible, and else as a
copy into which the log was taken.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress

from store.errors import Sentence
from store.sqlite.connection import StoreConnection, open_connection
from store.sqlite.file_header import FileHeader
from store.sqlite.foreign_files import has_content
from store.typed import Final

_READ_ONLY: Final = "{path} is read-only: it can be read, and nothing is stored in it."
_UNCHANGING: Final = (
    "{path} is read-only: it can be read, and nothing is stored in it; what others change is seen "
    "at the next start."
)
_COPIED: Final = (
    "{path} is read-only: a copy of it as it is now is read, and nothing is stored in it."
)
FULL: Final = "{path} can be read, and nothing is stored in it, as its disk is full."


def may_write(file: str) -> bool:
    """Whether a file, and beside it the journal that SQLite needs, may be written.

    By their permission bits too, as a superuser may write anywhere: what is protected stays so.
    """
    folder = os.path.dirname(file)
    while not os.path.exists(folder):  # as it is to be made
        folder = os.path.dirname(folder)
    places = [folder, file] if os.path.exists(file) else [folder]
    return all(map(_is_writable, places))


def _is_writable(place: str) -> bool:
    # The bits of a folder mean something else on Windows.
    has_bits = os.name == "nt" or os.stat(place).st_mode & 0o222
    return bool(has_bits) and os.access(place, os.W_OK)


def open_for_reading(path: str, file: str, header: FileHeader) -> StoreConnection:
    """Open a protected file, with all that its journals hold.

    Args:
        path: the store as the user named it.
        file: its whole path, links followed.
        header: what it says of itself.
    """
    if has_content(f"{file}-journal"):  # a change that was broken off, which is to be undone first
        return open_copy(path, file)
    if not header.uses_wal:
        return _open_as(path, file, "mode=ro")
    if os.path.exists(f"{file}-wal"):
        # Another program has it open or has left its log; SQLite can do this if it left the index.
        with suppress(sqlite3.OperationalError):
            return _open_as(path, file, "mode=ro&readonly_shm=1")
        if has_content(f"{file}-wal"):
            return open_copy(path, file)
    connection = _open_as(path, file, "mode=ro&immutable=1")
    connection.only_read(Sentence(_UNCHANGING, path=path))
    return connection


def open_on_full_disk(path: str, file: str, header: FileHeader) -> StoreConnection:
    """Open a store beside which there is no room for what SQLite keeps; see `open_for_reading`."""
    connection = open_for_reading(path, file, header)
    connection.only_read(Sentence(FULL, path=path), "SQLITE_FULL")
    return connection


def open_copy(path: str, file: str) -> StoreConnection:
    """Open a copy that ends with the connection, and that may be brought to a newer model."""
    from tempfile import TemporaryDirectory

    from store.sqlite.journals import cut_off
    from store.sqlite.locked_files import copy_file

    connection = open_connection("")  # SQLite keeps it in memory, or in a file without a name
    connection.only_read(Sentence(_COPIED, path=path))
    with TemporaryDirectory(prefix="masarat-") as folder:  # which only this user may enter
        copy = os.path.join(folder, "copy.db")
        for ending in ("", "-wal", "-journal"):
            with suppress(FileNotFoundError):
                copy_file(file + ending, copy + ending)
        with closing(open_connection(copy)) as copied:
            copied.backup(connection)
            connection.damage = cut_off(path, copy, _page_size(copied))
    return connection


def _page_size(connection: StoreConnection) -> int:
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return int(size)


def _open_as(path: str, file: str, how: str) -> StoreConnection:
    from pathlib import Path  # only where a file is protected

    connection = open_connection(f"{Path(file).as_uri()}?{how}", is_uri=True)
    connection.only_read(Sentence(_READ_ONLY, path=path))
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
