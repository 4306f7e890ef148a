"""Bringing records and lexicons into a store, from any format that is registered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.exchange.import_formats import format_of
from store.files import vault
from store.files.vault import Vault
from store.model.records import Origin, Record
from store.store import Store


class Imported(NamedTuple):
    """How much came into the store."""

    records: int
    sources: int
    meanings: int | None = None
    """Of a lexicon, those that are new; None where a file is none."""


def import_path(store: Store, path: Path) -> Imported:
    """Bring what a file or folder holds into the store, replacing records with the same keys.

    What a lexicon says is added to what search knows.

    Args:
        store: where to.
        path: in one of the formats of `store.exchange.import_formats`.

    Raises:
        ImportRefused: something in it is broken or leads nowhere; nothing is stored.
    """
    entries = format_of(path).read(path)
    if entries.lexicon:
        return Imported(0, 0, store.load_lexicon(entries.lexicon))
    records = _Counted(entries.records)
    store.put_many(records, entries.sources)
    return Imported(records.count, len(entries.sources))


def read_record_files(path: Path) -> Vault:
    """Read a record file or a folder of them, without a store."""
    return vault.read_folder(path) if path.is_dir() else vault.read_file(path)


class _Counted:
    """Counts what passes, as a file of many records is never held whole."""

    def __init__(self, entries: Iterable[tuple[Record, Origin]]) -> None:
        self._entries = entries
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        for entry in self._entries:
            self.count += 1
            yield entry
