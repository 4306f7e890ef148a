"""The mapping of a record or source, read field by field with everything that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import get_args

from store.errors import FieldPath, Listed, Sentence
from store.model.mapping_values import EMPTY_ITEM, LONGEST_LINE, MOST_ITEMS, ValueReader
from store.model.passages import with_marks_as_labels
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
    Bilingual,
    Coordinates,
    Fact,
    Qualifiers,
    Record,
    Relation,
    Source,
)
from store.model.vocabulary import (
    CONFIDENCES,
    FORMER_PREDICATES,
    FORMER_PROPERTIES,
    KINDS,
    PREDICATES,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    STANDINGS,
    STATES,
    SUBJECTS,
    TYPES,
    Qualifier,
)
from store.text.folding import is_arabic
from store.typed import Any, Final

QUALIFIERS: Final[tuple[Qualifier, ...]] = get_args(Qualifier)
"""What values may say they are about, in the order in which it is written."""
_NOT_QUALIFIED: Final = Qualifiers()
_FACT_FIELDS: Final = {
    field: (name, Qualifiers(of=former.of, state=former.state) if former else _NOT_QUALIFIED)
    for name in PROPERTIES
    for field, former in [
        (name, None),
        *(each for each in FORMER_PROPERTIES.items() if each[1].now == name),
    ]
}
"""The property that each field holds values of, and what they are about if they do not say so."""
# As keys of mappings: in order for messages, and quick to look into.
_RECORD_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "collection", "confidence", "name", "aliases", "standing",
    "coordinates", "cite", *_FACT_FIELDS, "relations", "external", "summary",
    # What `masarat list --json` derives from facts and `masarat show --json` from other records:
    # passed over.
    "movements", "inverse",
))  # fmt: skip
_SOURCE_FIELDS: Final = dict.fromkeys((
    "key", "kind", "type", "title", "publisher", "relays", "date", "language", "url", "read",
    "sha256", "sentences", "note",
    # Passed over as well: who cites it, and how many do.
    "cited_by", "records",
))  # fmt: skip
FIELDS: Final = tuple(_RECORD_FIELDS | _SOURCE_FIELDS)
"""Names of the fields of records and sources."""
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
            summary=self._read_summary(mapping.get("summary")),
            standing=self._standing(mapping.get("standing"), kind),
            coordinates=self._coordinates(mapping.get("coordinates"), kind),
            citations=self.read_citations(mapping.get("cite"), ("cite",)),
            facts=tuple(self._facts(mapping)),
            relations=self._relations(mapping.get("relations")),
            external=self._external(mapping.get("external")),
            other_fields=self._other_fields(mapping, _RECORD_FIELDS),
        )

    def _read_summary(self, value: object) -> Bilingual:
        summary = self.read_bilingual(value, ("summary",), _LONGEST_TEXT, lines=True)
        return Bilingual(*map(with_marks_as_labels, summary))

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
            read=self.read_word(mapping.get("read"), READINGS, ("read",)),
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
        if mapping.keys() <= ours.keys():
            return ()
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
        if _FACT_FIELDS.keys().isdisjoint(mapping):
            return
        for field, (name, about) in _FACT_FIELDS.items():
            given = mapping.get(field)
            if is_blank(given):
                continue
            # `date: 2017` says in short that there is one value, which nobody is cited for.
            items = [{"value": given}] if isinstance(given, str | int | float) else given
            for index, item in enumerate(self.read_list(items, (field,))):
                path = (field, index)
                fact = self.read_mapping(item, path, ("value", *QUALIFIERS, "note", "cite"))
                if fact:
                    yield Fact(
                        property=name,
                        value=value_type(name).read(self, fact.get("value"), (*path, "value")),
                        note=self.read_bilingual(fact.get("note"), (*path, "note"), LONGEST_LINE),
                        citations=self.read_citations(fact.get("cite"), (*path, "cite")),
                        about=self._about(fact, name, path, about),
                    )

    def _about(
        self, fact: Mapping[str, Any], name: str, path: FieldPath, former: Qualifiers
    ) -> Qualifiers:
        """Read what a value of a property is about; `former` says it where the mapping does not."""
        given = [each for each in QUALIFIERS if not is_blank(fact.get(each)) and fact[each] != []]
        if not given:
            return former
        for qualifier in given:
            if qualifier not in PROPERTIES[name].qualifiers:
                others = (each for each in PROPERTIES if qualifier in PROPERTIES[each].qualifiers)
                what = "{property} has no {qualifier}; it can stand with {others}"
                sentence = Sentence(what, property=name, qualifier=qualifier, others=Listed(others))
                self.complain((*path, qualifier), sentence)
        return Qualifiers(
            self.read_word(fact.get("of"), SUBJECTS, (*path, "of")) or former.of,
            self.read_references(fact.get("from"), (*path, "from")),
            self.read_references(fact.get("to"), (*path, "to")),
            DATE.read_optional(self, fact.get("when"), (*path, "when")),
            self.read_word(fact.get("state"), STATES, (*path, "state")) or former.state,
        )

    def _relations(self, value: object) -> tuple[Relation, ...]:
        if is_blank(value):
            return ()
        found: dict[tuple[str, str, str], Relation] = {}
        for index, item in enumerate(self.read_list(value, ("relations",), _MOST_RELATIONS)):
            path = ("relations", index)
            relation = self._relation(item, path)
            # What lasts may begin again; nothing else stands twice.
            since = relation.since if PREDICATES[relation.predicate].lasts else ""
            if (relation.predicate, relation.object, since) in found:
                self.complain(
                    path,
                    Sentence(
                        "{predicate} {key} stands here twice",
                        predicate=relation.predicate,
                        key=relation.object,
                    ),
                )
            found[relation.predicate, relation.object, since] = relation
        return tuple(found.values())

    def _relation(self, item: object, path: FieldPath) -> Relation:
        fields = ("predicate", "object", "since", "until", "as-of", "note", "disputed", "cite")
        mapping = self.read_mapping(item, path, fields)
        name = mapping.get("predicate")
        if isinstance(name, str):
            name = FORMER_PREDICATES.get(name.strip(), name)
        if not is_blank(mapping.get("as-of")):
            self._refuse_as_of(mapping, name, (*path, "as-of"))
        return Relation(
            predicate=self.read_word(name, PREDICATES, (*path, "predicate"), needed=True),
            object=self.read_reference(mapping.get("object"), (*path, "object")),
            since=DATE.read_optional(self, mapping.get("since"), (*path, "since")),
            until=DATE.read_optional(self, mapping.get("until"), (*path, "until")),
            note=self.read_bilingual(mapping.get("note"), (*path, "note"), LONGEST_LINE),
            disputed=self._truth(mapping.get("disputed"), (*path, "disputed")),
            citations=self.read_citations(mapping.get("cite"), (*path, "cite")),
            as_of=DATE.read_optional(self, mapping.get("as-of"), (*path, "as-of")),
        )

    def _refuse_as_of(self, mapping: Mapping[str, Any], name: object, path: FieldPath) -> None:
        """Complain of `as-of` where the end is known, or nothing lasts that could end."""
        if not is_blank(mapping.get("until")):
            what = "until says when it ended; as-of stands where nobody does"
            self.complain(path, Sentence(what))
        elif isinstance(name, str) and name in PREDICATES and not PREDICATES[name].lasts:
            lasting = Listed(each for each in PREDICATES if PREDICATES[each].lasts)
            what = "{predicate} does not last; as-of stands with {others}"
            self.complain(path, Sentence(what, predicate=name, others=lasting))

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
        found: dict[tuple[str, str], None] = {}
        for name, given in mapping.items():
            where = (*path, name_shown(name))
            several = isinstance(given, list | tuple)
            for index, number in enumerate(self.read_list(given, where) if several else [given]):
                if several and number is None:
                    self.complain((*where, index), EMPTY_ITEM)
                elif not is_blank(number):
                    identifier = self.read_text(number, (*where, index) if several else where)
                    found[self.read_key(name, where), identifier] = None
        return tuple(sorted(found))

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
