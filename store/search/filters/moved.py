"""`from:zabadani` and `to:idlib`: who left a place, and who came."""

from __future__ import annotations

import sqlite3
from functools import partial

from store.model.vocabulary import Kind
from store.search.filters.dates import in_years
from store.search.filters.filter import NEVER, Condition, Filter, id_in
from store.search.filters.named import on_named
from store.search.filters.related import ZONE
from store.search.filters.tallies import ASKED, Tally, of_records
from store.typed import Final, Literal

_ZONE: Final[tuple[Kind, ...]] = ("zone",)
_LYING_IN: Final = (
    "WITH RECURSIVE places (id) AS"
    " (SELECT id FROM records WHERE id = ?"
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

    def is_told_of(zone: int) -> bool:
        moved = _moved(role, zone)
        sql = f"SELECT 1 FROM records WHERE {moved.sql} LIMIT 1"
        return connection.execute(sql, moved.values).fetchone() is not None

    return on_named(connection, value, _ZONE, partial(_moved, role), is_likely=is_told_of)


def _moved(role: Literal["from", "to"], zone: int) -> Condition:
    return id_in(
        _LYING_IN + " SELECT facts.record FROM facts JOIN fact_places ON fact = facts.id"
        f" WHERE role = '{role}' AND zone IN (SELECT id FROM places)",
        (zone,),
    )


def _tally(role: Literal["from", "to"]) -> Tally:
    return of_records(
        role,
        "WITH RECURSIVE told (record, zone) AS (SELECT facts.record, zone FROM facts"
        f" JOIN fact_places ON fact = facts.id WHERE role = '{role}'"
        " UNION SELECT record, object FROM told JOIN relations ON subject = zone"
        " WHERE predicate = 'lies-in')"
        f" SELECT zone, count(*) FROM told WHERE record IN {ASKED} GROUP BY 1",
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
    tally=_tally("from"),
)
TO = Filter(
    name="to",
    place=74,
    arabic_names=("إلى",),
    takes="the same for those who came",
    examples=("to:idlib", "إلى:إدلب"),
    condition=partial(_condition, "to"),
    values=ZONE.values,
    tally=_tally("to"),
)
