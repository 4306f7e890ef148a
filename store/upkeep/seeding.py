"""Filling a store with what we ship, words and records, when it was filled with something else.

What every start needs stands here; `vocabulary_rows` and `seed_update` have the rest and are loaded
when it is due. The store notes what it was filled with:

- `vocabulary`: the stamps of the vocabularies whose words it has, one a program that opened it;
- `seeds`: the digest of the records' files, then the stamps of the folders in which they were seen,
  each with all its files and of the folders alone;
- `without`: that it is to be filled with no records, where it was made so.

Programs and checkouts that share a store thus find their own stamp, and write nothing at each turn.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence

from store.model import vocabulary
from store.tables.connection import transaction
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from store.upkeep.seed_update import Shipped

_VOCABULARY: Final = "vocabulary"
_SEEDS: Final = "seeds"
_WITHOUT: Final = "without"
_MOST_STAMPS: Final = 16
_UNSETTLED: Final = 2_000_000_000
"""Nanoseconds in which a folder may change once more without its time telling."""


def refresh(
    connection: sqlite3.Connection, folder: Path | str | None, *, at_a_glance: bool = False
) -> tuple[str, ...]:
    """Bring words and shipped records in the store in line with the program and with `folder`.

    Records that were edited here are kept. When the folder is as it was last time, only the names,
    sizes and times of its files are looked at.

    Args:
        connection: of an open store.
        folder: the shipped records, or None where the store is to hold none.
        at_a_glance: whether it is enough to look at the folders: a file that came, went or was
            replaced changes one, but one that was written over in its place does not.

    Returns:
        Sentences for the user about what was kept.

    Raises:
        ImportRefused: the shipped records themselves are broken.
    """
    notes = _notes(connection)
    words = vocabulary.stamp()
    if words not in notes[_VOCABULARY]:
        _refresh_words(connection, words)
    if folder is None or notes[_WITHOUT]:
        return ()
    if at_a_glance and _glance(folder) in notes[_SEEDS][1:]:
        return ()
    stamp = _stamp(folder)
    if stamp in notes[_SEEDS][1:]:
        return ()
    return _refresh_records(connection, folder, stamp)


def leave_empty(connection: sqlite3.Connection) -> None:
    """Note that a store is never to be filled with the shipped records."""
    with transaction(connection):
        _note(connection, _WITHOUT, ['["seeds"]'])  # a list, as repair keeps such settings


def forget_folders(connection: sqlite3.Connection) -> None:
    """Forget in which folders the shipped records were seen, which only this machine has."""
    _note(connection, _SEEDS, _notes(connection)[_SEEDS][:1])


def _refresh_words(connection: sqlite3.Connection, stamp: str) -> None:
    from store.upkeep.vocabulary_rows import write_words  # sqlite-utils takes 100 ms to import

    with transaction(connection):
        write_words(connection)
        known = _notes(connection)[_VOCABULARY]
        _note(connection, _VOCABULARY, [stamp, *known][:_MOST_STAMPS])


def _refresh_records(
    connection: sqlite3.Connection, folder: Path | str, stamp: str
) -> tuple[str, ...]:
    seen = (stamp, _glance(folder))
    digest = _digest(folder)
    if _notes(connection)[_SEEDS][:1] == [digest]:
        return _filled(connection, digest, seen, None)
    from pathlib import Path

    from store.upkeep.seed_update import read  # reads YAML and writes records: 40 ms to import

    shipped = read(connection, Path(folder))
    with shipped.prepared:
        notices = _filled(connection, digest, seen, shipped)
    connection.execute("PRAGMA optimize")
    return notices


def _filled(
    connection: sqlite3.Connection, digest: str, seen: tuple[str, str], shipped: Shipped | None
) -> tuple[str, ...]:
    """Write the shipped records, unless another process was quicker, and note that they are there.

    Args:
        connection: of an open store.
        digest: of the folder's files.
        seen: the stamps of the folder, with its files and without.
        shipped: what is to be written, None where nothing is.
    """
    with transaction(connection):
        noted, *stamps = _notes(connection)[_SEEDS] or [""]
        if noted == digest:
            _note(connection, _SEEDS, [digest, *seen, *stamps][: _MOST_STAMPS + 1])
        if (
            noted == digest or shipped is None
        ):  # else it changed meanwhile, and the next start looks
            return ()
        from store.upkeep import seed_update

        notices = seed_update.update(connection, shipped)
        _note(connection, _SEEDS, [digest, *seen])
    return notices


def _notes(connection: sqlite3.Connection) -> dict[str, list[str]]:
    rows = connection.execute(
        "SELECT name, value FROM settings WHERE name IN (?, ?, ?)", (_VOCABULARY, _SEEDS, _WITHOUT)
    )
    notes: dict[str, list[str]] = {_VOCABULARY: [], _SEEDS: [], _WITHOUT: []}
    # What a disk has made no text of is written anew.
    notes.update((name, value.split()) for name, value in rows if isinstance(value, str))
    return notes


def _note(connection: sqlite3.Connection, name: str, words: Sequence[str]) -> None:
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, " ".join(words)),
    )


def _stamp(folder: Path | str) -> str:
    """A text that changes when a file of the folder does; costs one look at each, no reading."""
    parts = []
    for name, file in _files(folder):
        status = file.stat()
        parts.append(f"{name}:{status.st_size}:{status.st_mtime_ns}")
    return f"{len(parts)}:{zlib.crc32(' '.join(sorted(parts)).encode())}"


def _glance(folder: Path | str) -> str:
    """A text that changes when a file comes into the folder, goes, or is put in another's place.

    One that changed a moment ago has no such text yet: it may change again at the same time.
    """
    with os.scandir(folder) as entries:
        folders = [os.fspath(folder), *(each.path for each in entries if each.is_dir())]
    times = {path: os.stat(path).st_mtime_ns for path in folders}
    if max(times.values()) > time.time_ns() - _UNSETTLED:
        return "unsettled"
    return f"folders:{zlib.crc32(repr(sorted(times.items())).encode())}"


def _digest(folder: Path | str) -> str:
    """SHA-256 of the names and contents of the folder's files, wherever it lies."""
    import hashlib

    digest = hashlib.sha256()
    for name, file in sorted(_files(folder), key=lambda named: named[0]):
        with open(file.path, "rb") as opened:
            content = opened.read()
        digest.update(f"{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(folder: Path | str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files of the folder and of those in it, by their names in the folder."""
    for entry in os.scandir(folder):
        if entry.is_file():
            yield entry.name, entry
        elif entry.is_dir():
            for file in os.scandir(entry.path):
                if file.is_file():
                    yield f"{entry.name}/{file.name}", file
