"""What a store holds, replaced as a whole while other programs have it open.

SQLite itself writes the new pages into the store's file, as one change: whoever reads goes on
reading what was there before until it asks anew, whoever wants to write waits, and a program that
is killed has changed nothing. So the file stays the same one, and no program is left with a file
that has lost its name. Only a file that SQLite cannot open at all is swapped for another; that
nobody has it open is proven by the lock that everybody who reads a store holds.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final

from store.disk.private_folder import private_folder
from store.errors import Sentence, StoreError
from store.sqlite.connection import (
    MILLISECONDS_A_TRY,
    Patience,
    execute_when_free,
    open_connection,
)
from store.sqlite.explanations import EXPLANATIONS
from store.sqlite.foreign_files import DamagedFileError, has_content, look_at, orphaned_journals
from store.sqlite.part_files import JOURNALS, part_of, sync_folder
from store.sqlite.read_only import may_write
from store.upkeep.copies import (
    BUSY,
    fill,
    keep_beside,
    names_beside,
    new_copy_beside,
    remove_oldest,
    write_copy,
)
from store.upkeep.database import APPLICATION_ID, pragma

REPLACED: Final = "replaced"
"""The label of a store that a backup took the place of."""
_LOCK: Final = 0x40000000
"""Where in a file SQLite locks it: https://www.sqlite.org/fileformat.html#the_lock_byte_page."""
_LOCKED_BYTES: Final = 512
_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ")


class Replacement:
    """What a store is to hold instead of what it holds."""

    def __init__(
        self,
        new: sqlite3.Connection,
        path: str,
        patience: Patience,
        spared: str = "",
        label: str = REPLACED,
        application_id: int = APPLICATION_ID,
    ) -> None:
        """Say what is to be replaced by what.

        Args:
            new: a sound store of today's model.
            path: the store's file as the user named it; it may be missing or damaged.
            patience: how long to wait for other programs that write.
            spared: a copy that stays, however old it is among those that are kept.
            label: what is kept of the store is called by it, see `store.upkeep.copies`.
            application_id: what the file says of itself, where it is a store that says otherwise.
        """
        self._label = label
        self._application_id = application_id
        self._new = new
        self._path = path
        self._file = os.path.realpath(path)
        self._patience = patience
        self._spared = spared
        self._kept: str | None = None
        self._is_done = False
        self._waited = 0

    def carry_out(self) -> str | None:
        """Replace it, and return the file that holds what was there; None where nothing was.

        Raises:
            StoreError: it cannot be replaced, or another program has it locked.
            sqlite3.Error: SQLite cannot do it.
            OSError: the system does not let it be done. All is as it was then.
        """
        if not may_write(self._file):
            raise StoreError(Sentence(EXPLANATIONS["SQLITE_READONLY"], path=self._path))
        try:
            self._replace()
        except Exception:
            if not self._is_done:
                self._forget_kept()
            raise
        remove_oldest(self._file, self._spared)
        return self._kept

    def _replace(self) -> None:
        try:
            look_at(self._path, self._file, self._application_id)
        except DamagedFileError:
            self._swap()
            return
        if not os.path.exists(self._file):
            self._make()
            return
        if orphaned_journals(self._file):  # SQLite would remove them
            self._move_journals(self._file, next(names_beside(self._file, self._label)))
        try:
            self._write_into()
        except UnicodeDecodeError:  # of what SQLite says, which quotes what is damaged
            self._forget_kept()
            self._swap()
        except sqlite3.DatabaseError as error:
            if not getattr(error, "sqlite_errorname", "").startswith(_DAMAGED):
                raise
            self._forget_kept()
            self._swap()

    def _forget_kept(self) -> None:
        if self._kept:
            os.unlink(self._kept)
            self._kept = None

    # --- into the file ---------------------------------------------------------------------------

    def _write_into(self) -> None:
        with closing(open_connection(self._file)) as live:
            live.execute(f"PRAGMA busy_timeout = {MILLISECONDS_A_TRY}")
            if not has_pages(live):
                self._write_pages(live)
            elif self._uses_wal(live):
                with closing(open_connection(self._file)) as reader:
                    self._write_pages(live, reader)
            else:  # a disk on which nobody can read what another program writes
                live.execute("PRAGMA locking_mode = EXCLUSIVE")
                execute_when_free(live, "BEGIN EXCLUSIVE", self._patience)
                live.execute("COMMIT")
                self._kept = new_copy_beside(live, self._file, self._label)
                self._write_pages(live)

    def _uses_wal(self, live: sqlite3.Connection) -> bool:
        execute_when_free(live, "PRAGMA journal_mode = WAL", self._patience)
        (mode,) = live.execute("PRAGMA journal_mode").fetchone()
        return bool(mode == "wal")

    def _write_pages(
        self, live: sqlite3.Connection, reader: sqlite3.Connection | None = None
    ) -> None:
        """Write page after page as one change.

        Args:
            live: of the store.
            reader: of the store, by which what is there is kept once nobody else can change it.
        """

        def after_each(status: int, _remaining: int, _pages: int) -> None:
            self._is_done = status == sqlite3.SQLITE_DONE
            if status in BUSY:
                self._wait()
            elif status == sqlite3.SQLITE_OK and reader and not self._kept:
                self._kept = new_copy_beside(reader, self._file, self._label)

        with self._new_of_page_size(pragma(live, "page_size")) as new:
            # The first of several steps locks the store, and the last one ends the change.
            new.backup(live, pages=1, progress=after_each, sleep=MILLISECONDS_A_TRY / 1_000)

    def _wait(self) -> None:
        self._waited += 1
        if self._waited == 1:
            self._patience.tell()
        if self._waited >= self._patience.tries:
            raise StoreError(Sentence(EXPLANATIONS["SQLITE_BUSY"], path=self._path))

    @contextmanager
    def _new_of_page_size(self, size: int) -> Iterator[sqlite3.Connection]:
        """The new store with pages as large as the file has them, which stay as they are."""
        if pragma(self._new, "page_size") == size:
            yield self._new
            return
        with part_of(self._file) as part:
            fill(part, self._new)
            with closing(open_connection(part)) as new:
                new.execute(f"PRAGMA page_size = {size}")
                new.execute("VACUUM")
                yield new

    # --- in the place of the file ----------------------------------------------------------------

    def _make(self) -> None:
        """Make the store where none is."""
        private_folder(os.path.dirname(self._file))
        self._move_journals(self._file, next(names_beside(self._file, self._label)))
        write_copy(self._new, self._file)

    def _swap(self) -> None:
        """Put a new file in the place of one that SQLite cannot open."""
        permissions = stat.S_IMODE(os.stat(self._file).st_mode) & 0o777
        with self._locked(), part_of(self._file) as part:
            fill(part, self._new)
            os.chmod(part, permissions)
            kept = keep_beside(self._file, self._label, removes_oldest=False)
            try:
                self._move_journals(self._file, kept)
                os.replace(part, self._file)
            except Exception:
                self._move_journals(kept, self._file)
                os.unlink(kept)
                raise
            self._kept, self._is_done = kept, True
            sync_folder(self._file)

    @staticmethod
    def _move_journals(file: str, to: str) -> None:
        """Let journals follow the file that they belong to: SQLite would play them into another."""
        for ending in JOURNALS:
            with suppress(FileNotFoundError):
                if has_content(file + ending):
                    os.rename(file + ending, to + ending)
                else:
                    os.unlink(file + ending)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Lock a file as SQLite does who wants to be alone with it.

        Raises:
            StoreError: another program has it open.
        """
        with open(self._file, "r+b") as opened:
            try:
                fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCK)
            except BlockingIOError as error:
                raise StoreError(Sentence(EXPLANATIONS["SQLITE_BUSY"], path=self._path)) from error
            yield


def has_pages(connection: sqlite3.Connection) -> bool:
    """Whether there is anything in a database."""
    return pragma(connection, "page_count") > 0
