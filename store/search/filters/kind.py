"""`kind:agreement`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import KIND_PLURALS, KINDS, SOURCE, SOURCES, Language
from store.search.filters.filter import NEVER, Condition, Filter, of_kinds
from store.search.filters.related import RELATED
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant
from store.text import folding
from store.typed import Final

NO_RECORD: Final = Condition("0 = 1")
"""A value that means something, and no record."""


def means_sources(value: str) -> bool:
    """Whether a value asks for sources, which are no records: `kind:source`."""
    return bool(words_meant(value, {"source": SOURCE}, {"source": SOURCES}))


def _of_sources(connection: sqlite3.Connection, value: str) -> Condition:
    if means_sources(value):
        return Condition("1 = 1")
    return NEVER if _condition(connection, value) == NEVER else NO_RECORD


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    if means_sources(value):
        return NO_RECORD
    # A kind may also be called as the filter of its records is: جهة and طرف are both actors.
    folded = folding.fold(value)
    as_filter = [item.name for item in RELATED if folded in map(folding.fold, item.names)]
    return of_kinds([*as_filter, *words_meant(value, KINDS, KIND_PLURALS)])


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    yield from words_and_labels(language, KINDS)
    yield from words_and_labels(language, {"source": SOURCE})
    yield from (label.in_(language) for label in (*KIND_PLURALS.values(), SOURCES))


KIND = Filter(
    name="kind",
    place=10,
    arabic_names=("نوع", "النوع"),
    takes="zone, agreement, actor, consequence, source; منطقة, اتفاق, طرف, أثر, مصدر; or their "
    "plurals",
    examples=("kind:agreement", "نوع:اتفاق", "-kind:zone"),
    condition=_condition,
    of_sources=_of_sources,
    values=_values,
    tally=of_words(
        "kind", f"SELECT kind, count(*) FROM records WHERE id IN {ASKED} GROUP BY 1", KINDS
    ),
)
