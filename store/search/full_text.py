"""Full-text search: FTS5 over folded words and stems, ranked by BM25, narrowed by filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from functools import partial
from typing import Final

from store.model.records import Snippet, TextHit
from store.model.vocabulary import Kind, Language
from store.search import lexicon
from store.search.candidates import candidates
from store.search.filters import Condition, conditions
from store.search.query_language import Query, parse
from store.search.ranking import Hit, ranked
from store.search.snippets import snippet
from store.tables.connection import explained
from store.tables.list_rows import rows_by_id
from store.tables.whole_records import read_record, record_id
from store.text.folding import is_arabic

_EXCLUDED: Final = "records.id NOT IN (SELECT rowid FROM full_text WHERE full_text MATCH ?)"


def search(
    connection: sqlite3.Connection,
    text: str,
    *,
    kinds: Collection[Kind] | None,
    limit: int,
    language: Language = "en",
    path: str = "",
) -> list[TextHit]:
    """The records that a query finds, best first.

    Args:
        connection: of an open store; it is read again when a hit's snippet is asked for.
        text: what was typed, see `store.query_language`; logical order.
        kinds: only these kinds, None for all.
        limit: the most hits wanted.
        language: of the snippets, where the query is of filters and has no words of its own.
        path: of the store's file, for what is said when making a snippet fails.
    """
    query = parse(_storable(text), partial(lexicon.alternatives, connection))
    if not (query.expression or query.excluded or query.filters):
        return []
    asked = conditions(connection, query.filters, kinds)
    found = _found(connection, query, asked, limit)[:limit]
    rows = rows_by_id(connection, [number for number, _ in found])
    read: Language = ("ar" if is_arabic(text) else "en") if query.terms else language

    def quote(key: str) -> Snippet:
        with explained(path):
            number = record_id(connection, key)
            if number is None:  # it has gone since
                return Snippet("")
            return snippet(read_record(connection, number, with_citations=False), query.terms, read)

    return [
        TextHit(rows[number], score, partial(quote, rows[number].key)) for number, score in found
    ]


def _found(
    connection: sqlite3.Connection, query: Query, asked: list[Condition], limit: int
) -> list[Hit]:
    if query.expression:
        return ranked(connection, query.terms, *candidates(connection, query, asked, limit))
    if query.excluded:
        asked = [*asked, Condition(_EXCLUDED, (query.excluded,))]
    where = "".join(f" AND {condition.sql}" for condition in asked)
    values = [value for condition in asked for value in condition.values]
    ordered = f"SELECT id, 0.0 FROM records WHERE 1{where} ORDER BY sort_en, id LIMIT ?"
    return connection.execute(ordered, (*values, limit)).fetchall()


def _storable(text: str) -> str:
    # What SQLite cannot take in a value: half surrogates cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
