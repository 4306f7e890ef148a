"""Masarat's own folders, of data, configuration and state: for the user alone."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from store.errors import StoreError
from store.paths import own_folder
from store.typed import Final

_NAME: Final = "masarat"
_FOR_OTHERS: Final = 0o077


def private_folder(path: str | os.PathLike[str]) -> None:
    """Make a folder with those above it; one that is masarat's own is closed to other users.

    Its own are those that the XDG Base Directory Specification asks to be made with 0700. Any other
    folder was named by the user: a new one gets the umask's permissions, one that is there keeps
    its own.

    Raises:
        OSError: it cannot be made.
    """
    is_own = _is_own(path)
    with suppress(FileExistsError):  # perhaps it is no folder
        if is_own:
            _make_private(os.path.abspath(path))
        else:
            os.makedirs(path or os.curdir, exist_ok=True)
    status = os.stat(path or os.curdir)
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    if is_own and status.st_mode & _FOR_OTHERS and status.st_uid == os.geteuid():
        with suppress(OSError):  # of file systems without permissions
            os.chmod(path, stat.S_IMODE(status.st_mode) & ~_FOR_OTHERS)


def _is_own(path: str | os.PathLike[str]) -> bool:
    whole = os.path.abspath(path)
    if os.path.basename(whole) != _NAME:
        return False
    with suppress(StoreError):  # without a home there is none
        own = (own_folder("data"), own_folder("config"), own_folder("state"))
        return whole in map(os.path.abspath, own)
    return False


def _make_private(path: str) -> None:
    """Make it and what is missing above it; `os.makedirs` leaves those above to the umask."""
    if not os.path.isdir(path):
        _make_private(os.path.dirname(path))
        with suppress(FileExistsError):  # another process was quicker
            os.mkdir(path, 0o700)
