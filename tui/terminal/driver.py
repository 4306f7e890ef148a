"""Textual's driver for terminals, with what Arabic needs of it: mode 8, and nothing typed lost.

It also draws and reads once at a time however often it is stopped and goes on, and tells the app
what goes wrong in its threads.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver

from tui import curtain
from tui.terminal.asking import LateAnswers
from tui.terminal.columns import keeping_columns
from tui.terminal.display_choice import EXPLICIT_ORDER, IMPLICIT_ORDER
from tui.terminal.ending import give_back
from tui.terminal.environment import bounded
from tui.terminal.gone import TerminalGoneError
from tui.terminal.safe_output import is_terminal
from tui.terminal.sent.reports import Reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from tui.curtain import Handed

_TICK: Final = 0.1
"""Seconds after which a lone Escape is a key, as in the driver that this one follows."""
_MOST_READ: Final = 4096
"""Bytes that are read at once."""
_BURST: Final = 256
"""Bytes at once that nobody types, so that they are pasted."""

_LITTLE: Final = 4096
"""Characters that may wait: modes, questions, a small frame."""
_WIPE: Final = "\x1b[2J"
_OTHER_SCREEN: Final = "\x1b[?1049h"


class Opening(NamedTuple):
    """What is known of the terminal before the app draws."""

    explicit: bool = False
    """Whether mode 8 is reset while the app draws, see `tui.terminal`."""
    typed: bytes = b""
    """What the user typed while the terminal was asked."""
    late: bool = False
    """Whether the terminal may still answer."""


class BidiDriver(LinuxDriver):
    """Resets mode 8 with every start and sets it with every stop, a suspension's too."""

    opening = Opening()

    def __init__(self, app: App[Any], **options: Any) -> None:  # noqa: ANN401 — Textual's
        """Take what Textual gives to every driver."""
        super().__init__(app, **options)
        self._output = _Output(terminal_stream(), self._tell_gone)
        self._file = cast("Any", self._output)
        self._queued = 0
        self._is_drawing = False
        self._keeps_screen = False
        # They outlive a suspension, which may come amid a paste or a letter.
        self._reports = Reports(debug=self._debug)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._loop.add_signal_handler(signal.SIGTSTP, self._suspend)
        self._loop.add_signal_handler(signal.SIGCONT, self._resume)

    # --- drawing or not ------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Begin to draw, or come back from a suspension; again does nothing."""
        if self._is_drawing:
            return
        self._writer_thread = None
        self._is_drawing = True
        handed = curtain.hand_over()
        self._keeps_screen = handed is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Without a writer the process is in the background and will be stopped again.
        self._is_drawing = self._writer_thread is not None
        if handed:
            self.attrs_before = handed.attributes
        if self._is_drawing:
            self._set_order(handed)

    def _set_order(self, handed: Handed | None) -> None:
        """Say who orders cells, and wipe what was drawn otherwise, or for another size."""
        is_explicit = handed is not None and handed.explicit
        if self.opening.explicit and not is_explicit:
            # VTE keeps the mode of a line until the line is made anew.
            self.write(EXPLICIT_ORDER.decode() + _WIPE)
        elif is_explicit and not self.opening.explicit:
            self.write(IMPLICIT_ORDER.decode() + _WIPE)
        elif handed and handed.size != self._get_terminal_size():
            self.write(_WIPE)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was; again does nothing."""
        if not self._is_drawing:
            return
        try:
            if self.opening.explicit:
                self.write(IMPLICIT_ORDER.decode())
            super().stop_application_mode()
        except Exception:
            self._stop_by_force()
            raise
        finally:
            self._is_drawing = False
        if self._writer_thread and not self._writer_thread.is_alive():
            self._stop_by_force()  # nobody has written what was queued

    def _stop_by_force(self) -> None:
        """Give the terminal back without what is broken, and end the threads."""
        self.exit_event.set()
        if self._key_thread:
            self._key_thread.join()
        self.close()
        give_back(self.attrs_before)

    def _get_terminal_size(self) -> tuple[int, int]:
        return bounded(*super()._get_terminal_size())

    def write(self, data: str) -> None:
        """Write to the terminal, unless it is given back: nobody would read what is queued then."""
        if self._keeps_screen and data == _OTHER_SCREEN:
            self._keeps_screen = False  # we are there already, and some terminals would wipe it
        elif self._is_drawing:
            drawn = keeping_columns(data)
            self._queued += len(drawn)
            super().write(drawn)

    @property
    def is_behind(self) -> bool:
        """Whether the terminal has not taken what was written: another frame would wait behind it.

        One that is far away takes some tens of kilobytes a second.
        """
        return self._queued - self._output.taken > _LITTLE

    def close(self) -> None:
        """End the writer, once."""
        super().close()
        self._writer_thread = None

    # --- the mouse -----------------------------------------------------------------------------

    @property
    def has_mouse(self) -> bool:
        """Whether the terminal hands over what the mouse does."""
        return self._mouse

    def use_mouse(self, wanted: bool) -> None:
        """Have the terminal hand over what the mouse does, or keep it for itself."""
        if wanted == self._mouse:
            return
        if not wanted:
            self._disable_mouse_support()
        self._mouse = wanted
        if wanted:
            self._enable_mouse_support()
            if self._in_band_window_resize:  # places come in pixels then
                self._enable_mouse_pixels()

    # --- stopping and going on -----------------------------------------------------------------
    #
    # A signal comes between any two steps of the main thread, which may hold the lock of the queue
    # that is written to; so all that a signal asks for is done in the event loop's turn. And it may
    # be delivered to another thread, while the main one waits for something to happen: the event
    # loop is woken by each once it handles any itself.

    def _in_turn(self, call: Callable[..., object], *arguments: object) -> None:
        """Have the event loop call something, from any thread; at the end of all nobody does."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    def _suspend(self) -> None:
        if self._auto_restart and self._is_drawing:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _resume(self) -> None:
        """Take the terminal again; whoever stopped us may not have let us give it back."""
        if not self._auto_restart or not self._app._running:
            return
        if self._is_drawing:
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    # --- reading -------------------------------------------------------------------------------

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            self._tell_gone()
        except Exception as error:
            self._in_turn(self._app._handle_exception, error)

    def _tell_gone(self) -> None:
        """Tell the app, from any thread, that there is no terminal any more."""
        self._in_turn(self._app._handle_exception, TerminalGoneError())

    def run_input_thread(self) -> None:
        """Turn what is typed into events, first what was typed before the app could read.

        It replaces Textual's own, which has no place for that.
        """
        reports = self._reports
        answers = LateAnswers(self.opening.late)
        waiting = self.opening.typed
        is_burst = False
        is_ahead = True  # typed while the terminal still made a line feed of Enter
        type(self).opening = Opening(self.opening.explicit)  # a resumption has nothing waiting
        while True:
            if is_ahead:
                waiting = waiting.replace(b"\n", b"\r")
            text = self._decode(waiting)
            for event in reports.feed(text, is_burst=is_burst) if text else reports.tick():
                self.process_message(event)
            if self.exit_event.is_set():
                break
            if select.select([self.fileno], [], [], _TICK)[0]:
                read = os.read(self.fileno, _MOST_READ)
                if not read:
                    raise OSError
                is_burst = len(read) >= _BURST
                waiting = answers.feed(read)
            else:
                waiting, is_burst, is_ahead = answers.release(), False, False


def terminal_stream() -> TextIO:
    """Standard error, as Textual has it, or standard output where that leads elsewhere."""
    error, output = sys.__stderr__, sys.__stdout__
    return cast("TextIO", error if is_terminal(error) or not is_terminal(output) else output)


class _Output:
    """What is drawn to, for the writer's thread, which goes on when the terminal is gone."""

    def __init__(self, stream: TextIO, tell_gone: Callable[[], None]) -> None:
        self._stream = stream
        self._tell_gone = tell_gone
        self._is_gone = False
        self._written = 0
        self.taken = 0
        """Characters that the terminal has taken, or that nobody will."""

    def write(self, text: str) -> None:
        self._written += len(text)
        try:
            self._stream.write(text)
        except UnicodeError:
            self._stream.write(text.encode(errors="replace").decode())
        except (OSError, ValueError):
            self._lose()

    def flush(self) -> None:
        try:
            self._stream.flush()
        except (OSError, ValueError):
            self._lose()
        self.taken = self._written

    def fileno(self) -> int:
        return self._stream.fileno()

    def _lose(self) -> None:
        if not self._is_gone:
            self._is_gone = True
            self._tell_gone()


def driver_with(opening: Opening) -> type[BidiDriver]:
    """The driver for this start: Textual makes it itself, from its class alone."""
    return type("StartedDriver", (BidiDriver,), {"opening": opening})
