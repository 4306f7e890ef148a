"""`stage:broken`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import STAGES, Language
from store.search.filters.filter import NEVER, Condition, Filter, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_and_labels, words_meant
from store.typed import Final

# What is planned or demanded for a date was not reached by it.
_IS_REACHED: Final = (
    "(state IS NULL OR state IN (SELECT key FROM states WHERE stage = 'carried-out'))"
)


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    meant = one_of("property", words_meant(value, STAGES))
    if meant == NEVER:
        return NEVER
    dated = f"records.id IN (SELECT record FROM facts WHERE {meant.sql} AND {_IS_REACHED})"
    return Condition(f"(records.kind = 'agreement' AND {dated})", meant.values)


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    return words_and_labels(language, STAGES)


STAGE = Filter(
    name="stage",
    place=170,
    arabic_names=("مرحلة",),
    takes="agreements of which a source dates that stage: announced, agreed, in force, carried out,"
    " broken, finished; أُعلن, اتُّفق عليه, سارٍ, نُفّذ, انهار, انتهى",
    examples=("stage:broken", "مرحلة:نفذ"),
    condition=_condition,
    values=_values,
    tally=of_words(
        "stage",
        "SELECT property, count(DISTINCT record) FROM facts WHERE"
        " (SELECT kind FROM records WHERE id = record) = 'agreement'"
        f" AND property IN ({', '.join(map(repr, STAGES))}) AND {_IS_REACHED}"
        f" AND record IN {ASKED} GROUP BY 1",
        STAGES,
    ),
)
