"""Copies of a store: whole or not at all, under names that nothing had, private to their owner."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from typing import Final

from store.disk.reasons import not_written
from store.errors import Sentence, StoreError
from store.expressions import expression
from store.sqlite.connection import MILLISECONDS_A_TRY, Patience
from store.sqlite.explanations import is_for_want_of_room
from store.sqlite.locked_files import Opened
from store.sqlite.part_files import part_of, put, remove_parts_left

BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
"""What SQLite tells of a step for which it has to wait."""
KEPT: Final = 5
"""Copies of each label that are kept beside a store; older ones are removed."""
_APPLICATION_ID_AT: Final = 68
"""In a SQLite file: https://www.sqlite.org/fileformat.html#the_database_header."""
_APPLICATION_ID: Final = b"msrt"
_COPY: Final = expression(r"\.(model|damaged|before-repair|replaced)[0-9-]*+")
"""What follows the store's name in that of a copy."""


def write_copy(connection: sqlite3.Connection, path: str, *, is_sound: bool = False) -> None:
    """Copy the whole store to the new file `path`, consistently even while others write.

    The copy is one file: its changes wait in no journal beside it, so that read-only media hold it.

    Args:
        connection: of the store.
        path: of the copy.
        is_sound: whether a copy that SQLite finds damaged is refused.

    Raises:
        FileExistsError: something has that name; it is left as it is.
        StoreError: the copy cannot be written whole, or is not sound; none is there then.
    """
    if os.path.lexists(path):
        with _explained(path):
            remove_parts_left(path)  # by who ended when it had its name, and before all was done
        raise FileExistsError(path)
    with _explained(path), part_of(path) as part:
        fill(part, connection, is_sound=is_sound)
        put(part, path)


def fill(part: str, connection: sqlite3.Connection, *, is_sound: bool = False) -> None:
    """Copy a store into an empty file, verified as `write_copy` does it."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        pages = copy_pages(connection, copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        _verify(copy, pages, part, is_sound=is_sound)


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite finds damaged when it looks at every page of a store; empty where nothing is."""
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        found = str(error)
    return "" if found == "ok" else str(found).splitlines()[-1]


def copy_pages(connection: sqlite3.Connection, copy: sqlite3.Connection) -> int:
    """Copy all pages of a database as they are at one moment, and return how many they are.

    Raises:
        sqlite3.OperationalError: another program had it locked all the time.
    """
    steps = _Steps()
    connection.backup(copy, progress=steps, sleep=MILLISECONDS_A_TRY / 1_000)
    return steps.pages


class _Steps:
    """Counts what a copy is told after each of its steps, of which there is one unless it waits."""

    pages = 0
    _waited = 0

    def __call__(self, status: int, _: int, pages: int) -> None:
        self.pages = pages
        if status in BUSY:
            self._waited += 1
            if self._waited >= Patience().tries:
                raise sqlite3.OperationalError("database is locked")


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
    path = new_copy_beside(connection, store, label)
    remove_oldest(store)
    return path


def new_copy_beside(connection: sqlite3.Connection, store: str, label: str) -> str:
    """Copy a store to a file beside it, as `copy_beside` does, and remove no other copy yet.

    Who may fail after it removes the oldest ones when all is done: else failing again and again
    would remove them all.
    """
    return write_to_free(connection, names_beside(store, label))


def write_to_free(
    connection: sqlite3.Connection, names: Iterable[str], *, is_sound: bool = False
) -> str:
    """Copy a store to the first of many names that nothing has, and return it; see `write_copy`."""
    for path in names:
        with suppress(FileExistsError):
            write_copy(connection, path, is_sound=is_sound)
            return path
    raise ValueError("every name is taken")


def keep_beside(store: str, label: str, *, removes_oldest: bool = True) -> str:
    """Give a store's file a second name beside it, byte for byte, whatever state it is in.

    Args:
        store: its file.
        label: why it is kept: `damaged`.
        removes_oldest: whether the oldest of many copies are removed; see `new_copy_beside`.

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
    if removes_oldest:
        remove_oldest(store)
    return path


def names_beside(store: str, label: str) -> Iterator[str]:
    """Names for a copy beside a store, the first of which nothing has is to be taken.

    `STORE.model-3` for the copy of a model, of which there rarely is a second one; all others are
    dated: `STORE.damaged-2026-11-26-094512`, then the same with `-2`.
    """
    if label.startswith("model-"):
        yield f"{store}.{label}"
    yield from dated_names(f"{store}.{label}-")


def dated_names(before: str, after: str = "") -> Iterator[str]:
    """Names with the local date and time in them, then the same with `-2` and so on."""
    dated = f"{before}{time.strftime('%Y-%m-%d-%H%M%S')}"
    yield dated + after
    for number in count(2):
        yield f"{dated}-{number}{after}"


def remove_oldest(store: str, spared: str = "") -> None:
    """Remove the oldest copies beside a store where a label has more of them than are kept.

    Only what `names_beside` names is looked at, and of it only what is a store.

    Args:
        store: its file.
        spared: a copy that stays, however old.
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
                if entry.path != spared:
                    os.unlink(entry.path)


def is_store(path: str) -> bool:
    """Whether a file begins as a store does."""
    try:
        with Opened(path) as file:
            header = file.read(_APPLICATION_ID_AT + len(_APPLICATION_ID))
    except OSError:
        return False
    return header.startswith(b"SQLite format 3\0") and header.endswith(_APPLICATION_ID)


def _private(file: str, flags: int) -> int:
    return os.open(file, flags, 0o600)


def _copy_bytes(file: str, path: str) -> None:
    with Opened(file) as original, open(path, "xb", opener=_private) as copy:
        try:
            while block := original.read(1 << 20):
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        except BaseException:
            os.unlink(path)
            raise


def _verify(copy: sqlite3.Connection, pages: int, path: str, *, is_sound: bool) -> None:
    """Refuse a copy that has not all pages of the original, or a damaged one of them."""
    (there,) = copy.execute("PRAGMA page_count").fetchone()
    if there < pages:
        sentence = "The copy {path} is not whole: {there:,} of {expected:,} pages are there."
        raise StoreError(Sentence(sentence, path=path, there=there, expected=pages))
    found = damage(copy) if is_sound else ""
    if found:
        sentence = (
            "The store is damaged ({error}), and no backup was made of it; masarat repair mends "
            "it, or saves what can still be read."
        )
        raise StoreError(Sentence(sentence, error=found))


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise StoreError(_not_kept(path, error)) from error
    except sqlite3.Error as error:
        number = errno.ENOSPC if is_for_want_of_room(path, error) else None
        raise StoreError(_not_kept(path, OSError(number, str(error)))) from error


def _not_kept(path: str, error: OSError) -> Sentence:
    sentence = "{message} The store was left as it was."
    return Sentence(sentence, message=not_written(path, error))
