"""Taking over what can be read of a damaged store into a new one, record by record.

Every record goes through the model, as one that is imported does: what it refuses is left behind
and told. What we ship is taken from the shipped records instead, unless it was edited.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from store.errors import FieldPath, Problem, RecordError, Sentence
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Citation, Origin, Record, Source
from store.repairs.identities import give_back, shown
from store.repairs.lessening import lessen
from store.repairs.readable_rows import ReadableRows, Row
from store.repairs.row_mappings import DETAILS, Rows, record_mappings, source_mappings
from store.repairs.stray_rows import stray_rows
from store.search.lexicon import COUNT, is_phrase, keep_count
from store.tables.cited_sources import read_sources
from store.tables.connection import last_number, transaction
from store.texts.reading_files import text_of_row
from store.texts.rows import write_text
from store.tuples import NamedTuple
from store.upkeep.preparing import Entry, SourceEntry, prepare
from store.upkeep.writing import write

_TABLES: Final = (
    "records", "zones", "agreements", "actors", "consequences", "external_ids", "facts",
    "fact_places", "relations", "sources", "sentences", "citations", "names", "lexicon", "settings",
    "texts",
)  # fmt: skip
_SHIPPED: Final = ("records", "sources")
_OURS: Final = frozenset({"vocabulary", "seeds", COUNT})
"""Settings that say what a store was filled with, which the new one says itself."""
_MOST_ROUNDS: Final = 60
_NEEDED: Final[frozenset[FieldPath]] = frozenset({("key",), ("kind",)})
"""Without these there is no record."""

_Thing = TypeVar("_Thing", Record, Source)


class Salvaged(NamedTuple):
    """What was taken over, and what was not."""

    records: int
    """Records of the user that were taken over."""
    rows: int
    """Rows that could be read at all."""
    losses: tuple[Sentence, ...]


def salvage(damaged: sqlite3.Connection, new: sqlite3.Connection) -> Salvaged:
    """Take over all that can be read, in one transaction of the new store.

    Args:
        damaged: of a copy of the damaged store.
        new: of a store of today's model, which holds what is shipped.
    """
    damaged.text_factory = _decoded
    return _Salvage(damaged, new).run()


def _decoded(text: bytes) -> str:
    """A text as it is; what is no UTF-8 stays apart from what is, and the model refuses it."""
    return text.decode("utf-8", "surrogateescape")


class _Salvage:
    def __init__(self, damaged: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self._new = new
        self._losses: list[Sentence] = []
        self._rows: Rows = {}
        for table in _TABLES:
            readable = ReadableRows(damaged, table)
            self._rows[table] = list(readable)
            if readable.gaps:
                sentence = "rows of {table}, where the file is damaged"
                self._losses.append(Sentence(sentence, table=table))

    def run(self) -> Salvaged:
        rows = sum(map(len, self._rows.values()))
        digests = {table: self._digests(table) for table in _SHIPPED}
        names = set(self._new.execute("SELECT name_en, name_ar FROM records"))
        self._losses += give_back(self._rows, digests, names)
        sources = list(self._sources())
        records = list(self._records())
        self._note_what_hangs_on_nothing()
        if records or sources:  # else all there is comes back from what is shipped
            self._losses += stray_rows(self._rows)
        known = self._keys("records") | {entry.record.key for entry in records}
        cited = self._keys("sources") | {entry.source.key for entry in sources}
        entries = [
            entry._replace(record=self._with_references(entry.record, known, cited))
            for entry in records
        ]
        with prepare(self._new, entries, sources) as prepared, transaction(self._new):
            write(self._new, prepared)
            self._write_lexicon()
            self._write_texts()
            self._write_settings()
        return Salvaged(len(entries), rows, tuple(self._losses))

    def _sources(self) -> Iterator[SourceEntry]:
        for row, mapping in source_mappings(self._rows):
            if self._is_shipped_as_it_was("sources", row):
                continue
            self._note_parts(row, len(mapping["sentences"]))
            source = self._proven(mapping, source_from_mapping)
            if source:
                yield SourceEntry(source, _origin(row))

    def _records(self) -> Iterator[Entry]:
        tables = {kind: table for table, kind in DETAILS.items()}
        described = {
            kind: {row.get("record") for row in self._rows[table]} for kind, table in tables.items()
        }
        for read in record_mappings(self._rows):
            row = read.row
            if self._is_shipped_as_it_was("records", row):
                continue
            kind = row.get("kind")
            if kind in tables and row.get("id") not in described[kind]:
                sentence = "{key}: its row of {table}"
                self._losses.append(Sentence(sentence, key=row["key"], table=tables[kind]))
            if read.lost_citations:
                sentence = "{key}: citations of sources that are lost: {count:,}"
                self._losses.append(Sentence(sentence, key=row["key"], count=read.lost_citations))
            self._note_parts(row, read.parts)
            record = self._proven(read.mapping, record_from_mapping)
            if record:
                yield Entry(record, _origin(row))

    def _note_parts(self, row: Row, there: int) -> None:
        """Tell of parts that a record or source was written with and that are no longer there."""
        written = row.get("parts")
        if isinstance(written, int) and written > there:
            sentence = "{key}: of its {written:,} parts, all but {there:,}"
            self._losses.append(
                Sentence(sentence, key=shown(row.get("key")), written=written, there=there)
            )

    def _with_references(self, record: Record, known: set[str], cited: set[str]) -> Record:
        """The record without what refers to records and sources that are lost."""

        def there(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
            for each in citations:
                if each.source not in cited:
                    sentence = "{key}: its citation of {source}, which is lost"
                    self._losses.append(Sentence(sentence, key=record.key, source=each.source))
            return tuple(each for each in citations if each.source in cited)

        relations = []
        for relation in record.relations:
            if relation.object in known:
                relations.append(relation._replace(citations=there(relation.citations)))
            else:
                sentence = "{key}: its relation to {object}, which is lost"
                self._losses.append(Sentence(sentence, key=record.key, object=relation.object))
        return record._replace(
            citations=there(record.citations),
            facts=tuple(f._replace(citations=there(f.citations)) for f in record.facts),
            relations=tuple(relations),
        )

    def _is_shipped_as_it_was(self, table: str, row: Row) -> bool:
        """Whether the new store has it from what is shipped, as nobody edited it."""
        is_shipped = row.get("seed_digest") is not None and row.get("edited") != 1
        return is_shipped and row.get("key") in self._keys(table)

    def _proven(
        self, mapping: dict[str, Any], read: Callable[[dict[str, Any]], _Thing]
    ) -> _Thing | None:
        """What the model allows of a record or source; None where nothing is left of it."""
        key = mapping.get("key")
        for _ in range(_MOST_ROUNDS):
            try:
                return read(mapping)
            except RecordError as error:
                problems = error.problems
            needed = [problem for problem in problems if problem.path in _NEEDED]
            for problem in needed[:1] or problems:
                self._lose(key, problem)
            if needed:
                return None
            if not lessen(mapping, {problem.path for problem in problems}):
                break
        self._losses.append(Sentence("{key}", key=shown(key)))
        return None

    def _lose(self, key: object, problem: Problem) -> None:
        what = problem.what
        if problem.field:
            what = Sentence("{field}: {message}", field=problem.field, message=what)
        self._losses.append(Sentence("{key}: {what}", key=shown(key), what=what))

    def _note_what_hangs_on_nothing(self) -> None:
        """Tell of records whose row is gone, and which nothing that is shipped brings back."""
        there = {row.get("id") for row in self._rows["records"]}
        gone = {row.get("record") for table in (*DETAILS, "facts", "names", "external_ids")
                for row in self._rows[table]} - there  # fmt: skip
        keys = {row.get("key") for row in self._rows["records"]}
        restored = len(self._keys("records") - keys)
        if len(gone) > restored:
            sentence = "records of which only parts are left, not their names: {count:,}"
            self._losses.append(Sentence(sentence, count=len(gone) - restored))

    def _digests(self, table: str) -> dict[str, str]:
        """The keys of what is shipped, by digest."""
        return dict(
            self._new.execute(f"SELECT seed_digest, key FROM {table} WHERE seed_digest IS NOT NULL")
        )

    def _keys(self, table: str) -> set[str]:
        """The keys that the new store has."""
        return {key for (key,) in self._new.execute(f"SELECT key FROM {table}")}

    # --- what is not of one record ---------------------------------------------------------------

    def _write_lexicon(self) -> None:
        last = last_number(self._new, "lexicon", "meaning")
        meanings: dict[object, int] = {}
        for row in self._rows["lexicon"]:
            if row.get("shipped") != 0:
                continue
            if not is_phrase(row.get("phrase")):
                sentence = "a phrase of the lexicon: {phrase}"
                self._losses.append(Sentence(sentence, phrase=shown(row.get("phrase"))))
            else:
                meaning = meanings.setdefault(row.get("meaning"), last + 1 + len(meanings))
                self._new.execute(
                    "INSERT OR IGNORE INTO lexicon (meaning, phrase, shipped) VALUES (?, ?, 0)",
                    (meaning, row["phrase"]),
                )
        keep_count(self._new)

    def _write_texts(self) -> None:
        """Keep the texts of sources that can be read whole, split anew."""
        keys = {row.get("id"): row.get("key") for row in self._rows["sources"]}
        known = {source.key: source for source in read_sources(self._new)}
        for row in self._rows["texts"]:
            key = keys.get(row.get("source"))
            text = text_of_row(known[key], row) if key in known else None
            if text is None:
                sentence = "the text of {source}, which was attached to it"
                self._losses.append(Sentence(sentence, source=shown(key or row.get("source"))))
                continue
            query = "SELECT id FROM sources WHERE key = ?"
            ((number,),) = self._new.execute(query, (key,)).fetchall()
            write_text(self._new, number, text)

    def _write_settings(self) -> None:
        for row in self._rows["settings"]:
            name, value = row.get("name"), row.get("value")
            if name in _OURS:
                continue
            if not _is_text(name) or not _is_text(value) or not _is_list_of_texts(value):
                self._losses.append(Sentence("the setting {name}", name=shown(name)))
                continue
            self._new.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def _origin(row: Row) -> Origin:
    file, line = row.get("file"), row.get("line")
    if not _is_text(file) or not isinstance(line, int) or isinstance(line, bool):
        return Origin()
    return Origin(str(file), line)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and shown(value) == value[:120]


def _is_list_of_texts(value: object) -> bool:
    try:
        found = json.loads(str(value))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(isinstance(item, str) for item in found)
