"""A terminal without a screen: keeps what the explorer draws, and how it left the device."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
import tty
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.assault.assault import Fault
from tests.assault.ground import PATIENCE, Program
from tests.end_to_end.pseudo_terminal import XTERM

_PATIENCE_FOR_KEYS: Final = 10.0
_ALTERNATE: Final = b"\x1b[?1049h"
_MAIN: Final = b"\x1b[?1049l"
_CURSOR: Final = b"\x1b[?25h"


class Terminal:
    """An explorer in a terminal; a context manager that ends it."""

    def __init__(
        self,
        program: Program,
        home: Path,
        code: str = "",
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self._device, self._line = pty.openpty()
        os.set_blocking(self._device, False)
        self._was = termios.tcgetattr(self._line)
        self.resize(100, 30)
        self._answers = dict(XTERM)
        self.drawn = bytearray()
        """What was drawn lately."""
        self._begun = False
        self.running = program.begin_in_terminal(home, os.ttyname(self._line), code, variables)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.running.code is None:
            self.running.wait(0)
        os.close(self._device)
        os.close(self._line)

    def resize(self, columns: int, lines: int) -> None:
        """Become so large; the program is told by a signal."""
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, keys: bytes) -> None:
        """Send keys, as far as the program takes them in; the rest is lost where it takes none."""
        deadline = time.monotonic() + _PATIENCE_FOR_KEYS
        while keys and not self.running.poll(0) and time.monotonic() < deadline:
            _, ready, _ = select.select([], [self._device], [], 0.2)
            if ready:
                with suppress(BlockingIOError):
                    keys = keys[os.write(self._device, keys[:512]) :]
            self.read(0)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        if not self.running.poll(0):
            os.kill(self.running.process, number)

    def read(self, seconds: float) -> bool:
        """Take in what is drawn within so many seconds; False where nothing is."""
        if not select.select([self._device], [], [], seconds)[0]:
            return False
        drawn = os.read(self._device, 65536)
        self.drawn += drawn
        self._begun = self._begun or _ALTERNATE in self.drawn
        for question in [asked for asked in self._answers if asked in self.drawn]:
            os.write(self._device, self._answers.pop(question))
        del self.drawn[:-200_000]
        return True

    def settle(self, seconds: float = 0.1, *, at_most: float = PATIENCE) -> None:
        """Take in what is drawn until nothing comes for so long and the program waits, or ended."""
        deadline = time.monotonic() + at_most
        while not self._begun and not self.running.poll(0.02) and time.monotonic() < deadline:
            self.read(0.02)
        while (self.read(seconds) or self._is_at_work()) and time.monotonic() < deadline:
            pass

    def _is_at_work(self) -> bool:
        """Whether the program computes, as far as the system tells."""
        try:
            status = Path("/proc", str(self.running.process), "stat").read_text("ascii", "replace")
        except OSError:
            return False
        return status.rpartition(")")[2].split()[0] == "R"

    def leave(self) -> int:
        """Ask the program to end, and return its exit code."""
        for _ in range(int(PATIENCE / 0.5)):
            self.type(b"\x1b\x11")
            for _ in range(10):
                if self.running.poll(0.05):
                    break
                self.read(0)
            if self.running.code is not None:
                break
        code = self.running.wait(0)
        while self.read(0.05):
            pass
        return code

    def left_wrong(self) -> Iterator[Fault]:
        """What is wrong with how an ended program left the terminal."""
        text = self.drawn.decode("utf-8", "replace")
        if "Traceback (most recent" in text or "has a defect" in text:
            yield Fault(f"the explorer: a defect: {text[-400:]}")
        if self.running.code == -signal.SIGALRM:
            yield Fault("the explorer hangs")
            return  # what had to be killed gave nothing back
        if self._begun and not self.drawn.rfind(_ALTERNATE) < self.drawn.rfind(_MAIN):
            yield Fault("the terminal is left in the alternate screen")
        elif self._begun and _CURSOR not in self.drawn[self.drawn.rfind(_ALTERNATE) + 1 :]:
            yield Fault("the terminal is left without its cursor")
        now = termios.tcgetattr(self._line)
        if now[tty.LFLAG] != self._was[tty.LFLAG] or now[tty.IFLAG] != self._was[tty.IFLAG]:
            yield Fault("the terminal is left raw")
