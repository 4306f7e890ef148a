"""Why a file or folder cannot be written and what to do, in words that can be translated."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from typing import Final

from store.errors import Sentence

_FORBIDDEN: Final = Sentence("permission to write there is missing; give it, or name another place")
_TOO_MANY: Final = Sentence("too many files are open; close other programs, then try again")
_REASONS: Final = {
    errno.ENOSPC: Sentence("the disk is full; make room, then try again"),
    errno.EDQUOT: Sentence("your share of the disk is used up; make room, then try again"),
    errno.EFBIG: Sentence("it is too large for this disk; name a place on another"),
    errno.EIO: Sentence("the disk reports an error; look after it, or name another place"),
    errno.EROFS: Sentence("the disk is read-only; name another place"),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: Sentence("its folder is missing; make it, or name another place"),
    errno.ENOTDIR: Sentence("a file is where a folder is needed; name another place"),
    errno.EISDIR: Sentence("a folder is there; name another place"),
    errno.EEXIST: Sentence("something is there already; name another place"),
    errno.ELOOP: Sentence("a link is there, which is not followed; name another place"),
    errno.ENAMETOOLONG: Sentence("the name is too long; give a shorter one"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
}


def not_written(path: str | os.PathLike[str], error: OSError) -> Sentence:
    """Say that a file or folder cannot be written, why, and what to do."""
    reason = _REASONS.get(error.errno or 0) or Sentence(
        "{error}; name another place", error=error.strerror or error
    )
    return Sentence("{where} cannot be written: {reason}.", where=os.fspath(path), reason=reason)


def existing(paths: Sequence[str | os.PathLike[str]]) -> Sentence:
    """Say that files exist already which may not be replaced."""
    sentence = "{first} exists already; name another place, or overwrite (--overwrite)."
    if len(paths) > 1:
        sentence = (
            "{first} exists already, and {more} more; "
            "name another place, or overwrite (--overwrite)."
        )
    return Sentence(sentence, first=os.fspath(paths[0]), more=len(paths) - 1)
