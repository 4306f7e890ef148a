"""`type:ceasefire`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from store.model.questions import FilterChoice
from store.model.records import SourceRow
from store.model.vocabulary import SOURCE_TYPES, TYPES, Language
from store.search.filters.filter import NEVER, Condition, Filter, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    meant = [(f"{kind}s", one_of("type", words_meant(value, TYPES[kind]))) for kind in TYPES]
    if all(of_kind == NEVER for _, of_kind in meant):
        return NEVER
    clauses = [
        f"records.id IN (SELECT record FROM {table} WHERE {of_kind.sql})"
        for table, of_kind in meant
    ]
    values = tuple(value for _, of_kind in meant for value in of_kind.values)
    return Condition(f"({' OR '.join(clauses)})", values, needs_id_alone=True)


def _of_sources(connection: sqlite3.Connection, value: str) -> Condition:
    return one_of("sources.type", words_meant(value, SOURCE_TYPES))


def _tally_of_sources(rows: Iterable[SourceRow], language: Language) -> Iterator[FilterChoice]:
    counts = Counter(row.type for row in rows if row.type)
    for word, count in counts.most_common():
        label = SOURCE_TYPES[word].in_(language) if word in SOURCE_TYPES else word
        yield FilterChoice("type", word, label, count)


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    for types in TYPES.values():
        yield from words_and_labels(language, types)


TYPE = Filter(
    name="type",
    place=20,
    arabic_names=("صنف",),
    takes="a type of any kind, or of sources, by its word or label",
    examples=("type:ceasefire", "صنف:محافظة"),
    condition=_condition,
    of_sources=_of_sources,
    tally_of_sources=_tally_of_sources,
    values=_values,
    tally=of_words(
        "type",
        "SELECT type, count(*) FROM (SELECT record, type FROM zones"
        " UNION ALL SELECT record, type FROM agreements UNION ALL SELECT record, type FROM actors"
        f" UNION ALL SELECT record, type FROM consequences) WHERE record IN {ASKED} GROUP BY 1",
        *TYPES.values(),
    ),
)
