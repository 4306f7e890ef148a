"""Ending by a signal: first the terminal is given back, then the program dies of the signal."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from tui import curtain
from tui.terminal.asking import TERMINAL_DEVICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_ENDING: Final = "TERM HUP QUIT INT USR1 USR2 ALRM VTALRM PROF XCPU ABRT SYS TRAP IO PWR STKFLT"
_SIGNALS: Final = [
    getattr(signal, f"SIG{name}") for name in _ENDING.split() if hasattr(signal, f"SIG{name}")
]
"""All that end a program which does not catch them, as far as the system has them: SIGHUP says that
the terminal is gone, SIGQUIT is Ctrl+\\, SIGXCPU comes of a limit (`ulimit -t`)."""

_GIVING_BACK: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[0m\x1b[8h\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends all that the driver begins, whatever of it has begun."""


class EndingSignals:
    """What ends a program leads out of this context in order, and only then ends the program.

    Whoever waits for the program is thus told of the signal, as if nobody had caught it. A second
    signal ends it at once, and gives the terminal back as well as can be done at once. What was
    ignored at the start, as under `nohup`, stays so.
    """

    def __init__(self) -> None:
        self.leave: Callable[[], None] | None = None
        """Keeps the state and ends the event loop; before there is one, an exception leads out."""
        self._caught = 0
        self._before: dict[int, Any] = {}
        self._terminal: list[Any] | None = None

    def __enter__(self) -> Self:
        self._terminal = _terminal_settings()
        for number in _SIGNALS:
            before = signal.getsignal(number)
            if before not in (signal.SIG_IGN, None):  # None: something not written in Python
                self._before[number] = before
                signal.signal(number, self._catch)
        return self

    def _catch(self, number: int, _: FrameType | None) -> None:
        if self._caught:
            give_back(self._terminal)
            _die(number)
        self._caught = number
        if self.leave is not None and _is_terminal_gone():
            # Whatever is still written would wait for it: keep what is to be kept, and no more.
            self.leave()
            _die(number)
        # Python calls this between two steps of the main thread, be it one of the event loop.
        from asyncio import get_running_loop

        try:
            loop = get_running_loop()
        except RuntimeError:
            raise SystemExit(128 + number) from None
        if self.leave is not None:
            loop.call_soon_threadsafe(self.leave)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._caught:
            _die(self._caught)
        for number, before in self._before.items():
            signal.signal(number, before)


def give_back(settings: list[Any] | None) -> None:
    """Undo what the driver did to the terminal, without the driver.

    Args:
        settings: of the terminal before, as `termios.tcgetattr` gives them; None leaves them.
    """
    with suppress(OSError):
        terminal = os.open(TERMINAL_DEVICE, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        os.write(terminal, _GIVING_BACK)
        if settings is not None:
            import termios

            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSANOW, settings)


def _die(number: int) -> None:
    """Die of a signal as if nobody had caught it."""
    curtain.give_back()
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def _terminal_settings() -> list[Any] | None:
    """How the terminal was set before us, where there is one."""
    if curtain.is_up():
        return curtain.attributes_before()
    try:
        import termios

        terminal = os.open(TERMINAL_DEVICE, os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return None
    try:
        return termios.tcgetattr(terminal)
    except termios.error:
        return None
    finally:
        os.close(terminal)


def _is_terminal_gone() -> bool:
    try:
        os.close(os.open(TERMINAL_DEVICE, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return True
    return False
