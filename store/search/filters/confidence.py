"""`confidence:A`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.model.vocabulary import CONFIDENCES, Language
from store.search.filters.filter import Condition, Filter, one_of
from store.search.filters.tallies import ASKED, of_words
from store.search.filters.vocabularies import words_meant


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    return one_of("records.confidence", words_meant(value, CONFIDENCES))


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterable[str]:
    return CONFIDENCES


CONFIDENCE = Filter(
    name="confidence",
    place=160,
    arabic_names=("ثقة",),
    takes="how well its sources agree: A (two or more independent ones), B (one good one),"
    " C (weak or disputed)",
    examples=("confidence:A", "-ثقة:C"),
    condition=_condition,
    values=_values,
    tally=of_words(
        "confidence",
        f"SELECT confidence, count(*) FROM records WHERE id IN {ASKED} GROUP BY 1",
        CONFIDENCES,
    ),
)
