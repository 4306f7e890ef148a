"""Putting a backup in the place of a store, once it is proven; what the store held is kept."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import Final

from store.backups.replacing import Replacement
from store.errors import Sentence, StoreError
from store.paths import default_store
from store.sqlite.connection import Patience, StoreConnection, open_connection
from store.sqlite.explanations import explained
from store.sqlite.foreign_files import look_at, refuse_path
from store.sqlite.read_only import open_for_reading
from store.sqlite.requirements import require_sqlite
from store.tuples import NamedTuple
from store.upkeep.copies import copy_pages, damage
from store.upkeep.database import (
    APPLICATION_ID,
    MEMORY,
    MODEL_VERSION,
    bring_to_model,
    model_of,
)
from store.upkeep.foreign_code import refuse_foreign_code

_OTHERWISE: Final = Sentence("name a file that masarat backup has made")


class Restored(NamedTuple):
    """A store that now holds what a backup held."""

    path: str
    """The store's file."""
    records: int
    """How many it holds."""
    kept: str | None
    """The file that holds what the store held before; None where there was none."""


def restore(backup: str, store: str | None = None, *, patience: Patience | None = None) -> Restored:
    """Let a store hold what a backup holds, all of it or nothing.

    The backup is proven first, on a copy that is brought to today's model; it is left as it is.
    Other programs that have the store open read what it held until they ask anew, and then what the
    backup held; one that writes is waited for, and what it wrote is among what is kept.

    Args:
        backup: a file that `masarat backup` made, or a copy that was kept beside a store.
        store: the file to be filled; the user's own store when None. It may be missing or damaged.
        patience: how long to wait for other programs that write, and whom to tell of it.

    Raises:
        StoreError: the backup is none, newer or damaged, or the store cannot be written or is
            locked; the store is as it was.
    """
    path = store if store is not None else default_store()
    if path == MEMORY:
        sentence = "A store in memory cannot be restored; name its file with --store."
        raise StoreError(Sentence(sentence))
    with explained(backup):
        require_sqlite()
        if os.path.exists(path) and os.path.exists(backup) and os.path.samefile(backup, path):
            sentence = "{path} is the store itself, and holds what it holds; name a backup of it."
            raise StoreError(Sentence(sentence, path=backup))
        proven = _proven(backup)
    with closing(proven), explained(path):
        refuse_path(path, os.path.abspath(path))
        replacement = Replacement(proven, path, patience or Patience(), os.path.abspath(backup))
        kept = replacement.carry_out()
        (records,) = proven.execute("SELECT count(*) FROM records").fetchone()
    return Restored(path, records, kept)


def _proven(backup: str) -> StoreConnection:
    """A copy of a backup that ends with its connection, sound and of today's model.

    Raises:
        StoreError: the backup is none, or newer, or damaged.
    """
    file = os.path.realpath(backup)
    header = look_at(backup, file, APPLICATION_ID, _OTHERWISE)
    if header is None:
        raise _is_empty(backup)
    copy = open_connection("")  # SQLite keeps it in memory, or in a file without a name
    try:
        with closing(open_for_reading(backup, file, header)) as original:
            copy_pages(original, copy)
        refuse_foreign_code(copy, backup)
        _refuse_damaged(copy, backup)
        model = model_of(copy, backup, _OTHERWISE)
        if not model:
            raise _is_empty(backup)  # noqa: TRY301 — the copy is closed below
        if model < MODEL_VERSION:
            bring_to_model(copy, MEMORY)
    except BaseException:
        copy.close()
        raise
    return copy


def _refuse_damaged(copy: sqlite3.Connection, backup: str) -> None:
    found = damage(copy)
    if found:
        sentence = (
            "{path} is damaged ({error}), and was not restored; name another backup, or save what "
            "can be read of it with masarat repair."
        )
        raise StoreError(Sentence(sentence, path=backup, error=found))


def _is_empty(backup: str) -> StoreError:
    return StoreError(Sentence("{path} is empty; {otherwise}.", path=backup, otherwise=_OTHERWISE))
