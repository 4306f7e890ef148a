"""Records as plain mappings: the one shape of front matter, `show --json` and JSON Lines.

`record_from_mapping` is where imported text is proved to be a record. It collects every problem it
finds instead of stopping at the first, each with the path of the field it is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from store import dates
from store.errors import Problem, RecordError
from store.records import Aliases, Bilingual, Citation, Fact, Record, Relation, Source
from store.vocabulary import (
    CONFIDENCES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    SOURCE_TYPES,
    STANDINGS,
    TYPES,
)

Path = tuple[str | int, ...]

_KEY: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}")
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
_LONGEST_LINE: Final = 500
_LONGEST_TEXT: Final = 100_000
_CHECKS: Final[dict[str, Callable[[str], object]]] = {
    "date": dates.parse,
    "duration": dates.check_duration,
    "number": dates.check_number,
}


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


def parse_citation(reference: str) -> Citation:
    """Read `article#2` (source and locator) or `article` (the source as a whole)."""
    source, _, locator = reference.partition("#")
    return Citation(source, locator)


class _Reader:
    """Reads one mapping and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def record(self, mapping: Mapping[str, Any]) -> Record:
        self._known_fields(mapping, _RECORD_FIELDS, ())
        kind: Any = self._word(mapping.get("kind"), KINDS, ("kind",), needed=True)
        name = self._bilingual(mapping.get("name"), ("name",), _LONGEST_LINE)
        if not (name.en or name.ar) and "name" not in self._fields_in_trouble():
            self._problem(("name",), "a name in at least one language is needed: {en: …, ar: …}")
        return Record(
            key=self._key(mapping.get("key"), ("key",)),
            kind=kind,
            type=self._word(mapping.get("type"), TYPES[kind], ("type",)) if kind else "",
            collection=self._key(mapping.get("collection", "user"), ("collection",)),
            confidence=self._word(mapping.get("confidence"), CONFIDENCES, ("confidence",)),
            name=name,
            aliases=self._aliases(mapping.get("aliases")),
            summary=self._bilingual(
                mapping.get("summary"), ("summary",), _LONGEST_TEXT, lines=True
            ),
            standing=self._standing(mapping.get("standing"), kind),
            coordinates=self._coordinates(mapping.get("coordinates"), kind),
            citations=self._citations(mapping.get("cite"), ("cite",)),
            facts=tuple(self._facts(mapping)),
            relations=self._relations(mapping.get("relations")),
            external=self._external(mapping.get("external")),
        )

    def source(self, mapping: Mapping[str, Any]) -> Source:
        self._known_fields(mapping, _SOURCE_FIELDS, ())
        title = self._bilingual(mapping.get("title"), ("title",), _LONGEST_LINE)
        if not (title.en or title.ar):
            self._problem(("title",), "a title in at least one language is needed: {en: …, ar: …}")
        url = self._text(mapping.get("url"), ("url",), 2_000)
        if url and not re.fullmatch(r"https?://[^\s<>\"]+", url):
            self._problem(("url",), f"{_shown(url)} is not an address that begins with http(s)://")
        sha256 = self._text(mapping.get("sha256"), ("sha256",))
        if sha256 and not re.fullmatch(r"[0-9a-f]{64}", sha256):
            self._problem(("sha256",), "64 hexadecimal digits are needed")
        return Source(
            key=self._key(mapping.get("key"), ("key",)),
            title=title,
            type=self._word(mapping.get("type"), SOURCE_TYPES, ("type",)),
            publisher=self._text(mapping.get("publisher"), ("publisher",)),
            relays=self._text(mapping.get("relays"), ("relays",)),
            date=self._value(mapping.get("date"), "date", ("date",)),
            language=self._text(mapping.get("language"), ("language",), 35),
            url=url,
            sha256=sha256,
            sentences=self._sentences(mapping.get("sentences")),
            note=self._bilingual(mapping.get("note"), ("note",), _LONGEST_TEXT, lines=True),
        )

    # --- parts of a record -----------------------------------------------------------------

    def _key(self, value: object, path: Path) -> str:
        if isinstance(value, str) and _KEY.fullmatch(value):
            return value
        wanted = "lower-case letters, digits, - _ . (at most 120, not beginning with a mark)"
        self._problem(path, f"{wanted} are needed" + (f", not {_shown(value)}" if value else ""))
        return ""

    def _word(
        self, value: object, words: Collection[str], path: Path, *, needed: bool = False
    ) -> str:
        if value is None and not needed:
            return ""
        if isinstance(value, str) and value in words:
            return value
        known = list(words)
        near = get_close_matches(str(value), known, 1, 0.6)
        hint = f"; did you mean {near[0]}?" if near else ""
        what = f"{_shown(value)} is not one of" if value is not None else "one of these is needed:"
        self._problem(path, f"{what} {', '.join(known)}{hint}")
        return ""

    def _standing(self, value: object, kind: str) -> str:
        if value is not None and kind != "consequence":
            self._problem(("standing",), "only a consequence has a standing")
        return self._word(value, STANDINGS, ("standing",))

    def _coordinates(self, value: object, kind: str) -> tuple[float, float] | None:
        if value is None:
            return None
        if kind != "zone":
            self._problem(("coordinates",), "only a zone has coordinates")
        try:
            latitude, longitude = map(float, value if isinstance(value, list | tuple) else ())
        except (TypeError, ValueError):
            latitude = longitude = 999.0
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return latitude, longitude
        self._problem(("coordinates",), "[latitude, longitude] in decimal degrees is needed")
        return None

    def _aliases(self, value: object) -> Aliases:
        if value is None:
            return Aliases()
        path: Path = ("aliases",)
        mapping = self._mapping(value, path, ("en", "ar"))
        return Aliases(*(self._lines(mapping.get(code), (*path, code)) for code in ("en", "ar")))

    def _facts(self, mapping: Mapping[str, Any]) -> Iterable[Fact]:
        if _PROPERTY_NAMES.isdisjoint(mapping):
            return
        for name, description in PROPERTIES.items():
            if name not in mapping:
                continue
            given = mapping[name]
            # `date: 2017` says in short that there is one value, which nobody is cited for.
            items = [{"value": given}] if isinstance(given, str | int) else given
            for index, item in enumerate(self._list(items, (name,))):
                path = (name, index)
                fact = self._mapping(item, path, ("value", "note", "cite"))
                if fact:
                    yield Fact(
                        property=name,
                        value=self._fact_value(
                            fact.get("value"), description.value_type, (*path, "value")
                        ),
                        note=self._bilingual(fact.get("note"), (*path, "note"), _LONGEST_LINE),
                        citations=self._citations(fact.get("cite"), (*path, "cite")),
                    )

    def _fact_value(self, value: object, value_type: str, path: Path) -> str | Bilingual:
        if value_type == "text":
            text = self._bilingual(value, path, _LONGEST_LINE * 4)
            if not (text.en or text.ar):
                self._problem(path, "a text in at least one language is needed: {en: …, ar: …}")
            return text
        if value is None:
            self._problem(path, "a value is needed")
            return ""
        return self._value(value, value_type, path)

    def _value(self, value: object, value_type: str, path: Path) -> str:
        if value is None:
            return ""
        text = str(value) if isinstance(value, int) else value
        if not isinstance(text, str):
            self._problem(path, f"{_shown(value)} is not a {value_type}")
            return ""
        try:
            _CHECKS[value_type](text)
        except ValueError as error:
            self._problem(path, f"{_shown(text)}: {error}")
            return ""
        return text

    def _relations(self, value: object) -> tuple[Relation, ...]:
        if value is None:
            return ()
        found: dict[tuple[str, str], Relation] = {}
        for index, item in enumerate(self._list(value, ("relations",))):
            path = ("relations", index)
            relation = self._relation(item, path)
            if (relation.predicate, relation.object) in found:
                self._problem(path, f"{relation.predicate} {relation.object} stands here twice")
            found[relation.predicate, relation.object] = relation
        return tuple(found.values())

    def _relation(self, item: object, path: Path) -> Relation:
        fields = ("predicate", "object", "since", "until", "note", "disputed", "cite")
        mapping = self._mapping(item, path, fields)
        disputed = mapping.get("disputed", False)
        if disputed not in (True, False, "true", "false"):
            self._problem((*path, "disputed"), f"{_shown(disputed)} is neither true nor false")
        return Relation(
            predicate=self._word(
                mapping.get("predicate"), PREDICATES, (*path, "predicate"), needed=True
            ),
            object=self._key(mapping.get("object"), (*path, "object")),
            since=self._value(mapping.get("since"), "date", (*path, "since")),
            until=self._value(mapping.get("until"), "date", (*path, "until")),
            note=self._bilingual(mapping.get("note"), (*path, "note"), _LONGEST_LINE),
            disputed=disputed in (True, "true"),
            citations=self._citations(mapping.get("cite"), (*path, "cite")),
        )

    def _citations(self, value: object, path: Path) -> tuple[Citation, ...]:
        if value is None:
            return ()
        references = self._lines(value, path)
        for index, reference in enumerate(references):
            source, mark, locator = reference.partition("#")
            if not _KEY.fullmatch(source) or (mark and not re.fullmatch(r"[\w.-]{1,40}", locator)):
                self._problem(
                    (*path, index),
                    f"{_shown(reference)} is not a source's key, perhaps with #locator",
                )
        return tuple(dict.fromkeys(parse_citation(reference) for reference in references))

    def _external(self, value: object) -> tuple[tuple[str, str], ...]:
        if value is None:
            return ()
        path: Path = ("external",)
        mapping = self._mapping(value, path, None)
        return tuple(
            (self._key(name, (*path, str(name))), self._text(str(number), (*path, str(name))))
            for name, number in sorted(mapping.items())
        )

    def _sentences(self, value: object) -> tuple[tuple[int, int], ...]:
        sentences: list[tuple[int, int]] = []
        for index, item in enumerate(self._list(value, ("sentences",)) if value else []):
            try:
                start, end = (int(part) for part in item)
            except (TypeError, ValueError):
                start, end = 1, 0
            if not 0 <= start < end:
                self._problem(("sentences", index), "[start, end] in characters is needed")
            sentences.append((start, end))
        return tuple(sentences)

    # --- values ----------------------------------------------------------------------------

    def _bilingual(
        self, value: object, path: Path, longest: int, *, lines: bool = False
    ) -> Bilingual:
        if value is None:
            return Bilingual()
        mapping = self._mapping(value, path, ("en", "ar"))
        return Bilingual(
            self._text(mapping.get("en"), (*path, "en"), longest, lines=lines),
            self._text(mapping.get("ar"), (*path, "ar"), longest, lines=lines),
        )

    def _text(
        self, value: object, path: Path, longest: int = _LONGEST_LINE, *, lines: bool = False
    ) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self._problem(path, f"{_shown(value)} is not a text; put it in quotes")
            return ""
        text = value.strip()
        if len(text) > longest:
            self._problem(path, f"{len(text):,} characters are more than the {longest:,} allowed")
            return text[:longest]
        if not text.isprintable():  # most text is printable: the costlier looks are rare
            self._refuse_unstorable(text, path, lines=lines)
        return text

    def _refuse_unstorable(self, text: str, path: Path, *, lines: bool) -> None:
        if not lines and ("\n" in text or "\r" in text):
            self._problem(path, "a line break cannot stand here")
        if "\0" in text:
            self._problem(path, "a NUL character cannot stand here")
        if re.search(r"[\ud800-\udfff]", text):
            self._problem(path, "half of a surrogate pair is not a character")

    def _lines(self, value: object, path: Path) -> tuple[str, ...]:
        if value is None:
            return ()
        texts = (
            self._text(item, (*path, index)) for index, item in enumerate(self._list(value, path))
        )
        return tuple(dict.fromkeys(text for text in texts if text))

    def _list(self, value: object, path: Path) -> list[Any]:
        if isinstance(value, list | tuple):
            return list(value)
        self._problem(path, f"a list is needed, not {_shown(value)}")
        return []

    def _mapping(
        self, value: object, path: Path, fields: tuple[str, ...] | None
    ) -> Mapping[str, Any]:
        if not isinstance(value, dict):  # what YAML and JSON give; an abstract check is slow
            expected = "{" + ", ".join(f"{name}: …" for name in fields or ("name",)) + "}"
            self._problem(path, f"{expected} is needed, not {_shown(value)}")
            return {}
        if fields is not None:
            self._known_fields(value, fields, path)
        return value

    def _known_fields(self, mapping: Mapping[str, Any], known: Collection[str], path: Path) -> None:
        for name in mapping:
            if name not in known:
                near = get_close_matches(str(name), known, 1, 0.6)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
                self._problem((*path, str(name)), f"there is no such field; {hint}")

    def _fields_in_trouble(self) -> set[str | int]:
        return {problem.path[0] for problem in self.problems if problem.path}

    def _problem(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path, message))


def _shown(value: object) -> str:
    """A value as a message quotes it: short, and with nothing in it that a terminal obeys."""
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "…")


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
