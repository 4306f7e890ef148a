"""Full-text search: FTS5 over folded words and stems, ranked by BM25, narrowed by filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from functools import partial
from typing import Final, NamedTuple

from store import arabic, dates, lexicon, names
from store.query_language import (
    Filter,
    Query,
    Term,
    all_of,
    filter_named,
    in_names,
    parse,
    term_expression,
)
from store.ranking import ranked, rarest_first
from store.reading import read_record, rows_by_id
from store.records import TextHit
from store.snippets import snippet
from store.vocabulary import (
    COLLECTIONS,
    CONFIDENCES,
    KIND_PLURALS,
    KINDS,
    STAGES,
    STANDINGS,
    TYPES,
    Kind,
    Label,
)

_YES: Final = ("yes", "true", "1", "نعم")
_NOTHING: Final = "0"
_FEW: Final = 5
"""With fewer records that have all of a query's words, those that have most are added."""
_MOST_COMPARED: Final = 200
"""Records compared with a query: where more have its words, those that have them in names first."""
_MOST_LEFT_OUT: Final = 8
"""Words of the longest query of which one is left out in turn."""
_ALIKE: Final = 85.0
"""Likeness from which a filter's value means a record: `zone:idlib`."""
_DISPUTED: Final = (
    "records.id IN (SELECT record FROM facts WHERE position > 0"
    " UNION SELECT subject FROM relations WHERE disputed"
    " UNION SELECT object FROM relations WHERE disputed)"
)


class _Condition(NamedTuple):
    sql: str
    values: tuple[object, ...] = ()


def search(
    connection: sqlite3.Connection, text: str, *, kinds: Collection[Kind] | None, limit: int
) -> list[TextHit]:
    """The records that a query finds, best first.

    Args:
        connection: of an open store.
        text: what was typed, see `store.query_language`; logical order.
        kinds: only these kinds, None for all.
        limit: the most hits wanted.
    """
    query = parse(_storable(text), partial(lexicon.alternatives, connection))
    if not (query.expression or query.excluded or query.filters):
        return []
    conditions = [_condition(connection, item) for item in query.filters]
    if kinds is not None:
        conditions.append(_one_of("records.kind", list(kinds)))
    found = _ranked(connection, query, conditions, limit)[:limit]
    rows = rows_by_id(connection, [number for number, _ in found])
    hits = []
    for number, score in found:
        piece = snippet(read_record(connection, number, with_citations=False), query.terms, text)
        matched = tuple(dict.fromkeys(piece.text[start:end] for start, end in piece.marks))
        hits.append(TextHit(rows[number], piece, score, matched))
    return hits


def _ranked(
    connection: sqlite3.Connection, query: Query, conditions: list[_Condition], limit: int
) -> list[tuple[int, float]]:
    if query.excluded:
        sql = "records.id NOT IN (SELECT rowid FROM full_text WHERE full_text MATCH ?)"
        conditions = [*conditions, _Condition(sql, (query.excluded,))]
    if not query.expression:
        where, values = _where(conditions)
        ordered = f"SELECT id, 0.0 FROM records WHERE 1{where} ORDER BY sort_en, id LIMIT ?"
        return connection.execute(ordered, (*values, limit)).fetchall()
    most = max(limit, _MOST_COMPARED)
    expressions = [in_names(query.expression), query.expression]
    complete = _pool(connection, expressions, conditions, most)
    partial: list[int] = []
    if query.plain and len(complete) < _FEW and len(query.terms) > 1:
        expressions = _of_most_words(rarest_first(connection, query.terms))
        partial = _pool(connection, expressions, conditions, most, known=complete)
    return ranked(connection, query.terms, complete, partial)


def _of_most_words(terms: list[Term]) -> list[str]:
    """Expressions of all terms but one, the commonest first; then of each, the rarest first."""
    places = range(len(terms)) if 2 < len(terms) <= _MOST_LEFT_OUT else ()
    but_one = [all_of(terms[:place] + terms[place + 1 :]) for place in reversed(places)]
    return [*but_one, *map(term_expression, terms)]


def _pool(
    connection: sqlite3.Connection,
    expressions: list[str],
    conditions: list[_Condition],
    most: int,
    known: Collection[int] = (),
) -> list[int]:
    """Ids of the records that the expressions find, in their order, until there are enough."""
    where, values = _where(conditions)
    # NOT INDEXED: else SQLite may go through all records of a kind, asking the text of each.
    joined = " JOIN records NOT INDEXED ON records.id = full_text.rowid" if conditions else ""
    sql = f"SELECT full_text.rowid FROM full_text{joined} WHERE full_text MATCH ?{where} LIMIT ?"
    pool: dict[int, None] = {}
    for expression in expressions:
        if len(pool) >= most:
            break
        rows = connection.execute(sql, (expression, *values, most))
        pool |= dict.fromkeys(number for (number,) in rows if number not in known)
    return list(pool)[:most]


def _where(conditions: list[_Condition]) -> tuple[str, list[object]]:
    where = "".join(f" AND {condition.sql}" for condition in conditions)
    return where, [value for condition in conditions for value in condition.values]


def _storable(text: str) -> str:
    # What SQLite cannot take in a value: half surrogates cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode().replace("\0", " ")


# --- filters -------------------------------------------------------------------------------


def _condition(connection: sqlite3.Connection, item: Filter) -> _Condition:
    condition = _positive_condition(connection, item)
    return _Condition(f"NOT ({condition.sql})", condition.values) if item.negated else condition


def _positive_condition(connection: sqlite3.Connection, item: Filter) -> _Condition:
    match item.name:
        case "kind":
            return _kind_condition(item.value)
        case "type":
            return _type_condition(item.value)
        case "standing":
            sql = "records.id IN (SELECT record FROM consequences WHERE {})"
            meant = _one_of("standing", _words_meant(item.value, STANDINGS))
            return _Condition(sql.format(meant.sql), meant.values)
        case "zone" | "agreement" | "actor" | "consequence":
            return _related_condition(connection, item.name, item.value)
        case "source":
            return _source_condition(item.value)
        case "year" | "before" | "after":
            return _year_condition(item.name, arabic.fold(item.value))
        case "disputed":
            wanted = item.value.casefold() in _YES
            return _Condition(_DISPUTED if wanted else f"NOT ({_DISPUTED})")
        case "confidence":
            return _one_of("records.confidence", _words_meant(item.value, CONFIDENCES))
        case "stage":
            return _stage_condition(item.value)
        case _:
            named = [item.value, *_words_meant(item.value, COLLECTIONS)]
            return _one_of("records.collection", named)


def _kind_condition(value: str) -> _Condition:
    # A kind may be called as its filter is: جهة and طرف are both actors.
    return _one_of(
        "records.kind",
        [filter_named(value), *_words_meant(value, KINDS, KIND_PLURALS)],
    )


def _related_condition(connection: sqlite3.Connection, kind: Kind, value: str) -> _Condition:
    """Records that are, or have a relation to, a record of that kind with that key or name."""
    ids = [
        number
        for (number,) in connection.execute(
            "SELECT id FROM records WHERE key = ? AND kind = ?", (value, kind)
        )
    ] or [
        match.record
        for match in names.lookup(connection, value, kinds={kind}, limit=10)
        if match.score >= _ALIKE
    ]
    marks = ", ".join("?" * len(ids))
    return _Condition(
        f"(records.id IN ({marks})"
        f" OR records.id IN (SELECT subject FROM relations WHERE object IN ({marks}))"
        f" OR records.id IN (SELECT object FROM relations WHERE subject IN ({marks})))",
        (*ids, *ids, *ids),
    )


def _source_condition(value: str) -> _Condition:
    part = f"%{value.replace('%', '').replace('_', '')}%"
    return _Condition(
        "records.id IN (SELECT coalesce(citations.record, facts.record, subject) FROM citations"
        " JOIN sources ON sources.id = source LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        " WHERE sources.key = ? OR publisher LIKE ? OR title_en LIKE ? OR title_ar LIKE ?)",
        (value, part, part, part),
    )


def _year_condition(name: str, value: str) -> _Condition:
    try:
        first, last = dates.years(value.replace("..", "/").replace("–", "/"))
    except ValueError:
        return _Condition(_NOTHING)
    match name:
        case "before":
            return _Condition("(sort_date <> '' AND sort_date < ?)", (dates.sort_key(value),))
        case "after":
            return _Condition("sort_date > ?", (f"{dates.sort_key(value)[:4]}-99",))
        case _:
            sql = (
                "records.id IN (SELECT record FROM facts WHERE first_year <= ? AND last_year >= ?)"
            )
            return _Condition(sql, (last, first))


def _stage_condition(value: str) -> _Condition:
    """Agreements of which a source dates that stage."""
    meant = _one_of("property", _words_meant(value, STAGES))
    sql = f"records.id IN (SELECT record FROM facts WHERE {meant.sql})"
    return _Condition(f"records.kind = 'agreement' AND {sql}", meant.values)


def _type_condition(value: str) -> _Condition:
    clauses = []
    values: list[object] = []
    for kind, types in TYPES.items():
        meant = _one_of("type", _words_meant(value, types))
        table = f"{kind}s"
        clauses.append(f"records.id IN (SELECT record FROM {table} WHERE {meant.sql})")
        values.extend(meant.values)
    return _Condition("(" + " OR ".join(clauses) + ")", tuple(values))


def _words_meant(value: str, *vocabularies: dict[str, Label] | dict[Kind, Label]) -> list[str]:
    """The words of vocabularies that a person means: by word, label or plural, in any language."""
    wanted = arabic.fold(value).removeprefix("ال")
    return [
        word
        for vocabulary in vocabularies
        for word, label in vocabulary.items()
        if wanted in {arabic.fold(said).removeprefix("ال") for said in (word, *label)}
    ]


def _one_of(column: str, values: list[str] | list[Kind]) -> _Condition:
    if not values:
        return _Condition(_NOTHING)
    return _Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))
