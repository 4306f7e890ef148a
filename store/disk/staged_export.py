"""An export into a folder that exists: staged beside the places of its files, then put there.

Its journal (`store.disk.journal`) is written before anything else and removed after all else.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, Self

from store.disk.inner_folders import InnerFolders
from store.disk.journal import (
    COMPLETE,
    JOURNAL,
    LARGEST,
    NewerJournalError,
    NotAJournalError,
    Plan,
    is_outer,
    read_journal,
)
from store.disk.locked_file import make_locked
from store.disk.open_folder import OpenFolder, is_file, write_all
from store.disk.reasons import not_written
from store.errors import ExportError, Sentence, WriteError

_NO_PLAN: Final = Plan("", overwrite=False, made=(), names=())


class StagedExport:
    """An export whose journal this program holds locked, to be used with `with`."""

    __slots__ = ("_descriptor", "_folders", "_plan", "_root")

    def __init__(self, root: OpenFolder, descriptor: int, plan: Plan = _NO_PLAN) -> None:
        """Take over the journal's descriptor; one that was left still has to be read."""
        self._root = root
        self._descriptor = descriptor
        self._plan = plan
        self._folders = InnerFolders(root)

    @classmethod
    def begun(cls, root: OpenFolder, plan: Plan) -> Self:
        """Begin one by writing down its plan, so that whatever it leaves is known.

        Raises:
            WriteError: another one is under way.
            OSError: the journal cannot be written.
        """
        try:
            descriptor = make_locked(root, JOURNAL, 0o666)
        except FileExistsError as error:
            raise under_way(root) from error
        export = cls(root, descriptor, plan)
        try:
            write_all(descriptor, plan.to_bytes())
            root.sync()
        except BaseException:
            with export, suppress(OSError):
                root.remove(JOURNAL)
            raise
        return export

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._folders.__exit__(*raised)
        os.close(self._descriptor)

    def write(self, texts: Iterable[str]) -> None:
        """Stage all files, and only when all are on the disk put them in their places.

        Raises:
            OSError: a file cannot be staged; nothing is left.
            WriteError: one cannot be put in its place; `settle` will do it.
            ExportError: one has come to be in a place meanwhile, and is kept.
        """
        try:
            self._stage(texts)
            write_all(self._descriptor, COMPLETE)
        except BaseException:
            with suppress(OSError):  # then the next start decides
                self._retract()
                self._undo()
            raise
        try:
            self._finish()
        except KeyboardInterrupt:
            self._finish()
            raise

    def abandon(self) -> None:
        """Take the journal of one back that has not staged anything."""
        with suppress(OSError):
            self._root.remove(JOURNAL)

    def settle(self) -> int:
        """Finish or undo one that was left.

        Returns:
            How many folders are to go, as it made them and is undone: the whole one, then those
            above it.

        Raises:
            OSError: it cannot be undone.
            WriteError: it cannot be finished, or what has the journal's name is none.
        """
        try:
            plan, is_complete = read_journal(self._read())
        except NotAJournalError as error:
            raise self._unknown(error) from error
        self._plan = plan or _NO_PLAN
        if is_complete:
            self._finish()
            return 0
        self._undo()
        return sum(map(is_outer, self._plan.made))

    def _read(self) -> bytes:
        status = os.fstat(self._descriptor)
        if not is_file(status) or status.st_size > LARGEST:
            raise NotAJournalError
        with open(self._descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST)

    def _unknown(self, error: NotAJournalError) -> WriteError:
        file = os.path.join(self._root.path, JOURNAL)
        if isinstance(error, NewerJournalError):
            sentence = "{file} was left by a newer masarat; update masarat, then try again."
        else:
            sentence = (
                "{file} is not what masarat leaves of an export; "
                "see what it is and move it away, then try again."
            )
        return WriteError(Sentence(sentence, file=file))

    def _stage(self, texts: Iterable[str]) -> None:
        for path in self._plan.made:
            if not is_outer(path):
                self._folders.make(path)
        for index, (name, text) in enumerate(zip(self._plan.names, texts, strict=True)):
            folder, file = self._folders.place(name)
            if not folder:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
            folder.write(self._plan.staged(index), text.encode(), like=file)
        self._folders.sync()

    def _retract(self) -> None:
        """Take back that all is staged, as the word may have come to the disk in part or whole."""
        os.ftruncate(self._descriptor, len(self._plan.to_bytes()))
        os.fsync(self._descriptor)

    def _finish(self) -> None:
        """Put what is staged in its places; may be done again."""
        kept = ""
        for index, name in enumerate(self._plan.names):
            try:
                self._put(self._plan.staged(index), name)
            except FileExistsError:
                kept = kept or name
            except OSError as error:
                raise self._unfinished(name, error) from error
        self._folders.sync()
        self._root.remove(JOURNAL)
        self._root.sync()
        if kept:
            sentence = (
                "{file} came to be there meanwhile, and is kept; all other files are written. "
                "Compare it, then export with --overwrite."
            )
            raise ExportError(Sentence(sentence, file=os.path.join(self._root.path, kept)))

    def _put(self, staged: str, name: str) -> None:
        folder, file = self._folders.place(name)
        status = folder.status(staged) if folder else None
        if not folder or not status:
            return  # it is in its place already
        if not is_file(status):
            folder.remove(staged)  # none of ours
        elif self._plan.overwrite:
            folder.rename(staged, file)
        else:
            try:
                folder.rename_to_free(staged, file)
            except FileExistsError:
                folder.remove(staged)
                raise

    def _unfinished(self, name: str, error: OSError) -> WriteError:
        folder = self._root.path
        sentence = (
            "{message} The rest of the export waits in {folder}; "
            "the next export, import or check there writes it."
        )
        message = not_written(os.path.join(folder, name), error)
        return WriteError(Sentence(sentence, message=message, folder=folder))

    def _undo(self) -> None:
        """Remove what is staged, and folders that were made for it and are empty."""
        for index, name in enumerate(self._plan.names):
            folder, _ = self._folders.place(name)
            if folder:
                folder.remove(self._plan.staged(index))
        for path in reversed(self._plan.made):
            if not is_outer(path):
                self._folders.remove_empty(path)
        self._root.remove(JOURNAL)
        self._root.sync()


def under_way(root: OpenFolder) -> WriteError:
    """Say that another export has the folder's journal."""
    sentence = "Another export into {folder} is under way; wait for its end, then try again."
    return WriteError(Sentence(sentence, folder=root.path))
