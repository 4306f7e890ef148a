"""Writing what is prepared: in batches, with ids given here, so that the lock is held briefly."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from store.errors import Finding, ImportRefused, Sentence
from store.lookup.index import NameIndex, delete_names
from store.model.records import Origin
from store.search.index import remove_text, write_text
from store.tables.connection import placeholders
from store.texts.rows import renew_sentences
from store.tuples import NamedTuple
from store.upkeep.inserts import PendingRows, indexes_last
from store.upkeep.preparing import (
    DETAIL_TABLES,
    Batch,
    Cited,
    Places,
    Prepared,
    PreparedSource,
    chunks,
)

_Relation = tuple[str, str, tuple[Any, ...], Cited]
_NO_WORDS: Final[dict[str, tuple[str, ...]]] = {}


class _Where(NamedTuple):
    """A record's key and where it came from, for findings."""

    key: str
    origin: Origin


class _Unplaced(NamedTuple):
    """A fact that names zones, which are looked for once all records are there."""

    id: int
    way: str
    """To it, for findings."""
    places: Places
    where: _Where


class _Existing(NamedTuple):
    """The row that a key has before it is written again."""

    id: int
    seed_digest: str | None


def write(
    connection: sqlite3.Connection,
    prepared: Prepared,
    written: Callable[[int], None] | None = None,
) -> None:
    """Write records and sources, replacing those whose keys are there already.

    Runs inside the caller's transaction: when it raises, nothing may be kept.

    Args:
        connection: of the store.
        prepared: what is to be written.
        written: is told of each batch, how many records are written with it.

    Raises:
        ImportRefused: a relation names no record or a citation no source, neither in the store nor
            among what is written; every such reference is a finding.
    """
    batches = prepared.batches()
    if written:
        batches = _telling(batches, written)
    writer = _Writer(connection)
    if prepared.are_many_and_new and _holds_fewer(connection, prepared.count):
        with indexes_last(connection):
            writer.write(batches, prepared.sources)
    else:
        writer.write(batches, prepared.sources)


def _holds_fewer(connection: sqlite3.Connection, count: int) -> bool:
    (held,) = connection.execute("SELECT count(*) FROM records").fetchone()
    return bool(held <= count)


def _telling(batches: Iterable[Batch], written: Callable[[int], None]) -> Iterator[Batch]:
    for batch in batches:
        yield batch
        written(len(batch.keys))


def delete(connection: sqlite3.Connection, record_ids: Sequence[int]) -> None:
    """Remove records with all that hangs on them; relations from others to them must be gone."""
    for record_id in record_ids:
        _remove_parts(connection, record_id, _NO_WORDS)
    connection.executemany("DELETE FROM records WHERE id = ?", [(i,) for i in record_ids])


def _remove_parts(
    connection: sqlite3.Connection, record_id: int, words_of: dict[str, tuple[str, ...]]
) -> None:
    delete_names(connection, record_id, words_of)
    remove_text(connection, record_id)
    for table in (*DETAIL_TABLES.values(), "external_ids", "facts", "citations"):
        connection.execute(f"DELETE FROM {table} WHERE record = ?", (record_id,))
    connection.execute("DELETE FROM relations WHERE subject = ?", (record_id,))


class _Writer:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources = dict(connection.execute("SELECT key, id FROM sources"))
        self._rows = PendingRows(connection)
        self._written: dict[str, int] = {}
        self._names = NameIndex(connection)
        self._awaiting: dict[int, tuple[_Where, list[_Relation]]] = {}
        self._unplaced: dict[int, list[_Unplaced]] = {}
        self._findings: list[Finding] = []

    def write(self, batches: Iterable[Batch], sources: Iterable[PreparedSource]) -> None:
        keys = set()
        for source in sources:
            self._source(source)
            keys.add(source.key)
        renew_sentences(self._connection, keys)
        for batch in batches:
            self._batch(batch)
        self._names.flush()
        # Relations last, as their objects may stand anywhere in what is written.
        for record_id, (where, relations) in self._awaiting.items():
            self._relations(record_id, where, relations)
        for facts in self._unplaced.values():
            self._places(facts)
        self._rows.flush()
        if self._findings:
            raise ImportRefused(self._findings)

    # --- sources -------------------------------------------------------------------------------

    def _source(self, source: PreparedSource) -> None:
        existing = self._existing("sources", [source.key]).get(source.key)
        source_id = existing.id if existing else self._rows.new_id("sources")
        self._connection.execute("DELETE FROM sentences WHERE source = ?", (source_id,))
        self._sources[source.key] = source_id
        self._rows["sources"].append(
            (source_id, source.key, *source.columns, *source.origin,
             *_seed_columns(source.seed, existing))
        )  # fmt: skip
        self._rows["sentences"].extend(
            (source_id, number, start, end)
            for number, (start, end) in enumerate(source.sentences, start=1)
        )
        self._rows.flush()

    # --- records -------------------------------------------------------------------------------

    def _batch(self, batch: Batch) -> None:
        existing = self._existing("records", batch.keys)
        if existing:
            self._names.flush()  # so that words which go with what is replaced are counted
        collections = dict.fromkeys([row[2] for row in batch.records])
        self._rows["collections"].extend([(key, key, key) for key in collections])
        ids = [self._id_of(key, existing, batch.words_of) for key in batch.keys]
        self._rows["records"].extend(
            (number, *row, *_seed_columns(seed, existing.get(key)))
            for number, row, seed, key in zip(
                ids, batch.records, batch.seeds, batch.keys, strict=True
            )
        )
        for table, rows in batch.parts.items():
            self._rows[table].extend(_numbered(ids, rows))
        self._follow(batch, ids)
        self._rows.flush()
        self._names.write(_numbered(ids, batch.names), batch.words, batch.sounds)
        texts = zip(ids, batch.texts, strict=True)
        write_text(self._connection, [(number, *text) for number, text in texts])

    def _id_of(
        self, key: str, existing: Mapping[str, _Existing], words_of: dict[str, tuple[str, ...]]
    ) -> int:
        """The number of the row that a record is to have; of one that is there, all parts go."""
        if key in existing:
            record_id = existing[key].id
            _remove_parts(self._connection, record_id, words_of)
            self._awaiting.pop(record_id, None)
            self._unplaced.pop(record_id, None)
        else:
            record_id = self._rows.new_id("records")
        self._written[key] = record_id
        return record_id

    def _follow(self, batch: Batch, ids: Sequence[int]) -> None:
        """Write what refers to sources, and note what refers to records."""
        for at, field, cited in batch.cited:
            self._cite(cited, field, _where(batch, at), record=ids[at])
        for at, way, columns, cited, places in batch.facts:
            where = _where(batch, at)
            fact_id = self._rows.new_id("facts")
            self._rows["facts"].append((fact_id, ids[at], *columns))
            if places:
                unplaced = _Unplaced(fact_id, way, places, where)
                self._unplaced.setdefault(ids[at], []).append(unplaced)
            self._cite(cited, columns[0], where, fact=fact_id)
        for at, relations in batch.relations:
            self._awaiting[ids[at]] = (_where(batch, at), relations)

    def _places(self, facts: list[_Unplaced]) -> None:
        """Write where people went from and to, once all records of the import are there."""
        named = {key for each in facts for _, keys in each.places for key in keys}
        zones = self._zones(named)
        for fact_id, way, places, where in facts:
            for role, keys in places:
                for position, key in enumerate(keys):
                    if key in zones:
                        self._rows["fact_places"].append((fact_id, role, position, zones[key]))
                    else:
                        self._missing_zone(where, f"{way}.{role}", key)

    def _missing_zone(self, where: _Where, field: str, key: str) -> None:
        what = Sentence(
            "{record}: {field} names no zone: {key}",
            record=where.key,
            field=field,
            key=repr(key),
        )
        todo = Sentence("Correct the key, or import that zone with this record")
        self._finding(where.origin, what, todo)

    def _relations(self, record_id: int, where: _Where, relations: Sequence[_Relation]) -> None:
        objects = self._ids({end for _, end, _, _ in relations})
        for number, (predicate, end, columns, cited) in enumerate(relations, start=1):
            if end in objects:
                relation_id = self._rows.new_id("relations")
                self._rows["relations"].append(
                    (relation_id, record_id, predicate, objects[end], *columns)
                )
                self._cite(cited, f"relations[{number}].cite", where, relation=relation_id)
                continue
            self._finding(
                where.origin,
                Sentence(
                    "{record}: {field}.object names no record: {key}",
                    record=where.key,
                    field=f"relations[{number}]",
                    key=repr(end),
                ),
                Sentence("Correct the key, or import that record with this one"),
            )

    def _cite(
        self,
        cited: Cited,
        field: str,
        where: _Where,
        *,
        record: int | None = None,
        fact: int | None = None,
        relation: int | None = None,
    ) -> None:
        for position, (key, locator) in enumerate(cited):
            source = self._sources.get(key)
            if source is None:
                self._finding(
                    where.origin,
                    Sentence(
                        "{record}: {field} names no source: {key}",
                        record=where.key,
                        field=field,
                        key=repr(key),
                    ),
                    Sentence("Correct the key, or import that source with this record"),
                )
                continue
            self._rows["citations"].append((source, locator, position, record, fact, relation))

    # --- what is there -------------------------------------------------------------------------

    def _existing(self, table: str, keys: list[str]) -> dict[str, _Existing]:
        found: dict[str, _Existing] = {}
        for chunk in chunks(keys):
            rows = self._connection.execute(
                f"SELECT key, id, seed_digest FROM {table} WHERE key IN ({placeholders(chunk)})",
                chunk,
            )
            found.update((key, _Existing(*rest)) for key, *rest in rows)
        return found

    def _ids(self, keys: set[str]) -> dict[str, int]:
        found = {key: self._written[key] for key in keys if key in self._written}
        for chunk in chunks(sorted(keys - found.keys())):
            found.update(
                self._connection.execute(
                    f"SELECT key, id FROM records WHERE key IN ({placeholders(chunk)})", chunk
                )
            )
        return found

    def _zones(self, keys: set[str]) -> dict[str, int]:
        """The ids of those that are zones."""
        ids = self._ids(keys)
        zones: set[int] = set()
        for chunk in chunks([str(number) for number in ids.values()]):
            rows = self._connection.execute(
                f"SELECT id FROM records WHERE kind = 'zone' AND id IN ({placeholders(chunk)})",
                [int(number) for number in chunk],
            )
            zones.update(number for (number,) in rows)
        return {key: number for key, number in ids.items() if number in zones}

    def _finding(self, origin: Origin, what: Sentence, todo: Sentence) -> None:
        self._findings.append(Finding(origin.file or "record", origin.line, what, todo))


def _numbered(ids: Sequence[int], rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows with the ids of the records at whose places they stand."""
    return [(ids[row[0]], *row[1:]) for row in rows]


def _where(batch: Batch, at: int) -> _Where:
    *_, shown, line, _ = batch.records[at]
    return _Where(batch.keys[at], Origin(batch.files.get(at) or shown, line))


def _seed_columns(
    seed: tuple[bool, str | None], existing: _Existing | None
) -> tuple[str | None, int]:
    """The digest of what was shipped under a key, and whether what is written is an edit of it."""
    shipped, digest = seed
    if shipped:
        return digest, 0
    if existing is None or existing.seed_digest is None:
        return None, 0
    return existing.seed_digest, int(digest != existing.seed_digest)
