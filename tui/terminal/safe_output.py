"""The one way out to standard output and standard error: text comes out safe for a terminal.

Whatever is printed, by a command, by the parser or by Python itself, may hold text from a store or
a file that somebody else made. It is therefore made safe here, where it is written, and nowhere
before.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from store.text.printable import printable, printable_lines
from store.typed import TYPE_CHECKING, Final, TextIO, cast
from tui import curtain

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_WITHOUT_SEQUENCES: Final = ("dumb", "unknown")
_LONGEST_MESSAGE: Final = 2_000
"""Characters of a line of messages; what is said about a longer argument would hide all else."""
_KEPT_AT_END: Final = 600
_USUAL_COLUMNS: Final = 80
_DIGITS: Final = 6
"""Of a number of columns; no terminal has more."""


class OutputError(Exception):
    """Standard output cannot be written; nothing more is written to it."""

    def __init__(self, number: int, reason: str) -> None:
        """Keep why.

        Args:
            number: of the system's error, `errno.EBADF` where the output is closed.
            reason: the system's own words.
        """
        super().__init__(reason)
        self.number = number


class Control(str):
    """A sequence of ours, which the terminal is to obey: what is no terminal gets nothing of it.

    Joined to any other text it is text again, and no longer obeyed.
    """

    __slots__ = ()


class SafeStream(io.TextIOBase):
    """Standard output or error, in UTF-8 whatever the locale says, safe for a terminal.

    Each writing is at once, so that results and messages keep their order.
    """

    def __init__(self, stream: TextIO | None, *, is_needed: bool = True) -> None:
        """Lead to a stream.

        Args:
            stream: None where the program was started with it closed.
            is_needed: whether it is an error that something cannot be written; what is not needed,
                messages, is shortened where it is very long.
        """
        self._stream = stream
        self._is_needed = is_needed
        if stream is not None and hasattr(stream, "reconfigure"):
            # Bytes of a path that are no UTF-8 come back as they were, where they may.
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")

    # --- as any text stream ------------------------------------------------------------------

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """UTF-8, always."""
        return "utf-8"

    def writable(self) -> bool:
        """It is there to be written."""
        return True

    def isatty(self) -> bool:
        """Whether it leads to a terminal."""
        return self._stream is not None and self._stream.isatty()

    def fileno(self) -> int:
        """The number of the file it leads to."""
        if self._stream is None:
            raise io.UnsupportedOperation("fileno")
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write text of several lines; what a terminal would obey, or not draw, becomes visible.

        Raises:
            OutputError: it cannot be written.
        """
        text_shown = text if self._is_needed else "\n".join(map(_shortened, text.split("\n")))
        self._put(printable_lines(text_shown))
        return len(text)

    def flush(self) -> None:
        """Do nothing: all that was written is out."""

    @property
    def buffer(self) -> io.RawIOBase:
        """Where bytes go that are UTF-8, as the script by which a shell completes our words."""
        return _Bytes(self)

    # --- beyond that -------------------------------------------------------------------------

    def write_line(self, *pieces: str) -> None:
        """Write one line, in which line breaks and tabs become visible too.

        Args:
            *pieces: text, and between it each `Control` that a terminal is to obey.

        Raises:
            OutputError: it cannot be written.
        """
        controls = self.isatty() and not is_dumb()
        if not self._is_needed:
            pieces = tuple(map(_shortened, pieces))
        line = [
            printable(piece) if not isinstance(piece, Control) else piece if controls else ""
            for piece in pieces
        ]
        self._put("".join([*line, "\n"]))

    def write_over(self, text: str) -> None:
        """Write a text that the next one replaces, where it leads to a terminal that obeys.

        Args:
            text: of one line; empty leaves the line blank.

        Raises:
            OutputError: it cannot be written.
        """
        if self.isatty() and not is_dumb():
            self._put(f"\r{printable(text)}\x1b[K")

    def write_exact(self, text: str) -> None:
        """Write what others are to read byte by byte: to a terminal safe, elsewhere as it is.

        Raises:
            OutputError: it cannot be written.
        """
        self._put(printable_lines(text) if self.isatty() else text)

    def _put(self, text: str) -> None:
        if not text:
            return
        curtain.give_back()  # what is told in front of it would be gone with it
        if self._stream is None:
            self._fail(OSError(errno.EBADF, os.strerror(errno.EBADF)))
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError as error:
            self._lead_nowhere()
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        if self._is_needed:
            raise OutputError(error.errno or errno.EIO, error.strerror or "") from error

    def _lead_nowhere(self) -> None:
        """What still waits to be written must not complain at the end of the program."""
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST_MESSAGE:
        return line
    return f"{line[: _LONGEST_MESSAGE - _KEPT_AT_END]} … {line[-_KEPT_AT_END:]}"


class _Bytes(io.RawIOBase):
    """Takes bytes for a stream of text."""

    def __init__(self, stream: SafeStream) -> None:
        self._stream = stream

    def write(self, data: Buffer) -> int:
        """Write bytes as the text that they are."""
        content = bytes(data)
        self._stream.write(content.decode("utf-8", "replace"))
        return len(content)


@contextmanager
def safe_output() -> Iterator[None]:
    """Lead all that is printed within this context through `SafeStream`.

    Messages that cannot be written are dropped: what was asked for is done all the same.
    """
    before = sys.stdout, sys.stderr
    _fill_standard_places()
    sys.stdout = cast("TextIO", standard_output())
    sys.stderr = cast("TextIO", standard_error())
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def standard_output() -> SafeStream:
    """Where results go."""
    out = cast("object", sys.stdout)
    return out if isinstance(out, SafeStream) else SafeStream(sys.stdout)


def standard_error() -> SafeStream:
    """Where messages go."""
    error = cast("object", sys.stderr)
    return error if isinstance(error, SafeStream) else SafeStream(sys.stderr, is_needed=False)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream leads to a terminal; one that was closed does not."""
    return stream is not None and not stream.closed and stream.isatty()


def terminal_columns() -> int:
    """How many cells a line of the terminal has, or is to have: `COLUMNS` says, or the system."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named[:_DIGITS]):
        return int(named[:_DIGITS])
    try:
        return os.get_terminal_size(1).columns or _USUAL_COLUMNS
    except OSError:
        return _USUAL_COLUMNS


def is_dumb() -> bool:
    """Whether the terminal says of itself that it obeys no sequences."""
    return os.environ.get("TERM") in _WITHOUT_SEQUENCES


def _fill_standard_places() -> None:
    """Open something where standard files are closed, lest a store's file take their numbers.

    It refuses what the closed file would refuse: input cannot be written, output not be read.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number else os.O_WRONLY)
