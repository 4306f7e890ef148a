"""Keys as they are typed: those that begin so, and the nearest to one that nothing has."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import reduce
from typing import Final, Literal

from store.errors import Sentence, UnknownKeyError
from store.model.records import Bilingual
from store.model.vocabulary import Language
from store.tables.batches import fetch
from store.tables.soundness import is_text, leave_out, sound_keys

_NAMES: Final = {"records": "name", "sources": "title"}
_LAST: Final = "\U0010ffff"
"""Comes after every letter."""
_MOST_NEAREST: Final = 3
_LEAST_LIKENESS: Final = 70
"""From 0 to 100."""


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


def unknown_key(
    connection: sqlite3.Connection, key: str, table: Literal["records", "sources", "entries"]
) -> UnknownKeyError:
    """The error to raise for a key that no row of a table has; it names the nearest ones.

    Args:
        connection: of an open store.
        key: as it was given.
        table: among which it was looked for; entries are records and sources.
    """
    hint = Sentence("masarat list shows all keys.")
    tables = ("records", "sources") if table == "entries" else (table,)
    if nearest := _nearest_keys(connection, key, tables):
        hint = Sentence("did you mean {keys}?", keys=reduce(_either, nearest))
    sentence = (
        "There is no source with the key {key!r}; {hint}"
        if table == "sources"
        else "There is no record with the key {key!r}; {hint}"
    )
    return UnknownKeyError(Sentence(sentence, key=key, hint=hint))


def _nearest_keys(connection: sqlite3.Connection, key: str, tables: Sequence[str]) -> list[str]:
    """The keys that look like `key`, the most alike first."""
    from rapidfuzz import fuzz, process  # only a wrong key needs it

    keys = " UNION ".join(f"SELECT key FROM {table}" for table in tables)
    matches = process.extract(
        key.casefold(),
        sound_keys((each for (each,) in fetch(connection, keys)), leave_out),
        scorer=fuzz.WRatio,
        limit=_MOST_NEAREST,
        score_cutoff=_LEAST_LIKENESS,
    )
    return [match[0] for match in matches]


def _either(keys: str, another: str) -> str:
    return Sentence("{one} or {other}", one=keys, other=another)
