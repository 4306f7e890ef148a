"""What the terminal does with Arabic on its own, and which way of display that asks for.

The questions: DECRQM for mode 8 (bidirectional support, ECMA-48 BDSM, as proposed for terminals in
https://terminal-wg.pages.freedesktop.org/bidi/), XTVERSION for the name, a cursor report for the
width of a left-to-right mark, and DA1, which every terminal answers, as the end of the answers.
"""

from __future__ import annotations

import os
import re
import select
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tui.bidi.settings import DisplayMode

TERMINAL_DEVICE: Final = "/dev/tty"
EXPLICIT_ORDER: Final = b"\x1b[8l"
"""Ask the terminal to draw cells in the order in which they come."""
IMPLICIT_ORDER: Final = b"\x1b[8h"
"""Give the terminal its own ordering back."""

# Save the cursor, draw a letter and a mark at the line's start, report, wipe, restore; then ask.
_QUESTIONS: Final = "\x1b7\r\ufed7\u200e\x1b[6n\r\x1b[2K\x1b8\x1b[8$p\x1b[>0q\x1b[c".encode()
_END_OF_ANSWERS: Final = re.compile(rb"\x1b\[\?[\d;]*c")
_MODE_8: Final = re.compile(rb"\x1b\[8;(\d)\$y")
_NAME: Final = re.compile(rb"\x1bP>\|([^\x1b]*)")
_COLUMN: Final = re.compile(rb"\x1b\[\d+;(\d+)R")
_CHANGEABLE: Final = {1, 2}


@dataclass(frozen=True, slots=True)
class TerminalAnswers:
    """What a terminal said of itself; a field is None or empty where it said nothing."""

    mode_8: int | None = None
    """DECRPM value: 0 unknown, 1 set, 2 reset, 3 always set, 4 never."""
    name: str = ""
    """Name and version, as in `VTE(7000)`."""
    mark_width: int | None = None
    """Cells that a left-to-right mark took."""
    milliseconds: float = 0
    """Time until the last answer."""


class Behaviour(StrEnum):
    """What was recognised, for the user to be told."""

    MULTIPLEXER = "multiplexer"
    """tmux or screen: it swallows mode 8, and what is outside may reorder."""
    WORDS = "words"
    """kitty: turns and joins the letters of each word, leaves words from left to right."""
    IMPLICIT = "implicit"
    """mlterm: orders and joins by itself and draws marks."""
    SWITCHABLE = "switchable"
    """Orders by itself unless mode 8 is reset (VTE)."""
    STUBBORN = "stubborn"
    """Orders by itself whatever it is told (Konsole, Terminal.app)."""
    PLAIN = "plain"
    """Draws cells as they come."""


@dataclass(frozen=True, slots=True)
class DisplayChoice:
    """How to display, for `set_display_mode` and `explicit_order`."""

    mode: DisplayMode
    guard: bool = False
    explicit: bool = False
    """Whether mode 8 is to be reset while the app draws."""
    behaviour: Behaviour | None = None
    """What the choice rests on; None when the user chose."""


def ask_terminal(device: str = TERMINAL_DEVICE, timeout: float = 0.5) -> TerminalAnswers:
    """Ask the terminal, before the app draws.

    Args:
        device: The terminal's file.
        timeout: Seconds to wait for the last answer.

    Returns:
        The answers; none where there is no terminal, or it says nothing in time.
    """
    import termios  # absent on Windows, where this module is still imported
    import tty

    try:
        terminal = os.open(device, os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return TerminalAnswers()
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setraw(terminal)
            return _exchange(terminal, timeout)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
    except (OSError, termios.error):
        return TerminalAnswers()
    finally:
        os.close(terminal)


def _exchange(terminal: int, timeout: float) -> TerminalAnswers:
    """Send the questions and read until the last answer."""
    start = time.monotonic()
    os.write(terminal, _QUESTIONS)
    heard = b""
    while not _END_OF_ANSWERS.search(heard):
        left = start + timeout - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            break
        heard += os.read(terminal, 4096)
    mode, name, column = (pattern.search(heard) for pattern in (_MODE_8, _NAME, _COLUMN))
    return TerminalAnswers(
        mode_8=int(mode[1]) if mode else None,
        name=name[1].decode(errors="replace") if name else "",
        # The letter takes the first column; a mark without a width leaves us in the second.
        mark_width=int(column[1]) - 2 if column else None,
        milliseconds=(time.monotonic() - start) * 1000,
    )


def choose_display(answers: TerminalAnswers, environment: Mapping[str, str]) -> DisplayChoice:
    """The display that reads right in this terminal, by what was measured in eight of them.

    Args:
        answers: What the terminal said.
        environment: Variables; VTE's own is not read, as it leaks into multiplexers.
    """
    behaviour = recognise(answers, environment)
    # A mark that takes a cell would break lines.
    markable = answers.mark_width == 0
    mode, guard = DisplayMode.APP, False
    if behaviour is Behaviour.WORDS:
        mode = DisplayMode.WORDS
    elif behaviour is Behaviour.IMPLICIT:
        mode = DisplayMode.TERMINAL
    elif behaviour in {Behaviour.MULTIPLEXER, Behaviour.STUBBORN}:
        guard = markable
    return DisplayChoice(mode, guard, behaviour is Behaviour.SWITCHABLE, behaviour)


def recognise(answers: TerminalAnswers, environment: Mapping[str, str]) -> Behaviour:
    """What a terminal does with Arabic on its own."""
    name = answers.name.lower()
    kind = environment.get("TERM", "")
    if "TMUX" in environment or "STY" in environment or name.startswith("tmux"):
        return Behaviour.MULTIPLEXER
    if kind.startswith(("tmux", "screen")):
        return Behaviour.MULTIPLEXER
    if name.startswith("kitty") or kind == "xterm-kitty":
        return Behaviour.WORDS
    if name.startswith("mlterm") or "MLTERM" in environment:
        return Behaviour.IMPLICIT
    if answers.mode_8 in _CHANGEABLE:
        return Behaviour.SWITCHABLE
    if name.startswith("konsole") or "KONSOLE_VERSION" in environment:
        return Behaviour.STUBBORN
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return Behaviour.STUBBORN
    return Behaviour.PLAIN


def display_for(setting: str, environment: Mapping[str, str]) -> DisplayChoice:
    """The display for a value of `--bidi` or the config.

    Args:
        setting: `auto` asks the terminal; `guard` is `app` with marks; else a mode's name.
        environment: Variables of the process.

    Raises:
        ValueError: There is no such setting; the sentence lists them.
    """
    if setting == "auto":
        return choose_display(ask_terminal(), environment)
    if setting == "guard":
        return DisplayChoice(DisplayMode.APP, guard=True)
    try:
        mode = DisplayMode(setting)
    except ValueError:
        names = ", ".join(["auto", "guard", *DisplayMode])
        raise ValueError(f"unknown bidi setting {setting!r}: choose one of {names}") from None
    # Harmless where the mode is unknown, needed where the terminal would turn our order round.
    return DisplayChoice(mode, explicit=mode is DisplayMode.APP)


def set_explicit_order(explicit: bool, device: str = TERMINAL_DEVICE) -> None:
    """Reset mode 8, or set it again: when the app is suspended, and when it comes back."""
    try:
        terminal = os.open(device, os.O_WRONLY | os.O_NOCTTY)
    except OSError:
        return
    try:
        os.write(terminal, EXPLICIT_ORDER if explicit else IMPLICIT_ORDER)
    except OSError:
        # The terminal is gone: there is nothing left to restore.
        return
    finally:
        os.close(terminal)


@contextmanager
def explicit_order(choice: DisplayChoice, device: str = TERMINAL_DEVICE) -> Iterator[None]:
    """Keep the terminal from reordering while the app runs, and give it back, crash or not."""
    if not choice.explicit:
        yield
        return
    set_explicit_order(True, device)
    try:
        yield
    finally:
        set_explicit_order(False, device)
