"""`track:astana`."""

from __future__ import annotations

import sqlite3

from store.model.vocabulary import Kind, Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in, undecided
from store.search.filters.named import records_named
from store.search.filters.tallies import ASKED, of_records
from store.tables.batches import fetch
from store.tables.list_rows import rows_by_id
from store.tables.soundness import leave_out
from store.typed import Final

_LEAST_SCORE: Final = 65.0
"""Tracks are few, so that a name that is less like may be meant."""
_MOST_NAMED: Final = 40
"""Agreements looked at for a track of that name."""
_MOST_READ: Final = 2_000
_AGREEMENT: Final[tuple[Kind, ...]] = ("agreement",)
_IS_TRACK: Final = "id IN (SELECT record FROM agreements WHERE type = 'track')"


def _condition(connection: sqlite3.Connection, value: str) -> Condition:
    """Tracks of negotiation with that key or name, and what belongs to them, however indirectly."""

    def is_track(record: int) -> bool:
        sql = f"SELECT 1 FROM records WHERE id = ? AND {_IS_TRACK}"
        return connection.execute(sql, (record,)).fetchone() is not None

    with_key = f"SELECT id FROM records WHERE key IN (?, ? || '-track') AND {_IS_TRACK}"
    tracks = [number for (number,) in connection.execute(with_key, (value, value))]
    tracks = tracks or records_named(
        connection,
        value,
        _AGREEMENT,
        least_score=_LEAST_SCORE,
        limit=_MOST_NAMED,
        is_meant=is_track,
    )
    if not tracks:
        return NEVER
    if len(tracks) > 1:
        rows = rows_by_id(connection, tracks, leave_out)
        return undecided(rows[number].key for number in tracks if number in rows)
    return id_in(
        "WITH RECURSIVE members (id) AS (SELECT ?"
        " UNION SELECT subject FROM relations JOIN members ON object = members.id"
        " WHERE predicate IN ('part-of', 'instance-of'))"
        " SELECT id FROM members",
        tracks,
    )


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> list[str]:
    """Keys and names of the tracks."""
    rows = fetch(
        connection,
        "SELECT key, name_en, name_ar FROM records JOIN agreements ON record = id"
        " WHERE type = 'track' ORDER BY sort_en LIMIT ?",
        (_MOST_READ,),
    )
    if language == "ar":
        names = [name for _, _, name in rows]
        return [*names, *(name.removeprefix("مسار ") for name in names)]
    return [text for key, name, _ in rows for text in (key, name)]


TRACK = Filter(
    name="track",
    place=110,
    arabic_names=("مسار",),
    takes="a track of negotiation, by key or name: it, and what is part or an example of it,"
    " however indirectly",
    examples=("track:astana", "مسار:سوتشي"),
    condition=_condition,
    values=_values,
    tally=of_records(
        "track",
        "WITH RECURSIVE members (id, track) AS (SELECT record, record FROM agreements"
        " WHERE type = 'track' UNION SELECT subject, track FROM relations"
        " JOIN members ON object = members.id WHERE predicate IN ('part-of', 'instance-of'))"
        f" SELECT track, count(*) FROM members WHERE id IN {ASKED} GROUP BY 1",
    ),
)
