"""`in:sources`: words are looked for in the texts of sources, which the user attached."""

from __future__ import annotations

import sqlite3

from store.model.vocabulary import SOURCE, SOURCES, Label, Language
from store.search.filters.filter import NEVER, Condition, Filter
from store.search.filters.vocabularies import words_meant
from store.typed import Final

_RECORDS: Final = {"records": Label("records", "السجلات")}
_ALL: Final = Condition("1 = 1", needs_id_alone=True)
_NO_RECORD: Final = Condition("0 = 1", needs_id_alone=True)
_WITH_TEXT: Final = Condition("sources.id IN (SELECT source FROM texts)")


def means_texts(value: str) -> bool:
    """Whether a value asks for texts of sources: `in:sources`."""
    return bool(words_meant(value, {"source": SOURCE}, {"source": SOURCES}))


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    if means_texts(value):
        return _NO_RECORD
    return _ALL if words_meant(value, _RECORDS) else NEVER


def _of_sources(connection: sqlite3.Connection, value: str) -> Condition:
    return _WITH_TEXT if means_texts(value) else NEVER


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> tuple[str, ...]:
    return ("المصادر", "السجلات") if language == "ar" else ("sources", "records")


WITHIN = Filter(
    name="in",
    place=107,
    arabic_names=("في",),
    takes="sources, المصادر: the words must stand in one sentence of a text that you attached with"
    " `masarat source attach`; records, السجلات: in a record, as they do without it",
    examples=("in:records truce", "في:السجلات هدنة"),
    condition=_condition,
    of_sources=_of_sources,
    values=_values,
)
