"""`reading:whole`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from store.model.questions import FilterChoice
from store.model.records import SourceRow
from store.model.vocabulary import READINGS, Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant

_CITING = (
    "SELECT coalesce(citations.record, facts.record, subject) AS record, sources.read"
    " FROM citations JOIN sources ON sources.id = source"
    " LEFT JOIN facts ON facts.id = citations.fact"
    " LEFT JOIN relations ON relations.id = citations.relation"
)


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    meant = one_of("read", words_meant(value, READINGS))
    if meant == NEVER:
        return NEVER
    return id_in(f"SELECT record FROM ({_CITING}) WHERE {meant.sql}", meant.values)


def _of_sources(connection: sqlite3.Connection, value: str) -> Condition:
    return one_of("sources.read", words_meant(value, READINGS))


def _tally_of_sources(rows: Iterable[SourceRow], language: Language) -> Iterator[FilterChoice]:
    counts = Counter(row.read for row in rows if row.read)
    for word, count in counts.most_common():
        label = READINGS[word].in_(language) if word in READINGS else word
        yield FilterChoice("reading", word, label, count)


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    return words_and_labels(language, READINGS)


READING = Filter(
    name="reading",
    place=105,
    arabic_names=("قراءة",),
    takes="how a source was read: whole, part, data, second-hand, not-found, or a label; "
    "of records, what cites one that was read so",
    examples=("reading:whole", "kind:source reading:part"),
    condition=_condition,
    of_sources=_of_sources,
    tally_of_sources=_tally_of_sources,
    values=_values,
    tally=of_words(
        "reading",
        f"SELECT read, count(DISTINCT record) FROM ({_CITING}) WHERE record IN {ASKED} GROUP BY 1",
        READINGS,
    ),
)
