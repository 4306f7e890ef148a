"""Taking over what can be read of a damaged store into a new one, record by record.

Every record goes through the model, as one that is imported does: what it refuses is left behind
and told. What we ship is taken from the shipped records instead, unless it was edited.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeVar

from store.errors import FieldPath, Problem, RecordError, Sentence
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.reading.other_fields import from_json, other_fields_of
from store.model.records import Citation, Origin, Record, Source
from store.repairs.readable_rows import ReadableRows, Row
from store.tables.connection import last_number, transaction
from store.upkeep.preparing import Entry, SourceEntry, prepare
from store.upkeep.writing import write

_TABLES: Final = (
    "records", "zones", "agreements", "actors", "consequences", "external_ids", "facts",
    "fact_places", "relations", "sources", "sentences", "citations", "names", "lexicon", "settings",
)  # fmt: skip
_DETAILS: Final = ("zones", "agreements", "actors", "consequences")
_OURS: Final = frozenset({"vocabulary", "seeds"})
"""Settings that say what a store was filled with, which the new one says itself."""
_MOST_ROUNDS: Final = 60

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
        self._rows: dict[str, list[Row]] = {}
        for table in _TABLES:
            readable = ReadableRows(damaged, table)
            self._rows[table] = list(readable)
            if readable.gaps:
                sentence = "rows of {table} in {count} places of the file"
                self._losses.append(Sentence(sentence, table=table, count=readable.gaps))

    def run(self) -> Salvaged:
        sources = list(self._sources())
        records = list(self._records())
        self._note_what_hangs_on_nothing()
        known = self._keys("records") | {entry.record.key for entry in records}
        cited = self._keys("sources") | {entry.source.key for entry in sources}
        entries = [
            entry._replace(record=self._with_references(entry.record, known, cited))
            for entry in records
        ]
        with prepare(self._new, entries, sources) as prepared, transaction(self._new):
            write(self._new, prepared)
            self._write_lexicon()
            self._write_settings()
        rows = sum(map(len, self._rows.values()))
        return Salvaged(len(entries), rows, tuple(self._losses))

    # --- sources ---------------------------------------------------------------------------------

    def _sources(self) -> Iterator[SourceEntry]:
        sentences = self._grouped("sentences", "source")
        for row in self._rows["sources"]:
            if self._is_shipped_as_it_was("sources", row):
                continue
            parts = sorted(sentences[row.get("id")], key=lambda part: _number(part.get("number")))
            mapping = {
                **{name: row.get(name) for name in _SOURCE_TEXTS},
                "title": _bilingual(row, "title"),
                "note": _bilingual(row, "note"),
                "sentences": [[part.get("start"), part.get("end")] for part in parts],
                **_other_fields(row),
            }
            source = self._proven(mapping, source_from_mapping)
            if source:
                yield SourceEntry(source, _origin(row))

    # --- records ---------------------------------------------------------------------------------

    def _records(self) -> Iterator[Entry]:
        self._keys_by_id = {row.get("id"): row.get("key") for row in self._rows["records"]}
        self._places = self._grouped("fact_places", "fact")
        self._source_keys = {row.get("id"): row.get("key") for row in self._rows["sources"]}
        self._cited_by = {part: self._grouped("citations", part)
                          for part in ("record", "fact", "relation")}  # fmt: skip
        parts = {
            "names": self._grouped("names", "record"),
            "external_ids": self._grouped("external_ids", "record"),
            "facts": self._grouped("facts", "record"),
            "relations": self._grouped("relations", "subject"),
        }
        details = {row.get("record"): row for table in _DETAILS for row in self._rows[table]}
        for row in self._rows["records"]:
            if self._is_shipped_as_it_was("records", row):
                continue
            number = row.get("id")
            detail = details.get(number, {})
            mapping = {
                **{name: row.get(name) for name in ("key", "kind", "collection", "confidence")},
                "type": detail.get("type"),
                "standing": detail.get("standing"),
                "coordinates": _coordinates(detail),
                "name": _bilingual(row, "name"),
                "summary": _bilingual(row, "summary"),
                "aliases": _aliases(parts["names"][number]),
                "cite": self._references("record", number),
                "external": _identifiers(parts["external_ids"][number]),
                "relations": [
                    self._relation(each) for each in _ordered(parts["relations"][number])
                ],
                **self._facts(parts["facts"][number]),
                **_other_fields(row),
            }
            record = self._proven(mapping, record_from_mapping)
            if record:
                yield Entry(record, _origin(row))

    def _facts(self, rows: Iterable[Row]) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in _ordered(rows):
            value = row.get("value")
            places = self._places[row.get("id")]
            found[str(row.get("property"))].append(
                {
                    "value": _bilingual(row, "text") if value is None else value,
                    **_qualifiers(row),
                    "from": self._zones(places, "from"),
                    "to": self._zones(places, "to"),
                    "note": _bilingual(row, "note"),
                    "cite": self._references("fact", row.get("id")),
                }
            )
        return found

    def _zones(self, places: Iterable[Row], role: str) -> list[object]:
        return [
            self._keys_by_id.get(row.get("zone"))
            for row in _ordered(places)
            if row.get("role") == role
        ]

    def _relation(self, row: Row) -> Row:
        return {
            "predicate": row.get("predicate"),
            "object": self._keys_by_id.get(row.get("object")),
            "since": row.get("since"),
            "until": row.get("until"),
            "as-of": row.get("as_of"),
            "note": _bilingual(row, "note"),
            "disputed": row.get("disputed") == 1,
            "cite": self._references("relation", row.get("id")),
        }

    def _references(self, part: str, number: object) -> list[str]:
        return [
            Citation(str(key), str(row.get("locator") or "")).reference
            for row in _ordered(self._cited_by[part][number])
            if (key := self._source_keys.get(row.get("source")))
        ]

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

    # --- both ------------------------------------------------------------------------------------

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
            for path in sorted(
                {_part(problem.path) for problem in problems}, reverse=True, key=str
            ):
                if path in _NEEDED:
                    self._lose(key, problems[0])
                    return None
            for problem in problems:
                self._lose(key, problem)
            _remove(mapping, {_part(problem.path) for problem in problems})
        self._losses.append(Sentence("{key}", key=shown(key)))
        return None

    def _lose(self, key: object, problem: Problem) -> None:
        what = problem.what
        if problem.field:
            what = Sentence("{field}: {message}", field=problem.field, message=what)
        self._losses.append(Sentence("{key}: {what}", key=shown(key), what=what))

    def _note_what_hangs_on_nothing(self) -> None:
        """Tell of records whose row is gone, and which nothing that is shipped brings back."""
        there = self._keys_by_id.keys()
        gone = {row.get("record") for table in (*_DETAILS, "facts", "names", "external_ids")
                for row in self._rows[table]} - there  # fmt: skip
        keys = {row.get("key") for row in self._rows["records"]}
        restored = len(self._keys("records") - keys)
        if len(gone) > restored:
            sentence = "{count:,} records of which only parts are left, not their names"
            self._losses.append(Sentence(sentence, count=len(gone) - restored))

    def _keys(self, table: str) -> set[str]:
        """The keys that the new store has."""
        return {key for (key,) in self._new.execute(f"SELECT key FROM {table}")}

    def _grouped(self, table: str, column: str) -> defaultdict[Any, list[Row]]:
        groups: defaultdict[Any, list[Row]] = defaultdict(list)
        for row in self._rows[table]:
            groups[row.get(column)].append(row)
        return groups

    # --- what is not of one record ---------------------------------------------------------------

    def _write_lexicon(self) -> None:
        last = last_number(self._new, "lexicon", "meaning")
        meanings: dict[object, int] = {}
        for row in self._rows["lexicon"]:
            if row.get("shipped") == 0 and _is_text(row.get("phrase")):
                meaning = meanings.setdefault(row.get("meaning"), last + 1 + len(meanings))
                self._new.execute(
                    "INSERT OR IGNORE INTO lexicon (meaning, phrase, shipped) VALUES (?, ?, 0)",
                    (meaning, row["phrase"]),
                )

    def _write_settings(self) -> None:
        for row in self._rows["settings"]:
            name, value = row.get("name"), row.get("value")
            if name in _OURS:
                continue
            if not _is_text(name) or not _is_text(value) or not _is_list_of_texts(value):
                self._losses.append(Sentence("the setting {name}", name=shown(name)))
                continue
            self._new.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


_SOURCE_TEXTS: Final = (
    "key",
    "type",
    "publisher",
    "relays",
    "date",
    "language",
    "url",
    "read",
    "sha256",
)
_NEEDED: Final[frozenset[FieldPath]] = frozenset({("key",), ("kind",)})
"""Without these there is no record."""


def shown(value: object) -> str:
    """A value of a damaged row, as a sentence can hold it."""
    text = value if isinstance(value, str) else repr(value)
    return text[:120].encode("utf-8", "replace").decode()


def _part(path: FieldPath) -> FieldPath:
    """The way to the whole fact, relation or text in which something is wrong."""
    for length, step in enumerate(path, start=1):
        if isinstance(step, int):
            return path[:length]
    return path


def _remove(mapping: dict[str, Any], paths: Iterable[FieldPath]) -> None:
    """Take parts out of a mapping, items of lists from the last to the first."""
    for path in sorted(filter(None, paths), key=_place, reverse=True):
        owner: Any = mapping
        for step in path[:-1]:
            owner = owner[step]
        step = path[-1]
        if isinstance(owner, list) and isinstance(step, int):
            del owner[step]
        elif isinstance(owner, dict):
            owner.pop(step, None)


def _place(path: FieldPath) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (_number(row.get("position")), _number(row.get("id"))))


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0


def _bilingual(row: Row, name: str) -> dict[str, Any]:
    return {code: row[f"{name}_{code}"] for code in ("en", "ar") if row.get(f"{name}_{code}")}


def _qualifiers(row: Row) -> dict[str, Any]:
    """What a value is about, besides places."""
    return {"of": row.get("of"), "when": row.get("date"), "state": row.get("state")}


def _coordinates(detail: Row) -> list[Any] | None:
    latitude, longitude = detail.get("latitude"), detail.get("longitude")
    return None if latitude is None and longitude is None else [latitude, longitude]


def _aliases(rows: Iterable[Row]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in _ordered(rows):
        if row.get("role") == "alias" and row.get("language") in ("en", "ar"):
            found[row["language"]].append(row.get("text"))
    return found


def _identifiers(rows: Iterable[Row]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[str(row.get("data_set"))].append(row.get("identifier"))
    return found


def _other_fields(row: Row) -> dict[str, Any]:
    text = row.get("other_fields")
    return other_fields_of(from_json(text)) if isinstance(text, str) else {}


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
