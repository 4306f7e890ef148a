"""Whether what SQLite keeps beside a file can be read to its end.

SQLite reads a journal up to the first part that is damaged, and says nothing: of a write-ahead log
the changes after it are lost, and a change that was broken off is undone only in part. The formats:
https://www.sqlite.org/fileformat.html and https://www.sqlite.org/walformat.html.
"""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from store.errors import Sentence
from store.sqlite.locked_files import Opened
from store.typed import Final

UNDONE_IN_PART: Final = (
    "The journal that undoes a broken-off change to {path} is damaged, so that it was undone only "
    "in part: see masarat check, or put a backup back with masarat backup --restore FILE."
)
CUT_OFF: Final = (
    "The log with the last changes to {path} is damaged, and those behind the damage are lost: do "
    "them again, or put a backup back with masarat backup --restore FILE."
)

_MAGIC: Final = b"\xd9\xd5\x05\xf9 \xa1c\xd7"
_JOURNAL: Final = struct.Struct(">8s5I")
"""Magic, pages kept, beginning of sums, pages before, size of a sector and of a page."""
_NUMBER: Final = struct.Struct(">I")
_ALL_THAT_FOLLOW: Final = 0xFFFF_FFFF
_STEP_OF_SUMS: Final = 200
_SIZES: Final = frozenset(1 << power for power in range(5, 17))

_LOG_HEADER: Final = 32
_FRAME: Final = struct.Struct(">2I 8s 8s")
"""Number of its page, size of the database where a change ends, salts, sums."""
_SUMS: Final = struct.Struct(">2I")
_INDEX: Final = struct.Struct("=16x I 12x 8s")
"""How many frames of the log are valid, and the salts of all that belong to it."""
_MOST_FRAMES: Final = 8_192


def undone_in_part(path: str, file: str) -> Sentence | None:
    """What is to be said of the journal of a change that was broken off, before SQLite plays it.

    Args:
        path: the store as the user named it.
        file: its whole path, links followed.
    """
    try:
        with open(f"{file}-journal", "rb") as opened:
            is_whole = _is_whole(opened, os.fstat(opened.fileno()).st_size)
    except OSError:
        return None
    return None if is_whole else Sentence(UNDONE_IN_PART, path=path)


def _is_whole(journal: BinaryIO, length: int) -> bool:
    """Whether each page that a journal says it keeps is there as it was written."""
    at = 0
    seen: set[int] = set()
    while at + _JOURNAL.size <= length:
        journal.seek(at)
        magic, kept, nonce, before, sector, page = _JOURNAL.unpack(journal.read(_JOURNAL.size))
        if magic != _MAGIC:
            # What is no journal at its beginning is nothing to be undone.
            return at == 0 or not _has_magic(journal, at, length)
        if sector not in _SIZES or page not in _SIZES:
            return False
        record = page + 2 * _NUMBER.size
        if kept == _ALL_THAT_FOLLOW:
            kept = (length - at - sector) // record
        for number in range(kept):
            journal.seek(at + sector + number * record)
            content = journal.read(record)
            if len(content) < record or not _is_as_written(content, nonce):
                return False
            # Of what is no page of the file, or one for the second time, SQLite takes nothing.
            (page_number,) = _NUMBER.unpack_from(content)
            if not 0 < page_number <= before or page_number in seen:
                return False
            seen.add(page_number)
        if not kept:
            return True
        end = at + sector + kept * record
        at = -(-end // sector) * sector
    return True


def _is_as_written(record: bytes, nonce: int) -> bool:
    content = record[_NUMBER.size : -_NUMBER.size]
    places = range(len(content) - _STEP_OF_SUMS, 0, -_STEP_OF_SUMS)
    total = (nonce + sum(content[place] for place in places)) & _ALL_THAT_FOLLOW
    return _NUMBER.unpack(record[-_NUMBER.size :]) == (total,)


def _has_magic(journal: BinaryIO, at: int, length: int) -> bool:
    """Whether more pages are kept behind the place at which their header should stand."""
    for place in range(at, length, 512):
        journal.seek(place)
        if journal.read(len(_MAGIC)) == _MAGIC:
            return True
    return False


def cut_off(path: str, file: str, page_size: int) -> Sentence | None:
    """What is to be said of a write-ahead log, once SQLite has read it.

    It is cut off where the end of a change stands behind a frame that is damaged. Of a change whose
    end alone is, nobody can tell: it may be one that a program was killed in while it wrote it.

    Args:
        path: the store as the user named it.
        file: its whole path, links followed.
        page_size: of the store.
    """
    try:
        with open(f"{file}-wal", "rb") as log, Opened(f"{file}-shm") as index:
            before = index.read(_INDEX.size)
            if len(before) < _INDEX.size or not _has_end_behind(log, page_size, before):
                return None
            index.seek(0)
            is_at_rest = index.read(_INDEX.size) == before  # else another program writes to it now
    except OSError:
        return None
    return Sentence(CUT_OFF, path=path) if is_at_rest else None


def _has_end_behind(log: BinaryIO, page_size: int, index: bytes) -> bool:
    """Whether a change ends behind a damaged frame, the first that SQLite does not take."""
    valid, salts = _INDEX.unpack(index)
    end = None
    if not any(salts):  # no log was read
        return False
    for number in range(valid, valid + _MOST_FRAMES):
        _, size, of_frame, _ = _FRAME.unpack(_frame(log, number, page_size)[: _FRAME.size])
        if of_frame != salts:
            break
        if end is not None:
            return True
        end = number if size else None
    return end is not None and _has_damage(log, page_size, range(valid, end))


def _has_damage(log: BinaryIO, page_size: int, frames: range) -> bool:
    """Whether a frame is not as it was written, of those that follow the last valid one."""
    log.seek(0)
    header = log.read(_LOG_HEADER)
    order = ">" if header[3] & 1 else "<"
    sums: tuple[int, ...] = _SUMS.unpack(header[-_SUMS.size :])
    if frames.start:
        sums = _SUMS.unpack_from(_frame(log, frames.start - 1, page_size), 16)
    for number in frames:
        frame = _frame(log, number, page_size)
        words = iter(struct.unpack(f"{order}{(8 + page_size) // 4}I", frame[:8] + frame[24:]))
        first, second = sums
        for one, other in zip(words, words, strict=True):
            first = (first + one + second) & _ALL_THAT_FOLLOW
            second = (second + other + first) & _ALL_THAT_FOLLOW
        sums = (first, second)
        if _SUMS.unpack_from(frame, 16) != sums:
            return True
    return False


def _frame(log: BinaryIO, number: int, page_size: int) -> bytes:
    """A frame of a log, counted from 0; filled with zeros where the log ends."""
    log.seek(_LOG_HEADER + number * (_FRAME.size + page_size))
    return log.read(_FRAME.size + page_size).ljust(_FRAME.size + page_size, b"\0")
