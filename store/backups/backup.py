"""Making a backup: one file that holds all of a store, which is looked at before it gets its name.

Backups are the user's own and are never removed. The copies that a migration, a repair or a
restoring keeps beside a store are `store.upkeep.copies`.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from store.errors import Sentence, StoreError
from store.sqlite.foreign_files import has_content
from store.sqlite.part_files import JOURNALS
from store.tuples import NamedTuple
from store.upkeep.copies import dated_names, write_copy, write_to_free
from store.upkeep.database import MEMORY


class Backup(NamedTuple):
    """A backup that was made."""

    path: str
    size: int
    """In bytes."""
    records: int
    """How many it holds."""


def back_up(connection: sqlite3.Connection, store: str, to: str | None = None) -> Backup:
    """Copy a store into one new file that only its user may read, whole and sound or not at all.

    Args:
        connection: of the store, to which others may write meanwhile.
        store: its file, or `:memory:`.
        to: the new file, or a folder for one with the date in its name; beside the store when None.

    Raises:
        StoreError: nothing was made, as the store is damaged, a name is taken or may not be, or the
            disk refuses it.
    """
    if to is None and store == MEMORY:
        sentence = "A store in memory has no folder for its backups; name a file or a folder."
        raise StoreError(Sentence(sentence))
    folder = os.path.dirname(os.path.abspath(store)) if to is None else to
    if os.path.isdir(folder):
        name = "masarat.db" if store == MEMORY else os.path.basename(store)
        stem, ending = os.path.splitext(name)
        names = dated_names(os.path.join(folder, f"{stem}-"), ending or ".db")
        return _backup_at(write_to_free(connection, names, is_sound=True))
    _refuse_name(folder, store)
    try:
        write_copy(connection, folder, is_sound=True)
    except FileExistsError as error:
        sentence = (
            "{path} exists already, and a backup replaces nothing; name another file, or a folder."
        )
        raise StoreError(Sentence(sentence, path=folder)) from error
    return _backup_at(folder)


def _refuse_name(path: str, store: str) -> None:
    """Refuse a name that is the store's, or by which SQLite would take one file for a journal."""
    if os.path.exists(path) and os.path.exists(store) and os.path.samefile(path, store):
        sentence = "{path} is the store itself; name another file, or a folder."
        raise StoreError(Sentence(sentence, path=path))
    for ending in JOURNALS:
        database = path.removesuffix(ending)
        if database != path and os.path.exists(database):
            _refuse_journal(path, database)
        if has_content(path + ending):
            _refuse_journal(path + ending, path)


def _refuse_journal(path: str, database: str) -> None:
    sentence = (
        "{path} would be taken for a part of {database}, which SQLite keeps beside it; name "
        "another file, or a folder."
    )
    raise StoreError(Sentence(sentence, path=path, database=database))


def _backup_at(path: str) -> Backup:
    with closing(sqlite3.connect(path)) as copy:
        (records,) = copy.execute("SELECT count(*) FROM records").fetchone()
    return Backup(path, os.stat(path).st_size, records)
