"""What a map shows of some records: zones as marks, who went from where to where, who held what.

Nothing is dropped: a zone without coordinates is listed, and so is a movement of which an end is
not told or has no place on the map.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from store.errors import DamagedRowError, Problem, Sentence
from store.model.records import (
    Bilingual,
    Citation,
    Coordinates,
    Fact,
    Movement,
    Qualifiers,
    Row,
    Source,
)
from store.model.statements import in_order_of_time, moves
from store.model.vocabulary import PROPERTIES
from store.tables.batches import LISTED, in_batches, select
from store.tables.cited_sources import read_sources
from store.tables.list_rows import rows_by_id
from store.tables.soundness import (
    NOT_A_TEXT,
    Report,
    damage_of_relation,
    is_text,
    problems_of_fact,
    raise_it,
)
from store.tuples import NamedTuple

MOST_OF_A_RECORD: Final = 1_000
"""Facts of one record that are shown; a hostile file may have any number."""

_FACTS_WITH_PLACES: Final = (
    f"SELECT id FROM facts WHERE record IN {LISTED} AND position < {MOST_OF_A_RECORD}"
    " AND EXISTS (SELECT 1 FROM fact_places WHERE fact = facts.id)"
)
_FACTS: Final = (
    "SELECT id, record, property, value, note_en, note_ar, coalesce(of, ''), date,"
    f" coalesce(state, '') FROM facts WHERE id IN {LISTED} ORDER BY record, id"
)
# Not joined the other way round, as SQLite would for the order of positions.
_ENDS: Final = (
    "SELECT fact, role, zone FROM facts CROSS JOIN fact_places ON fact = facts.id"
    f" WHERE record IN {LISTED} AND facts.position < {MOST_OF_A_RECORD}"
    " ORDER BY fact, role, fact_places.position"
)
_CITED: Final = (
    "SELECT fact, position, sources.key, locator FROM citations"
    " JOIN sources ON sources.id = citations.source"
    f" WHERE fact IN ({_FACTS_WITH_PLACES}) ORDER BY fact, position"
)
# A zone is a place of itself; others have those to which they are related, or which a fact names.
_PLACES: Final = (
    f"SELECT record, record FROM zones WHERE record IN {LISTED}"
    " UNION SELECT subject, object FROM relations JOIN zones ON zones.record = object"
    f" WHERE subject IN {LISTED} AND subject NOT IN (SELECT record FROM zones)"
    " UNION SELECT facts.record, zone FROM facts JOIN fact_places ON fact = facts.id"
    f" WHERE facts.record IN {LISTED}"
)
_COORDINATES: Final = (
    f"SELECT record, latitude, longitude FROM zones WHERE record IN {LISTED}"
    " AND latitude IS NOT NULL"
)
_CONTROLS: Final = (
    "SELECT subject, object, since, until, as_of, note_en, note_ar, disputed FROM relations"
    f" WHERE predicate = 'controls' AND object IN {LISTED} ORDER BY object, since, id"
)
_CITED_FOR_CONTROL: Final = (
    "SELECT DISTINCT sources.key FROM relations JOIN citations ON citations.relation = relations.id"
    " JOIN sources ON sources.id = citations.source"
    f" WHERE predicate = 'controls' AND object IN {LISTED}"
)
_NO_NOTE: Final = Bilingual()
_OUTSIDE: Final = Sentence("[latitude, longitude] in decimal degrees is needed")


class Mark(NamedTuple):
    """A zone on the map."""

    row: Row
    coordinates: Coordinates

    @property
    def key(self) -> str:
        """Of the zone."""
        return self.row.key


class Control(NamedTuple):
    """That an actor held a zone, as a record says."""

    zone: str
    """Its key."""
    actor: Row
    since: str
    until: str
    as_of: str
    note: Bilingual
    disputed: bool


class Mapped(NamedTuple):
    """Zones, movements and control of some records."""

    marks: tuple[Mark, ...]
    """Those that most records name come first."""
    unplaced: tuple[Row, ...]
    """Zones without coordinates, in the same order."""
    movements: tuple[Movement, ...]
    """In order of time; those without a time come last."""
    controls: tuple[Control, ...] = ()
    """Of those zones, by whichever actor."""
    records: tuple[Row, ...] = ()
    """Those of the records that are no zones and name a zone, in order of time."""
    places: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By the key of a record, those of its zones."""


def mapped(
    connection: sqlite3.Connection,
    ids: Iterable[int],
    report: Report = raise_it,
    *,
    with_citations: bool = True,
) -> Mapped:
    """Collect what a map shows of some records.

    Args:
        connection: of an open store.
        ids: of the records; those that are zones become marks themselves.
        report: told of what is damaged, which is left out.
        with_citations: of the movements; to draw them nobody needs these.
    """
    found: list[tuple[int, int]] = []
    rows: dict[int, Row] = {}
    numbers = list(ids)
    for batch in in_batches(numbers):
        rows |= rows_by_id(connection, batch, report)
        found += select(connection, _PLACES, batch)
    named = Counter(zone for record, zone in found)
    places_named = rows_by_id(connection, named, report)
    in_order = sorted(places_named.items(), key=lambda each: each[1].key)
    zones = {number: row for number, row in in_order if row.kind == "zone"}
    keys = {number: row.key for number, row in in_order}
    movements = _movements(connection, numbers, rows, keys, report, with_citations=with_citations)
    ordered = sorted(zones, key=lambda zone: -named[zone])
    coordinates = _coordinates(connection, ordered, zones, report)
    places: defaultdict[str, list[str]] = defaultdict(list)
    for record, zone in found:
        if record in rows and zone in zones:
            places[rows[record].key].append(zones[zone].key)
    stating = (row for row in rows.values() if row.key in places and row.kind != "zone")
    return Mapped(
        tuple(Mark(zones[zone], coordinates[zone]) for zone in ordered if zone in coordinates),
        tuple(zones[zone] for zone in ordered if zone not in coordinates),
        tuple(in_order_of_time(movements)),
        tuple(_controls(connection, zones, report)),
        tuple(sorted(stating, key=lambda row: (row.date or "9999", row.key))),
        {key: tuple(of_record) for key, of_record in places.items()},
    )


def sources_of_map(
    connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it
) -> list[Source]:
    """The sources that are cited for who went where, and for who held zones of the records.

    Args:
        connection: of an open store.
        ids: of the records.
        report: told of what is damaged, which is left out.
    """
    keys: set[str] = set()
    zones: set[int] = set()
    for batch in in_batches(ids):
        keys |= {row[2] for row in select(connection, _CITED, batch)}
        zones |= {zone for _, zone in select(connection, _PLACES, batch)}
    for batch in in_batches(zones):
        keys |= {key for (key,) in select(connection, _CITED_FOR_CONTROL, batch)}
    return read_sources(connection, keys, report=report)


def _coordinates(
    connection: sqlite3.Connection, ids: Iterable[int], zones: dict[int, Row], report: Report
) -> dict[int, Coordinates]:
    found: dict[int, Coordinates] = {}
    for batch in in_batches(ids):
        for zone, *point in select(connection, _COORDINATES, batch):
            if _is_on_earth(point):
                found[zone] = (float(point[0]), float(point[1]))
            else:
                report(DamagedRowError(zones[zone].key, Problem(("coordinates",), _OUTSIDE)))
    return found


def _is_on_earth(point: Sequence[Any]) -> bool:
    """Whether a latitude and a longitude are such; another program may have written anything."""
    if not all(isinstance(each, int | float) for each in point):
        return False
    return bool(abs(point[0]) <= 90 and abs(point[1]) <= 180)


def _movements(
    connection: sqlite3.Connection,
    ids: Iterable[int],
    rows: Mapping[int, Row],
    keys: Mapping[int, str],
    report: Report,
    *,
    with_citations: bool,
) -> Iterator[Movement]:
    once = dict[Any, Any]().setdefault  # what many facts have is there once
    for batch in in_batches(ids):
        ends = _ends_of_facts(connection, batch, keys)
        cited = _citations(connection, batch) if with_citations else {}
        found = [row for facts in in_batches(ends) for row in select(connection, _FACTS, facts)]
        # Asked of all at once, as nearly always all are.
        are_texts = not cited and is_text(chain.from_iterable(columns[2:] for columns in found))
        for number, record, name, value, *note, of, when, state in found:
            if record not in rows or name not in PROPERTIES:
                continue
            origins, destinations = (ends[number].get(role, ()) for role in ("from", "to"))
            about = Qualifiers(once(of, of), origins, destinations, once(when, when), state)
            about = once(about, about)
            told = Bilingual(*note) if any(note) else _NO_NOTE
            citations = tuple(cited.get(number, ()))
            fact = Fact(once(name, name), once(value, value), told, citations, about)
            if problem := _damage(fact, are_texts=are_texts):
                report(DamagedRowError(rows[record].key, problem))
            elif moves(fact):
                yield Movement(rows[record], fact)


def _ends_of_facts(
    connection: sqlite3.Connection, ids: Collection[int], keys: Mapping[int, str]
) -> dict[int, dict[str, tuple[str, ...]]]:
    """By the id of a fact and by role, the keys of its zones."""
    ends: defaultdict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for fact, role, zone in select(connection, _ENDS, ids):
        if zone in keys:
            ends[fact][role] = (*ends[fact].get(role, ()), keys[zone])
    return ends


def _citations(
    connection: sqlite3.Connection, ids: Collection[int]
) -> Mapping[int, Sequence[Citation]]:
    """By the id of a fact, what it cites."""
    cited: defaultdict[int, list[Citation]] = defaultdict(list)
    for fact, _, source, locator in select(connection, _CITED, ids):
        cited[fact].append(Citation(source, locator))
    return cited


def _damage(fact: Fact, *, are_texts: bool) -> Problem | None:
    if are_texts:
        return next(problems_of_fact(fact), None)
    about = fact.about
    cited = (text for citation in fact.citations for text in citation)
    texts = (fact.value, *fact.note, about.of, about.when, about.state, *about.places, *cited)
    return next(problems_of_fact(fact), None) if is_text(texts) else Problem((), NOT_A_TEXT)


def _controls(
    connection: sqlite3.Connection, zones: dict[int, Row], report: Report
) -> Iterator[Control]:
    found = [row for batch in in_batches(zones) for row in select(connection, _CONTROLS, batch)]
    actors: dict[int, Row] = {}
    for batch in in_batches({row[0] for row in found}):
        actors |= rows_by_id(connection, batch, report)
    for subject, zone, since, until, as_of, *note, disputed in found:
        if subject not in actors:
            continue
        if problem := damage_of_relation("controls", (since, until, as_of), note):
            report(DamagedRowError(actors[subject].key, problem))
            continue
        actor, told = actors[subject], Bilingual(*note)
        yield Control(zones[zone].key, actor, since, until, as_of, told, bool(disputed))
