"""The explorer started in terminals that answer or do not: display, typing, and the way out."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import XTERM, PseudoTerminal
from tests.end_to_end.shipped import SHIPPED
from tests.thoroughly import thorough_but
from tests.tui.explorer.conftest import ROOT, Start

EXPLICIT, IMPLICIT = b"\x1b[8l", b"\x1b[8h"
FIRST_QUESTION = b"\x1b[8$p"
VTE = {**XTERM, b"\x1b[8$p": b"\x1b[8;1$y", b"\x1b[>0q": b"\x1bP>|VTE(7000)\x1b\\"}
KONSOLE = {**XTERM, b"\x1b[>0q": b"\x1bP>|Konsole 22.12.3\x1b\\"}
MARK = "\u200e".encode()
RECORDS = f"{SHIPPED} records"


def ended(terminal: PseudoTerminal) -> int:
    terminal.settle(at_most=2)
    terminal.press("q")
    code = terminal.wait_for_end()
    terminal.settle(0.05, at_most=0.5)
    return code


def test_a_terminal_that_can_be_told_is_told_before_and_after(start: Start) -> None:
    with start(answers=VTE) as terminal:
        terminal.wait_for(RECORDS)
        drawn = bytes(terminal.drawn)
        assert EXPLICIT in drawn
        before, _, after = drawn.partition(EXPLICIT)
        assert b"Abu Jamal" not in before
        assert b"\x1b[2J" in after.partition(b"Abu Jamal")[0]  # lines keep the mode they had
        assert IMPLICIT not in drawn
        assert ended(terminal) == 0
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)


@pytest.mark.parametrize("answers", [XTERM, KONSOLE])
def test_a_terminal_without_the_mode_is_not_told(
    start: Start, answers: Mapping[bytes, bytes]
) -> None:
    with start(answers=answers) as terminal:
        terminal.wait_for(RECORDS)
        assert ended(terminal) == 0
        assert EXPLICIT not in terminal.drawn
        guarded = bytes(terminal.drawn).count(MARK) > 20
        assert guarded is (answers is KONSOLE)


@pytest.mark.parametrize("setting", ["app", "words", "terminal", "off"])
def test_what_is_chosen_is_drawn_and_nothing_is_asked(start: Start, setting: str) -> None:
    with start("--bidi", setting, answers={}) as terminal:
        terminal.wait_for(RECORDS)
        terminal.press("/", "النصرة")
        terminal.wait_until(lambda _: RECORDS not in terminal.text)
        terminal.settle(0.1, at_most=1)
        assert FIRST_QUESTION not in terminal.drawn
        assert (EXPLICIT in terminal.drawn) is (setting == "app")
        # Only the app joins letters, with forms that are other characters.
        assert ("جبهة النصرة" in raw_text(terminal)) is (setting in ("terminal", "off"))
        assert ("النصرة جبهة" in raw_text(terminal)) is (setting == "words")


def raw_text(terminal: PseudoTerminal) -> str:
    """What was drawn, without colours and movements of the cursor."""
    return re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", terminal.drawn.decode(errors="replace"))


def test_the_configuration_chooses_where_the_command_line_does_not(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "masarat").mkdir()
    (tmp_path / "masarat/config.toml").write_text('bidi = "terminal"\n', "utf-8")
    variables = {"XDG_CONFIG_HOME": str(tmp_path)}
    with start(answers={}, variables=variables) as terminal:
        terminal.wait_for(RECORDS)
        assert FIRST_QUESTION not in terminal.drawn
    with start("--bidi", "auto", variables=variables) as terminal:
        terminal.wait_for(RECORDS)
        assert FIRST_QUESTION in terminal.drawn


def test_what_is_typed_before_the_first_paint_is_not_lost(start: Start) -> None:
    with start() as terminal:
        terminal.wait_asked(FIRST_QUESTION)
        terminal.press("/", "زبداني")
        terminal.wait_for("ينادبز")  # in the search box, as cells show it
        assert ended_by_force(terminal) == 0


def test_what_is_typed_at_once_goes_where_it_was_meant_to(start: Start) -> None:
    with start() as terminal:
        # Enter is a line feed, as the terminal is not even asked yet.
        terminal.press("/", "زبداني", "enter", "j", "j")
        terminal.wait_for("ينادبز")
        terminal.wait_for("3 of ")  # where j leads in the list
        assert "ينادبز" in terminal.rows[0]
        assert "j" not in terminal.rows[0]
        assert ended_by_force(terminal) == 0


def test_a_pane_that_is_gone_to_at_once_is_gone_to_from_the_first_screen(start: Start) -> None:
    with start() as terminal:
        terminal.press("tab", "j", "j")  # from the overview to the list, and down in it
        terminal.wait_for("3 of ")
        assert ended_by_force(terminal) == 0


def ended_by_force(terminal: PseudoTerminal) -> int:
    terminal.press("ctrl+q")
    return terminal.wait_for_end()


def test_a_silent_terminal_is_hardly_waited_for_and_its_late_answers_are_not_typed(
    start: Start,
) -> None:
    with start(answers={}) as terminal:
        terminal.wait_for(RECORDS)
        terminal.press("/")
        terminal.settle(at_most=1)
        terminal.press(*(answer.decode() for answer in VTE.values()), "زبد")
        terminal.wait_for("دبز")
        terminal.settle(at_most=1)
        box = next(row for row in terminal.rows if "دبز" in row)
        assert not any(letter in box for letter in "VTER;[|$^")
        assert ended_by_force(terminal) == 0


def test_the_mode_is_given_back_on_suspension_and_taken_again(start: Start) -> None:
    with start(answers=VTE) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("\x1a")
        assert os.WIFSTOPPED(stopped(terminal))
        while terminal.read(0.2):
            pass
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)
        os.kill(terminal.process, signal.SIGCONT)
        terminal.wait_until(
            lambda _: terminal.drawn.rindex(EXPLICIT) > terminal.drawn.rindex(IMPLICIT)
        )
        terminal.wait_for(RECORDS)
        assert ended(terminal) == 0
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)


def stopped(terminal: PseudoTerminal) -> int:
    """Read until the program stops, and return its status."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        process, status = os.waitpid(terminal.process, os.WNOHANG | os.WUNTRACED)
        if process:
            return status
        terminal.read(0.05)
    raise AssertionError("not stopped")


CRASH = """
import sys
from tui.explorer.app import Masarat
def crash(self):
    raise ZeroDivisionError("a defect")
Masarat.switch_language = crash
from tui.cli import main
main()
"""


def test_the_mode_is_given_back_after_a_crash(start: Start) -> None:
    with start(answers=VTE, program=("-c", CRASH)) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("L")
        assert terminal.wait_for_end() != 0
        while terminal.read(0.1):
            pass
        assert b"a defect" in terminal.drawn
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)


ENDING = [signal.SIGTERM, signal.SIGINT]
ALSO_ENDING = [signal.SIGHUP, signal.SIGQUIT, signal.SIGXCPU]
ALSO_ENDING += [signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGPROF, signal.SIGABRT]


@pytest.mark.parametrize("number", thorough_but(ENDING, ENDING + ALSO_ENDING))
def test_a_signal_ends_it_in_order_and_is_what_it_died_of(
    start: Start, tmp_path: Path, number: signal.Signals
) -> None:
    variables = {"XDG_STATE_HOME": str(tmp_path)}
    with start(answers=VTE, variables=variables) as terminal:
        terminal.wait_for(RECORDS)
        assert termios.tcgetattr(terminal.device) != terminal.as_given
        os.kill(terminal.process, number)
        assert terminal.wait_for_end() == -number
        while terminal.read(0.1):
            pass
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)
        assert terminal.drawn.rindex(b"\x1b[?1049l") > terminal.drawn.rindex(b"\x1b[?1049h")
        assert termios.tcgetattr(terminal.device) == terminal.as_given
    assert list(tmp_path.rglob("*.json"))


def test_a_signal_before_the_first_paint_gives_the_terminal_back_too(start: Start) -> None:
    with start(answers={}) as terminal:
        terminal.wait_asked(FIRST_QUESTION)  # now it does not echo what is typed
        assert termios.tcgetattr(terminal.device) != terminal.as_given
        os.kill(terminal.process, signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert termios.tcgetattr(terminal.device) == terminal.as_given
    with start("--bidi", "app") as terminal:
        terminal.wait_asked(EXPLICIT)
        os.kill(terminal.process, signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        while terminal.read(0.1):
            pass
        assert terminal.drawn.rindex(IMPLICIT) > terminal.drawn.rindex(EXPLICIT)


def test_a_terminal_that_goes_away_ends_it(start: Start, tmp_path: Path) -> None:
    with start(answers=VTE, variables={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(RECORDS)
        terminal.hang_up()
        assert terminal.wait_for_end() == -signal.SIGHUP
    assert list(tmp_path.rglob("*.json"))


IGNORING = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from tui.cli import main
main()
"""


def test_what_was_ignored_at_the_start_stays_so(start: Start) -> None:
    with start(program=("-c", IGNORING)) as terminal:
        terminal.wait_for(RECORDS)
        os.kill(terminal.process, signal.SIGHUP)
        assert ended(terminal) == 0


TELLING_WHAT_WAS_LOADED = """
import atexit, sys
atexit.register(lambda: print("click:", "click" in sys.modules, end=""))
from tui.cli import main
main()
"""


def started_alone(
    store: Path, program: tuple[str, ...], variables: Mapping[str, str] | None = None
) -> PseudoTerminal:
    """The explorer without any argument."""
    environment = {**os.environ, "TERM": "xterm-256color", "MASARAT_STORE": str(store)}
    command = [sys.executable, *program]
    return PseudoTerminal(command, environment=environment | dict(variables or {}), folder=ROOT)


def test_without_arguments_the_library_that_reads_them_is_not_loaded(filled: Path) -> None:
    with started_alone(filled, ("-c", TELLING_WHAT_WAS_LOADED)) as terminal:
        terminal.wait_for(RECORDS)
        assert ended(terminal) == 0
        assert "click: False" in terminal.text


def test_without_arguments_errors_are_told_all_the_same(tmp_path: Path) -> None:
    with started_alone(tmp_path, ("-m", "tui"), {"LANG": "ar_SY.UTF-8"}) as terminal:
        assert terminal.wait_for_end() == 2
        terminal.settle(0.05, at_most=0.5)
        said = bytes(terminal.drawn).decode()
    assert said.endswith(f"{tmp_path} مجلد؛ سمِّ ملفًا آخر بـ --store.\r\n")


def test_what_a_shell_asks_in_order_to_complete_is_answered(filled: Path) -> None:
    asking = {"_MASARAT_COMPLETE": "bash_complete", "COMP_LINE": "masarat looku"}
    with started_alone(filled, ("-m", "tui"), asking) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.settle(0.05, at_most=0.5)
        assert b"=lookup" in terminal.drawn


@pytest.mark.parametrize("option", ["--bidi", "--language"])
def test_an_unknown_value_names_the_choices(start: Start, option: str) -> None:
    choices = {"--bidi": "'auto', 'app', 'words', 'terminal', 'guard', 'off'", "--language": "'en'"}
    with start(option, "vte") as terminal:
        assert terminal.wait_for_end() == 2
        terminal.settle(0.05, at_most=0.5)
        assert choices[option] in " ".join(terminal.text.split())


HUGE = """
import os
os.environ.update(COLUMNS="999999999", LINES="999999999", TEXTUAL_COLOR_SYSTEM="no such")
from tui.cli import main
main()
"""


def test_it_starts_whatever_size_and_colours_the_environment_names(start: Start) -> None:
    with start(program=("-X", "faulthandler", "-c", HUGE)) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
