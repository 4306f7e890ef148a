"""The record that a filter's value names: by key, or looked up in either script and with slips."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection

from store.lookup.name_match import NameMatch
from store.model.vocabulary import Kind
from store.search.filters.filter import NEVER, Condition, undecided
from store.tables.list_rows import rows_by_id
from store.tables.soundness import leave_out
from store.typed import Final

_LEAST_SCORE: Final = 85.0
_LESS_ALIKE: Final = 10.0
_MOST_COMPARED: Final = 10


def on_named(
    connection: sqlite3.Connection,
    value: str,
    kinds: Collection[Kind],
    condition: Callable[[int], Condition],
    *,
    is_likely: Callable[[int], bool] = lambda record: True,
) -> Condition:
    """What a filter asks about the record that its value names.

    Args:
        connection: of an open store.
        value: a key, or a name as typed.
        kinds: of the record.
        condition: from the record's id to what is asked.
        is_likely: whether the record with an id is meant rather than others of such a name.

    Returns:
        The condition; where the value may mean several records, one that has their keys.
    """
    ids = records_named(connection, value, kinds, is_likely=is_likely)
    if not ids:
        return NEVER
    if len(ids) == 1:
        return condition(ids[0])
    rows = rows_by_id(connection, ids, leave_out)
    return undecided(rows[number].key for number in ids if number in rows)


def records_named(
    connection: sqlite3.Connection,
    value: str,
    kinds: Collection[Kind],
    *,
    least_score: float = _LEAST_SCORE,
    limit: int = _MOST_COMPARED,
    is_meant: Callable[[int], bool] = lambda record: True,
    is_likely: Callable[[int], bool] = lambda record: True,
) -> list[int]:
    """Ids of the records that a value may mean: the one that it is the key or the name of, if any.

    Args:
        connection: of an open store.
        value: a key, or a name as typed.
        kinds: of the records.
        least_score: the likeness of names, of 100, from which a record is meant.
        limit: the most names compared.
        is_meant: whether the record with an id may be meant at all.
        is_likely: whether it is meant rather than others of such a name.
    """
    known = "SELECT id, kind FROM records WHERE key = ?"
    with_key = [
        record
        for record, kind in connection.execute(known, (value,))
        if kind in kinds and is_meant(record)
    ]
    if any(map(is_likely, with_key)):
        return with_key
    from store.lookup import matches  # most queries name no record

    found = [
        match
        for match in matches.lookup(connection, value, kinds=kinds, limit=limit)
        if _is_sure(match) and match.score >= least_score and is_meant(match.record)
    ]
    # What is much less alike than the best was not meant.
    found = [match for match in found if match.score >= found[0].score - _LESS_ALIKE]
    exact = [match for match in found if match.how == "exact"]
    choices = [with_key, *([match.record for match in some] for some in (exact, found))]
    likely = (list(filter(is_likely, records)) for records in choices)
    return next(filter(None, likely), None) or next(filter(None, choices), [])


def _is_sure(match: NameMatch) -> bool:
    """Whether a record is surely meant, or would be if the value were typed to its end."""
    return match.why.doubt in ("", "begun")
