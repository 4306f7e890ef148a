"""`from:zabadani` and `to:idlib`: who left a place, and who came."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import Final, Literal

from store.search.filters.dates import in_years
from store.search.filters.filter import NEVER, Condition, Filter, id_in
from store.search.filters.named import records_named
from store.search.filters.related import ZONE

_LEAST_SCORE: Final = 85.0
_MOST_NAMED: Final = 10
_LYING_IN: Final = (
    "WITH RECURSIVE places (id) AS"
    " (SELECT id FROM records WHERE id IN ({zones})"
    "  UNION SELECT subject FROM relations JOIN places ON object = places.id"
    "  WHERE predicate = 'lies-in')"
)


def _condition(
    role: Literal["from", "to"], connection: sqlite3.Connection, value: str
) -> Condition:
    """Records with people who left a zone or came to it, or to a place that lies in it.

    A year is none: `from:2016` is what `year:2016` is.
    """
    if (years := in_years(connection, value)) != NEVER:
        return years
    with_key = "SELECT id FROM records WHERE key = ? AND kind = 'zone'"
    zones = [number for (number,) in connection.execute(with_key, (value,))] or records_named(
        connection, value, "zone", least_score=_LEAST_SCORE, limit=_MOST_NAMED
    )
    if not zones:
        return NEVER
    return id_in(
        _LYING_IN.format(zones=", ".join("?" * len(zones)))
        + " SELECT facts.record FROM facts JOIN fact_places ON fact = facts.id"
        f" WHERE role = '{role}' AND zone IN (SELECT id FROM places)",
        zones,
    )


FROM = Filter(
    name="from",
    place=72,
    arabic_names=("من",),
    takes="a zone's key or name: what tells of people who left it, or a place in it; a year is"
    " what it is for `year:`",
    examples=("from:zabadani", 'من:"داريا"', "from:2016"),
    condition=partial(_condition, "from"),
    values=ZONE.values,
)
TO = Filter(
    name="to",
    place=74,
    arabic_names=("إلى",),
    takes="the same for those who came",
    examples=("to:idlib", "إلى:إدلب"),
    condition=partial(_condition, "to"),
    values=ZONE.values,
)
