"""Records as a timeline knows them: what they are called and no more, as there may be thousands."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any, Final

from store.model.records import Bilingual
from store.model.vocabulary import KINDS, Kind
from store.tables.batches import LISTED, in_batches, select
from store.tables.list_rows import rows_by_id
from store.tables.soundness import Report, has_name, is_text, raise_it
from store.tuples import NamedTuple

_NAMED: Final = f"SELECT id, key, kind, name_en, name_ar FROM records WHERE id IN {LISTED}"


class Owner(NamedTuple):
    """A record of which something is dated, or which heads a lane."""

    key: str
    kind: Kind
    name: Bilingual


def owners(
    connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it
) -> dict[int, Owner]:
    """What records are called, by id.

    Args:
        connection: of an open store.
        ids: of the records; one that no record has is passed over.
        report: told of what is damaged; a record of unknown kind is left out, any other is there
            with what can be read of it.
    """
    found: dict[int, Owner] = {}
    for batch in in_batches(ids):
        named = select(connection, _NAMED, batch)
        found |= _of_sound(named) if _are_sound(named) else _of_damaged(connection, batch, report)
    return found


def _are_sound(named: Collection[tuple[Any, ...]]) -> bool:
    """Asked of all at once, as nearly always all are."""
    texts = chain.from_iterable(columns[1:] for columns in named)
    return is_text(texts) and all(
        kind in KINDS and has_name(Bilingual(*name)) for _, _, kind, *name in named
    )


def _of_sound(named: Collection[tuple[Any, ...]]) -> dict[int, Owner]:
    return {
        number: Owner(key, kind, Bilingual(name_en, name_ar))
        for number, key, kind, name_en, name_ar in named
    }


def _of_damaged(
    connection: sqlite3.Connection, ids: Collection[int], report: Report
) -> dict[int, Owner]:
    rows = rows_by_id(connection, ids, report)
    return {number: Owner(row.key, row.kind, row.name) for number, row in rows.items()}
