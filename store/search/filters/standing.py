"""`standing:observed`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import STANDINGS, Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    meant = one_of("standing", words_meant(value, STANDINGS))
    if meant == NEVER:
        return NEVER
    return id_in(f"SELECT record FROM consequences WHERE {meant.sql}", meant.values)


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    return words_and_labels(language, STANDINGS)


STANDING = Filter(
    name="standing",
    place=130,
    arabic_names=("حالة",),
    takes="of a consequence: claimed, expected, observed, disputed; مزعوم, متوقع, مرصود,"
    " مختلف عليه",
    examples=("standing:observed", "standing:متوقع"),
    condition=_condition,
    values=_values,
    tally=of_words(
        "standing",
        f"SELECT standing, count(*) FROM consequences WHERE record IN {ASKED} GROUP BY 1",
        STANDINGS,
    ),
)
