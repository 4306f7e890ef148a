"""Repairing a store: what is found, what is made anew or saved, and what is put in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from store.backups.replacing import Replacement
from store.errors import ImportRefused, Sentence, StoreError
from store.examination.examination import Damage
from store.examination.examine import examine_copy
from store.paths import SEEDS_FOLDER, default_store
from store.repairs.definitions import give_definitions
from store.repairs.first_page import give_first_page
from store.repairs.indexes import rebuild
from store.repairs.its_own_marks import give_marks, is_store_by_its_tables
from store.repairs.salvage import salvage
from store.sqlite.connection import Patience, StoreConnection, open_connection
from store.sqlite.explanations import EXPLANATIONS, explained
from store.sqlite.file_header import FileHeader, read_header
from store.sqlite.foreign_files import refuse_database, refuse_path
from store.sqlite.journals import cut_off, undone_in_part
from store.sqlite.locked_files import Opened, copy_file
from store.sqlite.part_files import JOURNALS
from store.sqlite.read_only import may_write
from store.sqlite.requirements import require_sqlite
from store.tuples import NamedTuple
from store.upkeep import seeding
from store.upkeep.copies import copy_pages
from store.upkeep.database import (
    APPLICATION_ID,
    MEMORY,
    MODEL_VERSION,
    bring_to_model,
    connect,
    model_of,
)
from store.upkeep.foreign_code import foreign_code, remove_foreign_code

if TYPE_CHECKING:
    from pathlib import Path

KEPT_AS: Final = "before-repair"
"""The label of the damaged store that is kept beside the mended one."""
_NO_DATABASE: Final = "file is not a database"
"""In SQLite's words."""


class Repair(NamedTuple):
    """What was found in a store and done about it."""

    path: str
    damages: tuple[Damage, ...]
    """What was found; nothing was done where that is nothing."""
    is_rebuilt: bool = False
    """Whether only indexes were made anew, and all records are as they were."""
    records: int = 0
    """How many the store holds now."""
    losses: tuple[Sentence, ...] = ()
    """What could not be saved."""
    kept: str | None = None
    """The file that holds the store as it was."""


def repair(
    path: str | None = None,
    *,
    seeds: Path | str | None = SEEDS_FOLDER,
    patience: Patience | None = None,
) -> Repair:
    """Examine a store, and mend what is wrong with it.

    All is done in a copy, which is examined once more before it takes the store's place; what the
    store held is kept beside it.

    Args:
        path: the store's file; the user's own store when None.
        seeds: the shipped records, from which those of them are taken that are lost.
        patience: how long to wait for other programs that write, and whom to tell of it.

    Raises:
        StoreError: it is no store, may not be written or is locked, or nothing can be read of it;
            it is as it was.
    """
    path = path if path is not None else default_store()
    if path == MEMORY:
        raise StoreError(Sentence("A store in memory needs no repair; name its file with --store."))
    with explained(path):
        require_sqlite()
        refuse_path(path, os.path.abspath(path))
        file = os.path.realpath(path)
        _refuse_what_is_none(path, file)
        mender = _Mender(path, file, seeds, patience or Patience())
        return mender.mended()


def _refuse_what_is_none(path: str, file: str) -> None:
    if not _size(file):
        raise StoreError(
            Sentence("There is no store at {path}, and so nothing to repair.", path=path)
        )
    if not os.path.isfile(file):
        raise StoreError(Sentence("{path} is no file; name a store with --store.", path=path))
    if not may_write(file):
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_READONLY"], path=path))
    header = _header(file)
    is_foreign = header and header.application_id != APPLICATION_ID and header.has_tables
    if is_foreign and not is_store_by_its_tables(file):
        refuse_database(path)


def _size(file: str) -> int:
    """How long a file is; 0 where there is none."""
    try:
        return os.stat(file).st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _header(file: str) -> FileHeader | None:
    with Opened(file) as opened:
        return read_header(opened.read(200))


class _Mender:
    def __init__(self, path: str, file: str, seeds: Path | str | None, patience: Patience) -> None:
        self._path = path
        self._file = file
        self._seeds = seeds
        self._patience = patience
        self._aside: list[Damage] = []
        """What was mended in the copy before it was examined, none of it in a record."""
        self._lost: list[Damage] = []
        """What was lost before there was a copy, as the journals of the store tell."""

    def mended(self) -> Repair:
        with self._copy() as (copy, unreadable):
            found = (unreadable,) if unreadable else tuple(examine_copy(copy))
            damages = (*self._lost, *self._aside, *found)
            if not damages:
                return Repair(self._path, ())
            if all(damage.is_of_index for damage in damages) and self._is_rebuilt(copy):
                kept = self._put(copy)
                return Repair(self._path, damages, True, _count(copy), (), kept)
            return self._salvaged(copy, damages)

    def _is_rebuilt(self, copy: StoreConnection) -> bool:
        """Whether a copy is sound once its indexes are made anew."""
        try:
            rebuild(copy)
        except (sqlite3.Error, UnicodeDecodeError, StoreError):
            return False
        return not any(examine_copy(copy))

    def _salvaged(self, copy: StoreConnection, damages: tuple[Damage, ...]) -> Repair:
        with closing(connect(MEMORY)) as new:
            with suppress(ImportRefused):  # a checkout whose own records are being edited
                seeding.refresh(new, self._seeds if _was_filled(copy) else None)
            saved = salvage(copy, new)
            wrong = next(iter(examine_copy(new)), None)
            if wrong:
                sentence = "{path} could not be mended: {what}; it is as it was."
                raise StoreError(Sentence(sentence, path=self._path, what=wrong.what))
            if not saved.rows:
                sentence = (
                    "Nothing can be read of {path}; put a backup back with masarat backup "
                    "--restore FILE. It is as it was."
                )
                raise StoreError(Sentence(sentence, path=self._path))
            new.execute("PRAGMA foreign_keys = ON")
            kept = self._put(new)
            return Repair(self._path, damages, False, _count(new), saved.losses, kept)

    def _put(self, new: sqlite3.Connection) -> str | None:
        header = _header(self._file)
        said = header.application_id if header else APPLICATION_ID
        return Replacement(
            new, self._path, self._patience, label=KEPT_AS, application_id=said
        ).carry_out()

    # --- a copy to work on -----------------------------------------------------------------------

    @contextmanager
    def _copy(self) -> Iterator[tuple[StoreConnection, Damage | None]]:
        """A copy of the store as it is at one moment, and what kept it from being read as usual."""
        copy = open_connection("")
        header = _header(self._file)
        try:
            if header and not header.is_usable:
                raise sqlite3.DatabaseError(_NO_DATABASE)  # noqa: TRY301
            undone = undone_in_part(self._path, self._file)
            with closing(open_connection(self._file)) as live:
                copy_pages(live, copy)
                log = cut_off(self._path, self._file, header.page_size) if header else None
            self._lost = [Damage(told) for told in (undone, log) if told]
            self._aside = _given_definitions(copy)
            self._aside += [*give_marks(copy), *_without_foreign_code(copy)]
            if not 0 < model_of(copy, self._path) <= MODEL_VERSION:
                raise sqlite3.DatabaseError(_NO_DATABASE)  # noqa: TRY301
            if model_of(copy, self._path) < MODEL_VERSION:
                bring_to_model(copy, MEMORY)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
                raise
            copy.close()
            with self._copy_of_bytes() as raw:
                yield (
                    raw,
                    Damage(Sentence("the file cannot be read as a whole: {error}", error=error)),
                )
            return
        with closing(copy):
            yield copy, None

    @contextmanager
    def _copy_of_bytes(self) -> Iterator[StoreConnection]:
        """A copy of the file with its journals, which is read whatever its first page says."""
        with TemporaryDirectory(prefix="masarat-") as folder:
            file = os.path.join(folder, "copy.db")
            for ending in ("", *JOURNALS):
                with suppress(FileNotFoundError):
                    copy_file(self._file + ending, file + ending)
            give_first_page(file)
            with closing(open_connection(file)) as copy:
                # SQLite then reads a file that is cut off, or of which a definition is broken.
                copy.execute("PRAGMA writable_schema = ON")
                self._aside = [*_given_definitions(copy), *_without_foreign_code(copy)]
                copy.execute("PRAGMA writable_schema = ON")
                yield copy


def _given_definitions(copy: sqlite3.Connection) -> list[Damage]:
    with suppress(sqlite3.Error, UnicodeDecodeError):
        return give_definitions(copy)
    return []


def _without_foreign_code(copy: sqlite3.Connection) -> list[Damage]:
    """Take out of a copy what would run unasked, and tell of it: nothing of it is a record."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        found = [Damage(what, is_of_index=True) for what in foreign_code(copy)]
        if found:
            remove_foreign_code(copy)
        return found
    return []


def _was_filled(copy: sqlite3.Connection) -> bool:
    """Whether a store held what we ship; one that cannot say so is taken to have."""
    try:
        found = copy.execute("SELECT 1 FROM settings WHERE name = 'seeds'").fetchone()
        if copy.execute("SELECT 1 FROM settings WHERE name = 'without'").fetchone():
            return False
        shipped = copy.execute("SELECT 1 FROM records WHERE seed_digest IS NOT NULL").fetchone()
    except sqlite3.Error:
        return True
    return bool(found or shipped)


def _count(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM records").fetchone()
    return int(count)
