"""A store's file read as bytes, without giving up what SQLite has locked of it in this process.

POSIX takes all locks that a process has on a file when it closes any descriptor of that file, the
one that was locked included: https://www.sqlite.org/howtocorrupt.html, section 2.2. Another program
may then take a store in use for one that nobody has open, and remove its write-ahead log. So what
is opened here is closed once no connection of this process to that store is open.
"""

from __future__ import annotations

import os

from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType
    from typing import BinaryIO

_INDEX: Final = "-shm"
_URI: Final = "file://"
_connected_to: Final[dict[int, str]] = {}
"""By the identity of an open connection what it was opened with: a path, a URI, `:memory:`."""
_left_open: Final[list[tuple[str, BinaryIO]]] = []
"""Paths of stores, and what was opened of each."""


def note_opened(connection: int, database: str) -> None:
    """Note that a connection, by its identity, may lock a file from now on.

    Args:
        connection: its identity.
        database: as `open_connection` takes it.
    """
    _connected_to[connection] = database


def note_closed(connection: int) -> None:
    """Note that it has none locked any more."""
    _connected_to.pop(connection, None)
    _close_what_may_be()


class Opened:
    """A file that SQLite may have open, for a `with` statement: it reads bytes."""

    def __init__(self, path: str, file: BinaryIO | None = None) -> None:
        """Open a store, the index of its log, or what a user names, which may be either.

        Args:
            path: of the file.
            file: the same where it has been opened already.

        Raises:
            OSError: it cannot be opened.
        """
        self._file: BinaryIO = file or open(path, "rb")  # noqa: SIM115 — closed when locks allow it
        self._store = path.removesuffix(_INDEX)

    def __enter__(self) -> BinaryIO:
        """The open file."""
        return self._file

    def __exit__(
        self,
        of_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it now, or when the last connection to the store is closed."""
        _left_open.append((self._store, self._file))
        _close_what_may_be()


def copy_file(file: str, copy: str) -> None:
    """Copy a file that SQLite may have open.

    Raises:
        OSError: the one cannot be read, or the other not be written.
    """
    from shutil import copyfileobj  # no start copies any

    with Opened(file) as original, open(copy, "wb") as written:
        copyfileobj(original, written)


def _close_what_may_be() -> None:
    if not _left_open:
        return
    in_use = set(map(_identity, _connected_to.values())) - {None}
    kept = [(store, file) for store, file in _left_open if _identity(store) in in_use]
    for each in _left_open:
        if each not in kept:
            each[1].close()
    _left_open[:] = kept


def _identity(database: str) -> tuple[int, int] | None:
    """By what the system knows a file, whatever its name; None where there is none."""
    if database.startswith(_URI):
        from urllib.parse import unquote  # most stores are opened by their path

        database = unquote(database.removeprefix(_URI).partition("?")[0])
    try:
        status = os.stat(database)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
