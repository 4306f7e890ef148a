"""Filters of a query as conditions on the table of records."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from store import arabic, dates, names
from store.query_language import Filter, filter_named
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
_ALIKE: Final = 85.0
"""Likeness from which a filter's value means a record: `zone:idlib`."""
_DISPUTED: Final = (
    "records.id IN (SELECT record FROM facts WHERE position > 0"
    " UNION SELECT subject FROM relations WHERE disputed"
    " UNION SELECT object FROM relations WHERE disputed)"
)


class Condition(NamedTuple):
    """What a record must meet: an SQL expression over `records`, and the values in it."""

    sql: str
    values: tuple[object, ...] = ()


def conditions(
    connection: sqlite3.Connection, filters: Sequence[Filter], kinds: Collection[Kind] | None
) -> list[Condition]:
    """What the filters of a query ask of a record.

    Args:
        connection: of an open store; names of places, actors and agreements are looked up in it.
        filters: of a parsed query.
        kinds: only these kinds, None for all.
    """
    asked = [_condition(connection, item) for item in filters]
    if kinds is not None:
        asked.append(_one_of("records.kind", list(kinds)))
    return asked


def _condition(connection: sqlite3.Connection, item: Filter) -> Condition:
    condition = _positive_condition(connection, item)
    return Condition(f"NOT ({condition.sql})", condition.values) if item.negated else condition


def _positive_condition(connection: sqlite3.Connection, item: Filter) -> Condition:
    match item.name:
        case "kind":
            return _kind_condition(item.value)
        case "type":
            return _type_condition(item.value)
        case "standing":
            sql = "records.id IN (SELECT record FROM consequences WHERE {})"
            meant = _one_of("standing", _words_meant(item.value, STANDINGS))
            return Condition(sql.format(meant.sql), meant.values)
        case "zone" | "agreement" | "actor" | "consequence":
            return _related_condition(connection, item.name, item.value)
        case "source":
            return _source_condition(item.value)
        case "year" | "before" | "after":
            return _year_condition(item.name, arabic.fold(item.value))
        case "disputed":
            wanted = item.value.casefold() in _YES
            return Condition(_DISPUTED if wanted else f"NOT ({_DISPUTED})")
        case "confidence":
            return _one_of("records.confidence", _words_meant(item.value, CONFIDENCES))
        case "stage":
            return _stage_condition(item.value)
        case _:
            named = [item.value, *_words_meant(item.value, COLLECTIONS)]
            return _one_of("records.collection", named)


def _kind_condition(value: str) -> Condition:
    # A kind may be called as its filter is: جهة and طرف are both actors.
    return _one_of(
        "records.kind",
        [filter_named(value), *_words_meant(value, KINDS, KIND_PLURALS)],
    )


def _related_condition(connection: sqlite3.Connection, kind: Kind, value: str) -> Condition:
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
    return Condition(
        f"(records.id IN ({marks})"
        f" OR records.id IN (SELECT subject FROM relations WHERE object IN ({marks}))"
        f" OR records.id IN (SELECT object FROM relations WHERE subject IN ({marks})))",
        (*ids, *ids, *ids),
    )


def _source_condition(value: str) -> Condition:
    part = f"%{value.replace('%', '').replace('_', '')}%"
    return Condition(
        "records.id IN (SELECT coalesce(citations.record, facts.record, subject) FROM citations"
        " JOIN sources ON sources.id = source LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        " WHERE sources.key = ? OR publisher LIKE ? OR title_en LIKE ? OR title_ar LIKE ?)",
        (value, part, part, part),
    )


def _year_condition(name: str, value: str) -> Condition:
    try:
        first, last = dates.years(value.replace("..", "/").replace("–", "/"))
    except ValueError:
        return Condition(_NOTHING)
    match name:
        case "before":
            return Condition("(sort_date <> '' AND sort_date < ?)", (dates.sort_key(value),))
        case "after":
            return Condition("sort_date > ?", (f"{dates.sort_key(value)[:4]}-99",))
        case _:
            sql = (
                "records.id IN (SELECT record FROM facts WHERE first_year <= ? AND last_year >= ?)"
            )
            return Condition(sql, (last, first))


def _stage_condition(value: str) -> Condition:
    """Agreements of which a source dates that stage."""
    meant = _one_of("property", _words_meant(value, STAGES))
    sql = f"records.id IN (SELECT record FROM facts WHERE {meant.sql})"
    return Condition(f"records.kind = 'agreement' AND {sql}", meant.values)


def _type_condition(value: str) -> Condition:
    clauses = []
    values: list[object] = []
    for kind, types in TYPES.items():
        meant = _one_of("type", _words_meant(value, types))
        table = f"{kind}s"
        clauses.append(f"records.id IN (SELECT record FROM {table} WHERE {meant.sql})")
        values.extend(meant.values)
    return Condition("(" + " OR ".join(clauses) + ")", tuple(values))


def _words_meant(value: str, *vocabularies: dict[str, Label] | dict[Kind, Label]) -> list[str]:
    """The words of vocabularies that a person means: by word, label or plural, in any language."""
    wanted = arabic.fold(value).removeprefix("ال")
    return [
        word
        for vocabulary in vocabularies
        for word, label in vocabulary.items()
        if wanted in {arabic.fold(said).removeprefix("ال") for said in (word, *label)}
    ]


def _one_of(column: str, values: list[str] | list[Kind]) -> Condition:
    if not values:
        return Condition(_NOTHING)
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))
