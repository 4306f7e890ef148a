"""Lanes of a timeline: records put together by place, by actor, by type or by track."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final, Literal

from store.model.records import Bilingual, Row
from store.model.vocabulary import KINDS, TYPES, Kind
from store.tables.batches import LISTED, fetch, in_batches, select
from store.tables.list_rows import rows_by_id
from store.tables.soundness import Report, raise_it
from store.timelines.owners import owners
from store.tuples import NamedTuple

Grouping = Literal["place", "actor", "type", "track"]
GROUPINGS: Final[tuple[Grouping, ...]] = ("place", "actor", "type", "track")

_PLACES: Final = (
    "covers", "evacuates", "occurs-in", "concerns", "affects", "establishes", "controls",
    "besieges", "present-in", "part-of",
)  # fmt: skip
"""What says where something is; not where people were taken, nor what is left out."""
_ACTORS: Final = (
    "signed-by", "has-party", "guaranteed-by", "mediated-by", "negotiated-by", "adopted-by",
    "initiated-by", "carried-out-by",
)  # fmt: skip
_TRACKS: Final = ("part-of", "concerns", "establishes", "follows")
_INNER_PLACES: Final = (
    "SELECT subject, object FROM relations WHERE predicate IN ('lies-in', 'part-of')"
)
_LARGEST_PLACE: Final = "governorate"
"""Smaller places share the lane of the one in which they lie."""


class Lane(NamedTuple):
    """Records that share a lane."""

    key: str
    """Of the place, the actor or the track, or the type; empty for those that have none."""
    name: Bilingual
    """Empty for those that have none."""
    records: Set[str]
    """Their keys."""


_Names = dict[int, set[int]]
"""By the id of a record, those of the records whose lanes it is in."""


def lanes(
    connection: sqlite3.Connection,
    keys: Mapping[int, str],
    grouping: Grouping,
    report: Report = raise_it,
) -> list[Lane]:
    """Put records into lanes; one may be in several.

    Args:
        connection: of an open store.
        keys: of the records, by their ids.
        grouping: by what.
        report: told of what is damaged, which is left out.

    Returns:
        The fullest lane first, and last the one of records that are in no other.
    """
    if grouping == "type":
        return _by_type(rows_by_id(connection, keys, report))
    names = _FOUND[grouping](connection, list(keys))
    heads = owners(connection, {head for found in names.values() for head in found}, report)
    members: defaultdict[int, set[str]] = defaultdict(set)
    others: set[str] = set()
    for number, key in keys.items():
        found = [head for head in names.get(number, ()) if head in heads]
        for head in found:
            members[head].add(key)
        if not found:
            others.add(key)
    found_lanes = [Lane(heads[head].key, heads[head].name, keys) for head, keys in members.items()]
    return _ordered(found_lanes, others)


def _ordered(found: list[Lane], others: set[str]) -> list[Lane]:
    found.sort(key=lambda lane: (-len(lane.records), lane.key))
    rest = [Lane("", Bilingual(), others)] if others else []
    return [*found, *rest]


def _by_type(rows: dict[int, Row]) -> list[Lane]:
    members: defaultdict[tuple[Kind, str], set[str]] = defaultdict(set)
    for row in rows.values():
        members[row.kind, row.type].add(row.key)
    found = []
    for (kind, type_), keys in members.items():
        label = TYPES[kind][type_] if type_ else KINDS[kind]
        found.append(Lane(type_ or kind, Bilingual(label.en, label.ar), keys))
    return _ordered(found, set())


def _places(connection: sqlite3.Connection, ids: list[int]) -> _Names:
    """The governorates in which records are, or the places themselves that lie in none."""
    zones = dict(fetch(connection, "SELECT record, type FROM zones"))
    parents: defaultdict[int, list[int]] = defaultdict(list)
    for zone, parent in fetch(
        connection,
        "SELECT subject, object FROM relations WHERE predicate IN ('lies-in', 'part-of')",
    ):
        if zone in zones and parent in zones:
            parents[zone].append(parent)
    above: dict[int, set[int]] = {}

    def largest(zone: int) -> set[int]:
        if zone not in above:
            found = {each for each in _upwards(zone, parents) if zones[each] == _LARGEST_PLACE}
            above[zone] = found or {zone}
        return above[zone]

    names: _Names = {}
    for number, zone in _objects(connection, ids, _PLACES):
        if zone in zones:  # most are in one place, and share what it lies in
            found = largest(zone)
            names[number] = names[number] | found if number in names else found
    for number in ids:
        if number in zones:
            names[number] = largest(number)
    return names


def _upwards(start: int, parents: dict[int, list[int]]) -> Iterator[int]:
    """What something lies in, and what that lies in; relations may lead round in a circle."""
    seen, waiting = {start}, [start]
    while waiting:
        each = waiting.pop()
        yield each
        further = [parent for parent in parents.get(each, ()) if parent not in seen]
        seen.update(further)
        waiting += further


def _actors(connection: sqlite3.Connection, ids: list[int]) -> _Names:
    actors = {number for (number,) in fetch(connection, "SELECT record FROM actors")}
    names: _Names = defaultdict(set)
    for number, actor in _objects(connection, ids, _ACTORS):
        if actor in actors:
            names[number].add(actor)
    for number in actors.intersection(ids):
        names[number] = {number}
    return names


def _tracks(connection: sqlite3.Connection, ids: list[int]) -> _Names:
    tracks = {
        number
        for (number,) in fetch(connection, "SELECT record FROM agreements WHERE type = 'track'")
    }
    names: _Names = defaultdict(set)
    for number, track in _objects(connection, ids, _TRACKS):
        if track in tracks:
            names[number].add(track)
    for number in tracks.intersection(ids):
        names[number] = {number}
    return names


def _objects(
    connection: sqlite3.Connection, ids: list[int], predicates: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Each record with what it has to do with by some predicates."""
    named = ", ".join(f"'{predicate}'" for predicate in predicates)
    statement = (
        f"SELECT subject, object FROM relations WHERE predicate IN ({named})"
        f" AND subject IN {LISTED}"
    )
    for batch in in_batches(ids):
        yield from select(connection, statement, batch)


_FOUND: Final[dict[Grouping, Callable[[sqlite3.Connection, list[int]], _Names]]] = {
    "place": _places,
    "actor": _actors,
    "track": _tracks,
}
