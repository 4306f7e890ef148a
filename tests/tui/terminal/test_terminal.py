from __future__ import annotations

import os
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.bidi import DisplayMode
from tui.terminal.asking import LateAnswers, TerminalAnswers, TerminalQuestion, ask_terminal
from tui.terminal.display_choice import (
    Behaviour,
    DisplayChoice,
    choose_display,
    display_without_asking,
    explicit_order,
)
from tui.terminal.driver import terminal_stream

VTE = b"\x1b[3;2R\x1b[8;1$y\x1bP>|VTE(7000)\x1b\\\x1b[?65;1;9c"
XTERM = b"\x1b[3;2R\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2;6c"
OLD = b"\x1b[1;3R\x1b[?6c"


class Device:
    """A terminal's file, and what was written to it."""

    def __init__(self, main: int, path: str) -> None:
        self.main = main
        self.path = path

    def heard(self, size: int = 4) -> bytes:
        """So many bytes of what was written: the system may hand on two writes one by one."""
        heard = b""
        while len(heard) < size:
            heard += os.read(self.main, 4096)
        return heard


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
        (  # perhaps VTE on a busy machine, which would turn our order round
            TerminalAnswers(),
            {"TERM": "xterm-256color"},
            DisplayChoice(DisplayMode.APP, explicit=True, behaviour=Behaviour.PLAIN),
        ),
        (
            TerminalAnswers(),
            {"TERM": "linux"},
            DisplayChoice(DisplayMode.APP, behaviour=Behaviour.PLAIN),
        ),
    ],
    ids=lambda value: value.name or "silent" if isinstance(value, TerminalAnswers) else "",
)
def test_each_measured_terminal_gets_what_reads_right_in_it(
    answers: TerminalAnswers, environment: dict[str, str], choice: DisplayChoice
) -> None:
    assert choose_display(answers, environment) == choice


def test_a_chosen_setting_asks_nothing() -> None:
    chosen = {name: display_without_asking(name, {}) for name in ("guard", "off", "words")}
    assert chosen == {
        "guard": DisplayChoice(DisplayMode.APP, guard=True),
        "off": DisplayChoice(DisplayMode.OFF),
        "words": DisplayChoice(DisplayMode.WORDS),
    }
    assert display_without_asking("app", {}) == DisplayChoice(DisplayMode.APP, explicit=True)


@pytest.mark.parametrize(
    ("environment", "mode"),
    [
        ({"TERM": "xterm-kitty"}, DisplayMode.WORDS),
        ({"TERM": "mlterm", "MLTERM": "3.9.2"}, DisplayMode.TERMINAL),
        ({"TERM": "dumb"}, DisplayMode.APP),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, DisplayMode.APP),
    ],
)
def test_an_environment_that_tells_spares_the_question(
    environment: dict[str, str], mode: DisplayMode
) -> None:
    choice = display_without_asking("auto", environment)
    assert choice is not None
    assert choice.mode is mode


@pytest.mark.parametrize(
    "environment",
    [{"TERM": "xterm-256color"}, {"TERM": "tmux-256color", "TMUX": "/x", "MLTERM": "3.9"}],
)
def test_any_other_terminal_is_asked(environment: dict[str, str]) -> None:
    assert display_without_asking("auto", environment) is None


def test_an_unknown_setting_names_the_choices() -> None:
    with pytest.raises(ValueError, match="'vte': choose one of auto, app, words, terminal, guard"):
        display_without_asking("vte", {})


def test_what_is_typed_among_the_answers_is_kept() -> None:
    with device("ز".encode() + VTE[:6] + "ب\r".encode() + VTE[6:]) as terminal:
        said = ask_terminal(terminal.path, timeout=5)
    assert (said.name, said.mode_8, said.typed.decode()) == ("VTE(7000)", 1, "زب\r")
    assert not said.late


def test_the_terminal_is_quiet_while_asked_and_then_as_before() -> None:
    with device() as terminal:
        side = os.open(terminal.path, os.O_RDWR | os.O_NOCTTY)
        before = termios.tcgetattr(side)
        with TerminalQuestion(terminal.path):
            assert not termios.tcgetattr(side)[3] & termios.ECHO
            assert termios.tcgetattr(side)[3] & termios.ISIG
        assert termios.tcgetattr(side) == before
        os.close(side)


@pytest.fixture
def signal_after_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal arrives as soon as something is written, and its handler leads out."""
    write = os.write

    def interrupted(terminal: int, text: bytes) -> int:
        monkeypatch.setattr("os.write", write)
        write(terminal, text)
        raise SystemExit

    monkeypatch.setattr("os.write", interrupted)


@pytest.mark.usefixtures("signal_after_writing")
def test_a_signal_amid_the_question_leaves_the_terminal_as_before() -> None:
    with device() as terminal:
        side = os.open(terminal.path, os.O_RDWR | os.O_NOCTTY)
        before = termios.tcgetattr(side)
        with pytest.raises(SystemExit), TerminalQuestion(terminal.path):
            pass
        assert termios.tcgetattr(side) == before
        os.close(side)


@pytest.mark.usefixtures("signal_after_writing")
def test_a_signal_amid_the_taking_of_the_order_gives_it_back() -> None:
    choice = DisplayChoice(DisplayMode.APP, explicit=True)
    with device() as terminal:
        with pytest.raises(SystemExit), explicit_order(choice, terminal.path):
            pass
        assert terminal.heard(8) == b"\x1b[8l\x1b[8h"


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_late_answers_are_taken_out_of_what_is_typed(size: int) -> None:
    answers = LateAnswers(due=True)
    typed = b"a\x1b[A" + VTE + b"\x1b[1;2R" + b"b"
    pieces = [typed[start : start + size] for start in range(0, len(typed), size)]
    assert b"".join(map(answers.feed, pieces)) + answers.release() == b"a\x1b[A\x1b[1;2Rb"


def test_what_begins_like_an_answer_is_given_back_when_nothing_follows() -> None:
    answers = LateAnswers(due=True)
    assert answers.feed(b"\x1b") == b""
    assert answers.release() == b"\x1b"
    assert LateAnswers(due=False).feed(b"\x1b") == b"\x1b"


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


def test_what_is_drawn_goes_to_the_terminal_though_errors_go_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log_file = tmp_path / "log"
    with device() as terminal, Path(terminal.path).open("w") as screen, log_file.open("w") as log:
        monkeypatch.setattr(sys, "__stdout__", screen)
        for error, drawn_to in ((log, screen), (None, screen), (screen, screen)):
            monkeypatch.setattr(sys, "__stderr__", error)
            assert terminal_stream() is drawn_to
        monkeypatch.setattr(sys, "__stdout__", None)
        assert terminal_stream() is screen
