"""Bringing records into a store from a record file, a folder of them, JSON or JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.errors import Finding, ImportRefused, Sentence
from store.files import vault
from store.files.json_lines import LINES_SUFFIXES, WHOLE_SUFFIX, JsonFile
from store.files.vault import Vault
from store.model.records import Origin, Record
from store.store import Store


class Imported(NamedTuple):
    """How much came into the store."""

    records: int
    sources: int


def import_path(store: Store, path: Path) -> Imported:
    """Bring what a file or folder holds into the store, replacing records with the same keys.

    Args:
        store: where to.
        path: a record file (.md), a folder of them, JSON Lines (.jsonl, .ndjson) or JSON (.json).

    Raises:
        ImportRefused: something in it is broken or leads nowhere; nothing is stored.
    """
    if path.suffix.lower() in (*LINES_SUFFIXES, WHOLE_SUFFIX) and not path.is_dir():
        return _import_json(store, path)
    found = read_path(path)
    if not (found.records or found.sources or found.findings):
        what = Sentence("no record file is in this folder")
        todo = Sentence("Name a folder of Markdown files with front matter that names a kind")
        found.findings.append(Finding(str(path), 1, what, todo))
    if found.findings:
        raise ImportRefused(found.findings)
    store.put_many(found.records, found.sources)
    return Imported(len(found.records), len(found.sources))


def read_path(path: Path) -> Vault:
    """Read a record file or a folder of them, without a store."""
    return vault.read_folder(path) if path.is_dir() else vault.read_file(path)


def _import_json(store: Store, path: Path) -> Imported:
    file = JsonFile(path)
    sources = file.sources()
    records = _Counted(file.records())
    store.put_many(records, sources)
    return Imported(records.count, len(sources))


class _Counted:
    """Counts what passes, as a file of many records is never held whole."""

    def __init__(self, entries: Iterable[tuple[Record, Origin]]) -> None:
        self._entries = entries
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        for entry in self._entries:
            self.count += 1
            yield entry
