"""Files that are locked while the program that writes them lives, by which it is told from a dead.

A lock is the system's (`flock`), and gone with the program however it ends. On file systems without
locks every program is taken for dead.
"""

from __future__ import annotations

import errno
import fcntl
import os
from typing import Final

from store.disk.open_folder import OpenFolder

_NO_LOCKS: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


class HeldError(Exception):
    """A program that lives has locked the file."""


def make_locked(folder: OpenFolder, name: str, permissions: int) -> int:
    """Make a file where nothing may be, lock it, and return its descriptor.

    Raises:
        FileExistsError: something has the name.
    """
    while True:
        descriptor = folder.create(name, permissions)
        if lock_open(descriptor):
            return descriptor
        os.close(descriptor)  # somebody locked it first, and removed it as left by a dead


def lock(folder: OpenFolder, name: str) -> int:
    """Lock a file that is there, and return its descriptor.

    Raises:
        FileNotFoundError: nothing has the name, or no longer.
        HeldError: the program that has locked it lives.
    """
    descriptor = folder.open_file(name)
    try:
        has_a_name = lock_open(descriptor, fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise HeldError from error
    except BaseException:
        os.close(descriptor)
        raise
    if not has_a_name:
        os.close(descriptor)
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    return descriptor


def lock_open(descriptor: int, how: int = 0) -> bool:
    """Lock an open file or folder, and return whether it still has a name."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | how)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return os.fstat(descriptor).st_nlink > 0
