"""Files written into a folder all at once: whatever happens, it holds the old or the new ones.

What else is in the folder stays as it is. `store.disk.journal` shows how far an export has come; a
killed one is finished or undone by `settle`, before anything else is written or read there.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from stat import S_ISDIR
from typing import Final

from store.disk.inner_folders import InnerFolders
from store.disk.journal import JOURNAL, WORKING, Plan, is_inside
from store.disk.locked_file import HeldError, lock
from store.disk.new_folder import (
    is_new_folder,
    new_folder,
    remove_abandoned_folders,
    settle_above,
)
from store.disk.open_folder import OpenFolder
from store.disk.reasons import existing, not_written
from store.disk.staged_export import StagedExport, under_way
from store.disk.whole_file import remove_abandoned
from store.errors import ExportError, Sentence, WriteError

_THERE: Final = (errno.ENOTEMPTY, errno.EEXIST)
"""What the system says of a folder that has come to be where one was to be put."""


def write_files(
    folder: str | os.PathLike[str],
    names: Sequence[str],
    texts: Iterable[str],
    *,
    overwrite: bool,
) -> None:
    """Write files into a folder, all of them or none.

    Nothing is written through a link in the folder, nor outside it.

    Args:
        folder: made where it is missing; it may be reached over links.
        names: the path of each in the folder, with `/`.
        texts: the text of each, in the same order; they may be made as they are asked for.
        overwrite: whether files that exist may be replaced.

    Raises:
        ExportError: a file exists and may not be replaced.
        WriteError: a file cannot be written, or another export into the folder is under way.
    """
    for name in names:
        if not is_inside(name):
            sentence = "{name} is no name for a file; correct the key, then export again."
            raise WriteError(Sentence(sentence, name=name))
    path = os.fspath(folder)
    with _explained(folder):
        if os.path.lexists(path) or not _written_into_new(path, names, texts, overwrite=overwrite):
            with OpenFolder.at(path) as root:
                _settle(root)
                plan = _plan(root, names, overwrite=overwrite)
                with StagedExport.begun(root, plan) as export:
                    export.write(texts)


def _written_into_new(
    path: str, names: Sequence[str], texts: Iterable[str], *, overwrite: bool
) -> bool:
    """Whether the folder could be made; else another program has made one meanwhile."""
    is_put = False
    try:
        with new_folder(path) as new:
            plan = _plan(new.root, names, overwrite=overwrite, new=new.depth)
            with StagedExport.begun(new.root, plan) as export:
                try:
                    new.put()
                except BaseException:
                    export.abandon()
                    raise
                is_put = True
                export.write(texts)
    except OSError as error:
        if is_put or error.errno not in _THERE or not os.path.lexists(path):
            raise
    return is_put


def settle(folder: str | os.PathLike[str]) -> None:
    """Finish or undo what killed programs had begun to write into a folder, or into that above it.

    Raises:
        WriteError: that cannot be done, or an export is under way.
    """
    above = os.path.join(folder, os.pardir)
    with suppress(OSError):
        if os.lstat(os.path.join(above, JOURNAL)).st_uid == os.geteuid():
            _settle_at(above)
    settle_above(os.fspath(folder))
    _settle_at(os.fspath(folder))


def settle_with_inner(folder: str | os.PathLike[str]) -> None:
    """Do as `settle`, and the same in the folders in it that are not hidden.

    Raises:
        WriteError: as `settle`.
    """
    settle(folder)
    left = []
    for inner, folders, files in os.walk(folder):
        remove_abandoned_folders(inner, folders)
        folders[:] = [name for name in folders if not name.startswith(".")]
        if JOURNAL in files and os.lstat(os.path.join(inner, JOURNAL)).st_uid == os.geteuid():
            left.append(inner)
    for inner in left:
        _settle_at(inner)


def _settle_at(path: str) -> None:
    try:
        folder = OpenFolder.at(path)
    except OSError:
        return  # whoever reads or writes there next says why not
    with folder as root, _explained(path):
        if not os.access(path or os.curdir, os.X_OK):
            return  # as above
        to_go = _settle(root)
    with suppress(OSError):  # something else is in one
        for _ in range(to_go):
            os.rmdir(path)
            path = os.path.dirname(os.path.abspath(path))


def _settle(root: OpenFolder) -> int:
    """Finish or undo, and return how many folders were made by what is undone, this one first."""
    remove_abandoned(root)
    try:
        descriptor = lock(root, JOURNAL)
    except FileNotFoundError:
        return 0
    except HeldError as error:
        raise under_way(root) from error
    with StagedExport(root, descriptor) as export:
        return export.settle()


def _plan(root: OpenFolder, names: Sequence[str], *, overwrite: bool, new: int = 0) -> Plan:
    """Look what is there, and plan; of the folder and those above it, some may be new.

    Raises:
        ExportError: a file exists and may not be replaced.
        OSError: a link or a folder is in the way.
    """
    made = ["/".join([".."] * above) or "." for above in reversed(range(new))]
    taken: list[str] = []
    with InnerFolders(root) as folders:
        for path in dict.fromkeys(chain.from_iterable(map(_folders_of, names))):
            if not folders.find(path):
                made.append(path)
        for name in names:
            folder, file = folders.place(name)
            status = folder.status(file) if folder else None
            if status and S_ISDIR(status.st_mode):
                where = os.path.join(root.path, name)
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), where)
            if status and not overwrite:
                taken.append(os.path.join(root.path, name))
    if taken:
        raise ExportError(existing(taken))
    return Plan(os.urandom(8).hex(), overwrite, tuple(made), tuple(names))


def _folders_of(name: str) -> list[str]:
    """The paths of the folders around a file, the outer ones first."""
    parts = name.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


@contextmanager
def _explained(folder: str | os.PathLike[str]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteError(not_written(_as_the_user_knows(error, folder), error)) from error


def _as_the_user_knows(error: OSError, folder: str | os.PathLike[str]) -> str:
    """What an error is about, or the folder in which we work under a name of our own."""
    where = os.fspath(folder)
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else where
    above, working, name = path.partition(WORKING)
    if not working:
        return path
    return where if is_new_folder(working + name) else above.rstrip("/") or where
