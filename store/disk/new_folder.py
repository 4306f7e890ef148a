"""A folder that comes to be at once, with its journal in it: no killed program leaves an empty one.

It is made under a hidden name beside its place, as is what is missing above it, and renamed. A
hidden one that a killed program left is removed by the next one that makes or reads a folder there.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from store.disk.journal import JOURNAL
from store.disk.locked_file import lock_open
from store.disk.open_folder import OpenFolder
from store.expressions import expression

_HIDDEN: Final = expression(r"\.masarat-[0-9a-f]{16}-new")
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class NewFolder:
    """A folder that is not in its place yet, or is since `put`."""

    def __init__(self, path: str, top: str, hidden: str) -> None:
        """Take over a hidden folder.

        Args:
            path: where it is to be.
            top: the uppermost folder that is missing of that.
            hidden: what is to become that.
        """
        self._path = path
        self._top = top
        self._hidden = hidden
        self._is_put = False
        self.root = OpenFolder.at(hidden + path[len(top) :])
        self.root.path = path

    @property
    def depth(self) -> int:
        """How many folders are new: this one, and those that are missing above it."""
        return 1 + len([part for part in self._path[len(self._top) :].split("/") if part])

    def put(self) -> None:
        """Let it come to be in its place.

        Raises:
            OSError: something has come to be there meanwhile.
        """
        os.rename(self._hidden, self._top)
        self._is_put = True
        with OpenFolder.at(os.path.dirname(self._top)) as above:
            above.sync()

    def remove(self) -> None:
        """Remove it and what was made above it, unless something is in it."""
        top = self._top if self._is_put else self._hidden
        _remove_empty(top + self._path[len(self._top) :], top)


@contextmanager
def new_folder(path: str) -> Iterator[NewFolder]:
    """Make a folder that is missing, which is gone again where the block raises.

    Raises:
        OSError: it cannot be made.
    """
    path = path.rstrip("/")
    top = _uppermost_missing(path)
    above = os.path.dirname(top)
    remove_abandoned_folders(above)
    hidden, descriptor = _make_locked(above)
    try:
        with suppress(FileExistsError):
            os.makedirs(hidden + path[len(top) :])
        folder = NewFolder(path, top, hidden)
        with folder.root:
            try:
                yield folder
            except BaseException:
                folder.remove()
                raise
    except BaseException:
        _remove_empty(hidden, hidden)
        raise
    finally:
        os.close(descriptor)


def is_new_folder(name: str) -> bool:
    """Whether a path begins with the hidden name under which a folder is made."""
    return _HIDDEN.match(name) is not None


def settle_above(path: str) -> None:
    """Remove what a killed program left where it was to make a folder that is missing."""
    path = path.rstrip("/")
    if path and not os.path.lexists(path):
        remove_abandoned_folders(os.path.dirname(_uppermost_missing(path)))


def remove_abandoned_folders(above: str, names: Iterable[str] | None = None) -> None:
    """Remove hidden folders that killed programs left in a folder, whose names may be known."""
    with suppress(OSError):
        names = os.listdir(above or os.curdir) if names is None else names
        for name in filter(_HIDDEN.fullmatch, names):
            _remove_unless_held(os.path.join(above, name))


def _remove_unless_held(hidden: str) -> None:
    with suppress(OSError):
        descriptor = os.open(hidden, _FOLDER)
        try:
            if os.fstat(descriptor).st_uid != os.geteuid():
                return
            lock_open(descriptor, fcntl.LOCK_NB)
            for folder, _, files in os.walk(hidden, topdown=False):
                if JOURNAL in files:
                    os.unlink(os.path.join(folder, JOURNAL))
                os.rmdir(folder)
        finally:
            os.close(descriptor)


def _make_locked(above: str) -> tuple[str, int]:
    while True:
        hidden = os.path.join(above, f".masarat-{os.urandom(8).hex()}-new")
        os.mkdir(hidden)
        with suppress(FileNotFoundError):  # another program took it for abandoned
            descriptor = os.open(hidden, _FOLDER)
            if lock_open(descriptor):
                return hidden, descriptor
            os.close(descriptor)


def _uppermost_missing(path: str) -> str:
    while not os.path.lexists(os.path.dirname(path) or os.curdir):
        path = os.path.dirname(path)
    return path


def _remove_empty(path: str, top: str) -> None:
    """Remove a folder and those above it to the uppermost, so far as they are empty."""
    with suppress(OSError):  # others may have written into it
        while len(path) >= len(top):
            os.rmdir(path)
            path = os.path.dirname(path)
