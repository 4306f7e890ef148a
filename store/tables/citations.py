"""The citations of many records, facts and relations, each in one statement."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection

from store.model.records import Citation
from store.tables.batches import LISTED, select
from store.typed import Final, Literal

Owner = Literal["record", "fact", "relation"]
Citations = dict[tuple[Owner, int], tuple[Citation, ...]]
"""What a record, fact or relation cites, in its order, by its table and id."""


def _statement(owners: dict[Owner, str]) -> str:
    return " UNION ALL ".join(
        f"SELECT '{owner}', {owner}, position, sources.key, locator"
        f" FROM citations JOIN sources ON sources.id = source WHERE {owner} IN {condition}"
        for owner, condition in owners.items()
    )


_BY_RECORDS: Final = _statement(
    {
        "record": LISTED,
        "fact": f"(SELECT id FROM facts WHERE record IN {LISTED})",
        "relation": f"(SELECT id FROM relations WHERE subject IN {LISTED})",
    }
)
_BY_RELATIONS: Final = _statement(
    {
        "relation": f"(SELECT id FROM relations WHERE subject IN {LISTED}"
        f" UNION ALL SELECT id FROM relations WHERE object IN {LISTED})"
    }
)


def citations_of_records(connection: sqlite3.Connection, ids: Collection[int]) -> Citations:
    """What records cite themselves, in their facts, and in the relations that they state."""
    return _read(connection, ids, _BY_RECORDS)


def citations_of_relations(connection: sqlite3.Connection, ids: Collection[int]) -> Citations:
    """What the relations of records cite, in both directions."""
    return _read(connection, ids, _BY_RELATIONS)


def _read(connection: sqlite3.Connection, ids: Collection[int], statement: str) -> Citations:
    found: dict[tuple[Owner, int], list[Citation]] = defaultdict(list)
    # Sorted here: SQLite would sort each part of the union and then merge them, at twice the cost.
    for owner, number, _, source, locator in sorted(select(connection, statement, ids)):
        found[owner, number].append(Citation(source, locator))
    return {owner: tuple(citations) for owner, citations in found.items()}
