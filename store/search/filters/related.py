"""`zone:zabadani`, `actor:russia`, `agreement:sochi-track` and `consequence:demographic-change`."""

from __future__ import annotations

import sqlite3
from functools import partial

from store.model.vocabulary import Kind, Language
from store.search.filters.filter import Condition, Filter
from store.search.filters.named import on_named
from store.search.filters.tallies import ASKED, Tally, of_records
from store.tables.list_rows import rows_by_id
from store.tables.soundness import leave_out
from store.typed import Final

_MOST_NAMED: Final = 10
_MOST_RELATIONS: Final = 2_000
"""Relations read to see which records have most, however many the store holds."""


def _condition(kind: Kind, connection: sqlite3.Connection, value: str) -> Condition:
    """Records that are, or have a relation to, the record of that kind with that key or name."""
    return on_named(connection, value, (kind,), _related_to)


def _related_to(record: int) -> Condition:
    return Condition(
        "(records.id = ? OR records.id IN (SELECT subject FROM relations WHERE object = ?)"
        " OR records.id IN (SELECT object FROM relations WHERE subject = ?))",
        (record, record, record),
        needs_id_alone=True,
    )


def _values(
    kind: Kind, connection: sqlite3.Connection, typed: str, language: Language
) -> list[str]:
    """Keys and names of the records that a name means, or of those with most relations."""
    if not typed:
        return _keys_and_names(connection, _most_related(connection, kind), language)
    from store.lookup import matches  # with nothing typed no name is looked up

    found = matches.lookup(connection, typed, kinds={kind}, limit=_MOST_NAMED)
    texts = _keys_and_names(connection, [match.record for match in found], language)
    texts += [match.text for match in found]
    texts += [text.removeprefix("ال") for text in texts]
    return sorted(texts, key=len)  # the nearest to what is typed first


def _keys_and_names(
    connection: sqlite3.Connection, ids: list[int], language: Language
) -> list[str]:
    rows = rows_by_id(connection, ids, leave_out)
    found = [rows[number] for number in ids if number in rows]
    keys = [row.key for row in found] if language == "en" else []
    return [*keys, *(row.name.prefer(language) for row in found)]


def _most_related(connection: sqlite3.Connection, kind: Kind) -> list[int]:
    rows = connection.execute(
        "SELECT object FROM (SELECT object FROM relations LIMIT ?)"
        " JOIN records ON records.id = object WHERE kind = ?"
        " GROUP BY object ORDER BY count(*) DESC, object LIMIT ?",
        (_MOST_RELATIONS, kind, _MOST_NAMED),
    )
    return [number for (number,) in rows]


def tally_of_related(kind: Kind) -> Tally:
    """How many records are, or have a relation to, each record of a kind."""
    return of_records(
        kind,
        "SELECT far, count(DISTINCT near) FROM"
        " (SELECT subject AS near, object AS far FROM relations"
        " UNION ALL SELECT object, subject FROM relations"
        " UNION ALL SELECT id, id FROM records)"
        f" WHERE near IN {ASKED} AND (SELECT kind FROM records WHERE id = far) = '{kind}'"
        " GROUP BY 1",
    )


ACTOR = Filter(
    name="actor",
    place=60,
    arabic_names=("جهة", "طرف"),
    takes="an actor's key or name: it, and whatever has a relation to it",
    examples=("actor:russia", 'جهة:"حزب الله"'),
    condition=partial(_condition, "actor"),
    values=partial(_values, "actor"),
    tally=tally_of_related("actor"),
)
ZONE = Filter(
    name="zone",
    place=70,
    arabic_names=("منطقة", "مكان"),
    takes="the same for a zone",
    examples=("zone:zabadani", "منطقة:الزبداني"),
    condition=partial(_condition, "zone"),
    values=partial(_values, "zone"),
    tally=tally_of_related("zone"),
)
AGREEMENT = Filter(
    name="agreement",
    place=80,
    arabic_names=("اتفاق",),
    takes="the same for an agreement",
    examples=("agreement:sochi-track", 'اتفاق:"اتفاق الزبداني"'),
    condition=partial(_condition, "agreement"),
    values=partial(_values, "agreement"),
    tally=tally_of_related("agreement"),
)
CONSEQUENCE = Filter(
    name="consequence",
    place=90,
    arabic_names=("أثر",),
    takes="the same for a consequence",
    examples=("consequence:demographic-change", 'أثر:"النزوح القسري"'),
    condition=partial(_condition, "consequence"),
    values=partial(_values, "consequence"),
    tally=tally_of_related("consequence"),
)
RELATED: Final = (ACTOR, ZONE, AGREEMENT, CONSEQUENCE)
