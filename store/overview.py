"""What a store holds at a glance: what it is about, how much of what, and what stands out."""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from store.model.records import Bilingual, Row, Statistics
from store.model.vocabulary import KINDS, Kind
from store.tables.batches import fetch
from store.tables.list_rows import rows_by_id
from store.tables.soundness import Report, is_text, raise_it
from store.tuples import NamedTuple

MOST_SHOWN: Final = 6
"""Records of each kind that stand out, and records about which sources differ."""
MOST_PERIODS: Final = 20
"""Years are put together to more of them, so that they are no more than these."""
FIELDS: Final = ("type", "outcome", "reading")
"""The fields of which the values are counted, in reading order."""
MOST_VALUES: Final = 8
"""Values of a field that are counted, those that are there most often."""
_DESCRIPTION: Final = "description"
"""Name of the setting in which a store keeps what it is about."""
_LENGTHS: Final = (1, 5, 10, 20, 50, 100, 500)


class Collection(NamedTuple):
    """A collection and how many records belong to it."""

    key: str
    label: Bilingual
    number: int
    """Of records."""


class Period(NamedTuple):
    """A year, or years that follow each other, and how many records have a date in them."""

    first: int
    last: int
    number: int
    """Of records."""

    @property
    def query(self) -> str:
        """What finds these records, in the query language."""
        return f"year:{self.first}" + (f"..{self.last}" if self.last > self.first else "")


class Share(NamedTuple):
    """How many have one value of a field; `query` finds them."""

    field: str
    """`type` and `outcome` of agreements, `reading` of sources."""
    value: str
    """A word of the field's vocabulary."""
    number: int
    """Of agreements, or of sources."""

    @property
    def query(self) -> str:
        """What finds these, in the query language."""
        return f"{self.field}:{self.value}"


class Connected(NamedTuple):
    """A record that has many relations."""

    row: Row
    links: int


class Disagreement(NamedTuple):
    """A record of which sources state several values that exclude each other."""

    row: Row
    property: str
    number: int
    """Of values."""


class Overview(NamedTuple):
    """What a store holds, as a newcomer wants to know it."""

    description: Bilingual
    """What it is about, in a sentence or two; empty where nobody said."""
    statistics: Statistics
    collections: tuple[Collection, ...] = ()
    dated: Kind | None = None
    """The kind that `periods` count, None for all."""
    periods: tuple[Period, ...] = ()
    """From the first year to the last, those without a record too."""
    shares: tuple[Share, ...] = ()
    """Field by field, the most frequent value first."""
    actors: tuple[Connected, ...] = ()
    zones: tuple[Connected, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def overview(connection: sqlite3.Connection, report: Report = raise_it) -> Overview:
    """Read what a store holds in a few statements, however much it is.

    Args:
        connection: of an open store.
        report: told of what is damaged, which is left out.
    """
    ((description, relations, citations, sources),) = connection.execute(
        "SELECT (SELECT value FROM settings WHERE name = ?), (SELECT count(*) FROM relations),"
        " (SELECT count(*) FROM citations), (SELECT count(*) FROM sources)",
        (_DESCRIPTION,),
    )
    counts = dict(fetch(connection, "SELECT kind, count(*) FROM records GROUP BY kind"))
    statistics = Statistics(
        {kind: counts.get(kind, 0) for kind in KINDS}, relations, citations, sources
    )
    dated: Kind | None = "agreement"
    periods = _periods(connection, dated)
    if not periods:
        dated, periods = None, _periods(connection, None)
    connected = _most_connected(connection)
    differing = _most_differing(connection)
    ids = [number for number, _ in connected] + [number for number, *_ in differing]
    rows = rows_by_id(connection, ids, report)
    standing_out = [Connected(rows[number], links) for number, links in connected if number in rows]
    return Overview(
        _description(description),
        statistics,
        _collections(connection),
        dated,
        periods,
        _shares(connection),
        tuple(each for each in standing_out if each.row.kind == "actor"),
        tuple(each for each in standing_out if each.row.kind == "zone"),
        tuple(
            Disagreement(rows[number], name, count)
            for number, name, count in differing
            if number in rows
        ),
    )


def describe(connection: sqlite3.Connection, description: Bilingual) -> None:
    """Keep what a store is about, inside the caller's transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)",
        (_DESCRIPTION, json.dumps(description, ensure_ascii=False)),
    )


def _description(setting: object) -> Bilingual:
    try:
        texts = json.loads(setting) if isinstance(setting, str) else None
    except (ValueError, RecursionError):
        return Bilingual()
    if not isinstance(texts, list) or len(texts) != 2 or not is_text(texts):
        return Bilingual()
    return Bilingual(*texts)


def _collections(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    rows = fetch(
        connection,
        "SELECT key, label_en, label_ar, count FROM collections JOIN"
        " (SELECT collection, count(*) AS count FROM records GROUP BY collection)"
        " ON collection = key ORDER BY position, key",
    )
    return tuple(Collection(key, Bilingual(en, ar), count) for key, en, ar, count in rows)


def _periods(connection: sqlite3.Connection, kind: Kind | None) -> tuple[Period, ...]:
    """All years from the first date to the last, each with the records that its query finds."""
    # `+`: of the index of years alone, and then record by record, so that of each period the last
    # record is all that is kept.
    dates = "FROM facts WHERE first_year IS NOT NULL AND last_year IS NOT NULL" + (
        " AND +record IN (SELECT id FROM records WHERE kind = :kind)" if kind else ""
    )
    ((first, last),) = connection.execute(
        f"SELECT min(first_year), max(last_year) {dates}", {"kind": kind}
    )
    if first is None or last is None:
        return ()
    periods = _years_in_periods(first, last)
    begin, length = periods[0][0], periods[0][1] - periods[0][0] + 1
    numbers, latest = [0] * len(periods), [0] * len(periods)
    for record, since, until in connection.execute(
        f"SELECT record, first_year, last_year {dates} ORDER BY +record", {"kind": kind}
    ):
        for at in range(max(since - begin, 0) // length, (until - begin) // length + 1):
            if latest[at] != record:
                numbers[at], latest[at] = numbers[at] + 1, record
    return tuple(Period(*years, number) for years, number in zip(periods, numbers, strict=True))


def _years_in_periods(first: int, last: int) -> list[tuple[int, int]]:
    """Years from the first to the last one, put together where they are too many."""
    length = next((n for n in _LENGTHS if last // n - first // n < MOST_PERIODS), _LENGTHS[-1])
    starts = range(first - first % length, last + 1, length)
    return [(start, start + length - 1) for start in starts][-MOST_PERIODS:]


def _shares(connection: sqlite3.Connection) -> tuple[Share, ...]:
    rows = fetch(
        connection,
        "SELECT 'type', type, count(*) AS count FROM agreements WHERE type <> '' GROUP BY type"
        " UNION ALL SELECT 'outcome', value, count(DISTINCT record) FROM facts"
        " WHERE property = 'outcome' GROUP BY value"
        " UNION ALL SELECT 'reading', read, count(*) FROM sources WHERE read <> '' GROUP BY read"
        " ORDER BY 1, 3 DESC, 2",
    )
    found = tuple(Share(*row) for row in rows)
    return tuple(
        share
        for field in FIELDS
        for share in [each for each in found if each.field == field][:MOST_VALUES]
    )


def _most_connected(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Ids of actors and zones with their numbers of relations, most first."""
    return list(
        fetch(
            connection,
            "SELECT id, links FROM (SELECT id, links,"
            " row_number() OVER (PARTITION BY kind ORDER BY links DESC, sort_en, id) AS place FROM"
            " (SELECT id, kind, sort_en,"
            " (SELECT count(*) FROM relations WHERE subject = records.id)"
            " + (SELECT count(*) FROM relations WHERE object = records.id) AS links"
            " FROM records WHERE kind IN ('actor', 'zone')) WHERE links)"
            " WHERE place <= ? ORDER BY links DESC, place",
            (MOST_SHOWN,),
        )
    )


def _most_differing(connection: sqlite3.Connection) -> list[tuple[int, str, int]]:
    """Ids of records, each with the property of which most values differ, and with their number."""
    return list(
        fetch(
            connection,
            "SELECT record, property, max(count) FROM"
            " (SELECT record, property, count(*) AS count FROM facts WHERE differs"
            " GROUP BY record, property) GROUP BY record ORDER BY 3 DESC, record LIMIT ?",
            (MOST_SHOWN,),
        )
    )
