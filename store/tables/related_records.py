"""What records are related to, and who went from place to place, many records at once."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

from store.errors import DamagedRowError
from store.model.records import Bilingual, Movement, Related, Row
from store.model.statements import in_order_of_time, moves
from store.tables.batches import LISTED, in_batches, select
from store.tables.citations import citations_of_relations
from store.tables.list_rows import rows_at_far_ends, rows_by_id
from store.tables.soundness import Report, damage_of_relation, raise_it
from store.tables.whole_records import read_records
from store.typed import Final

# Each relation once for each of its ends that is asked about; one to itself has one end.
_ENDS: Final = (
    "WITH ends AS ("
    f" SELECT id, subject AS this, object AS other, 0 AS is_object FROM relations"
    f" WHERE subject IN {LISTED}"
    " UNION ALL"
    f" SELECT id, object, subject, 1 FROM relations"
    f" WHERE object IN {LISTED} AND subject <> object)"
    " SELECT this, other, relations.id, predicate, is_object AND NOT symmetric AS is_inward,"
    " since, until, as_of, note_en, note_ar, disputed"
    " FROM ends JOIN relations USING (id) JOIN predicates ON predicates.key = predicate"
    " ORDER BY this, predicates.position, is_inward, relations.position, relations.id"
)

_NAMED: Final = (
    f"SELECT zone FROM fact_places WHERE fact IN (SELECT id FROM facts WHERE record IN {LISTED})"
    " UNION SELECT others.zone FROM fact_places JOIN fact_places AS others USING (fact)"
    f" WHERE fact_places.zone IN {LISTED}"
)
_STATED: Final = (
    "SELECT DISTINCT zones.key, zones.id, facts.record FROM fact_places"
    " JOIN facts ON facts.id = fact JOIN records AS zones ON zones.id = zone"
    f" WHERE zone IN {LISTED}"
)


def related_records(
    connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it
) -> dict[int, list[Related]]:
    """The relations of each record, by predicate in the vocabulary's order.

    Args:
        connection: of an open store.
        ids: of the records, a batch of them.
        report: told of what is damaged; a relation of which is left out.

    Returns:
        By id; a record without relations has an empty list.
    """
    found: dict[int, list[Related]] = {number: [] for number in ids}
    ends = select(connection, _ENDS, found)
    others = rows_at_far_ends(connection, found, report)
    citations = citations_of_relations(connection, found)
    for number, other, relation, predicate, inward, since, until, as_of, *note, disputed in ends:
        if other not in others:
            continue  # told already, or not there: `masarat check` tells of references to nothing
        cited = citations.get(("relation", relation), ())
        texts = chain(note, *cited)
        if problem := damage_of_relation(predicate, (since, until, as_of), texts):
            report(DamagedRowError(others[other].key, problem))
            continue
        found[number].append(
            Related(
                predicate=predicate,
                direction="in" if inward else "out",
                other=others[other],
                since=since,
                until=until,
                note=Bilingual(*note),
                disputed=bool(disputed),
                citations=cited,
                as_of=as_of,
            )
        )
    return found


# --- people who went from place to place ---------------------------------------------------------


def places_named(
    connection: sqlite3.Connection, ids: Collection[int], report: Report = raise_it
) -> dict[str, Row]:
    """What lists show of the zones that facts name beside records, by key.

    Args:
        connection: of an open store.
        ids: of the records that state such facts, or of zones that others' facts name.
        report: told of damaged rows, which are left out.
    """
    numbers = [number for (number,) in select(connection, _NAMED, ids)]
    rows: dict[str, Row] = {}
    for batch in in_batches(numbers):
        rows.update((row.key, row) for row in rows_by_id(connection, batch, report).values())
    return rows


def naming_places(connection: sqlite3.Connection, ids: Collection[int]) -> list[int]:
    """The ids of those records that have facts which name zones, a batch of them."""
    statement = (
        "SELECT DISTINCT record FROM facts JOIN fact_places ON fact = facts.id"
        f" WHERE record IN {LISTED} ORDER BY record"
    )
    return [number for (number,) in select(connection, statement, ids)]


def movements(
    connection: sqlite3.Connection, ids: Collection[int], report: Report = raise_it
) -> dict[int, list[Movement]]:
    """Who left zones and who came there, by the zones' ids, in order of time.

    Args:
        connection: of an open store.
        ids: of the zones; other records are no place that people leave.
        report: told of damaged records, which are left out.
    """
    zones: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for key, zone, record in select(connection, _STATED, ids):
        zones[record].append((zone, key))
    found: dict[int, list[Movement]] = {number: [] for number in ids}
    for batch in in_batches(zones):
        rows = rows_by_id(connection, batch, report)
        for number, record in read_records(connection, batch, report=report):
            for fact in filter(moves, record.facts if number in rows else ()):
                for zone, key in zones[number]:
                    if key in fact.about.places:
                        found[zone].append(Movement(rows[number], fact))
    return {zone: in_order_of_time(moved) for zone, moved in found.items()}
