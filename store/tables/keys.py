"""Keys that are being typed."""

from __future__ import annotations

import sqlite3
from typing import Final

from store.model.records import Bilingual
from store.model.vocabulary import Language
from store.tables.batches import fetch
from store.tables.soundness import is_text

_NAMES: Final = {"records": "name", "sources": "title"}
_LAST: Final = "\U0010ffff"
"""Comes after every letter."""


def keys_beginning(
    connection: sqlite3.Connection, beginning: str, language: Language, *, with_sources: bool
) -> list[tuple[str, str]]:
    """Keys of records, then of sources, that begin so, in their order, each with what has it.

    Args:
        connection: of an open store.
        beginning: as typed; empty for all.
        language: of the names and titles.
        with_sources: whether keys of sources are wanted too.
    """
    found = []
    for table in ("records", "sources") if with_sources else ("records",):
        name = _NAMES[table]
        rows = fetch(
            connection,
            f"SELECT key, {name}_en, {name}_ar FROM {table} WHERE key >= ? AND key < ?"
            " ORDER BY key",
            (beginning, beginning + _LAST),
        )
        found += [
            (key, Bilingual(en, ar).prefer(language))
            for key, en, ar in rows
            if is_text([key, en, ar])
        ]
    return found
