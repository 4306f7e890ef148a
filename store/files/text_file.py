"""A file from outside: only a regular one is read, up to a bound, in the encoding it shows.

A FIFO waits for ever, a device has no end, and a file may be of any size: what a file is, is asked
of the open file, as a name may come to mean another one. This module loads little, as what is read
at every start is read here too.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from store.errors import Finding, MasaratError, Sentence
from store.sqlite.locked_files import Opened

LARGEST: Final = 4 * 1024 * 1024
"""Bytes that a text file may have, where its reader gives no other bound."""

_OPEN: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO would be waited for
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS: Final = (
    (stat.S_ISDIR, Sentence("this is a folder, not a file")),
    (stat.S_ISFIFO, Sentence("this is a pipe (FIFO), not a file")),
    (stat.S_ISSOCK, Sentence("this is a socket, not a file")),
    (lambda _: True, Sentence("this is a device, not a file")),
)
_REASONS: Final = {
    errno.ENOENT: Sentence("nothing is there under this name"),
    errno.ENOTDIR: Sentence("nothing is there under this name"),
    errno.EACCES: Sentence("permission to read it is missing"),
    errno.EPERM: Sentence("permission to read it is missing"),
    errno.ELOOP: Sentence("it is a link that leads back to itself"),
    errno.ENAMETOOLONG: Sentence("the name is too long"),
    errno.EIO: Sentence("the disk cannot read it"),
}
_NAME_ANOTHER: Final = Sentence("Name a file or folder that is there and may be read")
_SAVE_AS_UTF_8: Final = Sentence("Save the file as UTF-8, then try again")

_MARKS: Final = (  # UTF-32 first: its mark begins as that of UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS: Final = dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")
_SAMPLE: Final = 64 * 1024
# What most texts in Arabic hold often, the article, tells the old Arabic encodings apart.
_ARTICLE: Final = "ال"
_OLD_ARABIC: Final = (("cp1256", "Windows-1256"), ("iso8859-6", "ISO 8859-6"))
_FEWEST_LETTERS: Final = 3
_UNUSED_IN_WINDOWS_1252: Final = frozenset(b"\x81\x8d\x8f\x90\x9d\xff")


class UnreadableFileError(MasaratError):
    """A file that is not read; `str()` says why."""

    def __init__(self, what: Sentence, todo: Sentence = _NAME_ANOTHER, line: int = 1) -> None:
        """Say what is wrong.

        Args:
            what: without a full stop.
            todo: what to do about it.
            line: the line of the file, from 1, on which it is wrong.
        """
        super().__init__(what)
        self.what = what
        self.todo = todo
        self.line = line

    def in_file(self, file: str) -> Finding:
        """The finding that tells of it.

        Args:
            file: how the file is named.
        """
        return Finding(file, self.line, self.what, self.todo)


class MissingFileError(UnreadableFileError):
    """There is no file under that name."""


def unreadable(error: OSError) -> UnreadableFileError:
    """Say in a sentence why the system cannot read a file or folder."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    what = Sentence("this cannot be read: {reason}", reason=reason)
    is_missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    return MissingFileError(what) if is_missing else UnreadableFileError(what)


def open_regular(path: Path) -> Opened:
    """Open a regular file for reading in a `with` statement; whatever else it is is not waited for.

    It may be the very store that is open, which stays locked.

    Raises:
        MissingFileError: there is nothing.
        UnreadableFileError: it is no regular file, or may not be read.
    """
    try:
        descriptor = os.open(path, _OPEN)
    except OSError as error:
        if error.errno == errno.ENXIO:  # nobody is at its other end: a socket, or a terminal
            raise _irregular(path.stat().st_mode) from error
        raise unreadable(error) from error
    except ValueError as error:  # a NUL in the name
        raise MissingFileError(Sentence("no file can have this name")) from error
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return Opened(str(path), os.fdopen(descriptor, "rb"))
    os.close(descriptor)
    raise _irregular(mode)


def _irregular(mode: int) -> UnreadableFileError:
    return UnreadableFileError(next(what for is_kind, what in _KINDS if is_kind(mode)))


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Read a regular file whole.

    Args:
        path: the file.
        largest: bytes it may have at most.

    Raises:
        MissingFileError: there is nothing.
        UnreadableFileError: it is no regular file, cannot be read, or is larger.
    """
    with open_regular(path) as file:
        try:
            data = file.read(largest + 1)
        except OSError as error:
            raise unreadable(error) from error
        if len(data) > largest:
            what = Sentence(
                "a file of {size} bytes is too long", size=f"{_size(file, len(data)):,}"
            )
            todo = Sentence("At most {most} bytes are read; shorten it", most=f"{largest:,}")
            raise UnreadableFileError(what, todo)
    return data


def _size(file: BinaryIO, at_least: int) -> int:
    return max(os.fstat(file.fileno()).st_size, at_least)


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Read a regular text file whole: UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Args:
        path: the file.
        largest: bytes it may have at most.

    Returns:
        Its text without byte order mark, LF at the end of lines, whatever ended them.

    Raises:
        MissingFileError: there is nothing.
        UnreadableFileError: it is no regular file, cannot be read, is larger or is no such text.
    """
    return unified_lines(decoded(read_bytes(path, largest)))


def encoding_of(data: bytes) -> str:
    """The encoding that a file's beginning shows: by its byte order mark, else UTF-8."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")


def decoded(data: bytes) -> str:
    """Read bytes as text, in the encoding that they show.

    Returns:
        The text without byte order mark.

    Raises:
        UnreadableFileError: they are in another encoding, which is named where it can be told, or
            no text at all.
    """
    encoding = encoding_of(data)
    nul = data.find(0) if encoding.startswith("utf-8") else -1
    if nul >= 0:
        raise _no_text(data, nul)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_unicode(data, error.start, encoding) from error
    if "\0" in text:
        raise _no_text(text.encode("utf-8", "replace"), 0)
    return text


def _no_text(data: bytes, nul: int) -> UnreadableFileError:
    if data.count(0, nul, nul + _SAMPLE) * 4 > len(data[nul : nul + _SAMPLE]):
        what = Sentence("this is no text, or UTF-16 without a byte order mark")
        return UnreadableFileError(what, _SAVE_AS_UTF_8)
    what = Sentence("a NUL character stands here, which no text has")
    todo = Sentence("Remove it, or name a text file")
    return UnreadableFileError(what, todo, _line_at(data, nul))


def _line_at(data: bytes, position: int) -> int:
    before = data[:position]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def not_unicode(
    data: bytes, start: int, encoding: str = "utf-8", line: int = 0
) -> UnreadableFileError:
    """Say that bytes are not in the encoding they should be, and in which they seem to be.

    Args:
        data: of the file, or of a line of it.
        start: where the first byte stands that is wrong.
        encoding: that was tried.
        line: on which `data` stands, where it is one line.
    """
    line = line or _line_at(data, start)
    if encoding not in ("utf-8", "utf-8-sig"):
        what = Sentence("this is not {encoding}, as its first bytes say", encoding=encoding.upper())
        return UnreadableFileError(what, _SAVE_AS_UTF_8, line)
    found = _old_encoding(data[max(0, start - _SAMPLE) : start + _SAMPLE])
    if not found:
        return UnreadableFileError(Sentence("this line is not UTF-8"), _SAVE_AS_UTF_8, line)
    what = Sentence("this line is not UTF-8; it seems to be {encoding}", encoding=found)
    todo = Sentence(
        "Save the file as UTF-8, as `{command}` does",
        command=f"iconv -f {found.replace('ISO 8859', 'ISO-8859')} -t UTF-8",
    )
    return UnreadableFileError(what, todo, line)


def _old_encoding(sample: bytes) -> str:
    """Name the encoding of before Unicode that makes sense of a sample; empty for none."""
    articles = {
        name: sample.decode(codec, "replace").count(_ARTICLE) for codec, name in _OLD_ARABIC
    }
    likeliest = max(articles, key=articles.__getitem__)
    if articles[likeliest]:
        return likeliest
    letters = [letter for letter in sample.decode("cp1256") if letter > "\x7f"]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    if arabic >= _FEWEST_LETTERS and arabic * 4 >= len(letters) * 3:
        return "Windows-1256"
    return "" if set(sample) & _UNUSED_IN_WINDOWS_1252 else "Windows-1252"


def unified_lines(text: str) -> str:
    """End every line by LF: those of CR LF and CR, which are the lines that editors count.

    Where a text has none of them, next line, line and paragraph separators end its lines.
    """
    if "\r" in text:
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return text if "\n" in text else with_all_lines(text)


def with_all_lines(text: str) -> str:
    """A text whose lines next line, line and paragraph separators end too, as readers see it."""
    return text if text.isascii() else text.translate(_SEPARATORS)


def without_separators(text: str) -> str:
    """A text of as many lines with blanks for those separators, which YAML would break lines at."""
    return text if text.isascii() else text.translate(dict.fromkeys(_SEPARATORS, " "))
