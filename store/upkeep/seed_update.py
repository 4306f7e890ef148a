"""Bringing the shipped records in a store up to date: what was edited there is kept."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from store.errors import ImportRefused, Sentence
from store.files.vault import read_folder
from store.model.records import Origin, Record, Source
from store.search import lexicon
from store.upkeep import writing
from store.upkeep.writing import Entry, SourceEntry


def update(connection: sqlite3.Connection, folder: Path) -> tuple[str, ...]:
    """Write what changed in the shipped records, inside the caller's transaction.

    Returns:
        Sentences for the user about what was kept.

    Raises:
        ImportRefused: the shipped records themselves are broken.
    """
    vault = read_folder(folder, shown_as=folder.name)
    if vault.findings:
        raise ImportRefused(vault.findings)
    notices = _Update(connection).run(vault.records, vault.sources)
    lexicon.load(connection, folder / "lexicon.yaml", shipped=True)
    return notices


class _Update:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: list[str] = []

    def run(
        self, records: list[tuple[Record, Origin]], sources: list[tuple[Source, Origin]]
    ) -> tuple[str, ...]:
        existing_records = self._existing("records")
        changed = [
            Entry(record, origin, shipped=True)
            for record, origin in records
            if self._is_due("records", record, existing_records.get(record.key))
        ]
        existing_sources = self._existing("sources")
        changed_sources = [
            SourceEntry(source, origin, shipped=True)
            for source, origin in sources
            if self._is_due("sources", source, existing_sources.get(source.key))
        ]
        writing.write(self._connection, changed, changed_sources)
        self._remove_withdrawn({record.key for record, _ in records})
        return self._notices()

    def _existing(self, table: str) -> dict[str, tuple[str | None, int]]:
        rows = self._connection.execute(f"SELECT key, seed_digest, edited FROM {table}")
        return {key: (seed_digest, edited) for key, seed_digest, edited in rows}

    def _is_due(
        self, table: str, thing: Record | Source, existing: tuple[str | None, int] | None
    ) -> bool:
        if existing is None:
            return True
        seed_digest, edited = existing
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
                    "SELECT subject FROM relations WHERE object = :number UNION SELECT record"
                    " FROM fact_places JOIN facts ON facts.id = fact WHERE zone = :number",
                    {"number": number},
                )
            )
        ]
        leaving = [number for number in gone if number not in still_meant]
        for statement in (
            "DELETE FROM relations WHERE object = ?",
            "DELETE FROM fact_places WHERE zone = ?",
        ):
            self._connection.executemany(statement, [(number,) for number in leaving])
        writing.delete(self._connection, leaving)

    def _notices(self) -> tuple[str, ...]:
        if not self._kept:
            return ()
        return (
            Sentence(
                "The shipped records changed; these were edited here and kept as they are: {keys}.",
                keys=", ".join(sorted(self._kept)),
            ),
        )
