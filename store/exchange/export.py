"""Records out of a store: one report to read, or a folder of record files linked to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from store.exchange.report import report
from store.files import markdown
from store.files.markdown import Languages, Neighbours, folder_of
from store.files.vault import SUFFIX, write_files
from store.model.records import Citation, Record, Source
from store.model.vocabulary import KINDS
from store.store import Store


class Written(NamedTuple):
    """What an export wrote."""

    path: Path
    """The report, or the folder."""
    records: int
    sources: int
    files: int


def export(
    store: Store,
    keys: Sequence[str] | None,
    to: Path,
    *,
    language: Languages = "both",
    overwrite: bool = False,
) -> Written:
    """Write records to one report or to a folder that can be read back.

    Args:
        store: where from.
        keys: of the records, in the order wanted; None for all.
        to: a file ending in `.md` becomes a report; any other name is a folder, in which a record
            file links to those records and sources that are in the folder with it.
        language: in which readers read; record files hold both in their front matter.
        overwrite: whether files that exist may be replaced.

    Raises:
        ExportError: a file exists and may not be replaced, or cannot be written; nothing is left.
        UnknownKeyError: a key names no record.
    """
    wanted = dict.fromkeys(every_key(store) if keys is None else keys)
    sources = {source.key: source for source in store.sources()}
    if to.suffix.lower() == SUFFIX:
        text, cited = report(store, list(wanted), sources, language)
        write_files(to.parent, [to.name], [text], overwrite=overwrite)
        return Written(to, len(wanted), cited, 1)
    folder = _Folder(store, list(wanted), sources, language)
    write_files(to, folder.names(), folder.texts(), overwrite=overwrite)
    return Written(to, len(wanted), len(folder.cited), len(wanted) + len(folder.cited))


def every_key(store: Store) -> Iterator[str]:
    """List the keys of all records: kind by kind, by name."""
    for kind in KINDS:
        yield from (row.key for row in store.records(kind))


def page(store: Store, entry: Record | Source, language: Languages = "both") -> str:
    """Write one record's or source's file as an export of everything would."""
    sources = {source.key: source for source in store.sources()}
    if isinstance(entry, Source):
        return markdown.write_source(entry, _source_neighbours(store, entry, None), language)
    return markdown.write_record(entry, _neighbours(store, entry, sources, None), language)


class _Folder:
    """The files of a folder, named at once and written one by one."""

    def __init__(
        self, store: Store, keys: list[str], sources: dict[str, Source], language: Languages
    ) -> None:
        self._store = store
        self._language = language
        self._sources = sources
        self._rows = {row.key: row for row in store.rows(keys)}
        for key in keys:
            if key not in self._rows:
                store.row(key)  # raises, and names the nearest keys
        self.cited = sorted(self._cited_by_any())
        self._linked = frozenset(keys) | frozenset(self.cited)

    def names(self) -> list[str]:
        """List the paths in the folder, in the order of `texts`."""
        records = [f"{folder_of(row.kind)}/{key}{SUFFIX}" for key, row in self._rows.items()]
        return [*records, *(f"{folder_of('source')}/{key}{SUFFIX}" for key in self.cited)]

    def texts(self) -> Iterator[str]:
        """Write the files."""
        for key in self._rows:
            record = self._store.get(key)
            around = _neighbours(self._store, record, self._sources, self._linked)
            yield markdown.write_record(record, around, self._language)
        for key in self.cited:
            source = self._sources[key]
            around = _source_neighbours(self._store, source, self._linked)
            yield markdown.write_source(source, around, self._language)

    def _cited_by_any(self) -> set[str]:
        return {
            citation.source
            for key in self._rows
            for citation in _every_citation(self._store, self._store.get(key))
        } & self._sources.keys()


def _every_citation(store: Store, record: Record) -> Iterator[Citation]:
    yield from record.every_citation()
    for related in store.related(record.key):
        yield from related.citations


def _neighbours(
    store: Store, record: Record, sources: dict[str, Source], linked: frozenset[str] | None
) -> Neighbours:
    return Neighbours(tuple(store.related(record.key)), sources, linked=linked)


def _source_neighbours(store: Store, source: Source, linked: frozenset[str] | None) -> Neighbours:
    citing = dict.fromkeys(key for key, _ in store.citing(source.key))
    shown = [key for key in citing if linked is None or key in linked]
    return Neighbours(citing=tuple(store.rows(shown)), linked=linked)
