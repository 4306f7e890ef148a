"""Looking at a file before SQLite does, so that what is no store is told apart and left as it is.

Only reading and `stat` are done here, and nothing that could wait: a pipe is never opened.
"""

from __future__ import annotations

import os
import stat
import struct
import time

from store.errors import Sentence, StoreError
from store.sqlite.explanations import DAMAGED
from store.sqlite.file_header import FileHeader, read_header
from store.sqlite.locked_files import Opened
from store.typed import Final

LONGEST_PATH: Final = 504
"""In bytes: SQLite's MAX_PATHNAME, less the ending of a journal's name."""
_ENDING: Final = "-journal"
LONGEST_NAME: Final = 255 - len(_ENDING)
"""In bytes: what file systems take, less the same."""
_UNUSABLE: Final = Sentence("its first bytes are not those of a database")
_SECONDS_FOR_A_START: Final = 60
_SHOWN: Final = 60
_BEGINNING: Final = 4096
_TEXT: Final = bytes({7, 8, 9, 10, 12, 13, 27, *range(0x20, 0x100)} - {0x7F})
_ARCHIVES: Final = (
    b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c"
)  # fmt: skip
_JOURNAL_HEADER: Final = struct.Struct(">III 20x")
_JOURNAL_MAGIC: Final = (0x377F0682, 0x377F0683)
_ROLLBACK_HEADER: Final = struct.Struct(">8s 8x I")
_ROLLBACK_MAGIC: Final = b"\xd9\xd5\x05\xf9 \xa1c\xd7"
_FRAME_HEADER: Final = struct.Struct(">I 20x")
_FRAMES_LOOKED_AT: Final = 200


NAME_ANOTHER: Final = Sentence("name another file with --store")
"""What to do where a file cannot be the store."""
_RESTORE: Final = Sentence("restore a copy, or move it away to start a new store")


class DamagedFileError(StoreError):
    """A file is no store as it is, and may have been one."""


def refuse_path(path: str, file: str) -> None:
    """Refuse a path that SQLite cannot take, before any folder is made for it.

    Args:
        path: the store as the user named it.
        file: its whole path.

    Raises:
        StoreError: it is too long, or holds a NUL.
    """
    if "\0" in path:
        sentence = "{path} cannot be the name of a file; name another file with --store."
        raise StoreError(Sentence(sentence, path=repr(path)))
    length = len(os.fsencode(file))
    if length > LONGEST_PATH:
        sentence = (
            "{path} is too long a path for a store ({length:,} bytes, and SQLite takes {most}); "
            "name a file with a shorter one with --store."
        )
        raise StoreError(
            Sentence(sentence, path=_shortened(path), length=length, most=LONGEST_PATH)
        )
    name = len(os.fsencode(os.path.basename(file)))
    if name > LONGEST_NAME and not os.path.isfile(file):
        sentence = (
            "{path} is too long a name for a store ({length} bytes, and SQLite needs {more} more "
            "for what it keeps beside it); name a file with a shorter one with --store."
        )
        raise StoreError(Sentence(sentence, path=_shortened(path), length=name, more=len(_ENDING)))


def _shortened(path: str) -> str:
    return path if len(path) <= _SHOWN else f"{path[:_SHOWN]}…"


def look_at(
    path: str, file: str, application_id: int, otherwise: Sentence | None = None
) -> FileHeader | None:
    """Look at what stands where a store should be.

    Args:
        path: the store as the user named it.
        file: its whole path, links followed.
        application_id: of a store.
        otherwise: what to do where it cannot be a store, if not to name another with `--store`.

    Returns:
        What the file says of itself; None where there is no file yet, or an empty one.

    Raises:
        DamagedFileError: it cannot be a store, and may have been one.
        StoreError: it is something else.
        OSError: the system does not let it be looked at.
    """
    try:
        status = os.stat(file)
    except FileNotFoundError:
        return None
    _refuse_irregular(path, status.st_mode, otherwise or NAME_ANOTHER)
    if not status.st_size or _was_empty_before(f"{file}-journal"):
        return None
    # By its bits too, as a superuser may read anything: a protected file is meant to stay so.
    if not status.st_mode & 0o444 or not os.access(file, os.R_OK):
        sentence = (
            "{path} may not be read by this user; have its permissions changed, or {otherwise}."
        )
        raise StoreError(Sentence(sentence, path=path, otherwise=otherwise or NAME_ANOTHER))
    with Opened(file) as opened:
        content = opened.read(_BEGINNING)
    header = read_header(content)
    if header is None:
        raise _what_it_is(path, content, otherwise or NAME_ANOTHER)
    if header.application_id != application_id and (
        header.application_id or header.user_version or header.has_tables
    ):
        refuse_database(path, otherwise)
    if not header.is_usable:
        raise DamagedFileError(Sentence(DAMAGED, path=path, error=_UNUSABLE))
    _refuse_foreign_journal(path, file, header, application_id)
    # What a journal holds is still to be played in: a write-ahead log, or a change to be undone.
    is_settled = not any(has_content(f"{file}{ending}") for ending in ("-wal", "-journal"))
    if status.st_size < header.size and is_settled:
        sentence = "{path} is truncated: {there:,} of {expected:,} bytes are there; {otherwise}."
        raise DamagedFileError(
            Sentence(
                sentence,
                path=path,
                there=status.st_size,
                expected=header.size,
                otherwise=otherwise or _RESTORE,
            )
        )
    return header


def was_emptied(file: str) -> bool:
    """Whether a file is there without content, and not because another start is making it now."""
    try:
        status = os.stat(file)
    except FileNotFoundError:
        return False
    is_old = time.time() - status.st_mtime > _SECONDS_FOR_A_START
    return not status.st_size and is_old and not has_content(f"{file}-wal")


def refuse_orphan(path: str, file: str) -> None:
    """Refuse to make a store beside journals of one that is gone, which SQLite would remove.

    Args:
        path: the store as the user named it.
        file: its whole path, where nothing is, or an empty file.

    Raises:
        StoreError: there are some.
    """
    for journal in orphaned_journals(file):
        sentence = (
            "{journal} holds changes to {path}, which is empty or gone; put that back, or a backup "
            "with masarat backup --restore FILE, or move the former away to start a new store."
        )
        raise StoreError(Sentence(sentence, path=path, journal=journal))


def orphaned_journals(file: str) -> list[str]:
    """Journals that hold something of a database of which there is nothing else."""
    if has_content(file):
        return []
    log, journal = f"{file}-wal", f"{file}-journal"
    is_log = has_content(log) and os.stat(log).st_size > _JOURNAL_HEADER.size
    return [*([log] if is_log else []), *([journal] if _pages_before(journal) else [])]


def refuse_database(path: str, otherwise: Sentence | None = None) -> None:
    """Refuse a database that is not ours.

    Args:
        path: of the file.
        otherwise: see `look_at`.

    Raises:
        StoreError: always.
    """
    sentence = "{path} is a SQLite database of another program; {otherwise}."
    raise StoreError(Sentence(sentence, path=path, otherwise=otherwise or NAME_ANOTHER))


def has_content(file: str) -> bool:
    """Whether there is such a file, and something in it."""
    try:
        return os.stat(file).st_size > 0
    except OSError:
        return False


def _refuse_irregular(path: str, mode: int, otherwise: Sentence) -> None:
    if stat.S_ISDIR(mode):
        raise StoreError(
            Sentence("{path} is a folder; {otherwise}.", path=path, otherwise=otherwise)
        )
    if not stat.S_ISREG(mode):
        sentence = "{path} is a pipe, a socket or a device, which cannot hold a store; {otherwise}."
        raise StoreError(Sentence(sentence, path=path, otherwise=otherwise))


def _what_it_is(path: str, content: bytes, otherwise: Sentence) -> StoreError:
    if content.startswith(_ARCHIVES):
        sentence = (
            "{path} is not a SQLite database but a compressed file; unpack it, then name what was "
            "in it."
        )
        return StoreError(Sentence(sentence, path=path))
    if not content.translate(None, _TEXT):
        sentence = (
            "{path} is not a SQLite database but text; read records from it with masarat import, "
            "or {otherwise}."
        )
        return StoreError(Sentence(sentence, path=path, otherwise=otherwise))
    sentence = "{path} is not a SQLite database, or it is encrypted; {otherwise}."
    return DamagedFileError(Sentence(sentence, path=path, otherwise=otherwise))


# --- the journal beside it -----------------------------------------------------------------------


def _was_empty_before(journal: str) -> bool:
    """Whether a change that was broken off, which SQLite is to undo, was the first to its file.

    What stands in the file then is half written.
    """
    return _pages_before(journal) == 0


def _pages_before(journal: str) -> int | None:
    """How many pages a file had before a change that was broken off; None where SQLite sees none.

    The journal says it: https://www.sqlite.org/fileformat.html#the_rollback_journal.
    """
    try:
        with open(journal, "rb") as opened:
            beginning = opened.read(_ROLLBACK_HEADER.size)
    except OSError:
        return None
    if len(beginning) < _ROLLBACK_HEADER.size:
        return None
    magic, pages = _ROLLBACK_HEADER.unpack(beginning)
    return int(pages) if magic == _ROLLBACK_MAGIC else None


def _refuse_foreign_journal(path: str, file: str, header: FileHeader, application_id: int) -> None:
    """Refuse a write-ahead log of something else, which SQLite would play into the file.

    It knows a log by its name alone. One whose beginning is zeros was not written to its end.
    """
    journal = f"{file}-wal"
    if not has_content(journal):
        return
    if not os.access(journal, os.R_OK):
        sentence = (
            "{journal} may not be read by this user, and the last changes to {path} are in it; "
            "have its permissions changed."
        )
        raise StoreError(Sentence(sentence, path=path, journal=journal))
    if not _may_be_journal_of(header, journal, application_id):
        sentence = (
            "{journal} is no journal of {path}, and would damage it; move it away, then try again."
        )
        raise StoreError(Sentence(sentence, path=path, journal=journal))


def _may_be_journal_of(header: FileHeader, journal: str, application_id: int) -> bool:
    # The file itself may not say yet whose it is: what does stands in its log until it is copied.
    with open(journal, "rb") as opened:
        beginning = opened.read(_JOURNAL_HEADER.size)
        if len(beginning) < _JOURNAL_HEADER.size or not any(beginning):
            return True
        magic, _, page_size = _JOURNAL_HEADER.unpack(beginning)
        if magic not in _JOURNAL_MAGIC or page_size != header.page_size:
            return False
        for number in range(_FRAMES_LOOKED_AT):
            opened.seek(_JOURNAL_HEADER.size + number * (_FRAME_HEADER.size + page_size))
            frame = opened.read(_FRAME_HEADER.size + _BEGINNING)
            if len(frame) < _FRAME_HEADER.size:
                return True
            if _FRAME_HEADER.unpack_from(frame) == (1,):
                first = read_header(frame[_FRAME_HEADER.size :])
                return first is None or first.application_id in (0, application_id)
    return True
