"""Rows of a damaged store as the mappings that the model reads, record by record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from store.model.reading.other_fields import from_json, other_fields_of
from store.model.records import Citation
from store.repairs.readable_rows import Row
from store.text.folding import is_arabic
from store.tuples import NamedTuple

Rows = dict[str, list[Row]]
"""What could be read, by table."""
Mapping = dict[str, Any]

DETAILS: Final = {
    "zones": "zone",
    "agreements": "agreement",
    "actors": "actor",
    "consequences": "consequence",
}
"""Tables of what only one kind of record has, and that kind."""
_SOURCE_TEXTS: Final = (
    "key", "type", "publisher", "relays", "date", "language", "url", "read", "sha256",
)  # fmt: skip


def source_mappings(rows: Rows) -> Iterator[tuple[Row, Mapping]]:
    """Each source's row, and all that is known of it."""
    sentences = _grouped(rows["sentences"], "source")
    for row in rows["sources"]:
        parts = sorted(sentences[row.get("id")], key=lambda part: _number(part.get("number")))
        yield (
            row,
            {
                **{name: row.get(name) for name in _SOURCE_TEXTS},
                "title": _bilingual(row, "title"),
                "note": _bilingual(row, "note"),
                "sentences": [[part.get("start"), part.get("end")] for part in parts],
                **_other_fields(row),
            },
        )


class ReadRecord(NamedTuple):
    """What could be read of a record."""

    row: Row
    mapping: Mapping
    """All that is known of it."""
    lost_citations: int
    """How many of its citations name a source that is lost."""
    parts: int
    """How many rows of other tables state something of it."""


def record_mappings(rows: Rows) -> Iterator[ReadRecord]:
    """What could be read of each record."""
    return iter(_RecordMappings(rows))


class _RecordMappings:
    def __init__(self, rows: Rows) -> None:
        self._records = rows["records"]
        self._details = {row.get("record"): row for table in DETAILS for row in rows[table]}
        self._parts = {
            table: _grouped(rows[table], "record") for table in ("names", "external_ids", "facts")
        }
        self._relations = _grouped(rows["relations"], "subject")
        self._places = _grouped(rows["fact_places"], "fact")
        self._citations = {
            owner: _grouped(rows["citations"], owner) for owner in ("record", "fact", "relation")
        }
        self._record_keys = {row.get("id"): row.get("key") for row in rows["records"]}
        self._source_keys = {row.get("id"): row.get("key") for row in rows["sources"]}

    def __iter__(self) -> Iterator[ReadRecord]:
        for row in self._records:
            self._lost = 0
            mapping = self._record(row)
            yield ReadRecord(row, mapping, self._lost, self._parts_of(row))

    def _parts_of(self, row: Row) -> int:
        number = row.get("id")
        facts, relations = self._parts["facts"][number], self._relations[number]
        aliases = [each for each in self._parts["names"][number] if each.get("role") == "alias"]
        cited = {"record": [row], "fact": facts, "relation": relations}
        return (
            sum(map(len, (facts, relations, aliases, self._parts["external_ids"][number])))
            + sum(len(self._places[fact.get("id")]) for fact in facts)
            + sum(len(self._citations[o][e.get("id")]) for o, owned in cited.items() for e in owned)
        )

    def _record(self, row: Row) -> Mapping:
        number = row.get("id")
        detail = self._details.get(number, {})
        return {
            **{name: row.get(name) for name in ("key", "kind", "collection", "confidence")},
            "type": detail.get("type"),
            "standing": detail.get("standing"),
            "coordinates": _coordinates(detail),
            "name": _bilingual(row, "name"),
            "summary": _bilingual(row, "summary"),
            "aliases": _aliases(row, self._parts["names"][number]),
            "cite": self._references("record", number),
            "external": _identifiers(self._parts["external_ids"][number]),
            "relations": [self._relation(each) for each in _ordered(self._relations[number])],
            **self._facts(self._parts["facts"][number]),
            **_other_fields(row),
        }

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
            self._record_keys.get(row.get("zone"))
            for row in _ordered(places)
            if row.get("role") == role
        ]

    def _relation(self, row: Row) -> Mapping:
        return {
            "predicate": row.get("predicate"),
            "object": self._record_keys.get(row.get("object")),
            "since": row.get("since"),
            "until": row.get("until"),
            "as-of": row.get("as_of"),
            "note": _bilingual(row, "note"),
            "disputed": row.get("disputed") == 1,
            "cite": self._references("relation", row.get("id")),
        }

    def _references(self, owner: str, number: object) -> list[str]:
        found = []
        for row in _ordered(self._citations[owner][number]):
            if key := self._source_keys.get(row.get("source")):
                found.append(Citation(str(key), str(row.get("locator") or "")).reference)
            else:
                self._lost += 1
        return found


def _grouped(rows: Iterable[Row], column: str) -> defaultdict[Any, list[Row]]:
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.get(column)].append(row)
    return groups


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (_number(row.get("position")), _number(row.get("id"))))


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0


def _bilingual(row: Row, name: str) -> Mapping:
    return {code: row[f"{name}_{code}"] for code in ("en", "ar") if row.get(f"{name}_{code}")}


def _qualifiers(row: Row) -> Mapping:
    """What a value is about, besides places."""
    return {"of": row.get("of"), "when": row.get("date"), "state": row.get("state")}


def _coordinates(detail: Row) -> list[Any] | None:
    latitude, longitude = detail.get("latitude"), detail.get("longitude")
    return None if latitude is None and longitude is None else [latitude, longitude]


def _aliases(record: Row, names: Iterable[Row]) -> dict[str, list[Any]]:
    """All names in the index of names but those that the record has by itself."""
    own = (record.get("name_en"), record.get("name_ar"))
    found: dict[str, list[Any]] = defaultdict(list)
    for row in _ordered(names):
        text, role, language = row.get("text"), row.get("role"), row.get("language")
        if role == "name" or (role != "alias" and text in own):
            continue
        if language not in ("en", "ar"):
            language = "ar" if is_arabic(str(text)) else "en"
        found[language].append(text)
    return found


def _identifiers(rows: Iterable[Row]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[str(row.get("data_set"))].append(row.get("identifier"))
    return found


def _other_fields(row: Row) -> Mapping:
    text = row.get("other_fields")
    return other_fields_of(from_json(text)) if isinstance(text, str) else {}
