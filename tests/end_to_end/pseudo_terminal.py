"""A program in a pseudo-terminal, its screen read through pyte: what a person sees and types."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pyte
from pyte.screens import Char

# pyte 0.8 prints the rest of a private sequence that it does not know: keyboard protocols, pixel
# sizes, queries. None of them draws anything.
_PRIVATE: Final = re.compile(
    rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]*[uqp]|\x1b\[[0-9;]*t|\x1bP[^\x1b]*\x1b\\"
)
_PARTIAL: Final = re.compile(rb"\x1b(?:\[[0-9;<>=?]*|P[^\x1b]*\x1b?)?\Z")

_PIECE: Final = 512
"""Bytes."""

KEYS: Final[Mapping[str, str]] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "left": "\x1b[D",
    "ctrl+q": "\x11",
}


XTERM: Final[Mapping[bytes, bytes]] = {
    b"\x1b[6n": b"\x1b[1;2R",
    b"\x1b[8$p": b"\x1b[8;0$y",
    b"\x1b[>0q": b"\x1bP>|XTerm(379)\x1b\\",
    b"\x1b[c": b"\x1b[?64;1;2;6c",
}
"""What a terminal that leaves order to programs answers to each question."""


class PseudoTerminal:
    """Runs a program in a terminal of the given size; a context manager that ends it."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        environment: Mapping[str, str],
        columns: int = 120,
        lines: int = 36,
        folder: Path | None = None,
        answers: Mapping[bytes, bytes] = XTERM,
    ) -> None:
        self.started = time.perf_counter()
        self.exit_code: int | None = None
        self.bytes_read = 0
        self.drawn = bytearray()
        """All that the program has written."""
        self.as_given = _as_new()
        """Its settings before the program has changed any."""
        self._answers = dict(answers)
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._rows: dict[int, str] = {}
        self._held = b""
        self._is_gone = False
        size = struct.pack("HHHH", lines, columns, 0, 0)
        # Where the parent runs under something that told it a size, the child must not believe it.
        known = {n: v for n, v in environment.items() if n not in ("COLUMNS", "LINES")}
        self.process, self.device = pty.fork()
        if self.process == 0:  # pragma: no cover — the child
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            # Where the tests run under nohup or behind a shell's &, the program would ignore them.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            if folder is not None:
                os.chdir(folder)
            os.execvpe(str(command[0]), [str(word) for word in command], known)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.exit_code is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        if not self._is_gone:
            os.close(self.device)

    def hang_up(self) -> None:
        """Go away, as a terminal does whose window is closed; the program is told by a signal."""
        os.close(self.device)
        self._is_gone = True

    @property
    def cells(self) -> list[list[Char]]:
        """The screen's cells, row by row."""
        return _cells(self._screen)

    def cells_before(self, mark: bytes) -> list[list[Char]]:
        """The cells as they were when all stood that was written before a mark, first of all.

        It does not depend on when the screen is looked at, as what a busy machine shows does.
        """
        return next(self.cells_from(mark))

    def cells_from(self, mark: bytes) -> Iterator[list[list[Char]]]:
        """The cells before a mark was written, and then as each further piece is drawn."""
        screen = pyte.Screen(self._screen.columns, self._screen.lines)
        stream = pyte.ByteStream(screen)
        before, _, after = bytes(self.drawn).partition(mark)
        stream.feed(_PRIVATE.sub(b"", before))
        yield _cells(screen)
        drawn = _PRIVATE.sub(b"", after)
        for start in range(0, len(drawn), _PIECE):
            stream.feed(drawn[start : start + _PIECE])
            yield _cells(screen)

    @property
    def rows(self) -> list[str]:
        """The screen's rows as cells show them, Arabic back in plain letters (visual order)."""
        if self._screen.dirty:  # to read them is dear, and most stay as they are
            for row in self._screen.dirty:
                self._rows[row] = _row(self._screen, row)
            self._screen.dirty.clear()
        return [self._rows[row] for row in range(self._screen.lines)]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.rows)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type a text as it is."""
        for key in keys:
            os.write(self.device, KEYS.get(key, key).encode())

    def read(self, seconds: float) -> bool:
        """Take in what the program draws for at most so long; False when there was nothing."""
        drawn = self.take(seconds)
        if drawn:
            self.show(drawn)
        return bool(drawn)

    def take(self, seconds: float) -> bytes:
        """What the program writes for at most so long, which is not on the screen until `show`.

        The screen is emulated in Python, far slower than any terminal: who measures shows later.
        """
        if self._is_gone:
            time.sleep(0.01)
            return b""
        ready, _, _ = select.select([self.device], [], [], seconds)
        if not ready:
            return b""
        try:
            drawn = os.read(self.device, 65536)
        except OSError:  # the program has closed the terminal
            drawn = b""
        if not drawn:
            time.sleep(0.01)
            return b""
        self.bytes_read += len(drawn)
        self.drawn += drawn
        self._answer(bytes(self.drawn[-len(drawn) - 16 :]))
        return drawn

    def show(self, drawn: bytes) -> None:
        """Put what was taken onto the screen."""
        self._held += drawn
        partial = _PARTIAL.search(self._held)
        whole = self._held[: partial.start()] if partial else self._held
        self._held = self._held[len(whole) :]
        self._stream.feed(_PRIVATE.sub(b"", whole))

    def _answer(self, recent: bytes) -> None:
        """Answer each question once, as soon as all of it has come."""
        for question in [asked for asked in self._answers if asked in recent]:
            os.write(self.device, self._answers.pop(question))

    def wait_asked(self, question: bytes, *, seconds: float = 20) -> None:
        """Read until the program has asked a question.

        Raises:
            AssertionError: it did not in time.
        """
        self.wait_until(lambda _: question in self.drawn, seconds=seconds)

    def wait_until(self, seen: Callable[[str], bool], *, seconds: float = 20) -> str:
        """Read until the screen is as wanted, and return it.

        Raises:
            AssertionError: it was not so in time; the message shows the screen.
        """
        deadline = time.monotonic() + seconds
        while not seen(self.text):
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"not seen in {seconds} s; the screen was:\n{self.text}")
            self.read(min(left, 0.2))
        return self.text

    def wait_for(self, *words: str, seconds: float = 20) -> str:
        """Read until all words are on the screen, and return it.

        Raises:
            AssertionError: they were not there in time.
        """
        try:
            return self.wait_until(
                lambda text: all(word in text for word in words), seconds=seconds
            )
        except AssertionError as error:
            missing = [word for word in words if word not in self.text]
            raise AssertionError(f"missing {missing}: {error}") from None

    def settle(self, seconds: float = 0.3, *, at_most: float = 5) -> str:
        """Read until nothing has been drawn for so long, and return the screen.

        A blinking cursor draws twice a second, so it never settles for longer than that.
        """
        deadline = time.monotonic() + at_most
        while self.read(seconds) and time.monotonic() < deadline:
            pass
        return self.text

    def wait_for_end(self, *, seconds: float = 20) -> int:
        """Read until the program ends, and all that it drew; return its exit code.

        Raises:
            AssertionError: it did not end in time.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                self.exit_code = os.waitstatus_to_exitcode(status)
                while self.read(0):  # what it drew last waits to be read
                    pass
                return self.exit_code
            self.read(0.05)
        raise AssertionError(f"still running after {seconds} s; the screen was:\n{self.text}")


def _as_new() -> list[Any]:
    """Settings of a terminal: of one whose program has begun they may be changed already."""
    ends = os.openpty()
    try:
        return termios.tcgetattr(ends[0])
    finally:
        for end in ends:
            os.close(end)


def _row(screen: pyte.Screen, row: int) -> str:
    """A row's letters; after a wide one stands an empty cell."""
    cells = screen.buffer[row]
    drawn = "".join([cells[column].data for column in range(screen.columns)])
    return unicodedata.normalize("NFKC", drawn.rstrip())


def _cells(screen: pyte.Screen) -> list[list[Char]]:
    rows = range(screen.lines)
    return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in rows]


def _seen(cell: Char) -> Char:
    """A blank shows no colour of letters."""
    is_blank = cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
    return cell._replace(fg="default", bold=False, italics=False) if is_blank else cell
