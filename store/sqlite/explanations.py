"""What SQLite and the system say about a store's file, told as sentences for its user."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from store.errors import Sentence, StoreError
from store.typed import Final

DAMAGED: Final = (
    "{path} is damaged ({error}); masarat repair mends it, or saves what can still be read."
)

EXPLANATIONS: Final = {
    "SQLITE": "{path} cannot be used: {error}; name another file with --store.",
    "SQLITE_BUSY": "{path} is locked by another program; close that program, then try again.",
    "SQLITE_CANTOPEN": "{path} cannot be opened; see that its folder exists and may be written to.",
    "SQLITE_CONSTRAINT": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    # Our statements are right where the store has the tables, columns and rows of its model.
    "SQLITE_ERROR": DAMAGED,
    "SQLITE_FULL": "The disk that holds {path}, or the one for temporary files, is full; make "
    "room, then try again.",
    "SQLITE_IOERR": "The disk that holds {path} cannot be read or written ({error}); see that it "
    "is there and works, then try again.",
    "SQLITE_LOCKED": "{path} is in use by another part of this program ({error}); try again.",
    "SQLITE_MISMATCH": DAMAGED,
    "SQLITE_NOLFS": "{path} has grown larger than its disk allows for one file; move it to "
    "another disk.",
    "SQLITE_NOMEM": "There is not enough memory to work with {path}; close other programs, then "
    "try again.",
    "SQLITE_NOTADB": "{path} is not a SQLite database, or it is encrypted; name another file with "
    "--store.",
    "SQLITE_PERM": "{path} may not be used so by this user ({error}); have its permissions "
    "changed, or copy it and name the copy with --store.",
    "SQLITE_PROTOCOL": "{path} is in use by too many programs at once; try again.",
    "SQLITE_READONLY": "{path} is read-only; make it writable, or copy it and name the copy with "
    "--store.",
    "SQLITE_READONLY_DBMOVED": "{path} was moved or removed while it was open; nothing more is "
    "stored in it. Start again.",
    "REPLACED": "Another file has taken the place of {path} while it was open; nothing more is "
    "stored. Start again to use the new one.",
    "SQLITE_SCHEMA": "{path} was changed by another program meanwhile; try again.",
    "SQLITE_TOOBIG": "A text is larger than SQLite takes for {path}; shorten it, then try again.",
}
"""By SQLite's name for an error, or by the beginning of it that no longer name continues."""

_NOT_UTF_8: Final = "Could not decode to UTF-8"
"""How `sqlite3` begins to tell of a text that is none, without a name."""
_NO_ROOM: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_MAY_BE_FOR_WANT_OF_ROOM: Final = ("SQLITE_IOERR", "SQLITE_CANTOPEN")
_ROOM_NEEDED: Final = 64 * 1024


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite and the system say about the store's file into a sentence for its user.

    Raises:
        StoreError: in place of `sqlite3.Error`, `OSError` and `MemoryError`.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise StoreError(_explanation(path, error)) from error
    except MemoryError as error:  # as which Python tells SQLITE_NOMEM
        raise StoreError(Sentence(EXPLANATIONS["SQLITE_NOMEM"], path=path)) from error
    except OSError as error:
        raise StoreError(_explanation_of_system(path, error)) from error


def _explanation(path: str, error: sqlite3.Error | UnicodeDecodeError) -> Sentence:
    name = getattr(error, "sqlite_errorname", None) or "SQLITE"
    # What SQLite says quotes what is damaged, and Python decodes it.
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_NOT_UTF_8):
        name = "SQLITE_CORRUPT"
    if is_for_want_of_room(path, error):
        name = "SQLITE_FULL"
    while name not in EXPLANATIONS:
        name = name.rpartition("_")[0] or "SQLITE"
    return Sentence(EXPLANATIONS[name], path=path, error=error)


def is_for_want_of_room(path: str, error: Exception) -> bool:
    """Whether SQLite failed as nothing more can be written beside a file."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return name == "SQLITE_FULL" or (
        name.startswith(_MAY_BE_FOR_WANT_OF_ROOM) and _has_no_room(path)
    )


def _explanation_of_system(path: str, error: OSError) -> Sentence:
    if error.errno in _NO_ROOM:
        return Sentence(EXPLANATIONS["SQLITE_FULL"], path=path)
    reason = error.strerror or str(error)
    sentence = "{path} cannot be used as a store: {reason}; name another file with --store."
    return Sentence(sentence, path=path, reason=reason)


def _has_no_room(path: str) -> bool:
    """Whether nothing can be written beside a file for want of room.

    SQLite tells of a full disk as such only where it wrote a page, and not of a quota.
    """
    from tempfile import TemporaryFile  # only where something is wrong

    try:
        with TemporaryFile(dir=os.path.dirname(os.path.abspath(path)), buffering=0) as file:
            written = file.write(bytes(_ROOM_NEEDED))
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in _NO_ROOM
    return written < _ROOM_NEEDED
