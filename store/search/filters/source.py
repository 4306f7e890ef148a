"""`source:reuters`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.model.vocabulary import Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in
from store.search.filters.tallies import ASKED, of_words
from store.tables.batches import fetch
from store.typed import Final

_MOST_READ: Final = 2_000


_MEANT: Final = "(sources.key = ? OR publisher LIKE ? OR title_en LIKE ? OR title_ar LIKE ?)"


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    part = f"%{value.replace('%', '').replace('_', '')}%"
    values = (value, part, part, part)
    if not connection.execute(f"SELECT 1 FROM sources WHERE {_MEANT} LIMIT 1", values).fetchone():
        return NEVER
    return id_in(
        "SELECT coalesce(citations.record, facts.record, subject) FROM citations"
        " JOIN sources ON sources.id = source LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        f" WHERE {_MEANT}",
        values,
    )


def _of_sources(connection: sqlite3.Connection, value: str) -> Condition:
    condition = _condition(connection, value)
    return condition if condition == NEVER else Condition(_MEANT, condition.values)


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> Iterator[str]:
    """The keys of all sources, then their publishers, then their titles."""
    rows = fetch(
        connection,
        f"SELECT key, publisher, title_{language} FROM sources ORDER BY key LIMIT ?",
        (_MOST_READ,),
    )
    for column in range(3):
        yield from (row[column] for row in rows if row[column])


SOURCE = Filter(
    name="source",
    place=100,
    arabic_names=("مصدر",),
    takes="a source's key, or a part of its publisher or title: what cites it",
    examples=("source:reuters", "مصدر:reuters"),
    condition=_condition,
    of_sources=_of_sources,
    values=_values,
    tally=of_words(
        "source",
        "SELECT key, count(DISTINCT record) FROM (SELECT sources.key,"
        " coalesce(citations.record, facts.record, subject) AS record FROM citations"
        " JOIN sources ON sources.id = source LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation)"
        f" WHERE record IN {ASKED} GROUP BY 1",
    ),
)
