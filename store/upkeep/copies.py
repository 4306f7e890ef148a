"""Copies of a store: whole or not at all, under names that nothing had, private to their owner."""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final

from store.errors import Sentence, StoreError

KEPT: Final = 5
"""Copies of each label that are kept beside a store; older ones are removed."""
_APPLICATION_ID_AT: Final = 68
"""In a SQLite file: https://www.sqlite.org/fileformat.html#the_database_header."""
_APPLICATION_ID: Final = b"msrt"
_COPY: Final = re.compile(r"\.(model|damaged|before-repair|replaced)[0-9-]*+")
"""What follows the store's name in that of a copy."""
_PART: Final = re.compile(r"\.part-(\d{1,10})(?:-journal|-wal|-shm)?")
"""What follows a copy's name in that of a file it is made of, with the process that makes it."""


def write_copy(connection: sqlite3.Connection, path: str) -> None:
    """Copy the whole store to the new file `path`, consistently even while others write.

    The copy is one file: its changes wait in no journal beside it, so that read-only media hold it.

    Raises:
        FileExistsError: something has that name; it is left as it is.
        StoreError: the copy cannot be written whole; none is there then.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    with _explained(path), _part_of(path) as part:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            _verify(copy, connection, path)
        _put(part, path)


def copy_beside(connection: sqlite3.Connection, store: str, label: str) -> str:
    """Copy a store to a file beside it, and remove the oldest of many copies with that label.

    Args:
        connection: of the store.
        store: its file.
        label: why there is a copy: `model-3`, `before-repair`.

    Returns:
        The copy's file; see `names_beside`.

    Raises:
        StoreError: the copy cannot be written whole; none is there then.
    """
    for path in names_beside(store, label):
        with suppress(FileExistsError):
            write_copy(connection, path)
            break
    remove_oldest(store)
    return path


def keep_beside(store: str, label: str) -> str:
    """Give a store's file a second name beside it, byte for byte, whatever state it is in.

    Returns:
        The new name; see `names_beside`.

    Raises:
        StoreError: it cannot be kept.
    """
    for path in names_beside(store, label):
        with _explained(path), suppress(FileExistsError):
            try:
                os.link(store, path)
            except FileExistsError:
                raise
            except OSError:  # a file system without second names
                _copy_bytes(store, path)
            break
    remove_oldest(store)
    return path


def names_beside(store: str, label: str) -> Iterator[str]:
    """Names for a copy beside a store, the first of which nothing has is to be taken.

    `STORE.model-3` for the copy of a model, of which there rarely is a second one; all others are
    dated: `STORE.damaged-2026-11-26-094512`, then the same with `-2`.
    """
    if label.startswith("model-"):
        yield f"{store}.{label}"
    dated = f"{store}.{label}-{time.strftime('%Y-%m-%d-%H%M%S')}"
    yield dated
    number = 2
    while True:
        yield f"{dated}-{number}"
        number += 1


def remove_oldest(store: str) -> None:
    """Remove the oldest copies beside a store where a label has more of them than are kept.

    Only what `names_beside` names is looked at, and of it only what is a store.
    """
    folder, name = os.path.split(os.path.abspath(store))
    copies: dict[str, list[os.DirEntry[str]]] = {}
    with suppress(OSError):
        for entry in os.scandir(folder):
            match = _COPY.fullmatch(entry.name, len(name)) if entry.name.startswith(name) else None
            if match and entry.is_file(follow_symlinks=False) and is_store(entry.path):
                copies.setdefault(match[1], []).append(entry)
        for entries in copies.values():
            entries.sort(key=lambda entry: entry.stat().st_ctime_ns)
            for entry in entries[:-KEPT]:
                os.unlink(entry.path)


def is_store(path: str) -> bool:
    """Whether a file begins as a store does."""
    try:
        with open(path, "rb") as file:
            header = file.read(_APPLICATION_ID_AT + len(_APPLICATION_ID))
    except OSError:
        return False
    return header.startswith(b"SQLite format 3\0") and header.endswith(_APPLICATION_ID)


def sync_folder(path: str) -> None:
    """See to it that the names in a file's folder are on the disk."""
    with suppress(OSError):  # not every system opens folders
        folder = os.open(os.path.dirname(os.path.abspath(path)), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _part_of(path: str) -> Iterator[str]:
    """A new empty file beside `path`, which is gone in the end."""
    _remove_parts_left(path)
    part = f"{path}.part-{os.getpid()}"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        for file in (part, f"{part}-journal", f"{part}-wal", f"{part}-shm"):
            with suppress(OSError):
                os.unlink(file)


def _remove_parts_left(path: str) -> None:
    """Remove what copies to `path` left that were ended half way."""
    folder, name = os.path.split(os.path.abspath(path))
    for file in os.listdir(folder):
        match = _PART.fullmatch(file, len(name)) if file.startswith(name) else None
        if match and not _is_running(int(match[1])):
            with suppress(OSError):
                os.unlink(os.path.join(folder, file))


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False  # a number that was given anew: we have begun nothing yet
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _put(part: str, path: str) -> None:
    """Give a written file its name, which nothing may have."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names: take the name, then fill it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(part, path)
    sync_folder(path)


def _copy_bytes(file: str, path: str) -> None:
    with open(file, "rb") as original, open(path, "xb") as copy:
        try:
            while block := original.read(1 << 20):
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        except BaseException:
            os.unlink(path)
            raise


def _verify(copy: sqlite3.Connection, original: sqlite3.Connection, path: str) -> None:
    """Refuse a copy that has not all pages of the original."""
    (there,) = copy.execute("PRAGMA page_count").fetchone()
    (expected,) = original.execute("PRAGMA page_count").fetchone()
    if there < expected:
        raise StoreError(
            Sentence(
                "The copy {path} is not whole: {there:,} of {expected:,} pages are there.",
                path=path,
                there=there,
                expected=expected,
            )
        )


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        sentence = "No copy can be kept at {path}: {reason}; the store was left as it was."
        raise StoreError(Sentence(sentence, path=path, reason=reason)) from error
