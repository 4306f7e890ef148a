"""Bringing the shipped records in a store up to date: what was edited there is kept."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from store.errors import ImportRefused, Listed, Sentence
from store.files.text_file import read_text
from store.files.vault import read_folder
from store.model.records import Bilingual
from store.overview import describe
from store.search import lexicon
from store.tuples import NamedTuple
from store.upkeep import writing
from store.upkeep.preparing import (
    Entry,
    Prepared,
    SourceEntry,
    prepare,
)


class Shipped(NamedTuple):
    """What a folder of shipped records holds, with all that is made of it without the store."""

    folder: Path
    description: Bilingual
    meanings: list[list[str]]
    prepared: Prepared


def read(connection: sqlite3.Connection, folder: Path) -> Shipped:
    """Read the shipped records and make them ready to be written, before any transaction.

    Raises:
        ImportRefused: they themselves are broken.
    """
    vault = read_folder(folder, shown_as=folder.name)
    if vault.findings:
        raise ImportRefused(vault.findings)
    meanings = lexicon.phrases_in(folder / "lexicon.yaml")
    records = [Entry(record, origin, shipped=True) for record, origin in vault.records]
    sources = [SourceEntry(source, origin, shipped=True) for source, origin in vault.sources]
    prepared = prepare(connection, records, sources)
    return Shipped(folder, _description(folder), meanings, prepared)


def update(connection: sqlite3.Connection, shipped: Shipped) -> tuple[str, ...]:
    """Write what changed in the shipped records, inside the caller's transaction.

    Returns:
        Sentences for the user about what was kept.
    """
    notices = _Update(connection).run(shipped.prepared)
    lexicon.write(connection, shipped.meanings, shipped=True)
    describe(connection, shipped.description)
    return notices


def _description(folder: Path) -> Bilingual:
    """What the collection in a folder is about; empty where no file says it."""
    import yaml

    file = folder / "description.yaml"
    return Bilingual(**yaml.safe_load(read_text(file))) if file.exists() else Bilingual()


class _Update:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: list[str] = []

    def run(self, prepared: Prepared) -> tuple[str, ...]:
        existing = self._existing("records")
        is_due = partial(self._is_due, "records", existing)
        shipped: set[str] = set()
        with Prepared() as changed:
            for batch in prepared.batches():
                shipped.update(batch.keys)
                changed.add(
                    batch.only(
                        {
                            key
                            for key, (_, digest) in zip(batch.keys, batch.seeds, strict=True)
                            if is_due(key, digest)
                        }
                    )
                )
            existing = self._existing("sources")
            is_due = partial(self._is_due, "sources", existing)
            changed.sources += [
                each for each in prepared.sources if is_due(each.key, each.seed.digest)
            ]
            writing.write(self._connection, changed)
        self._remove_withdrawn(shipped)
        return self._notices()

    def _existing(self, table: str) -> dict[str, tuple[str | None, int]]:
        rows = self._connection.execute(f"SELECT key, seed_digest, edited FROM {table}")
        return {key: (seed_digest, edited) for key, seed_digest, edited in rows}

    def _is_due(
        self,
        table: str,
        existing: dict[str, tuple[str | None, int]],
        key: str,
        digest: str | None,
    ) -> bool:
        if key not in existing:
            return True
        seed_digest, edited = existing[key]
        if seed_digest == digest:
            return False
        if seed_digest is not None and not edited:
            return True
        self._kept.append(key)
        self._connection.execute(
            f"UPDATE {table} SET seed_digest = ?, edited = 1 WHERE key = ?",
            (digest, key),
        )
        return False

    def _remove_withdrawn(self, shipped: set[str]) -> None:
        """Records no longer shipped go, unless they were edited or the user's own point at them."""
        rows = self._connection.execute(
            "SELECT id, key FROM records WHERE seed_digest IS NOT NULL AND NOT edited"
        ).fetchall()
        leaving = self._meant_by_none_else({number for number, key in rows if key not in shipped})
        for statement in (
            "DELETE FROM relations WHERE object = ?",
            "DELETE FROM fact_places WHERE zone = ?",
        ):
            self._connection.executemany(statement, [(number,) for number in leaving])
        writing.delete(self._connection, leaving)

    def _meant_by_none_else(self, gone: set[int]) -> list[int]:
        """Those to which nothing refers that stays: what refers to one that stays, stays whole."""
        meaning: dict[int, set[int]] = {number: set() for number in gone}
        for number in gone:
            for (subject,) in self._connection.execute(
                "SELECT subject FROM relations WHERE object = :number UNION SELECT record"
                " FROM fact_places JOIN facts ON facts.id = fact WHERE zone = :number",
                {"number": number},
            ):
                meaning[number].add(subject)
        leaving = set(gone)
        while still_meant := {number for number in leaving if meaning[number] - leaving}:
            leaving -= still_meant
        return sorted(leaving)

    def _notices(self) -> tuple[str, ...]:
        if not self._kept:
            return ()
        return (
            Sentence(
                "The shipped records changed; these were edited here and kept as they are: {keys}.",
                keys=Listed(sorted(self._kept)),
            ),
        )
