"""Which records are compared with a query: a bounded number, those that have it in names first.

BM25 over a word that nearly all records hold would read nearly all of the index. Here the index is
read only until there are enough records. Where a query has filters too, two counts, both bounded,
choose one of four plans, so that neither a common word nor a rare filter reads everything:

    records with the words   that meet the filters   plan
    few                      any number              each that has the words is checked
    many                     a few hundred           all of them are compared, whatever they hold
    many                     a small share           the index is asked for these alone
    many                     more                    the index is read on until enough meet them
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

from store.search.filters.filter import Condition
from store.search.fts5 import FULL_TEXT, NAMES, NAMES_IN_FULL_TEXT, Index
from store.search.query.tree import And, Node, Query, Term, excludes, without
from store.search.ranking import FEW, Holdings, highest_id
from store.tables.batches import listed
from store.tuples import NamedTuple
from store.typed import Final

_MOST_COMPARED: Final = 200
"""Records compared with a query: where more have its words, those that have them in names first."""
_MOST_WITH_SOME: Final = 80
"""Records compared that have some of the words."""
_MOST_LEFT_OUT: Final = 8
"""Words of the longest query of which one is left out in turn."""
_MOST_NAMED: Final = 30
"""Records compared for what their names have, where enough others have all words."""
_TRIED: Final = 1_000
"""Records with the words, from which these are common; so many are tried before the index is read
on."""
_TRIED_BY_ID: Final = 5_000
"""The same where filters need an id alone, which costs hardly more than finding it."""
_ENOUGH: Final = 50
"""Records that meet the filters for which the index is read on; more where more are wanted."""
_READ: Final = 500
"""With fewer that meet the filters, all of these are compared."""
_SIZES: Final = "full_text_docsize"
"""Where FTS5 keeps how long each record is: its rows are the records', and small."""
_PASSED_IN_THE_TIME: Final = 10
"""Names that are passed by in the time that sorting one record takes."""
_LISTED: Final = 5_000
"""The most that meet the filters for whom alone the index is asked."""


class Pool(NamedTuple):
    """Ids of the records to compare with a query."""

    complete: Sequence[int] = ()
    """They have all of it."""
    partial: Sequence[int] = ()
    """They have some of it: where many are complete, in their names."""
    unread: Sequence[int] = ()
    """They may have all, some or nothing of it."""


def pool(
    connection: sqlite3.Connection,
    query: Query,
    wanted: Node,
    conditions: Sequence[Condition],
    limit: int,
    holdings: Holdings,
) -> Pool:
    """The records to compare with a query that asks for words.

    Args:
        connection: of an open store.
        query: as it was parsed.
        wanted: what it wants to stand in a record.
        conditions: what records must meet besides.
        limit: the most hits wanted.
        holdings: how many records hold each term.
    """
    reader = _Reader(connection, conditions, limit, holdings)
    if query.is_plain and reader.should_compare_all(_Match(wanted, FULL_TEXT)):
        return Pool(unread=reader.meeting_conditions(_READ))
    asked = without(wanted, query.excluded)
    in_names = _Match(asked, NAMES_IN_FULL_TEXT if excludes(asked) else NAMES)
    complete = reader.first([in_names, _Match(asked, FULL_TEXT)])
    if not query.is_plain or len(query.terms) < 2:
        return Pool(complete)
    if len(complete) >= FEW:
        # The rarest first: of names that hold a common word more may be left out than are compared.
        by_name = (_Match(term, NAMES) for term in holdings.rarest_first(query.terms))
        return Pool(complete, reader.first(by_name, frozenset(complete), _MOST_NAMED))
    with_most = _with_most(holdings.rarest_first(query.terms))
    return Pool(complete, reader.first(with_most, frozenset(complete), _MOST_WITH_SOME))


class _Match(NamedTuple):
    """What a table of the full-text index is asked."""

    node: Node
    place: Index

    @property
    def table(self) -> str:
        return self.place.table


def _with_most(terms: list[Term]) -> Iterator[_Match]:
    """All terms but one, the commonest left out first; then each by itself, the rarest first."""
    if 2 < len(terms) <= _MOST_LEFT_OUT:
        for place in reversed(range(len(terms))):
            yield _Match(And((*terms[:place], *terms[place + 1 :])), FULL_TEXT)
    for term in terms:
        yield _Match(term, FULL_TEXT)


class _Reader:
    """Reads the full-text index for records that meet conditions."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        conditions: Sequence[Condition],
        limit: int,
        holdings: Holdings,
    ) -> None:
        self._connection = connection
        self._holdings = holdings
        self._where, self._values = _all_of(conditions)
        self._by_id, self._by_id_values = _all_of([condition.by_id for condition in conditions])
        self._needs_ids_alone = all(condition.needs_id_alone for condition in conditions)
        self._most = max(limit, _MOST_COMPARED)
        self._enough = max(limit, _ENOUGH)
        self._common: dict[_Match, bool] = {}

    def should_compare_all(self, match: _Match) -> bool:
        """Whether the words are common, and so few records meet the conditions as can be read."""
        return bool(self._where) and self._is_common(match) and self._met_count < _READ

    def first(
        self, matches: Iterable[_Match], known: Set[int] = frozenset(), most: int = 0
    ) -> list[int]:
        """Ids of the records that are found, by the earliest matches, until there are enough.

        Args:
            matches: what to ask, in order.
            known: ids that need not be found again.
            most: how many are enough; 0 for as many as are compared.
        """
        most = most or self._most
        found: dict[int, None] = {}
        for match in matches:
            # Where conditions are met by enough, more would cost most of the time.
            if len(found) >= (min(self._enough, most) if self._where else most):
                break
            found |= dict.fromkeys(number for number in self._found(match) if number not in known)
        return list(found)[:most]

    def meeting_conditions(self, most: int) -> list[int]:
        """The first records that meet the conditions, whatever they hold."""
        sql = f"SELECT id FROM records WHERE 1{self._where} LIMIT ?"
        return [number for (number,) in self._connection.execute(sql, (*self._values, most))]

    # --- plans ---------------------------------------------------------------------------------

    def _found(self, match: _Match) -> list[int]:
        if not self._where:
            return self._matching(match, self._most)
        if not self._is_common(match):
            return self._checked_each(match)
        if not self._needs_ids_alone and self._met_count < self._small_share:
            return self._among_listed(match)
        return self._read_on(match)

    def _checked_each(self, match: _Match) -> list[int]:
        return self._meeting(match, self._most)

    def _among_listed(self, match: _Match) -> list[int]:
        # The plus keeps SQLite from asking the index anew for each of them.
        among = " AND +rowid IN (SELECT value FROM json_each(?))"
        return self._matching(match, self._most, among, self._listed)

    def _read_on(self, match: _Match) -> list[int]:
        tried = _TRIED_BY_ID if self._needs_ids_alone else _TRIED
        found = self._meeting(match, self._most, tried)
        return found if len(found) >= self._enough else self._meeting(match, self._enough)

    # --- counts --------------------------------------------------------------------------------

    def _is_common(self, match: _Match) -> bool:
        """Whether as many records are found as are tried."""
        if match not in self._common:
            self._common[match] = self._finds_as_many(match)
        return self._common[match]

    @cached_property
    def _met_count(self) -> int:
        """How many records meet the conditions, counted as far as it matters."""
        # Where ids are all that is asked, whole records need not be gone through, nor so many.
        records = f"{_SIZES} AS records" if self._needs_ids_alone else "records"
        most = _READ if self._needs_ids_alone else max(_READ, self._small_share)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {records} WHERE 1{self._where} LIMIT ?)"
        return int(self._connection.execute(sql, (*self._values, most)).fetchone()[0])

    @cached_property
    def _small_share(self) -> int:
        """With fewer that meet the conditions, too few of those that are tried would."""
        return min(_LISTED, highest_id(self._connection) * self._enough // _TRIED)

    @cached_property
    def _listed(self) -> str:
        return listed(self.meeting_conditions(_LISTED))

    # --- statements ----------------------------------------------------------------------------

    def _finds_as_many(self, match: _Match) -> bool:
        """Whether as many records are found as are tried, counted without fetching any."""
        if (known := self._holdings.with_all(match.node, match.place)) is not None:
            return len(known) >= _TRIED
        table = match.table
        found = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?"
        counted = f"SELECT count(*) FROM ({found})"
        asked = self._holdings.expression(*match), _TRIED
        (count,) = self._connection.execute(counted, asked).fetchone()
        return bool(count == _TRIED)

    def _matching(self, match: _Match, most: int, narrowed: str = "", *values: object) -> list[int]:
        if not narrowed:
            known = self._holdings.first(match.node, match.place, most)
            if known is not None:
                return known
        table = match.table
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?{narrowed} LIMIT ?"
        rows = self._connection.execute(sql, (self._holdings.expression(*match), *values, most))
        return [number for (number,) in rows]

    def _meeting(self, match: _Match, most: int, tried: int = -1) -> list[int]:
        table = match.table
        source = f"(SELECT rowid AS id FROM {table} WHERE {table} MATCH ? LIMIT ?) AS records"
        sql = f"SELECT records.id FROM {source} WHERE 1{self._by_id}"
        values = (self._holdings.expression(*match), tried, *self._by_id_values)
        if not self._needs_ids_alone:
            # NOT INDEXED: else SQLite may go through all that meet them, asking the text of each.
            records = "records NOT INDEXED ON records.id = found.id"
            sql = f"SELECT records.id FROM ({sql}) AS found JOIN {records} WHERE 1{self._where}"
            values += (*self._values,)
        rows = self._connection.execute(f"{sql} LIMIT ?", (*values, most))
        return [number for (number,) in rows]


def meeting_in_order(
    connection: sqlite3.Connection, conditions: Sequence[Condition], limit: int
) -> list[int]:
    """Ids of the records that meet conditions, by their names; at most so many."""
    where, values = _all_of(conditions)
    if _are_met_often(connection, conditions, limit):
        # The plus keeps SQLite from sorting all of them: names are gone through until enough do.
        where = "".join(f" AND +({condition.sql})" for condition in conditions)
    sql = f"SELECT id FROM records WHERE 1{where} ORDER BY sort_en, id LIMIT ?"
    return [number for (number,) in connection.execute(sql, (*values, limit))]


def _are_met_often(
    connection: sqlite3.Connection, conditions: Sequence[Condition], limit: int
) -> bool:
    """Whether so many meet conditions that in the order of names the first are soon found.

    To sort those that meet them takes ten times as long for each as to pass by a name, and as many
    names are passed as there are for each that meets them, times the limit.
    """
    if not all(condition.needs_id_alone for condition in conditions):
        return False  # SQLite has indexes for these
    most = math.isqrt(limit * highest_id(connection) // _PASSED_IN_THE_TIME)
    if most > _LISTED:
        return False
    where, values = _all_of(conditions)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {_SIZES} AS records WHERE 1{where} LIMIT ?)"
    return bool(connection.execute(sql, (*values, most)).fetchone() == (most,))


def _all_of(conditions: Sequence[Condition]) -> tuple[str, list[object]]:
    """Conditions as SQL that follows others, and the values in it."""
    sql = "".join(f" AND ({condition.sql})" for condition in conditions)
    return sql, [value for condition in conditions for value in condition.values]
