"""Which records are compared with a query: a bounded number, those named so first.

BM25 over a word that nearly all records hold would read nearly all of the index. Here the index is
read only until there are enough records. Where many records have the words and few meet a filter,
it is those few whose texts are read; otherwise the first records with the words are tried, and
only where too few of them meet the filter are more. So neither a common word nor a rare filter
makes a search read everything.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Final, NamedTuple

from store.search.filters import Condition
from store.search.query_language import (
    Query,
    Term,
    all_of,
    in_names,
    names_expression,
    term_expression,
)
from store.search.ranking import FEW, rarest_first

_MOST_COMPARED: Final = 200
"""Records compared with a query: where more have its words, those that have them in names first."""
_MOST_LEFT_OUT: Final = 8
"""Words of the longest query of which one is left out in turn."""
_NAMED: Final = 30
"""Records compared for what their names have, where enough others have all words."""
_TRIED: Final = 1_000
"""Records with a query's words that are tried first; where filters are met by `_ENOUGH` of them, or
as many as are wanted, no more are."""
_READ_ON: Final = 5_000
"""The same where a filter needs an id alone, which costs hardly more than finding it."""
_ENOUGH: Final = 50
_READ: Final = 500
"""With fewer that meet the filters, their texts are read."""
_LISTED: Final = 5_000
"""With fewer that meet the filters, they are listed before the index is read on."""


class Candidates(NamedTuple):
    """Ids of records to compare with a query."""

    complete: Sequence[int] = ()
    """They have all of it."""
    partial: Sequence[int] = ()
    """They may have enough of it."""
    unread: Sequence[int] = ()
    """They may have all, some or nothing of it."""
    named: Sequence[int] = ()
    """Enough others have all of it, but these have some of it in their names."""


def candidates(
    connection: sqlite3.Connection, query: Query, conditions: Sequence[Condition], limit: int
) -> Candidates:
    """The records to compare with a query that asks for words.

    Args:
        connection: of an open store.
        query: with an expression.
        conditions: what records must meet besides.
        limit: the most hits wanted.
    """
    index = _Index(connection, conditions, limit)
    asked = _Asked(query.expression)
    if query.plain and index.is_common(asked) and len(index.few) < _READ:
        return Candidates(unread=index.few)
    named = _Asked(names_expression(query.expression), "name_text")
    if query.excluded:
        named = _Asked(f"({in_names(query.expression)}) NOT ({query.excluded})")
        asked = _Asked(f"({query.expression}) NOT ({query.excluded})")
    complete = index.first([named, asked])
    if not query.plain or len(query.terms) < 2:
        return Candidates(complete)
    if len(complete) >= FEW:
        named_so = index.first(_of_names(query.terms), known=frozenset(complete))
        return Candidates(complete, named=named_so[:_NAMED])
    most_words = map(_Asked, _of_most_words(rarest_first(connection, query.terms)))
    return Candidates(complete, index.first(most_words, known=frozenset(complete)))


def _of_most_words(terms: list[Term]) -> list[str]:
    """Expressions of all terms but one, the commonest first; then of each, the rarest first."""
    places = range(len(terms)) if 2 < len(terms) <= _MOST_LEFT_OUT else ()
    but_one = [all_of(terms[:place] + terms[place + 1 :]) for place in reversed(places)]
    return [*but_one, *map(term_expression, terms)]


def _of_names(terms: Sequence[Term]) -> Iterator[_Asked]:
    return (_Asked(names_expression(term_expression(term)), "name_text") for term in terms)


class _Asked(NamedTuple):
    """What an index is asked."""

    expression: str
    table: str = "full_text"


class _Index:
    """The full-text index, narrowed to the records that meet conditions."""

    def __init__(
        self, connection: sqlite3.Connection, conditions: Sequence[Condition], limit: int
    ) -> None:
        self._connection = connection
        self._where = "".join(f" AND {condition.sql}" for condition in conditions)
        self._needs_ids_alone = all(condition.needs_id_alone for condition in conditions)
        self._values = [value for condition in conditions for value in condition.values]
        self._most = max(limit, _MOST_COMPARED)
        self._enough = max(limit, _ENOUGH)
        self._known: dict[_Asked, bool] = {}

    def first(self, asked: Iterable[_Asked], known: Set[int] = frozenset()) -> list[int]:
        """Ids of the records that are found, by what is asked first, until there are enough."""
        pool: dict[int, None] = {}
        for one in asked:
            # Where filters are met by enough of the first, more would cost most of the time.
            if len(pool) >= (self._enough if self._where else self._most):
                break
            pool |= dict.fromkeys(number for number in self._found(one) if number not in known)
        return list(pool)[: self._most]

    def is_common(self, asked: _Asked) -> bool:
        """Whether more records are found than are tried; never where there are no conditions."""
        if asked not in self._known:
            found = self._matching(asked, _TRIED) if self._where else []
            self._known[asked] = len(found) == _TRIED
        return self._known[asked]

    @cached_property
    def few(self) -> list[int]:
        """The first records that meet the conditions, whatever words they hold."""
        return self._meeting_alone(_READ)

    @cached_property
    def listed(self) -> list[int]:
        """More of them."""
        return self._meeting_alone(_LISTED)

    def _found(self, asked: _Asked) -> list[int]:
        if not self._where:
            return self._matching(asked, self._most)
        found = self._meeting(asked, self._most, _READ_ON if self._needs_ids_alone else _TRIED)
        if len(found) >= self._enough or not self.is_common(asked):
            return found
        if not self._needs_ids_alone and len(self.listed) < _LISTED:
            # The plus keeps SQLite from asking the index anew for each of them.
            narrowed = " AND +rowid IN (SELECT value FROM json_each(?))"
            return self._matching(asked, self._most, narrowed, json.dumps(self.listed))
        return self._meeting(asked, self._enough)

    def _meeting_alone(self, most: int) -> list[int]:
        sql = f"SELECT id FROM records WHERE 1{self._where} LIMIT ?"
        return [number for (number,) in self._connection.execute(sql, (*self._values, most))]

    def _meeting(self, asked: _Asked, most: int, tried: int = -1) -> list[int]:
        source = f"(SELECT rowid AS id FROM {asked.table} WHERE {asked.table} MATCH ? LIMIT ?)"
        if self._needs_ids_alone:
            source += " AS records"
        else:
            # NOT INDEXED: else SQLite may go through all that meet them, asking the text of each.
            source += " AS found JOIN records NOT INDEXED ON records.id = found.id"
        sql = f"SELECT records.id FROM {source} WHERE 1{self._where} LIMIT ?"
        rows = self._connection.execute(sql, (asked.expression, tried, *self._values, most))
        return [number for (number,) in rows]

    def _matching(self, asked: _Asked, most: int, narrowed: str = "", *values: object) -> list[int]:
        table = asked.table
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?{narrowed} LIMIT ?"
        rows = self._connection.execute(sql, (asked.expression, *values, most))
        return [number for (number,) in rows]
