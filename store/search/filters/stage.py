"""`stage:broken`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import STAGES, Language
from store.search.filters.filter import NEVER, Condition, Filter, one_of
from store.search.filters.vocabularies import words_and_labels, words_meant


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    meant = one_of("property", words_meant(value, STAGES))
    if meant == NEVER:
        return NEVER
    # What is planned or demanded for a date was not reached by it.
    is_reached = "(state IS NULL OR state IN (SELECT key FROM states WHERE stage = 'carried-out'))"
    dated = f"records.id IN (SELECT record FROM facts WHERE {meant.sql} AND {is_reached})"
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
)
