from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tui.bidi import DisplayMode
from tui.terminal import (
    Behaviour,
    DisplayChoice,
    TerminalAnswers,
    ask_terminal,
    choose_display,
    display_for,
    explicit_order,
)

VTE = b"\x1b[3;2R\x1b[8;1$y\x1bP>|VTE(7000)\x1b\\\x1b[?65;1;9c"
XTERM = b"\x1b[3;2R\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2;6c"
OLD = b"\x1b[1;3R\x1b[?6c"


class Device:
    """A terminal's file, and what was written to it."""

    def __init__(self, main: int, path: str) -> None:
        self.main = main
        self.path = path

    def heard(self) -> bytes:
        return os.read(self.main, 4096)


@contextmanager
def device(answers: bytes | None = None) -> Iterator[Device]:
    """A pseudo-terminal that gives `answers` once the last question has come."""
    main, side = os.openpty()

    def answer(reply: bytes) -> None:
        asked = b""
        while not asked.endswith(b"\x1b[c"):
            asked += os.read(main, 4096)
        os.write(main, reply)

    if answers is not None:
        threading.Thread(target=answer, args=(answers,), daemon=True).start()
    try:
        yield Device(main, os.ttyname(side))
    finally:
        os.close(side)
        os.close(main)


@pytest.mark.parametrize(
    ("answers", "mode_8", "name", "mark_width"),
    [(VTE, 1, "VTE(7000)", 0), (XTERM, 0, "XTerm(379)", 0), (OLD, None, "", 1)],
)
def test_a_terminal_is_asked(
    answers: bytes, mode_8: int | None, name: str, mark_width: int
) -> None:
    with device(answers) as terminal:
        said = ask_terminal(terminal.path, timeout=5)
    assert (said.mode_8, said.name, said.mark_width) == (mode_8, name, mark_width)


def test_a_silent_terminal_is_not_waited_for() -> None:
    with device() as terminal:
        said = ask_terminal(terminal.path, timeout=0.05)
    assert (said.mode_8, said.name, said.mark_width) == (None, "", None)
    assert said.milliseconds < 1000


def test_no_terminal_gives_no_answers() -> None:
    assert ask_terminal("/nowhere/tty") == TerminalAnswers()
    assert ask_terminal("/dev/null") == TerminalAnswers()


@pytest.mark.parametrize(
    ("answers", "environment", "choice"),
    [
        (
            TerminalAnswers(0, "XTerm(379)", 0),
            {"TERM": "xterm-256color"},
            DisplayChoice(DisplayMode.APP, behaviour=Behaviour.PLAIN),
        ),
        (
            TerminalAnswers(1, "VTE(7000)", 0),
            {"VTE_VERSION": "7000"},
            DisplayChoice(DisplayMode.APP, explicit=True, behaviour=Behaviour.SWITCHABLE),
        ),
        (
            TerminalAnswers(None, "tmux 3.3a", 0),
            {"TMUX": "/tmp/x,1,0", "VTE_VERSION": "7000"},
            DisplayChoice(DisplayMode.APP, guard=True, behaviour=Behaviour.MULTIPLEXER),
        ),
        (
            TerminalAnswers(None, "", 1),
            {"TERM": "screen-256color"},
            DisplayChoice(DisplayMode.APP, behaviour=Behaviour.MULTIPLEXER),
        ),
        (
            TerminalAnswers(None, "Konsole 22.12.3", 0),
            {},
            DisplayChoice(DisplayMode.APP, guard=True, behaviour=Behaviour.STUBBORN),
        ),
        (
            TerminalAnswers(0, "kitty(0.26.5)", 0),
            {"TERM": "xterm-kitty"},
            DisplayChoice(DisplayMode.WORDS, behaviour=Behaviour.WORDS),
        ),
        (
            TerminalAnswers(None, "", 1),
            {"MLTERM": "3.9.2"},
            DisplayChoice(DisplayMode.TERMINAL, behaviour=Behaviour.IMPLICIT),
        ),
        (TerminalAnswers(), {}, DisplayChoice(DisplayMode.APP, behaviour=Behaviour.PLAIN)),
    ],
    ids=lambda value: value.name or "silent" if isinstance(value, TerminalAnswers) else "",
)
def test_each_measured_terminal_gets_what_reads_right_in_it(
    answers: TerminalAnswers, environment: dict[str, str], choice: DisplayChoice
) -> None:
    assert choose_display(answers, environment) == choice


def test_a_chosen_setting_asks_nothing() -> None:
    assert display_for("guard", {}) == DisplayChoice(DisplayMode.APP, guard=True)
    assert display_for("off", {}) == DisplayChoice(DisplayMode.OFF)
    assert display_for("app", {}).explicit


def test_an_unknown_setting_names_the_choices() -> None:
    with pytest.raises(ValueError, match="'vte': choose one of auto, guard, app, words, terminal"):
        display_for("vte", {})


def test_explicit_order_is_given_back_after_a_crash() -> None:
    choice = DisplayChoice(DisplayMode.APP, explicit=True)

    def crash(terminal: Device) -> None:
        with explicit_order(choice, terminal.path):
            assert terminal.heard() == b"\x1b[8l"
            raise ZeroDivisionError

    with device() as terminal:
        with pytest.raises(ZeroDivisionError):
            crash(terminal)
        assert terminal.heard() == b"\x1b[8h"


def test_a_terminal_that_needs_no_mode_is_not_touched() -> None:
    with device() as terminal:
        with explicit_order(DisplayChoice(DisplayMode.APP), terminal.path):
            pass
        os.set_blocking(terminal.main, False)
        with pytest.raises(BlockingIOError):
            terminal.heard()
