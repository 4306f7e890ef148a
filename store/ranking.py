"""Which records answer a query of plain words, and in what order.

A question in whole sentences has words that no answer repeats. What a record has of a query is
weighed by how rare the words are (inverse document frequency: Spärck Jones, Journal of
Documentation 28, 1972), and more where its names have them; a record without enough of the weight
is no answer, so that a query about something else finds nothing. Those that answer are ordered by
BM25 of the words as written and of their stems; what else the words are called counts little, so
that exact stands over stemmed, and stemmed over synonym.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from store.query_language import (
    Term,
    name_expression,
    stems_expression,
    term_expression,
    written_expression,
)

_LEAST_SHARES: Final = {1: 0.6, 2: 0.35}
"""The share of a query's weight that a record must have, by the number of its telling words."""
_LEAST_SHARE: Final = 0.3
_TELLING: Final = 0.7
"""The weight from which a word tells something: about half of the records lack it."""
_NAMED: Final = 1.5
"""How much more a word counts in a record's names."""
_SMOOTHING: Final = 4
"""Records added to every count: a word that none holds may be only the asker's way of saying it."""
_MOST_COUNTED: Final = 2_000
"""Records counted before a word is common, whatever the rest of the store holds."""
_ANY_FORM: Final = 0.2
"""What BM25 of all forms of the words counts, beside the words as written and their stems."""
_COMPLETE: Final = 2.0
"""What having all words counts."""

Hit = tuple[int, float]
"""A record's id and its score."""


class _Weighed(NamedTuple):
    weight: float
    somewhere: frozenset[int]
    named: frozenset[int]


def telling(
    connection: sqlite3.Connection, terms: Sequence[Term], candidates: Sequence[Hit]
) -> list[Hit]:
    """Those candidates that have enough of the words that tell something, in the order given.

    Args:
        connection: of an open store.
        terms: what the query asks for.
        candidates: records that have some of it, with their scores.
    """
    (records,) = connection.execute("SELECT count(*) FROM records").fetchone()
    ids = _as_json(candidates)
    weighed = [_weighed(connection, term, ids, records) for term in terms]
    return [hit for hit in candidates if _is_enough(weighed, hit[0])]


def ordered(
    connection: sqlite3.Connection,
    terms: Sequence[Term],
    complete: Sequence[Hit],
    partial: Sequence[Hit] = (),
) -> list[Hit]:
    """Records that answer a query, the best first.

    Args:
        connection: of an open store.
        terms: what the query asks for.
        complete: records that have all of it, with their scores by BM25.
        partial: records that have most of it.
    """
    ids = _as_json((*complete, *partial))
    written = _scores(connection, written_expression(terms), ids)
    stems = _scores(connection, stems_expression(terms), ids)
    hits = [(number, score * _ANY_FORM + _COMPLETE) for number, score in complete]
    hits += [(number, score * _ANY_FORM) for number, score in partial]
    scored = [
        (number, score + written.get(number, 0.0) + stems.get(number, 0.0))
        for number, score in hits
    ]
    return sorted(scored, key=lambda hit: (-hit[1], hit[0]))


def _weighed(connection: sqlite3.Connection, term: Term, ids: str, records: int) -> _Weighed:
    expression = term_expression(term)
    (holding,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM full_text WHERE full_text MATCH ? LIMIT ?)",
        (expression, _MOST_COUNTED),
    ).fetchone()
    return _Weighed(
        math.log((records + _SMOOTHING) / (holding + _SMOOTHING)),
        frozenset(_scores(connection, expression, ids, ranked=False)),
        frozenset(_scores(connection, name_expression(term), ids, ranked=False)),
    )


def _is_enough(weighed: Sequence[_Weighed], number: int) -> bool:
    held = missing = 0.0
    words = 0
    for word in weighed:
        if number in word.somewhere:
            held += word.weight * (_NAMED if number in word.named else 1.0)
            words += word.weight > _TELLING
        else:
            missing += word.weight
    return held > 0 and held / (held + missing) >= _LEAST_SHARES.get(max(words, 1), _LEAST_SHARE)


def _scores(
    connection: sqlite3.Connection, expression: str, ids: str, *, ranked: bool = True
) -> dict[int, float]:
    score = "-rank" if ranked else "0.0"
    sql = (
        f"SELECT rowid, {score} FROM full_text WHERE full_text MATCH ?"
        " AND rowid IN (SELECT value FROM json_each(?))"
    )
    return dict(connection.execute(sql, (expression, ids)).fetchall())


def _as_json(hits: Sequence[Hit]) -> str:
    return json.dumps([number for number, _ in hits])
