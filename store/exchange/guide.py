"""A reader's guide to a collection: its prose from a template, its lists from the store."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from store.expressions import expression
from store.files.markdown_text import escape
from store.files.page import about, collection_name, confidence_name, retold, word
from store.model import dates
from store.model.properties import preferred_date, value_in_words
from store.model.provenance import independent_reporters, reporter, supporting_citations
from store.model.records import Fact, Record, Source
from store.model.statements import differing
from store.model.vocabulary import (
    AGREEMENT_TYPES,
    COLLECTIONS,
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    PROPERTIES,
    READINGS,
    SOURCE_TYPES,
    Kind,
    Label,
    Language,
)
from store.store import Store
from store.text.printable import printable
from store.tuples import NamedTuple

TEMPLATE: Final = "guide.md"
"""The name of the template among the shipped records."""

_PLACEHOLDER: Final = expression(r"\{(\w+?)(_ar)?\}")
_EXACT_DAY: Final = expression(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
_TITLES: Final = {  # those that stand on no other page
    "relations": Label("Relations", "العلاقات"),
    "sources": Label("sources", "المصادر"),
    "agreement": Label("Agreement", "الاتفاق"),
    "confidence": Label("Confidence", "الثقة"),
    "key": Label("Key", "المفتاح"),
    "record": Label("Record", "السجل"),
    "values": Label("Values, each with who says it", "القيم، ومع كل منها قائلها"),
    "number": Label("Number", "العدد"),
    "codings": Label("Values, and of how many agreements", "القيم، ولكم اتفاقًا كل منها"),
    "empty": Label("No source says", "لا يقوله مصدر"),
    "nobody says": Label("not recorded", "غير مدوّن"),
    "reporters": Label("Reporters", "ناقلون"),
    "no day": Label("Agreements dated to no day", "اتفاقات لا يُعرف يومها"),
    "no mediator": Label("Agreements without a known mediator", "اتفاقات لا يُعرف وسيطها"),
    "one reporter": Label("Agreements told by one reporter", "اتفاقات ينقلها مصدر واحد"),
    "no coordinates": Label("Places without coordinates", "أماكن بلا إحداثيات"),
}
_PLACES_TO_MAP: Final = frozenset({"city", "town", "village", "neighbourhood", "camp", "crossing"})
_MEDIATED: Final = frozenset({"ceasefire", "evacuation", "reconciliation"})


def guide(store: Store, template: str, version: str) -> str:
    """Fill in a template: `{agreements}` becomes the English list, `{agreements_ar}` the Arabic.

    Args:
        store: from which the lists are made.
        template: Markdown with the names of lists in braces.
        version: of the program, for those who cite.

    Raises:
        KeyError: the template asks for a list that there is none of.
    """
    lists = _Lists(store)

    def filled(placeholder: re.Match[str]) -> str:
        return lists.write(placeholder[1], "ar" if placeholder[2] else "en")

    return _PLACEHOLDER.sub(filled, template.replace("{version}", version))


class Judged(NamedTuple):
    """An agreement, and what the guide says of it."""

    record: Record
    reporters: tuple[str, ...]
    """Who tells of it independently of each other."""
    differing: tuple[str, ...]
    """The properties about which its sources differ."""
    lacks: tuple[str, ...]
    """What is not known of it, of `GAPS`."""


GAPS: Final = {"day": "no day", "mediator": "no mediator", "second-reporter": "one reporter"}
"""What may not be known of an agreement, and the title of the list of those without it."""


def judged(store: Store, language: Language) -> list[Judged]:
    """All agreements by date, each with what the guide says of it.

    Args:
        store: where they are.
        language: of the reporters' names.
    """
    lists = _Lists(store)
    return [lists.judged(record, language) for record in lists.by_date()]


class _Lists:
    """The lists of a guide, each written in the language that is asked for."""

    def __init__(self, store: Store) -> None:
        """Read the store once, and keep the agreements and what is counted of the rest."""
        self._sources = {source.key: source for source in store.sources()}
        self._counted: Counter[tuple[str, Kind]] = Counter()
        self._relation_count = 0
        self._agreements: list[Record] = []
        self._unmapped: list[Record] = []
        self._places = store.places_of(store.every_key("agreement"))
        for record in store.every_record():
            self._counted[record.collection, record.kind] += 1
            self._relation_count += len(record.relations)
            if record.kind == "agreement":
                self._agreements.append(record)
            elif record.kind == "zone" and _is_unmapped(record):
                self._unmapped.append(record)

    def write(self, name: str, language: Language) -> str:
        lists = {
            "counts": self._counts,
            "agreements": self._by_date,
            "confidence": self._confidence,
            "differences": self._differences,
            "gaps": self._gaps,
            "codings": self._codings,
            "readings": self._readings,
            "sources": self._sources_by_type,
        }
        return lists[name](language)

    def _counts(self, language: Language) -> str:
        collections = sorted(
            {collection for collection, _ in self._counted},
            key=lambda name: (list(COLLECTIONS).index(name) if name in COLLECTIONS else 99, name),
        )
        kinds = [KIND_PLURALS[kind].in_(language) for kind in KINDS]
        rows = [
            [
                escape(collection_name(name, language)),
                *(str(self._counted[name, kind]) for kind in KINDS),
            ]
            for name in collections
        ]
        beside = word("comma", language).join(
            f"{_title(name, language)}{word('colon', language)}{count:,}"
            for name, count in (
                ("relations", self._relation_count),
                ("sources", len(self._sources)),
            )
        )
        return _table([_title("collection", language), *kinds], rows) + f"\n\n{beside}."

    def by_date(self) -> list[Record]:
        """The agreements, those without a date last."""
        dated = sorted(
            (dates.sort_key(preferred_date(record)) or "9999", record.key, record)
            for record in self._agreements
        )
        return [record for _, _, record in dated]

    def judged(self, record: Record, language: Language) -> Judged:
        """What the guide says of an agreement."""
        reporters = self._reporters(record, language)
        differing = tuple(dict.fromkeys(fact.property for fact in _differing(record)))
        lacks = []
        if record.type in _MEDIATED:
            lacks += [] if _EXACT_DAY.fullmatch(preferred_date(record)) else ["day"]
            lacks += [] if _is_mediated(record) else ["mediator"]
            lacks += ["second-reporter"] if len(reporters) == 1 else []
        return Judged(record, reporters, differing, tuple(lacks))

    def _by_date(self, language: Language) -> str:
        titles = ("date", "agreement", "type", "confidence", "independent", "key")
        rows = [
            [
                _date(record, language),
                escape(record.name.prefer(language)),
                # Both are words of a vocabulary but in a damaged store.
                escape(AGREEMENT_TYPES[record.type].in_(language)) if record.type else "",
                escape(record.confidence),
                str(len(self._reporters(record, language))),
                f"`{printable(record.key)}`",
            ]
            for record in self.by_date()
        ]
        return _table([_title(title, language) for title in titles], rows)

    def _confidence(self, language: Language) -> str:
        graded = Counter(record.confidence for record in self._agreements)
        rows = [[confidence_name(grade, language), str(graded[grade])] for grade in CONFIDENCES]
        return _table([_title("confidence", language), _title("number", language)], rows)

    def _differences(self, language: Language) -> str:
        titles = [_title(title, language) for title in ("record", "property", "values")]
        rows = [
            [
                escape(record.name.prefer(language)),
                PROPERTIES[name].in_(language),
                " · ".join(self._value(fact, language) for fact in facts),
            ]
            for record in self._agreements
            for name, facts in _by_property(_differing(record))
        ]
        return _table(titles, rows)

    def _value(self, fact: Fact, language: Language) -> str:
        who = word("comma", language).join(self._names(fact, language))
        words = (value_in_words(fact, language), *about(fact, language, self._places))
        said = word("comma", language).join(words)
        return escape(said) + (f" ({escape(who)})" if who else "")

    def _names(self, fact: Fact, language: Language) -> Iterable[str]:
        cited = (self._sources.get(citation.source) for citation in fact.citations)
        return dict.fromkeys(_reporter_of(source, language) for source in cited if source)

    def _gaps(self, language: Language) -> str:
        known = [self.judged(record, language) for record in self._agreements]
        lists = {
            title: [each.record for each in known if gap in each.lacks]
            for gap, title in GAPS.items()
        } | {"no coordinates": self._unmapped}
        return "\n".join(
            f"- {_title(name, language)} ({len(records)}){word('colon', language)}"
            + word("comma", language).join(escape(r.name.prefer(language)) for r in records)
            for name, records in lists.items()
            if records
        )

    def _sources_by_type(self, language: Language) -> str:
        sources = sorted(self._sources.values(), key=lambda source: source.type)
        rows = []
        for source_type, group in groupby(sources, key=lambda source: source.type):
            counted = Counter(_reporter_of(source, language) for source in group)
            reporters = word("comma", language).join(
                f"{escape(name)} ({count})"
                for name, count in sorted(counted.items(), key=_by_count)
            )
            known = SOURCE_TYPES.get(source_type)
            label = known.in_(language) if known else escape(source_type)
            rows.append([label, str(counted.total()), reporters])
        titles = ("type", "number", "reporters")
        return _table([_title(title, language) for title in titles], rows)

    def _codings(self, language: Language) -> str:
        rows = []
        for name, coded in PROPERTIES.items():
            if not coded.words:
                continue
            given = Counter(
                fact.value for record in self._agreements for fact in record.facts_of(name)
            )
            words = word("comma", language).join(
                f"{label.in_(language)} ({given[key]})"
                for key, label in coded.words.items()
                if given[key]
            )
            empty = sum(not record.facts_of(name) for record in self._agreements)
            rows.append([coded.in_(language), words, str(empty)])
        return _table([_title(title, language) for title in ("property", "codings", "empty")], rows)

    def _readings(self, language: Language) -> str:
        counted = Counter(source.read for source in self._sources.values())
        rows = [
            [label.in_(language), str(counted[key])]
            for key, label in {**READINGS, "": _TITLES["nobody says"]}.items()
            if counted[key]
        ]
        return _table([_title("read", language), _title("number", language)], rows)

    def _reporters(self, record: Record, language: Language) -> tuple[str, ...]:
        return independent_reporters(supporting_citations(record), self._sources, language)


def _differing(record: Record) -> Iterator[Fact]:
    """The values of a record that exclude each other."""
    places = differing(record.facts)
    return (fact for place, fact in enumerate(record.facts) if place in places)


def _by_property(facts: Iterable[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    for name, group in groupby(facts, key=lambda fact: fact.property):
        yield name, list(group)


def _is_unmapped(zone: Record) -> bool:
    return zone.type in _PLACES_TO_MAP and zone.coordinates is None


def _is_mediated(record: Record) -> bool:
    return any(relation.predicate == "mediated-by" for relation in record.relations)


def _date(record: Record, language: Language) -> str:
    date = preferred_date(record)
    return dates.for_reader(date, language) if date else ""


def _reporter_of(source: Source, language: Language) -> str:
    return retold(source, language) or reporter(source, language)


def _by_count(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _table(titles: list[str], rows: list[list[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _title(name: str, language: Language) -> str:
    return _TITLES[name].in_(language) if name in _TITLES else word(name, language)
