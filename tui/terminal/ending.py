"""Ending by a signal: first the terminal is given back, then the program dies of the signal."""

from __future__ import annotations

import os
import signal
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from tui.terminal.asking import TERMINAL_DEVICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

# SIGHUP, that the terminal is gone, is absent on Windows.
_SIGNALS: Final = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class EndingSignals:
    """SIGTERM and SIGHUP lead out of this context in order, and only then end the program.

    Whoever waits for the program is thus told of the signal, as if nobody had caught it. A second
    signal ends it at once. What was ignored at the start, as under `nohup`, stays so.
    """

    def __init__(self) -> None:
        self.leave: Callable[[], None] | None = None
        """Keeps the state and ends the event loop; before there is one, an exception leads out."""
        self._caught = 0

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._catch)
        return self

    def _catch(self, number: int, _: FrameType | None) -> None:
        self._caught = number
        self._let_go()
        if self.leave is not None and _is_terminal_gone():
            # Whatever is still written would wait for it: keep what is to be kept, and no more.
            self.leave()
            os.kill(os.getpid(), number)
        # Python calls this between two steps of the main thread, be it one of the event loop.
        from asyncio import get_running_loop

        try:
            loop = get_running_loop()
        except RuntimeError:
            raise SystemExit(128 + number) from None
        if self.leave is not None:
            loop.call_soon_threadsafe(self.leave)

    def _let_go(self) -> None:
        for number in _SIGNALS:
            if signal.getsignal(number) == self._catch:
                signal.signal(number, signal.SIG_DFL)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._let_go()
        if self._caught:
            os.kill(os.getpid(), self._caught)


def _is_terminal_gone() -> bool:
    try:
        os.close(os.open(TERMINAL_DEVICE, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return True
    return False
