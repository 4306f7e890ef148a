"""Which sources a query finds: by their own words, their own dates and types, and who cites them.

A filter that says something of a source is asked of the source; any other is asked of the records,
and finds what these cite: `kind:source actor:russia`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from store.model.records import Order, SourceHit
from store.model.vocabulary import Language
from store.search import full_text
from store.search.query.tree import FilterClause, Node, Query, Term, all_of
from store.sources.rows import cited_by, in_order
from store.sources.words import Lines, SourceWords

_PLACES: Final = {"key": 0, "title": 1, "publisher": 2, "words": 3, "spelling": 4, "text": 5}


def found_sources(
    connection: sqlite3.Connection,
    words: SourceWords,
    query: Query,
    order: Order | None = None,
    language: Language = "en",
) -> list[SourceHit]:
    """The sources that a query finds.

    Args:
        connection: of an open store.
        words: of its sources.
        query: parsed as one of sources.
        order: of lists; None for the nearest to what was asked first, then the most cited.
        language: whose titles order sources that are otherwise alike.
    """
    if query.in_texts:
        return _with_sentences(connection, words, query)
    found = words.having(query.wanted)
    if query.excluded and found:
        found -= words.having(query.excluded)
    found = _meeting(connection, found, query.filters)
    hits = {number: SourceHit(words.rows[number], "words") for number in found}
    if order is not None:
        rows = in_order((hit.row for hit in hits.values()), order, language)
        return [SourceHit(row, "words") for row in rows]
    return _nearest_first(words, hits, query.terms, language)


def _with_sentences(
    connection: sqlite3.Connection, words: SourceWords, query: Query
) -> list[SourceHit]:
    """The sources in whose texts a query finds sentences, those with the most first."""
    from store.texts.finding import sentences_found  # few look there

    if query.wanted is None:
        held = dict(words.rows)
    else:
        by_key = {row.key: (number, row) for number, row in words.rows.items()}
        held = dict(by_key[found.source] for found in sentences_found(connection, query, 0))
    met = _meeting(connection, set(held), query.filters)
    return [SourceHit(row, "text") for number, row in held.items() if number in met]


def likely_sources(words: SourceWords, query: Query, language: Language = "en") -> list[SourceHit]:
    """The sources that are meant by words as people remember them, with slips.

    Args:
        words: of the sources of a store.
        query: plain words.
        language: whose titles order sources that are otherwise alike.
    """
    if not query.terms:
        return []
    found = words.having(query.wanted)
    how = {number: SourceHit(words.rows[number], "words") for number in found}
    if found:
        return _nearest_first(words, how, query.terms, language)
    terms: list[Node] = [words.with_likely(term) for term in query.terms]
    found = words.having(all_of(terms))
    how = {number: SourceHit(words.rows[number], "spelling") for number in found}
    return _nearest_first(words, how, (), language)


def _meeting(
    connection: sqlite3.Connection, found: set[int], filters: Sequence[FilterClause]
) -> set[int]:
    """Those of some sources that meet the filters."""
    of_records = tuple(clause for clause in filters if not clause.is_of_sources)
    for clause in filters:
        if clause.is_of_sources and clause.condition is not None and found:
            sql, values, *_ = clause.condition.negated() if clause.negated else clause.condition
            met = connection.execute(f"SELECT id FROM sources WHERE {sql}", values)
            found = found & {number for (number,) in met}
    if of_records and found:
        asked = Query("", None, None, of_records, ())
        found = found & cited_by(connection, full_text.found_ids(connection, asked, None))
    return found


def _nearest_first(
    words: SourceWords, hits: dict[int, SourceHit], terms: Sequence[Term], language: Language
) -> list[SourceHit]:
    asked = [word for term in terms for word in term.words]
    placed = []
    for number, hit in hits.items():
        lines = words.lines[number]
        told = _told(hit, lines, asked) if asked else hit
        title = lines.titles.prefer(language)
        placed.append((_PLACES[told.how], -hit.row.citing, title, hit.row.key, told))
    return [told for *_, told in sorted(placed)]


def _told(hit: SourceHit, lines: Lines, asked: Sequence[str]) -> SourceHit:
    """The hit with by what it was found."""
    whole = f" {' '.join(asked)} "
    if lines.key == whole:
        return hit._replace(how="key")
    if whole.strip() in lines.titles:
        return hit._replace(how="title")
    if all(f" {word}" in lines.publisher for word in asked):
        return hit._replace(how="publisher")
    return hit
