"""What the terminal does with Arabic on its own, and which way of display that asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from store.tuples import NamedTuple
from tui.bidi.settings import DisplayMode
from tui.terminal.asking import TERMINAL_DEVICE, TerminalAnswers

EXPLICIT_ORDER: Final = b"\x1b[8l"
"""Ask the terminal to draw cells in the order in which they come."""
IMPLICIT_ORDER: Final = b"\x1b[8h"
"""Give the terminal its own ordering back."""

_CHANGEABLE: Final = {1, 2}
_MUTE: Final = {"", "dumb", "linux"}
"""Values of TERM of those that answer nothing, and may draw a question as letters."""


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


class DisplayChoice(NamedTuple):
    """How to display, for `set_display_mode` and `explicit_order`."""

    mode: DisplayMode
    guard: bool = False
    explicit: bool = False
    """Whether mode 8 is to be reset while the app draws."""
    behaviour: Behaviour | None = None
    """What the choice rests on; None when the user chose."""


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
    # A busy one answers too late; to be told is harmless to one that does not know mode 8.
    is_silent = answers.mode_8 is None and environment.get("TERM", "") not in _MUTE
    explicit = behaviour is Behaviour.SWITCHABLE or (behaviour is Behaviour.PLAIN and is_silent)
    return DisplayChoice(mode, guard, explicit, behaviour)


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


SETTINGS: Final = ("auto", "app", "words", "terminal", "guard", "off")
"""Values of `--bidi` and of the configuration."""


def display_without_asking(setting: str, environment: Mapping[str, str]) -> DisplayChoice | None:
    """The display for a setting, where the terminal need not be asked.

    Args:
        setting: `auto` goes by the terminal; `guard` is `app` with marks; else a mode's name.
        environment: Variables of the process.

    Returns:
        The choice, or None where only the terminal's answers decide (see `choose_display`).

    Raises:
        ValueError: There is no such setting; the sentence lists them.
    """
    if setting not in SETTINGS:
        names = ", ".join(SETTINGS)
        raise ValueError(f"unknown bidi setting {setting!r}: choose one of {names}")
    if setting == "auto":
        return _display_by_environment(environment)
    if setting == "guard":
        return DisplayChoice(DisplayMode.APP, guard=True)
    mode = DisplayMode(setting)
    # Harmless where the mode is unknown, needed where the terminal would turn our order round.
    return DisplayChoice(mode, explicit=mode is DisplayMode.APP)


def _display_by_environment(environment: Mapping[str, str]) -> DisplayChoice | None:
    """The display where variables tell all, or where a question would be drawn as letters."""
    nothing = TerminalAnswers()
    behaviour = recognise(nothing, environment)
    is_known = behaviour in {Behaviour.WORDS, Behaviour.IMPLICIT}
    cannot_answer = (
        environment.get("TERM", "") in _MUTE or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    )
    return choose_display(nothing, environment) if is_known or cannot_answer else None


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
    try:
        set_explicit_order(True, device)  # within: a signal may lead out of it when it has written
        yield
    finally:
        set_explicit_order(False, device)
