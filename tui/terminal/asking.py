"""Asking the terminal what it is and does, without waiting for it and without losing a key.

The questions: DECRQM for mode 8 (bidirectional support, ECMA-48 BDSM, as proposed for terminals in
https://terminal-wg.pages.freedesktop.org/bidi/), XTVERSION for the name, a cursor report for the
width of a left-to-right mark, and DA1, which every terminal answers, as the end of the answers.
"""

from __future__ import annotations

import os
import re
import select
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

from store.expressions import expression
from store.tuples import NamedTuple
from tui import curtain
from tui.curtain import QUESTIONS

if TYPE_CHECKING:
    from types import TracebackType

TERMINAL_DEVICE: Final = "/dev/tty"

_COLUMN: Final = expression(rb"\x1b\[\d+;(\d+)R")
_MODE_8: Final = re.compile(rb"\x1b\[8;(\d)\$y")
_NAME: Final = expression(rb"\x1bP>\|([^\x1b]*)\x1b\\")
_END_OF_ANSWERS: Final = expression(rb"\x1b\[\?[\d;]*c")
_ANSWERS: Final = (_COLUMN, _MODE_8, _NAME, _END_OF_ANSWERS)
_BEGUN: Final = expression(rb"\x1b(?:\[\??[\d;]*\$?|P[^\x1b]*\x1b?)?\Z")
"""What may go on as an answer."""
_LATEST: Final = 3.0
"""Seconds after which no answer is looked for: the line to a terminal is hardly that slow."""


class TerminalAnswers(NamedTuple):
    """What a terminal said of itself; a field is None or empty where it said nothing."""

    mode_8: int | None = None
    """DECRPM value: 0 unknown, 1 set, 2 reset, 3 always set, 4 never."""
    name: str = ""
    """Name and version, as in `VTE(7000)`."""
    mark_width: int | None = None
    """Cells that a left-to-right mark took."""
    milliseconds: float = 0
    """Time until the last answer."""
    typed: bytes = b""
    """What the user typed meanwhile."""
    late: bool = False
    """Whether answers may still come."""
    asked: bool = False
    """Whether there is a terminal."""


class TerminalQuestion:
    """Questions put to the terminal on entry, so that work can be done until `answers` is called.

    Until then the terminal does not echo; it is as before when the context ends.
    """

    def __init__(self, device: str = TERMINAL_DEVICE) -> None:
        """Name the terminal's file."""
        self._device = device
        self._terminal = -1
        self._before: list[Any] | None = None
        self._start = 0.0
        self._received = b""
        self._is_asked = True

    def __enter__(self) -> Self:
        try:
            self._terminal = os.open(self._device, os.O_RDWR | os.O_NOCTTY)
            self._start = time.monotonic()
            if curtain.is_up():
                self._is_asked = curtain.has_asked()
                return self
            self._listen()
            os.write(self._terminal, QUESTIONS)
        except (ImportError, OSError):
            self._close()
        except BaseException:
            self._close()  # a signal led out of here, and a context not entered is not left
            raise
        return self

    def _listen(self) -> None:
        """Take bytes as they come and do not show them; Ctrl+C still interrupts.

        Raises:
            OSError: It is not a terminal.
        """
        import termios  # absent on Windows, where this module is still imported

        try:
            self._before = termios.tcgetattr(self._terminal)
            quiet = termios.tcgetattr(self._terminal)
            quiet[0] &= ~termios.ICRNL
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._terminal, termios.TCSANOW, quiet)
        except termios.error as error:
            raise OSError(*error.args) from error

    def typed_so_far(self) -> bytes:
        """What the user has typed up to now, without waiting; `answers` gives it again."""
        with suppress(OSError):
            self._read(0, enough=False)
        return _understood(self._received, 0, late=False).typed

    def answers(self, timeout: float = 0.1) -> TerminalAnswers:
        """Read the answers, and leave the terminal as it was.

        Args:
            timeout: Seconds to wait from now on for the last answer.
        """
        if self._terminal >= 0:
            with suppress(OSError):  # the terminal is gone, as the app will find out
                self._read(time.monotonic() + timeout if self._is_asked else 0)
            milliseconds = (time.monotonic() - self._start) * 1000
            late = self._is_asked and not _END_OF_ANSWERS.search(self._received)
            curtain.note_answered()
            self._close()
            return _understood(self._received, milliseconds, late)
        return TerminalAnswers()

    def _read(self, deadline: float, *, enough: bool = True) -> None:
        """Take what comes until then; with `enough` the last answer ends it."""
        while not (enough and _END_OF_ANSWERS.search(self._received)):
            left = max(0, deadline - time.monotonic())
            if self._terminal < 0 or not select.select([self._terminal], [], [], left)[0]:
                break
            chunk = os.read(self._terminal, 4096)
            if not chunk:
                break
            self._received += chunk

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is not None and self._terminal >= 0:
            self.answers()  # else the shell would take them for something typed
        self._close()

    def _close(self) -> None:
        if self._terminal < 0:
            return
        if self._before is not None:
            import termios

            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
        os.close(self._terminal)
        self._terminal = -1


def _understood(received: bytes, milliseconds: float, late: bool) -> TerminalAnswers:
    column, mode, name, _ = (pattern.search(received) for pattern in _ANSWERS)
    typed = received
    for pattern in _ANSWERS:
        typed = pattern.sub(b"", typed, count=1)
    return TerminalAnswers(
        mode_8=int(mode[1]) if mode else None,
        name=name[1].decode(errors="replace") if name else "",
        # The letter takes the first column; a mark without a width leaves us in the second.
        mark_width=int(column[1]) - 2 if column else None,
        milliseconds=milliseconds,
        typed=typed,
        late=late,
        asked=True,
    )


def ask_terminal(device: str = TERMINAL_DEVICE, timeout: float = 0.5) -> TerminalAnswers:
    """Ask the terminal and wait.

    Args:
        device: The terminal's file.
        timeout: Seconds to wait for the last answer.

    Returns:
        The answers; none where there is no terminal, or it says nothing in time.
    """
    with TerminalQuestion(device) as question:
        return question.answers(timeout)


def give_back(typed: bytes, device: str = TERMINAL_DEVICE) -> bool:
    """Put what was typed back to where the next program will read it.

    Args:
        typed: as in `TerminalAnswers`.
        device: The terminal's file.

    Returns:
        False where the system refuses: Linux since 6.2 allows it by dev.tty.legacy_tiocsti only.
    """
    try:
        import fcntl  # both are absent on Windows
        import termios

        terminal = os.open(device, os.O_RDWR | os.O_NOCTTY)
        try:
            for byte in typed:
                fcntl.ioctl(terminal, termios.TIOCSTI, bytes([byte]))
        finally:
            os.close(terminal)
    except (ImportError, OSError):
        return False
    return True


class LateAnswers:
    """Takes answers that come after all out of what the user types."""

    def __init__(self, due: bool) -> None:
        """Say whether answers are due; where none are, everything passes."""
        self._due = list(_ANSWERS) if due else []
        self._until = time.monotonic() + _LATEST
        self._held = b""

    def feed(self, read: bytes) -> bytes:
        """Give back what was read without answers; the beginning of one is held."""
        if time.monotonic() > self._until:
            self._due.clear()
        if not self._due:
            return self.release() + read
        text = self._held + read
        for pattern in list(self._due):
            text, found = pattern.subn(b"", text, count=1)
            if found:
                self._due.remove(pattern)
        if _END_OF_ANSWERS not in self._due:
            self._due.clear()
        begun = _BEGUN.search(text) if self._due else None
        kept = begun.start() if begun else len(text)
        self._held = text[kept:]
        return text[:kept]

    def release(self) -> bytes:
        """Give back what was held, when nothing follows it."""
        held, self._held = self._held, b""
        return held
