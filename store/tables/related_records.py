"""What records are related to, in both directions, many records at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from store.errors import DamagedRowError
from store.model.records import Bilingual, Related
from store.tables.batches import LISTED, select
from store.tables.citations import citations_of_relations
from store.tables.list_rows import rows_at_far_ends
from store.tables.soundness import Report, damage_of_relation, raise_it

# Each relation once for each of its ends that is asked about; one to itself has one end.
_ENDS: Final = (
    "WITH ends AS ("
    f" SELECT id, subject AS this, object AS other, 0 AS is_object FROM relations"
    f" WHERE subject IN {LISTED}"
    " UNION ALL"
    f" SELECT id, object, subject, 1 FROM relations"
    f" WHERE object IN {LISTED} AND subject <> object)"
    " SELECT this, other, relations.id, predicate, is_object AND NOT symmetric AS is_inward,"
    " since, until, note_en, note_ar, disputed"
    " FROM ends JOIN relations USING (id) JOIN predicates ON predicates.key = predicate"
    " ORDER BY this, predicates.position, is_inward, relations.position, relations.id"
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
    for number, other, relation, predicate, inward, since, until, *note, disputed in ends:
        if other not in others:
            continue  # told already, or not there: `masarat check` tells of references to nothing
        if problem := damage_of_relation(predicate, since, until, note):
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
                citations=citations.get(("relation", relation), ()),
            )
        )
    return found
