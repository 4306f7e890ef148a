"""Full-text search: FTS5 over folded words and stems, ranked by BM25, narrowed by filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from functools import partial

from store.model.questions import QueryRemark
from store.model.records import Bilingual, Order, Record, Snippet, TextHit
from store.model.vocabulary import Kind, Language
from store.search import lexicon
from store.search.filters.filter import NEVER, Condition, id_in, of_kinds
from store.search.fts5 import expression
from store.search.highlights import TermHighlighter
from store.search.index import existing
from store.search.pool import meeting_in_order, pool
from store.search.query import parser
from store.search.query.alternatives import condition_of
from store.search.query.tree import FilterClause, Query, Term
from store.search.query.values import values_in
from store.search.ranking import Hit, Holdings, ranked
from store.search.snippets import snippet, snippet_of_summary
from store.tables.batches import listed
from store.tables.connection import explained
from store.tables.list_rows import in_order, rows_by_id
from store.tables.soundness import Report, is_text, raise_it
from store.tables.whole_records import read_records, record_ids, summaries
from store.text import folding
from store.text.folding import is_arabic
from store.tuples import NamedTuple
from store.typed import Final

_ALL: Final = 2**31
"""Records: more than any store holds."""
_QUOTED_AT_ONCE: Final = 8
"""Hits of a list that are read as soon as one of them is quoted: those behind it are seen too."""
_EXCLUDED: Final = "SELECT rowid FROM full_text WHERE full_text MATCH ?"


def parse(
    connection: sqlite3.Connection, text: str, *, of_sources: bool = False, in_texts: bool = False
) -> Query:
    """Understand a query, its words with what else they are called in a store.

    Args:
        connection: of an open store, which holds the lexicon.
        text: what was typed, see `store.search.query.parser`; logical order.
        of_sources: sources are asked for, also where the query has no `kind:source`.
        in_texts: and by words of their texts, also where it has no `in:sources`.

    Returns:
        The query, its filters with what their values mean in the store, and with a remark where one
        of them means nothing there.
    """
    synonyms = partial(lexicon.alternatives, connection)
    several = partial(lexicon.with_alternatives, connection)
    query = parser.parse(_storable(text), synonyms, partial(existing, connection), several)
    in_texts = in_texts or any(map(_asks_for_texts, query.filters))
    if in_texts:  # whose words no index of records knows
        query = parser.parse(_storable(text), synonyms)
    of_sources = of_sources or in_texts or any(map(_asks_for_sources, query.filters))
    filters = tuple(
        _with_condition(connection, clause, of_sources=of_sources) for clause in query.filters
    )
    remark = query.remark or _wrong(connection, text, filters)
    return query._replace(
        filters=filters, remark=remark, is_of_sources=of_sources, in_texts=in_texts
    )


def _asks_for_sources(clause: FilterClause) -> bool:
    from store.search.filters.kind import KIND, means_sources  # only filters need it

    is_kind = clause.filter is KIND and not clause.negated
    return is_kind and all(map(means_sources, values_in(clause.value)))


def _asks_for_texts(clause: FilterClause) -> bool:
    from store.search.filters.within import WITHIN, means_texts

    return clause.filter is WITHIN and not clause.negated and means_texts(clause.value)


def _with_condition(
    connection: sqlite3.Connection, clause: FilterClause, *, of_sources: bool
) -> FilterClause:
    """A filter with what its value means in a store, for sources or for records."""
    from store.search.filters.kind import KIND

    ask = clause.filter.of_sources if of_sources else None
    if ask is not None:
        condition = condition_of(ask, connection, clause.value)
        # What no source meets may say something of the records that cite them: `type:ceasefire`.
        if condition != NEVER:
            return clause._replace(condition=condition, is_of_sources=True)
    if clause.filter is KIND and _mixes(clause.value):
        return clause._replace(condition=NEVER)
    asked = condition_of(clause.filter.condition, connection, clause.value)
    return clause._replace(condition=asked)


def _mixes(kinds: str) -> bool:
    """Whether sources are asked for beside records, with which they are never listed."""
    from store.search.filters.kind import means_sources

    return len({means_sources(kind) for kind in values_in(kinds)}) > 1


def _wrong(
    connection: sqlite3.Connection, text: str, clauses: tuple[FilterClause, ...]
) -> QueryRemark | None:
    """A remark on the first filter that cannot be asked as it is written; None where all can."""
    if ":" not in text:
        return None
    from store.search import wrong_filters  # only filters need it

    return wrong_filters.remark(connection, text, clauses)


class Wanted(NamedTuple):
    """Which of the records that a query finds are wanted, and how they are told."""

    limit: int
    """The most hits."""
    kinds: Collection[Kind] | None = None
    """Only these kinds, None for all."""
    language: Language = "en"
    """Of the snippets, where the query has no words of its own, and of `order`."""
    order: Order | None = None
    """Of all that is found; None for the best first."""


def search(
    connection: sqlite3.Connection,
    query: Query,
    wanted: Wanted,
    *,
    path: str = "",
    report: Report = raise_it,
) -> list[TextHit]:
    """The records that a query finds, best first or in an order of lists.

    Args:
        connection: of an open store; it is read again when a hit's snippet is asked for.
        query: as `parse` understood it.
        wanted: which of them, in which order.
        path: of the store's file, for what is said when making a snippet fails.
        report: told of what is damaged; what is found without it is found.
    """
    if query.is_empty or query.is_of_sources:
        return []
    conditions = [_condition(connection, clause) for clause in query.filters]
    if wanted.kinds is not None:
        conditions.append(of_kinds(wanted.kinds))
    if wanted.order is None:
        found = _found(connection, query, conditions, wanted.limit)[: wanted.limit]
    else:
        hits = {hit.record: hit for hit in _found(connection, query, conditions, _ALL)}
        ordered = in_order(connection, hits, wanted.order, wanted.language)
        ordered.sort(key=lambda number: not hits[number].has_all)
        found = [hits[number] for number in ordered[: wanted.limit]]
    rows = rows_by_id(connection, [hit.record for hit in found], report)
    written: Language = "ar" if is_arabic(query.text) else "en"
    highlighter = TermHighlighter(query.terms or _told_by_filters(connection, query.filters))

    preferred = written if query.terms else wanted.language
    in_order_found = [rows[hit.record].key for hit in found if hit.record in rows]
    quotes = _Quotes(connection, in_order_found, path, report)
    of_summary = partial(snippet_of_summary, highlighter=highlighter, language=preferred)
    of_all = partial(
        snippet, highlighter=highlighter, language=preferred, in_it_alone=not query.terms
    )
    return [
        TextHit(
            row,
            hit.score,
            partial(quotes.of, row.key, of_summary, of_all),
            "all" if hit.has_all else "some",
        )
        for hit in found
        if (row := rows.get(hit.record))
    ]


class _Quotes:
    """The snippets of hits, made for the next few when the first of them is asked for."""

    def __init__(
        self, connection: sqlite3.Connection, keys: Sequence[str], path: str, report: Report
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}
        self._path = path
        self._report = report
        self._made: dict[str, Snippet] = {}

    def of(
        self,
        key: str,
        of_summary: Callable[[Bilingual], Snippet | None],
        of_all: Callable[[Record], Snippet],
    ) -> Snippet:
        """The snippet of the record that has the key; empty where it has gone or is damaged.

        Args:
            key: of a hit.
            of_summary: makes it of the summary alone, where that is enough.
            of_all: makes it of the whole record, which takes five times as long to read.
        """
        if key not in self._made:
            place = self._places[key]
            keys = self._keys[place : place + _QUOTED_AT_ONCE]
            with explained(self._path):
                self._made = self._made_of_summaries(keys, of_summary)
                others = [each for each in keys if each not in self._made]
                self._made |= self._made_of_all(others, of_all)
        return self._made.pop(key, Snippet(""))

    def _made_of_summaries(
        self, keys: Sequence[str], make: Callable[[Bilingual], Snippet | None]
    ) -> dict[str, Snippet]:
        found = summaries(self._connection, keys).items()
        return {key: made for key, summary in found if (made := make(summary))}

    def _made_of_all(
        self, keys: Sequence[str], make: Callable[[Record], Snippet]
    ) -> dict[str, Snippet]:
        if not keys:
            return {}
        numbers = record_ids(self._connection, keys).values()
        found = read_records(self._connection, numbers, with_citations=False, report=self._report)
        return {record.key: make(record) for _, record in found}


def _told_by_filters(
    connection: sqlite3.Connection, clauses: Sequence[FilterClause]
) -> tuple[Term, ...]:
    """What shows in a text why filters found it: their values, and the names of records there."""
    terms = []
    for clause in clauses:
        words = tuple(folding.words(folding.fold(clause.value)))
        if not words or clause.negated:
            continue
        named = connection.execute(
            "SELECT name_en, name_ar FROM records WHERE key = ?", (clause.value,)
        ).fetchone()
        names = [lexicon.stems_of(name) for name in named or () if is_text([name])]
        others = (*names, *lexicon.alternatives(connection, words))
        terms.append(Term(words, alternatives=tuple(filter(None, others))))
    return tuple(terms)


def kinds_found(
    connection: sqlite3.Connection, query: Query, most: int, named: Collection[int] = ()
) -> dict[Kind, int]:
    """How many records of each kind a query finds; none where it asks for sources.

    Args:
        connection: of an open store.
        query: as `parse` understood it.
        most: the most hits in the text that are counted, where it asks for words.
        named: ids of records found by name, which count as well.
    """
    if query.is_of_sources:
        return {}
    conditions = [_condition(connection, clause) for clause in query.filters]
    limit = most if query.wanted else _ALL
    found = [hit.record for hit in _found(connection, query, conditions, limit)[:limit]]
    counted = "SELECT kind, count(*) FROM records WHERE id IN (SELECT value FROM json_each(?))"
    asked = listed({*found, *named})
    return dict(connection.execute(f"{counted} GROUP BY kind", (asked,)))


def found_ids(connection: sqlite3.Connection, query: Query, kind: Kind | None) -> list[int]:
    """Ids of all records that a query finds, or of all there are where it asks for nothing.

    Args:
        connection: of an open store.
        query: as `parse` understood it.
        kind: only these, None for all.
    """
    if query.is_of_sources:
        return []
    conditions = [_condition(connection, clause) for clause in query.filters]
    if kind:
        conditions.append(of_kinds([kind]))
    return [hit.record for hit in _found(connection, query, conditions, _ALL)]


def _condition(connection: sqlite3.Connection, clause: FilterClause) -> Condition:
    condition = clause.condition or condition_of(clause.filter.condition, connection, clause.value)
    return condition.negated() if clause.negated else condition


def _found(
    connection: sqlite3.Connection, query: Query, conditions: list[Condition], limit: int
) -> list[Hit]:
    if query.wanted:
        holdings = Holdings(connection)
        compared = pool(connection, query, query.wanted, conditions, limit, holdings)
        return ranked(connection, query.terms, *compared, holdings=holdings)
    if query.excluded:
        excluded = id_in(_EXCLUDED, (expression(query.excluded),))
        conditions = [*conditions, excluded.negated()]
    return [Hit(number, 0.0) for number in meeting_in_order(connection, conditions, limit)]


def _storable(text: str) -> str:
    # What SQLite cannot take in a value: half surrogates cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
