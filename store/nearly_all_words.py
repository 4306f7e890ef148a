"""Records that lack some of a query's words: which of them still answer it.

A question in whole sentences has words that no answer repeats. What a record has of a query is
weighed by how rare the words are (inverse document frequency: Spärck Jones, Journal of
Documentation 28, 1972), and more where its names have them; a record without most of the weight is
no answer, so that a query about something else finds nothing.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.query_language import Term, name_expression, term_expression

_MOST: Final = 0.55
"""The share of a query's weight that a record must have."""
_NAMED: Final = 1.5
"""How much more a word counts in a record's names."""
_SMOOTHING: Final = 4
"""Records added to every count: a word that none holds may be only the asker's way of saying it."""
_MOST_COUNTED: Final = 2_000
"""Records counted before a word is common, whatever the rest of the store holds."""

Hit = tuple[int, float]
"""A record's id and its score."""


class _Weighed(NamedTuple):
    weight: float
    somewhere: frozenset[int]
    named: frozenset[int]


def telling(
    connection: sqlite3.Connection, terms: Sequence[Term], candidates: Sequence[Hit]
) -> list[Hit]:
    """Those candidates that have the words that tell most, the best first.

    Args:
        connection: of an open store.
        terms: what the query asks for.
        candidates: records that have some of it, with their scores.
    """
    (records,) = connection.execute("SELECT count(*) FROM records").fetchone()
    ids = json.dumps([number for number, _ in candidates])
    weighed = [_weighed(connection, term, ids, records) for term in terms]
    shares = [(_share(weighed, number), score, number) for number, score in candidates]
    best = sorted((item for item in shares if item[0] >= _MOST), reverse=True)
    return [(number, score) for _, score, number in best]


def _weighed(connection: sqlite3.Connection, term: Term, ids: str, records: int) -> _Weighed:
    expression = term_expression(term)
    (holding,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM full_text WHERE full_text MATCH ? LIMIT ?)",
        (expression, _MOST_COUNTED),
    ).fetchone()
    weight = math.log((records + _SMOOTHING) / (holding + _SMOOTHING))
    return _Weighed(
        max(weight, 0.0),
        _among(connection, expression, ids),
        _among(connection, name_expression(term), ids),
    )


def _among(connection: sqlite3.Connection, expression: str, ids: str) -> frozenset[int]:
    sql = (
        "SELECT rowid FROM full_text WHERE full_text MATCH ?"
        " AND rowid IN (SELECT value FROM json_each(?))"
    )
    return frozenset(number for (number,) in connection.execute(sql, (expression, ids)))


def _share(weighed: list[_Weighed], number: int) -> float:
    held = missing = 0.0
    for word in weighed:
        if number in word.somewhere:
            held += word.weight * (_NAMED if number in word.named else 1.0)
        else:
            missing += word.weight
    return held / (held + missing) if held else 0.0
