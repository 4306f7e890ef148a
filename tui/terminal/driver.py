"""Textual's driver for terminals, with what Arabic needs of it: mode 8, and nothing typed lost."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Final, NamedTuple

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.asking import LateAnswers
from tui.terminal.display_choice import EXPLICIT_ORDER, IMPLICIT_ORDER

_TICK: Final = 0.1
"""Seconds after which a lone Escape is a key, as in the driver that this one follows."""

_WIPE: Final = "\x1b[2J"


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

    def start_application_mode(self) -> None:
        """Begin to draw, or come back from a suspension."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Without a writer the process is in the background and will be stopped again.
        if self.opening.explicit and self._writer_thread is not None:
            # VTE keeps the mode of a line until the line is made anew.
            self.write(EXPLICIT_ORDER.decode() + _WIPE)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was."""
        if self.opening.explicit and self._writer_thread is not None:
            self.write(IMPLICIT_ORDER.decode())
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Turn what is typed into events, first what was typed before the app could read.

        It replaces Textual's own, which has no place for either.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        answers = LateAnswers(self.opening.late)
        waiting = self.opening.typed
        type(self).opening = Opening(self.opening.explicit)  # a resumption has nothing waiting
        while True:
            if text := decode(waiting):
                for event in parser.feed(text):
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
            if self.exit_event.is_set():
                break
            if select.select([self.fileno], [], [], _TICK)[0]:
                read = os.read(self.fileno, 4096)
                waiting = answers.feed(read)
                if not read:  # the terminal has hung up: there is nothing more to wait for
                    self.exit_event.wait(_TICK)
            else:
                waiting = answers.release()
        with suppress(EOFError, ParseError):
            list(parser.feed(""))


def driver_with(opening: Opening) -> type[BidiDriver]:
    """The driver for this start: Textual makes it itself, from its class alone."""
    return type("StartedDriver", (BidiDriver,), {"opening": opening})
