"""Filters of a query as conditions on the table of records."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

from store.lookup import matches
from store.model import dates
from store.model.vocabulary import (
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
from store.search.query_language import Filter, filter_named
from store.tables.marks import MARKED
from store.text import folding

_YES: Final = ("yes", "true", "1", "نعم")
_NOTHING: Final = "0"
_ALIKE: Final = 85.0
"""Likeness from which a filter's value means a record: `zone:idlib`."""
_ALIKE_TRACK: Final = 65.0
"""The same for tracks, which are few, so that a name that is less like may be meant."""
_MOST_NAMED: Final = 40
"""Agreements looked at for a track of that name."""
_IS_TRACK: Final = "id IN (SELECT record FROM agreements WHERE type = 'track')"
_DISPUTED: Final = (
    "records.id IN (SELECT record FROM facts WHERE position > 0"
    " UNION SELECT subject FROM relations WHERE disputed"
    " UNION SELECT object FROM relations WHERE disputed)"
)


class Condition(NamedTuple):
    """What a record must meet: an SQL expression over `records`, and the values in it.

    Columns of `records` are named in full, `records.kind`.
    """

    sql: str
    values: tuple[object, ...] = ()

    @property
    def needs_id_alone(self) -> bool:
        """Whether it can be told from a record's id, without reading the record."""
        return "records." not in self.sql.replace("records.id", "")


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
        case "zone" | "agreement" | "actor" | "consequence":
            return _related_condition(connection, item.name, item.value)
        case "track":
            return _track_condition(connection, item.value)
        case "source":
            return _source_condition(item.value)
        case "year" | "before" | "after":
            return _year_condition(item.name, folding.fold(item.value))
        case "disputed" | "marked":
            is_so = _DISPUTED if item.name == "disputed" else MARKED
            wanted = folding.fold(item.value) in _YES
            return Condition(is_so if wanted else f"NOT ({is_so})")
        case _:
            return _OF_VOCABULARY[item.name](item.value)


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
        for match in matches.lookup(connection, value, kinds={kind}, limit=10)
        if match.score >= _ALIKE
    ]
    marks = ", ".join("?" * len(ids))
    return Condition(
        f"(records.id IN ({marks})"
        f" OR records.id IN (SELECT subject FROM relations WHERE object IN ({marks}))"
        f" OR records.id IN (SELECT object FROM relations WHERE subject IN ({marks})))",
        (*ids, *ids, *ids),
    )


def _track_condition(connection: sqlite3.Connection, value: str) -> Condition:
    """Tracks of negotiation with that key or name, and what belongs to them, however indirectly."""
    tracks = [
        number
        for (number,) in connection.execute(
            f"SELECT id FROM records WHERE key IN (?, ? || '-track') AND {_IS_TRACK}",
            (value, value),
        )
    ] or [
        match.record
        for match in matches.lookup(connection, value, kinds={"agreement"}, limit=_MOST_NAMED)
        if match.score >= _ALIKE_TRACK and _is_track(connection, match.record)
    ]
    marks = ", ".join("?" * len(tracks))
    return Condition(
        "records.id IN (WITH RECURSIVE members (id) AS"
        f" (SELECT id FROM records WHERE id IN ({marks})"
        " UNION SELECT subject FROM relations JOIN members ON object = members.id"
        " WHERE predicate IN ('part-of', 'instance-of'))"
        " SELECT id FROM members)",
        tuple(tracks),
    )


def _is_track(connection: sqlite3.Connection, number: int) -> bool:
    sql = f"SELECT 1 FROM records WHERE id = ? AND {_IS_TRACK}"
    return connection.execute(sql, (number,)).fetchone() is not None


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
            return Condition(
                "(records.sort_date <> '' AND records.sort_date < ?)", (dates.sort_key(value),)
            )
        case "after":
            return Condition("records.sort_date > ?", (f"{dates.sort_key(value)[:4]}-99",))
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


def _standing_condition(value: str) -> Condition:
    meant = _one_of("standing", _words_meant(value, STANDINGS))
    sql = f"records.id IN (SELECT record FROM consequences WHERE {meant.sql})"
    return Condition(sql, meant.values)


def _confidence_condition(value: str) -> Condition:
    return _one_of("records.confidence", _words_meant(value, CONFIDENCES))


def _collection_condition(value: str) -> Condition:
    return _one_of("records.collection", [value, *_words_meant(value, COLLECTIONS)])


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
    wanted = folding.fold(value).removeprefix("ال")
    return [
        word
        for vocabulary in vocabularies
        for word, label in vocabulary.items()
        if wanted in {folding.fold(said).removeprefix("ال") for said in (word, *label)}
    ]


def _one_of(column: str, values: list[str] | list[Kind]) -> Condition:
    if not values:
        return Condition(_NOTHING)
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


_OF_VOCABULARY: Final[dict[str, Callable[[str], Condition]]] = {
    "kind": _kind_condition,
    "type": _type_condition,
    "standing": _standing_condition,
    "stage": _stage_condition,
    "confidence": _confidence_condition,
    "collection": _collection_condition,
}
"""Filters whose values are words of the vocabularies."""
