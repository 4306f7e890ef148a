"""Filling a store from the shipped records, and bringing it up to date when they change."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Final

from store import lexicon, writing
from store.database import transaction
from store.errors import ImportRefused
from store.records import Origin, Record, Source
from store.writing import Entry, SourceEntry

_STAMP: Final = "seeds"


def refresh(connection: sqlite3.Connection, folder: Path) -> tuple[str, ...]:
    """Bring the shipped records in the store in line with `folder`, in one transaction.

    Records that were edited here are kept. When the folder is as it was last time, only the names,
    sizes and times of its files are looked at.

    Returns:
        Sentences for the user about what was kept.

    Raises:
        ImportRefused: the shipped records themselves are broken.
    """
    stamp = _stamp(folder)
    if stamp == _setting(connection):
        return ()
    from store.vault import read_folder  # reading YAML is needed only when something changed

    vault = read_folder(folder, shown_as=folder.name)
    if vault.findings:
        raise ImportRefused(vault.findings)
    with transaction(connection):
        notices = _Refresh(connection).run(vault.records, vault.sources)
        lexicon.load(connection, folder / "lexicon.yaml", shipped=True)
        connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_STAMP, stamp),
        )
    connection.execute("PRAGMA optimize")
    return notices


class _Refresh:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: list[str] = []

    def run(
        self, records: list[tuple[Record, Origin]], sources: list[tuple[Source, Origin]]
    ) -> tuple[str, ...]:
        standing = self._standing("records")
        changed = [
            Entry(record, origin, shipped=True)
            for record, origin in records
            if self._is_due("records", record, standing.get(record.key))
        ]
        standing_sources = self._standing("sources")
        changed_sources = [
            SourceEntry(source, origin, shipped=True)
            for source, origin in sources
            if self._is_due("sources", source, standing_sources.get(source.key))
        ]
        writing.write(self._connection, changed, changed_sources)
        self._remove_withdrawn({record.key for record, _ in records})
        return self._notices()

    def _standing(self, table: str) -> dict[str, tuple[str | None, int]]:
        rows = self._connection.execute(f"SELECT key, seed_digest, edited FROM {table}")
        return {key: (seed_digest, edited) for key, seed_digest, edited in rows}

    def _is_due(
        self, table: str, thing: Record | Source, standing: tuple[str | None, int] | None
    ) -> bool:
        if standing is None:
            return True
        seed_digest, edited = standing
        shipped_digest = writing.digest(thing)
        if seed_digest == shipped_digest:
            return False
        if seed_digest is not None and not edited:
            return True
        self._kept.append(thing.key)
        self._connection.execute(
            f"UPDATE {table} SET seed_digest = ?, edited = 1 WHERE key = ?",
            (shipped_digest, thing.key),
        )
        return False

    def _remove_withdrawn(self, shipped: set[str]) -> None:
        """Records no longer shipped go, unless they were edited or the user's own point at them."""
        rows = self._connection.execute(
            "SELECT id, key FROM records WHERE seed_digest IS NOT NULL AND NOT edited"
        ).fetchall()
        gone = [number for number, key in rows if key not in shipped]
        still_meant = [
            number
            for number in gone
            if any(
                subject not in gone
                for (subject,) in self._connection.execute(
                    "SELECT subject FROM relations WHERE object = ?", (number,)
                )
            )
        ]
        leaving = [number for number in gone if number not in still_meant]
        self._connection.executemany(
            "DELETE FROM relations WHERE object = ?", [(number,) for number in leaving]
        )
        writing.delete(self._connection, leaving)

    def _notices(self) -> tuple[str, ...]:
        if not self._kept:
            return ()
        return (
            "The shipped records changed; these were edited here and kept as they are: "
            + ", ".join(sorted(self._kept))
            + ".",
        )


def _setting(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (_STAMP,)).fetchone()
    return str(row[0]) if row else ""


def _stamp(folder: Path) -> str:
    """A text that changes when a file of the folder does; costs one look at each, no reading."""
    files = [folder / "lexicon.yaml", *sorted(folder.glob("*/*.md"))]
    parts = []
    for file in files:
        status = file.stat()
        parts.append(f"{file.parent.name}/{file.name}:{status.st_size}:{status.st_mtime_ns}")
    return f"{len(parts)}:{hashlib.sha256(' '.join(parts).encode()).hexdigest()}"
