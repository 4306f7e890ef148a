"""A store's file read as bytes, without giving up what SQLite has locked of it in this process.

POSIX takes all locks that a process has on a file when it closes any descriptor of that file, the
one that was locked included: https://www.sqlite.org/howtocorrupt.html, section 2.2. Another program
may then take a store in use for one that nobody has open, and remove its write-ahead log. So what
is opened here is closed once no connection of this process is open.
"""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import TracebackType
    from typing import BinaryIO

_connections: Final[set[int]] = set()
_left_open: Final[list[BinaryIO]] = []


def note_opened(connection: int) -> None:
    """Note that a connection, by its identity, may lock files from now on."""
    _connections.add(connection)


def note_closed(connection: int) -> None:
    """Note that it has none locked any more."""
    _connections.discard(connection)
    _close_what_may_be()


class Opened:
    """A file that SQLite may have open, for a `with` statement: it reads bytes."""

    def __init__(self, path: str) -> None:
        """Open a file.

        Raises:
            OSError: it cannot be opened.
        """
        self._file: BinaryIO = open(path, "rb")  # noqa: SIM115 — closed when nobody needs its locks

    def __enter__(self) -> BinaryIO:
        """The open file."""
        return self._file

    def __exit__(
        self,
        of_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it now, or when the last connection is closed."""
        _left_open.append(self._file)
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
    while _left_open and not _connections:
        _left_open.pop().close()
