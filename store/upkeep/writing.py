"""Records and sources to rows: in batches, with ids given here, so that imports stay quick."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final, NamedTuple

from store.errors import Finding, ImportRefused, Sentence
from store.lookup.index import NameRow, delete_names, index_names, name_rows
from store.model import dates, properties
from store.model.mapping import record_to_mapping, source_to_mapping
from store.model.reading.other_fields import as_json
from store.model.records import Bilingual, Citation, Fact, Origin, Record, Relation, Source
from store.search.index import index_text, remove_text
from store.tables.connection import placeholders
from store.text import folding
from store.upkeep.inserts import PendingRows

_BATCH: Final = 5_000
_DETAIL_TABLES: Final = {
    "zone": "zones",
    "agreement": "agreements",
    "actor": "actors",
    "consequence": "consequences",
}


class Entry(NamedTuple):
    """A record to be written, where it came from, and whether it is one that we ship."""

    record: Record
    origin: Origin = Origin()
    shipped: bool = False


class SourceEntry(NamedTuple):
    """A source to be written, where it came from, and whether it is one that we ship."""

    source: Source
    origin: Origin = Origin()
    shipped: bool = False


_Where = tuple[str, Origin]
"""A record's key and where it came from, for findings."""


class _Existing(NamedTuple):
    """The row that a key has before it is written again."""

    id: int
    seed_digest: str | None


def digest(thing: Record | Source) -> str:
    """SHA-256 of a record or source, whatever the layout of the file it was read from."""
    mapping = record_to_mapping(thing) if isinstance(thing, Record) else source_to_mapping(thing)
    text = json.dumps(mapping, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def write(
    connection: sqlite3.Connection,
    records: Iterable[Entry],
    sources: Iterable[SourceEntry] = (),
) -> None:
    """Write records and sources, replacing those whose keys are there already.

    Runs inside the caller's transaction: when it raises, nothing may be kept.

    Raises:
        ImportRefused: a relation names no record or a citation no source, neither in the store nor
            among what is written; every such reference is a finding.
    """
    with _without_collecting_garbage():
        _Writer(connection).write(records, sources)


@contextmanager
def _without_collecting_garbage() -> Iterator[None]:
    # Rows form no cycles, and looking for some among 100,000 records takes an eighth of the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def delete(connection: sqlite3.Connection, record_ids: Sequence[int]) -> None:
    """Remove records with all that hangs on them; relations from others to them must be gone."""
    for record_id in record_ids:
        _remove_parts(connection, record_id)
    connection.executemany("DELETE FROM records WHERE id = ?", [(i,) for i in record_ids])


def _remove_parts(connection: sqlite3.Connection, record_id: int) -> None:
    delete_names(connection, record_id)
    remove_text(connection, record_id)
    for table in (*_DETAIL_TABLES.values(), "external_ids", "facts", "citations"):
        connection.execute(f"DELETE FROM {table} WHERE record = ?", (record_id,))
    connection.execute("DELETE FROM relations WHERE subject = ?", (record_id,))


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources = dict(connection.execute("SELECT key, id FROM sources"))
        self._rows = PendingRows(connection)
        self._written: dict[str, int] = {}
        self._awaiting: dict[int, Entry] = {}
        self._findings: list[Finding] = []

    def write(self, records: Iterable[Entry], sources: Iterable[SourceEntry]) -> None:
        for source in sources:
            self._source(source)
        remaining = iter(records)
        while batch := list(islice(remaining, _BATCH)):
            # Of two records with one key the last counts, here as across batches.
            self._batch(list({entry.record.key: entry for entry in batch}.values()))
        # Relations last, as their objects may stand anywhere in what is written.
        for record_id, entry in self._awaiting.items():
            self._relations(record_id, entry)
        self._rows.flush()
        if self._findings:
            raise ImportRefused(self._findings)

    # --- sources -------------------------------------------------------------------------------

    def _source(self, entry: SourceEntry) -> None:
        source = entry.source
        existing = self._existing("sources", [source.key]).get(source.key)
        source_id = existing.id if existing else self._rows.new_id("sources")
        self._connection.execute("DELETE FROM sentences WHERE source = ?", (source_id,))
        self._sources[source.key] = source_id
        self._rows["sources"].append(
            (source_id, source.key, source.type or None, *source.title, source.publisher,
             source.relays, source.date, source.language, source.url,
             source.read or None, source.sha256, *source.note,
             *_seed_columns(source, existing, shipped=entry.shipped), *_origin_columns(entry),
             as_json(source.other_fields))
        )  # fmt: skip
        self._rows["sentences"].extend(
            (source_id, number, start, end)
            for number, (start, end) in enumerate(source.sentences, start=1)
        )
        self._rows.flush()

    # --- records -------------------------------------------------------------------------------

    def _batch(self, batch: list[Entry]) -> None:
        existing_rows = self._existing("records", [entry.record.key for entry in batch])
        collections = dict.fromkeys(entry.record.collection for entry in batch)
        self._rows["collections"].extend((key, key, key) for key in collections)
        texts = []
        names: list[NameRow] = []
        for entry in batch:
            record = entry.record
            existing = existing_rows.get(record.key)
            if existing:
                record_id = existing.id
                _remove_parts(self._connection, record_id)
                self._awaiting.pop(record_id, None)
            else:
                record_id = self._rows.new_id("records")
            self._written[record.key] = record_id
            names.extend(name_rows(record_id, record))
            self._record(record_id, entry, existing)
            texts.append((record_id, record))
            if record.relations:
                self._awaiting[record_id] = entry
        self._rows.flush()
        index_names(self._connection, names)
        index_text(self._connection, texts)

    def _record(self, record_id: int, entry: Entry, existing: _Existing | None) -> None:
        record = entry.record
        self._rows["records"].append(
            (record_id, record.key, record.kind, record.collection, record.confidence or None,
             *record.name, *record.summary,
             sort_name(record.name.prefer("en")), sort_name(record.name.prefer("ar")),
             dates.sort_key(properties.preferred_date(record)),
             *_seed_columns(record, existing, shipped=entry.shipped), *_origin_columns(entry),
             as_json(record.other_fields))
        )  # fmt: skip
        self._rows[_DETAIL_TABLES[record.kind]].append((record_id, *_details(record)))
        self._rows["external_ids"].extend((record_id, *pair) for pair in record.external)
        where = (record.key, entry.origin)
        self._cite(record.citations, where, "cite", record=record_id)
        positions: dict[str, int] = defaultdict(int)
        for fact in record.facts:
            self._fact(record_id, fact, positions[fact.property], where)
            positions[fact.property] += 1

    def _fact(self, record_id: int, fact: Fact, position: int, where: _Where) -> None:
        fact_id = self._rows.new_id("facts")
        text = fact.value if isinstance(fact.value, Bilingual) else Bilingual()
        value = None if isinstance(fact.value, Bilingual) else fact.value
        years = properties.years(fact) or (None, None)
        self._rows["facts"].append(
            (fact_id, record_id, fact.property, position, value, *text, *fact.note, *years)
        )
        self._cite(fact.citations, where, fact.property, fact=fact_id)

    def _relations(self, record_id: int, entry: Entry) -> None:
        relations = entry.record.relations
        objects = self._ids({relation.object for relation in relations})
        for position, relation in enumerate(relations):
            where = f"relations[{position + 1}]"
            if relation.object not in objects:
                self._finding(
                    entry.origin,
                    Sentence(
                        "{record}: {field}.object names no record: {key}",
                        record=entry.record.key,
                        field=where,
                        key=repr(relation.object),
                    ),
                    Sentence("Correct the key, or import that record with this one"),
                )
                continue
            ends = (record_id, objects[relation.object])
            self._relation(ends, position, relation, (entry.record.key, entry.origin))

    def _relation(
        self, ends: tuple[int, int], position: int, relation: Relation, where: _Where
    ) -> None:
        relation_id = self._rows.new_id("relations")
        self._rows["relations"].append(
            (relation_id, ends[0], relation.predicate, ends[1], position, relation.since,
             relation.until, *relation.note, int(relation.disputed))
        )  # fmt: skip
        self._cite(
            relation.citations, where, f"relations[{position + 1}].cite", relation=relation_id
        )

    def _cite(
        self,
        citations: tuple[Citation, ...],
        where: _Where,
        field: str,
        *,
        record: int | None = None,
        fact: int | None = None,
        relation: int | None = None,
    ) -> None:
        key, origin = where
        for position, citation in enumerate(citations):
            source = self._sources.get(citation.source)
            if source is None:
                self._finding(
                    origin,
                    Sentence(
                        "{record}: {field} names no source: {key}",
                        record=key,
                        field=field,
                        key=repr(citation.source),
                    ),
                    Sentence("Correct the key, or import that source with this record"),
                )
                continue
            self._rows["citations"].append(
                (source, citation.locator, position, record, fact, relation)
            )

    # --- what is there -------------------------------------------------------------------------

    def _existing(self, table: str, keys: list[str]) -> dict[str, _Existing]:
        found: dict[str, _Existing] = {}
        for chunk in _chunks(keys):
            rows = self._connection.execute(
                f"SELECT key, id, seed_digest FROM {table} WHERE key IN ({placeholders(chunk)})",
                chunk,
            )
            found.update((key, _Existing(*rest)) for key, *rest in rows)
        return found

    def _ids(self, keys: set[str]) -> dict[str, int]:
        found = {key: self._written[key] for key in keys if key in self._written}
        for chunk in _chunks(sorted(keys - found.keys())):
            found.update(
                self._connection.execute(
                    f"SELECT key, id FROM records WHERE key IN ({placeholders(chunk)})", chunk
                )
            )
        return found

    def _finding(self, origin: Origin, what: Sentence, todo: Sentence) -> None:
        self._findings.append(Finding(origin.file or "record", origin.line, what, todo))


def sort_name(name: str) -> str:
    """A name as lists are ordered by it: folded, without an Arabic article."""
    folded = folding.fold(name)
    return folded.removeprefix("ال") if len(folded) > 4 else folded


def _details(record: Record) -> tuple[object, ...]:
    kind_type = record.type or None
    match record.kind:
        case "zone":
            return (kind_type, *(record.coordinates or (None, None)))
        case "consequence":
            return (kind_type, record.standing or None)
        case _:
            return (kind_type,)


def _origin_columns(entry: Entry | SourceEntry) -> tuple[str, int]:
    """Where it came from; bytes of a path that are no UTF-8, which no text can hold, as escapes."""
    path = entry.origin.file.encode("utf-8", "surrogateescape")
    file = path.decode("utf-8", "backslashreplace")
    return file, entry.origin.line


def _seed_columns(
    thing: Record | Source, existing: _Existing | None, *, shipped: bool
) -> tuple[str | None, int]:
    if shipped:
        return digest(thing), 0
    if existing is None or existing.seed_digest is None:
        return None, 0
    return existing.seed_digest, int(digest(thing) != existing.seed_digest)


def _chunks(keys: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
