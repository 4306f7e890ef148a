"""Records that a filter's value names: by key, or looked up in either script and with slips."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from store.model.vocabulary import Kind


def records_named(
    connection: sqlite3.Connection,
    value: str,
    kind: Kind,
    *,
    least_score: float,
    limit: int,
    is_meant: Callable[[int], bool] = lambda record: True,
) -> list[int]:
    """Ids of the records of a kind that a name means.

    Args:
        connection: of an open store.
        value: the name as typed.
        kind: of the records.
        least_score: the likeness of names, of 100, from which a record is meant.
        limit: the most names compared.
        is_meant: whether the record with that id may be meant at all.
    """
    from store.lookup import matches  # most queries name no record

    return [
        match.record
        for match in matches.lookup(connection, value, kinds={kind}, limit=limit)
        if match.score >= least_score and is_meant(match.record)
    ]
