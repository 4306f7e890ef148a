"""A database file made under a name of its own beside its place, and put there once it is whole.

SQLite writes journals beside what it writes, so that its files need their own way to be whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from store.expressions import expression

JOURNALS: Final = ("-journal", "-wal", "-shm")
"""Endings of what SQLite keeps beside a file while it is written, or left so."""
_MARK: Final = ".part-"
_MOST_DIGITS: Final = 10
_DATE: Final = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(?:-[0-9]{1,9})?")


@contextmanager
def part_of(path: str, permissions: int = 0o600) -> Iterator[str]:
    """A new empty file beside `path`, which is gone in the end with its journals.

    What programs that ended half way left of the same file is removed, and of one that has the same
    name with another date.
    """
    remove_parts_left(path)
    part = f"{path}{_MARK}{os.getpid()}"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, permissions))
    try:
        yield part
    finally:
        for ending in ("", *JOURNALS):
            with suppress(OSError):
                os.unlink(part + ending)


def put(part: str, path: str) -> None:
    """Give a written file its name, which nothing may have.

    Raises:
        FileExistsError: something has it.
    """
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without second names: take the name, then fill it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(part, path)
    sync_folder(path)


def sync_folder(path: str) -> None:
    """See to it that the names in a file's folder are on the disk."""
    with suppress(OSError):  # not every system opens folders
        folder = os.open(os.path.dirname(os.path.abspath(path)), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def remove_parts_left(path: str) -> None:
    """Remove what programs that ended half way left beside a file that they made; see `part_of`."""
    folder, name = os.path.split(os.path.abspath(path))
    undated = _DATE.sub("", name)
    for file in os.listdir(folder):
        place, process = _place_and_process(file)
        if process and _DATE.sub("", place) == undated and not _is_running(int(process)):
            with suppress(OSError):
                os.unlink(os.path.join(folder, file))


def _place_and_process(file: str) -> tuple[str, str]:
    """What a part, or a journal of one, is to become, and who makes it; empty where it is none."""
    place, _, process = file.rpartition(_MARK)
    for ending in JOURNALS:
        process = process.removesuffix(ending)
    is_part = place and process.isascii() and process.isdecimal() and len(process) <= _MOST_DIGITS
    return (place, process) if is_part else ("", "")


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
