"""Folders made for what is to be written, and gone again where that fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from store.disk.open_folder import OpenFolder


@contextmanager
def missing_folders_made(path: str | os.PathLike[str]) -> Iterator[bool]:
    """Make a folder with those above it, and remove the new ones when the block raises.

    Gives:
        Whether the folder is new.

    Raises:
        OSError: one cannot be made.
    """
    made: list[str] = []
    try:
        for folder in _missing(os.fspath(path)):
            with suppress(FileExistsError):  # another program was quicker
                os.mkdir(folder)
                made.append(folder)
        yield bool(made)
        for folder in made:
            _sync(os.path.dirname(folder))
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):  # others may have written into it
                os.rmdir(folder)
        raise


def _missing(path: str) -> list[str]:
    """The folders that are missing of a path, the outermost first."""
    missing: list[str] = []
    while path and not os.path.lexists(path):
        missing.append(path)
        path = os.path.dirname(path)
    return missing[::-1]


def _sync(path: str) -> None:
    with OpenFolder.at(path) as folder:
        folder.sync()
