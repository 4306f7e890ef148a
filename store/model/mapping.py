"""Records as plain mappings: the one shape of front matter, `show --json` and JSON Lines.

`record_from_mapping` is where imported text is proved to be a record. It collects every problem it
finds instead of stopping at the first, each with the path of the field it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from store.errors import FieldPath, RecordError, Sentence
from store.model.mapping_values import LONGEST_LINE, ValueReader, shown
from store.model.properties import DATE, value_type
from store.model.records import Aliases, Bilingual, Citation, Fact, Record, Relation, Source
from store.model.vocabulary import (
    CONFIDENCES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    SOURCE_TYPES,
    STANDINGS,
    TYPES,
)

# As keys of mappings: in order for messages, and quick to look into.
_RECORD_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "collection", "confidence", "name", "aliases", "standing",
    "coordinates", "cite", *PROPERTIES, "relations", "external", "summary",
))  # fmt: skip
_SOURCE_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "title", "publisher", "relays", "date", "language", "url", "sha256",
    "sentences", "note",
))  # fmt: skip
_PROPERTY_NAMES: Final = frozenset(PROPERTIES)
_LONGEST_TEXT: Final = 100_000


def record_from_mapping(mapping: Mapping[str, Any]) -> Record:
    """Build a record from its mapping.

    Raises:
        RecordError: with every problem found.
    """
    reader = _Reader()
    record = reader.record(mapping)
    if reader.problems:
        raise RecordError(reader.problems)
    return record


def source_from_mapping(mapping: Mapping[str, Any]) -> Source:
    """Build a source from its mapping.

    Raises:
        RecordError: with every problem found.
    """
    reader = _Reader()
    source = reader.source(mapping)
    if reader.problems:
        raise RecordError(reader.problems)
    return source


class _Reader(ValueReader):
    """Reads the mapping of a record or source."""

    def record(self, mapping: Mapping[str, Any]) -> Record:
        self.expect_fields(mapping, _RECORD_FIELDS, ())
        kind: Any = self.read_word(mapping.get("kind"), KINDS, ("kind",), needed=True)
        name = self.read_bilingual(mapping.get("name"), ("name",), LONGEST_LINE)
        if not (name.en or name.ar) and "name" not in self._fields_in_trouble():
            self.complain(
                ("name",), Sentence("a name in at least one language is needed: {{en: …, ar: …}}")
            )
        return Record(
            key=self.read_key(mapping.get("key"), ("key",)),
            kind=kind,
            type=self.read_word(mapping.get("type"), TYPES[kind], ("type",)) if kind else "",
            collection=self.read_key(mapping.get("collection", "user"), ("collection",)),
            confidence=self.read_word(mapping.get("confidence"), CONFIDENCES, ("confidence",)),
            name=name,
            aliases=self._aliases(mapping.get("aliases")),
            summary=self.read_bilingual(
                mapping.get("summary"), ("summary",), _LONGEST_TEXT, lines=True
            ),
            standing=self._standing(mapping.get("standing"), kind),
            coordinates=self._coordinates(mapping.get("coordinates"), kind),
            citations=self.read_citations(mapping.get("cite"), ("cite",)),
            facts=tuple(self._facts(mapping)),
            relations=self._relations(mapping.get("relations")),
            external=self._external(mapping.get("external")),
        )

    def source(self, mapping: Mapping[str, Any]) -> Source:
        self.expect_fields(mapping, _SOURCE_FIELDS, ())
        title = self.read_bilingual(mapping.get("title"), ("title",), LONGEST_LINE)
        if not (title.en or title.ar):
            self.complain(
                ("title",), Sentence("a title in at least one language is needed: {{en: …, ar: …}}")
            )
        url = self.read_text(mapping.get("url"), ("url",), 2_000)
        if url and not re.fullmatch(r"https?://[^\s<>\"]+", url):
            self.complain(
                ("url",),
                Sentence("{value} is not an address that begins with http(s)://", value=shown(url)),
            )
        sha256 = self.read_text(mapping.get("sha256"), ("sha256",))
        if sha256 and not re.fullmatch(r"[0-9a-f]{64}", sha256):
            self.complain(("sha256",), Sentence("64 hexadecimal digits are needed"))
        return Source(
            key=self.read_key(mapping.get("key"), ("key",)),
            title=title,
            type=self.read_word(mapping.get("type"), SOURCE_TYPES, ("type",)),
            publisher=self.read_text(mapping.get("publisher"), ("publisher",)),
            relays=self.read_text(mapping.get("relays"), ("relays",)),
            date=DATE.read_optional(self, mapping.get("date"), ("date",)),
            language=self.read_text(mapping.get("language"), ("language",), 35),
            url=url,
            sha256=sha256,
            sentences=self._sentences(mapping.get("sentences")),
            note=self.read_bilingual(mapping.get("note"), ("note",), _LONGEST_TEXT, lines=True),
        )

    # --- parts of a record -----------------------------------------------------------------

    def _standing(self, value: object, kind: str) -> str:
        if value is not None and kind != "consequence":
            self.complain(("standing",), Sentence("only a consequence has a standing"))
        return self.read_word(value, STANDINGS, ("standing",))

    def _coordinates(self, value: object, kind: str) -> tuple[float, float] | None:
        if value is None:
            return None
        if kind != "zone":
            self.complain(("coordinates",), Sentence("only a zone has coordinates"))
        try:
            latitude, longitude = map(float, value if isinstance(value, list | tuple) else ())
        except (TypeError, ValueError):
            latitude = longitude = 999.0
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
        self.complain(
            ("coordinates",), Sentence("[latitude, longitude] in decimal degrees is needed")
        )
        return None

    def _aliases(self, value: object) -> Aliases:
        if value is None:
            return Aliases()
        path: FieldPath = ("aliases",)
        mapping = self.read_mapping(value, path, ("en", "ar"))
        return Aliases(
            *(self.read_lines(mapping.get(code), (*path, code)) for code in ("en", "ar"))
        )

    def _facts(self, mapping: Mapping[str, Any]) -> Iterable[Fact]:
        if _PROPERTY_NAMES.isdisjoint(mapping):
            return
        for name in PROPERTIES:
            if name not in mapping:
                continue
            given = mapping[name]
            # `date: 2017` says in short that there is one value, which nobody is cited for.
            items = [{"value": given}] if isinstance(given, str | int) else given
            for index, item in enumerate(self.read_list(items, (name,))):
                path = (name, index)
                fact = self.read_mapping(item, path, ("value", "note", "cite"))
                if fact:
                    yield Fact(
                        property=name,
                        value=value_type(name).read(self, fact.get("value"), (*path, "value")),
                        note=self.read_bilingual(fact.get("note"), (*path, "note"), LONGEST_LINE),
                        citations=self.read_citations(fact.get("cite"), (*path, "cite")),
                    )

    def _relations(self, value: object) -> tuple[Relation, ...]:
        if value is None:
            return ()
        found: dict[tuple[str, str], Relation] = {}
        for index, item in enumerate(self.read_list(value, ("relations",))):
            path = ("relations", index)
            relation = self._relation(item, path)
            if (relation.predicate, relation.object) in found:
                self.complain(
                    path,
                    Sentence(
                        "{predicate} {key} stands here twice",
                        predicate=relation.predicate,
                        key=relation.object,
                    ),
                )
            found[relation.predicate, relation.object] = relation
        return tuple(found.values())

    def _relation(self, item: object, path: FieldPath) -> Relation:
        fields = ("predicate", "object", "since", "until", "note", "disputed", "cite")
        mapping = self.read_mapping(item, path, fields)
        disputed = mapping.get("disputed", False)
        if disputed not in (True, False, "true", "false"):
            self.complain(
                (*path, "disputed"),
                Sentence("{value} is neither true nor false", value=shown(disputed)),
            )
        return Relation(
            predicate=self.read_word(
                mapping.get("predicate"), PREDICATES, (*path, "predicate"), needed=True
            ),
            object=self.read_key(mapping.get("object"), (*path, "object")),
            since=DATE.read_optional(self, mapping.get("since"), (*path, "since")),
            until=DATE.read_optional(self, mapping.get("until"), (*path, "until")),
            note=self.read_bilingual(mapping.get("note"), (*path, "note"), LONGEST_LINE),
            disputed=disputed in (True, "true"),
            citations=self.read_citations(mapping.get("cite"), (*path, "cite")),
        )

    def _external(self, value: object) -> tuple[tuple[str, str], ...]:
        if value is None:
            return ()
        path: FieldPath = ("external",)
        mapping = self.read_mapping(value, path, None)
        return tuple(
            (
                self.read_key(name, (*path, str(name))),
                self.read_text(str(number), (*path, str(name))),
            )
            for name, number in sorted(mapping.items())
        )

    def _sentences(self, value: object) -> tuple[tuple[int, int], ...]:
        sentences: list[tuple[int, int]] = []
        for index, item in enumerate(self.read_list(value, ("sentences",)) if value else []):
            try:
                start, end = (int(part) for part in item)
            except (TypeError, ValueError):
                start, end = 1, 0
            if not 0 <= start < end:
                self.complain(
                    ("sentences", index), Sentence("[start, end] in characters is needed")
                )
            sentences.append((start, end))
        return tuple(sentences)

    def _fields_in_trouble(self) -> set[str | int]:
        return {problem.path[0] for problem in self.problems if problem.path}


# --- to mappings ---------------------------------------------------------------------------


def record_to_mapping(record: Record) -> dict[str, Any]:
    """The record as a mapping of plain values in a fixed order; what is empty is left out."""
    mapping: dict[str, Any] = {
        "key": record.key,
        "kind": record.kind,
        "type": record.type,
        "collection": record.collection,
        "confidence": record.confidence,
        "name": _languages(record.name),
        "aliases": {code: list(names) for code, names in record.aliases._asdict().items() if names},
        "standing": record.standing,
        "coordinates": list(record.coordinates) if record.coordinates else None,
        "cite": _references(record.citations),
    }
    for name in PROPERTIES:
        mapping[name] = [_fact_to_mapping(fact) for fact in record.facts_of(name)]
    mapping["relations"] = [_relation_to_mapping(relation) for relation in record.relations]
    mapping["external"] = dict(record.external)
    mapping["summary"] = _languages(record.summary)
    return _without_empty(mapping)


def source_to_mapping(source: Source) -> dict[str, Any]:
    """The source as a mapping of plain values in a fixed order; what is empty is left out."""
    return _without_empty(
        {
            "key": source.key,
            "kind": "source",
            "type": source.type,
            "title": _languages(source.title),
            "publisher": source.publisher,
            "relays": source.relays,
            "date": source.date,
            "language": source.language,
            "url": source.url,
            "sha256": source.sha256,
            "sentences": [list(sentence) for sentence in source.sentences],
            "note": _languages(source.note),
        }
    )


def _fact_to_mapping(fact: Fact) -> dict[str, Any]:
    value = _languages(fact.value) if isinstance(fact.value, Bilingual) else fact.value
    return _without_empty(
        {"value": value, "note": _languages(fact.note), "cite": _references(fact.citations)}
    )


def _relation_to_mapping(relation: Relation) -> dict[str, Any]:
    return _without_empty(
        {
            "predicate": relation.predicate,
            "object": relation.object,
            "since": relation.since,
            "until": relation.until,
            "note": _languages(relation.note),
            "disputed": relation.disputed,
            "cite": _references(relation.citations),
        }
    )


def _languages(text: Bilingual) -> dict[str, str]:
    return {code: words for code, words in text._asdict().items() if words}


def _references(citations: tuple[Citation, ...]) -> list[str]:
    return [citation.reference for citation in citations]


def _without_empty(mapping: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in mapping.items() if value not in (None, "", [], {}, False)
    }
