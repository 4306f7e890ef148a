"""One file written whole: whatever happens, the old or the new one stands there, and no other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from store.disk.locked_file import HeldError, lock, make_locked
from store.disk.missing_folders import missing_folders_made
from store.disk.open_folder import OpenFolder, is_file, write_all
from store.disk.private_folder import private_folder
from store.disk.reasons import existing, not_written
from store.errors import ExportError, WriteError
from store.expressions import expression

PRIVATE: Final = 0o600
_PUBLIC: Final = 0o666
_BESIDE: Final = expression(r"\.masarat-[0-9a-f]{16}")
"""Names of files that are being written, and of those that a killed program left."""


def write_private(
    path: str | os.PathLike[str], content: str | bytes, *, overwrite: bool = True
) -> None:
    """Write one of masarat's own files, such as its state: whole, and for the user alone.

    Args:
        path: of the file; missing folders are made.
        content: a text is written as UTF-8.
        overwrite: whether what is there may be replaced.

    Raises:
        WriteError: it cannot be written; what was there is as it was, and nothing else is left.
        ExportError: something is there that may not be replaced.
    """
    with _explained(path):
        private_folder(os.path.dirname(path))
    write_whole(path, content, private=True, overwrite=overwrite)


def write_whole(
    path: str | os.PathLike[str],
    content: str | bytes,
    *,
    private: bool = False,
    overwrite: bool = True,
) -> None:
    """Write a file beside its place, sync it, and put it there.

    A link in its place is replaced, and what it leads to is left alone. What a killed program left
    half written in the folder is removed.

    Args:
        path: of the file; missing folders are made, and those there may be reached over links.
        content: a text is written as UTF-8.
        private: for the user alone; else as the file that is replaced was, or as the umask says.
        overwrite: whether what is there may be replaced.

    Raises:
        WriteError: it cannot be written; what was there is as it was, and nothing else is left.
        ExportError: something is there that may not be replaced.
    """
    where, name = os.path.split(path)
    data = content.encode() if isinstance(content, str) else content
    with _explained(path), missing_folders_made(where), OpenFolder.at(where) as folder:
        remove_abandoned(folder)
        try:
            _write(folder, name, data, private=private, overwrite=overwrite)
        except FileExistsError as error:
            raise ExportError(existing([path])) from error
        folder.sync()


@contextmanager
def _explained(path: str | os.PathLike[str]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(not_written(path, error)) from error


def _write(
    folder: OpenFolder, name: str, content: bytes, *, private: bool, overwrite: bool
) -> None:
    kept = PRIVATE if private else folder.permissions(name)
    beside = f".masarat-{os.urandom(8).hex()}"
    descriptor = make_locked(folder, beside, _PUBLIC if kept is None else PRIVATE)
    try:
        write_all(descriptor, content)
        if kept is not None:
            os.fchmod(descriptor, kept)
        if overwrite:
            folder.rename(beside, name)
        else:
            folder.rename_to_free(beside, name)
    except BaseException:
        with suppress(OSError):
            folder.remove(beside)
        raise
    finally:
        os.close(descriptor)


def remove_abandoned(folder: OpenFolder) -> None:
    """Remove what killed programs left half written in a folder."""
    for name in filter(_BESIDE.fullmatch, os.listdir(folder.descriptor)):
        with suppress(OSError, HeldError):
            _remove_unless_held(folder, name)


def _remove_unless_held(folder: OpenFolder, name: str) -> None:
    status = folder.status(name)
    if status and is_file(status) and status.st_uid == os.geteuid():
        descriptor = lock(folder, name)
        try:
            folder.remove(name)
        finally:
            os.close(descriptor)
