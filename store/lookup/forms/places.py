"""What a place lies in, so that a name with its region is told from a region with a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from store.tables.batches import fetch, listed
from store.typed import Final

_DEEPEST: Final = 4
_INSIDE: Final = ("lies-in", "part-of")
_MOST: Final = 200


def around(connection: sqlite3.Connection, records: Collection[int]) -> dict[int, set[int]]:
    """For each of some records, those that it lies in or is a part of, near and far.

    Args:
        connection: of a store.
        records: ids, a few.
    """
    found: dict[int, set[int]] = {record: set() for record in records}
    outermost: dict[int, set[int]] = {record: {record} for record in records}
    for _ in range(_DEEPEST):
        wanted = sorted(set().union(*outermost.values()))
        if not wanted:
            break
        rows = fetch(
            connection,
            "SELECT subject, object FROM relations"
            " WHERE subject IN (SELECT value FROM json_each(?)) AND predicate IN (?, ?) LIMIT ?",
            (listed(wanted), *_INSIDE, _MOST),
        )
        larger: dict[int, set[int]] = {}
        for inner, outer in rows:
            larger.setdefault(inner, set()).add(outer)
        for record, edge in outermost.items():
            further = set().union(*(larger.get(inner, set()) for inner in edge)) - found[record]
            found[record] |= further
            outermost[record] = further
    return found
