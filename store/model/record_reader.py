"""The mapping of a record or source, read field by field with everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from store.errors import FieldPath, Sentence
from store.model.mapping_values import LONGEST_LINE, MOST_ITEMS, ValueReader
from store.model.properties import DATE, value_type
from store.model.reading.coordinates import read_coordinates
from store.model.reading.other_fields import (
    KNOWN_ELSEWHERE,
    read_other_fields,
)
from store.model.reading.plain_values import (
    in_western_digits,
    is_blank,
    name_shown,
    nearest_field,
    shown,
)
from store.model.records import (
    Aliases,
    Coordinates,
    Fact,
    Record,
    Relation,
    Source,
)
from store.model.vocabulary import (
    CONFIDENCES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    SOURCE_TYPES,
    STANDINGS,
    TYPES,
)
from store.text.folding import is_arabic

# As keys of mappings: in order for messages, and quick to look into.
_RECORD_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "collection", "confidence", "name", "aliases", "standing",
    "coordinates", "cite", *PROPERTIES, "relations", "external", "summary",
))  # fmt: skip
_SOURCE_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "title", "publisher", "relays", "date", "language", "url", "sha256",
    "sentences", "note",
))  # fmt: skip
FIELDS: Final = tuple(_RECORD_FIELDS | _SOURCE_FIELDS)
"""Names of the fields of records and sources."""
_PROPERTY_NAMES: Final = frozenset(PROPERTIES)
_LONGEST_TEXT: Final = 100_000
_MOST_RELATIONS: Final = 5_000
_MOST_SENTENCES: Final = 50_000
_FARTHEST: Final = 10**9
"""Characters of a text up to which its sentences may lie."""
_ALIKE: Final = 0.7
"""How like one of our fields a name must be to be a slip of it and no field of another program."""


class RecordReader(ValueReader):
    """Reads the mapping of a record or source."""

    def record(self, mapping: Mapping[str, Any]) -> Record:
        """Read a record."""
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
            collection=self._collection(mapping.get("collection")),
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
            other_fields=self._other_fields(mapping, _RECORD_FIELDS),
        )

    def source(self, mapping: Mapping[str, Any]) -> Source:
        """Read a source."""
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
            other_fields=self._other_fields(mapping, _SOURCE_FIELDS),
        )

    # --- parts of a record -----------------------------------------------------------------

    def _other_fields(
        self, mapping: Mapping[str, Any], ours: Mapping[str, None]
    ) -> tuple[tuple[str, str], ...]:
        """Keep fields of other programs; one that is a slip of ours is a problem."""
        others = {}
        if len(mapping) > MOST_ITEMS:  # too many to look whether each is a slip
            what = "a record of {fields} fields is too long; at most {most} are read"
            self.complain((), Sentence(what, fields=f"{len(mapping):,}", most=f"{MOST_ITEMS:,}"))
            return ()
        for name, value in mapping.items():
            if name in ours or (name in FIELDS and name not in KNOWN_ELSEWHERE):
                continue
            if name in KNOWN_ELSEWHERE or not nearest_field(name, tuple(ours), _ALIKE):
                others[name] = value
        self.expect_fields(mapping, {**ours, **dict.fromkeys(others)}, ())
        try:
            return read_other_fields(others, ours)
        except ValueError as error:
            what, name = error.args
            self.complain((name_shown(name),), what)
            return ()

    def _collection(self, value: object) -> str:
        return "user" if is_blank(value) else self.read_key(value, ("collection",))

    def _standing(self, value: object, kind: str) -> str:
        if not is_blank(value) and kind != "consequence":
            self.complain(("standing",), Sentence("only a consequence has a standing"))
        return self.read_word(value, STANDINGS, ("standing",))

    def _coordinates(self, value: object, kind: str) -> Coordinates | None:
        if is_blank(value):
            return None
        if kind != "zone":
            self.complain(("coordinates",), Sentence("only a zone has coordinates"))
        try:
            return read_coordinates(value)
        except ValueError as error:
            self.complain(("coordinates",), error.args[0])
            return None

    def _aliases(self, value: object) -> Aliases:
        if is_blank(value):
            return Aliases()
        path: FieldPath = ("aliases",)
        if isinstance(value, list | tuple):  # as Obsidian has them, in no named language
            names = self.read_lines(value, path)
            arabic = tuple(filter(is_arabic, names))
            return Aliases(tuple(name for name in names if name not in arabic), arabic)
        mapping = self.read_mapping(value, path, ("en", "ar"))
        return Aliases(
            *(self.read_lines(mapping.get(code), (*path, code)) for code in ("en", "ar"))
        )

    def _facts(self, mapping: Mapping[str, Any]) -> Iterable[Fact]:
        if _PROPERTY_NAMES.isdisjoint(mapping):
            return
        for name in PROPERTIES:
            given = mapping.get(name)
            if is_blank(given):
                continue
            # `date: 2017` says in short that there is one value, which nobody is cited for.
            items = [{"value": given}] if isinstance(given, str | int | float) else given
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
        if is_blank(value):
            return ()
        found: dict[tuple[str, str], Relation] = {}
        for index, item in enumerate(self.read_list(value, ("relations",), _MOST_RELATIONS)):
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
        return Relation(
            predicate=self.read_word(
                mapping.get("predicate"), PREDICATES, (*path, "predicate"), needed=True
            ),
            object=self.read_reference(mapping.get("object"), (*path, "object")),
            since=DATE.read_optional(self, mapping.get("since"), (*path, "since")),
            until=DATE.read_optional(self, mapping.get("until"), (*path, "until")),
            note=self.read_bilingual(mapping.get("note"), (*path, "note"), LONGEST_LINE),
            disputed=self._truth(mapping.get("disputed"), (*path, "disputed")),
            citations=self.read_citations(mapping.get("cite"), (*path, "cite")),
        )

    def _truth(self, value: object, path: FieldPath) -> bool:
        if isinstance(value, bool) or is_blank(value):
            return value is True
        word = value.strip().casefold() if isinstance(value, str) else ""
        if word not in ("true", "false"):
            self.complain(path, Sentence("{value} is neither true nor false", value=shown(value)))
        return word == "true"

    def _external(self, value: object) -> tuple[tuple[str, str], ...]:
        if is_blank(value):
            return ()
        path: FieldPath = ("external",)
        mapping = self.read_mapping(value, path, None)
        if len(mapping) > MOST_ITEMS:
            self.read_list(list(mapping), path)  # says so
            return ()
        found = {}
        for name, number in mapping.items():
            where = (*path, name_shown(name))
            if not is_blank(number):
                found[self.read_key(name, where)] = self.read_text(number, where)
        return tuple(sorted(found.items()))

    def _sentences(self, value: object) -> tuple[tuple[int, int], ...]:
        if is_blank(value):
            return ()
        sentences: list[tuple[int, int]] = []
        for index, item in enumerate(self.read_list(value, ("sentences",), _MOST_SENTENCES)):
            ends = [_offset(part) for part in item] if isinstance(item, list | tuple) else []
            if len(ends) == 2 and 0 <= ends[0] < ends[1] <= _FARTHEST:
                sentences.append((ends[0], ends[1]))
            else:
                self.complain(
                    ("sentences", index), Sentence("[start, end] in characters is needed")
                )
        return tuple(sentences)

    def _fields_in_trouble(self) -> set[str | int]:
        return {problem.path[0] for problem in self.problems if problem.path}


def _offset(value: object) -> int:
    """A whole number, or -1 for all else."""
    text = in_western_digits(str(value)) if isinstance(value, str) else ""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(text) if re.fullmatch(r"\d{1,10}", text, re.ASCII) else -1
