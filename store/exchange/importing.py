"""Bringing records and lexicons into a store, from any format that is registered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from store.errors import Finding, ImportRefused, Sentence
from store.exchange.import_formats import format_of
from store.files import vault
from store.files.vault import Vault
from store.model.records import Origin, Record, Source
from store.search import lexicon
from store.store import Store
from store.tuples import NamedTuple


class Imported(NamedTuple):
    """How much came into the store."""

    records: int
    sources: int
    meanings: int | None = None
    """Of a lexicon, those that are new; None where a file is none."""
    other_fields: Mapping[str, int] = MappingProxyType({})
    """Fields of other programs that are kept, by name, and in how many records and sources."""
    not_read: Sequence[str] = ()
    """Files of a folder that hold no record."""


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
    if not (records.count or entries.sources):
        raise ImportRefused([_holds_nothing(path)])
    records.count_fields(source for source, _ in entries.sources)
    return Imported(
        records.count,
        len(entries.sources),
        other_fields=records.other_fields,
        not_read=entries.not_read,
    )


def read_record_files(path: Path) -> Vault:
    """Read a file or folder without a store, in whichever format it is, with all that is wrong."""
    if path.is_dir():
        return vault.read_folder(path)
    found = Vault()
    try:
        entries = format_of(path).read(path)
        if entries.lexicon:
            lexicon.read(entries.lexicon)
        found.sources += entries.sources
        for entry in entries.records:
            found.records.append(entry)
        if not (entries.lexicon or found.records or found.sources):
            found.findings.append(_holds_nothing(path))
    except ImportRefused as refused:
        found.findings += refused.findings
    return found


def _holds_nothing(path: Path) -> Finding:
    what = Sentence("no record is in this file")
    return Finding(str(path), 1, what, Sentence("Name a file that holds a record or a source"))


class _Counted:
    """Counts what passes, as a file of many records is never held whole."""

    def __init__(self, entries: Iterable[tuple[Record, Origin]]) -> None:
        self._entries = entries
        self.count = 0
        self.other_fields: Counter[str] = Counter()

    def __iter__(self) -> Iterator[tuple[Record, Origin]]:
        for entry in self._entries:
            self.count += 1
            if entry[0].other_fields:
                self.count_fields(entry[:1])
            yield entry

    def count_fields(self, things: Iterable[Record | Source]) -> None:
        """Count the fields of other programs."""
        for thing in things:
            self.other_fields.update(name for name, _ in thing.other_fields)
