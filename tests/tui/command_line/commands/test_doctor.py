"""`masarat doctor`: with a terminal and without one, and a card in which the modes differ."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import XTERM, PseudoTerminal
from tests.tui.command_line.conftest import Run, as_json
from tui.command_line.printing import diagnosis
from tui.command_line.printing.diagnosis import CARD, CARD_SETTINGS, card_lines, multiplexer
from tui.config import config_file
from tui.terminal.asking import TerminalAnswers, give_back

ROOT = Path(__file__).parents[4]
VTE = {**XTERM, b"\x1b[8$p": b"\x1b[8;1$y", b"\x1b[>0q": b"\x1bP>|VTE(7000)\x1b\\"}


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the terminal in which the tests run."""
    monkeypatch.setattr(diagnosis, "ask_terminal", lambda timeout: TerminalAnswers())
    for name in ("TMUX", "STY", "MLTERM", "KONSOLE_VERSION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_without_a_terminal_it_says_so(masarat: Run, store_file: Path) -> None:
    result = masarat("doctor")
    assert result.exit_code == 0
    assert "none: this runs without a terminal" in result.stdout
    assert str(store_file) in result.stdout
    assert str(config_file()) in result.stdout
    for name in ("masarat ", "Python 3.", "SQLite 3.", "Textual "):
        assert name in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("answers", "variables", "said", "kept"),
    [
        (TerminalAnswers(0, "XTerm(379)", 0, asked=True), {}, "draws cells as they come", "app"),
        (TerminalAnswers(1, "VTE(7000)", 0, asked=True), {}, "can be told not to", "app"),
        (TerminalAnswers(None, "Konsole 22", 0, asked=True), {}, "whatever it is told", "guard"),
        (TerminalAnswers(None, "", 0, asked=True), {"TMUX": "/x"}, "multiplexer", "guard"),
        (TerminalAnswers(), {"TERM": "xterm-kitty"}, "letters of each word", "words"),
        (TerminalAnswers(), {"MLTERM": "3.9"}, "orders and joins by itself", "terminal"),
        (TerminalAnswers(late=True, asked=True), {}, "one that does not answer", "app"),
    ],
)
def test_what_was_detected_is_told_with_the_line_that_keeps_it(
    masarat: Run,
    monkeypatch: pytest.MonkeyPatch,
    answers: TerminalAnswers,
    variables: Mapping[str, str],
    said: str,
    kept: str,
) -> None:
    monkeypatch.setattr(diagnosis, "ask_terminal", lambda timeout: answers)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    shown = masarat("doctor").stdout
    assert said in shown
    assert f'  bidi = "{kept}"\n' in shown
    assert answers.name in shown


def test_json_says_who_chose(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    detected = as_json(masarat("doctor", "--json"))
    assert detected["display"]["chosen_by"] == "detection"
    assert detected["terminal"]["asked"] is False
    config_file().parent.mkdir(parents=True)
    config_file().write_text('bidi = "words"\ncolour = 1\n', "utf-8")
    configured = as_json(masarat("doctor", "--json"))["display"]
    assert (configured["chosen_by"], configured["mode"]) == ("configuration", "words")
    assert "'colour'" in masarat("doctor").stdout
    given = as_json(masarat("--bidi", "guard", "doctor", "--json"))["display"]
    assert (given["chosen_by"], given["mode"], given["guard"]) == ("command line", "app", True)


def test_the_card_is_in_each_mode_what_a_terminal_gets_in_it() -> None:
    lines = {setting: card_lines(setting) for setting in CARD_SETTINGS}
    assert lines["terminal"] == list(CARD)
    assert lines["words"][0] == "(2013) 2118 الأمن مجلس قرار"
    assert lines["app"][0].startswith("(2013) 2118 ﻦﻣ")
    assert [line.replace("\u200e", "") for line in lines["guard"]] == lines["app"]
    assert lines["guard"] != lines["app"]


def test_the_app_s_lines_alone_are_drawn_with_the_mode_reset() -> None:
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_CONFIG_HOME")}
    with PseudoTerminal(
        [sys.executable, "-m", "tui", "doctor"],
        environment={**environment, "TERM": "xterm-256color"},
        folder=ROOT,
        answers=VTE,
        lines=60,
    ) as terminal:
        assert terminal.wait_for_end() == 0
        while terminal.read(0.1):
            pass
        drawn = bytes(terminal.drawn)
    before, rest = drawn.split(b"\x1b[8l")
    explicit, after = rest.split(b"\x1b[8h")
    assert b"VTE(7000)" in before
    assert "(2013) 2118 ﻦﻣ" in explicit.decode()
    assert b"--bidi words" in after


def test_what_is_typed_while_the_terminal_is_asked_goes_to_the_shell() -> None:
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_CONFIG_HOME")}
    script = f"{sys.executable} -m tui doctor > /dev/null; read line; echo got: $line"
    with PseudoTerminal(
        ["sh", "-c", script],
        environment={**environment, "TERM": "xterm-256color"},
        folder=ROOT,
        answers={},
    ) as terminal:
        terminal.wait_asked(b"\x1b[c")
        terminal.press("ls\r")
        # Where the system does not let it be given back, it is told at least.
        text = terminal.wait_until(lambda text: "got: ls" in text or "again: 'ls" in text)
        if "got: ls" not in text:
            pytest.skip("this system has dev.tty.legacy_tiocsti = 0")
        assert terminal.wait_for_end() == 0


def test_what_cannot_be_given_back_is_told(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = TerminalAnswers(0, "XTerm(379)", 0, typed=b"ls\r", asked=True)
    monkeypatch.setattr(diagnosis, "ask_terminal", lambda timeout: answers)
    monkeypatch.setattr(diagnosis, "give_back", lambda typed: False)
    assert masarat("doctor").stderr.endswith("to be typed again: 'ls\\r'\n")
    given: list[bytes] = []
    monkeypatch.setattr(diagnosis, "give_back", lambda typed: not given.append(typed))
    assert masarat("doctor", "--json").stderr == ""
    assert given == [b"ls\r"]


@pytest.mark.parametrize("device", ["/no/such", "/dev/null"])
def test_what_is_no_terminal_takes_nothing_back(device: str) -> None:
    assert not give_back(b"x", device)


@pytest.mark.parametrize(
    ("environment", "name"),
    [({"TMUX": "/x"}, "tmux"), ({"STY": "1.x"}, "screen"), ({"TERM": "xterm"}, "")],
)
def test_multiplexers_are_named(environment: dict[str, str], name: str) -> None:
    assert multiplexer(environment) == name


def test_the_report_holds_nothing_of_the_user(
    masarat: Run, monkeypatch: pytest.MonkeyPatch, store_file: Path, tmp_path: Path
) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text('theme = "/home/zaynab/x"\nsecret = "zaynab"\n[keys]\nhelp = "z"\n')
    monkeypatch.setenv("LANG", "ar_SY.UTF-8")
    monkeypatch.setenv("TERM_PROGRAM", "zaynab's; own\x1b[31m")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/zaynab")
    answers = TerminalAnswers(0, "XTerm(379)", 0, asked=True)
    monkeypatch.setattr(diagnosis, "ask_terminal", lambda timeout: answers)

    said = masarat("doctor", "--report").stdout
    for part in ("XTerm(379)", "ar_SY.UTF-8", "SSH_TTY: set", "tomlkit: ", "zone: ", "bytes: "):
        assert part in said
    assert "not followed: config.unknown" in said
    for part in ("zaynab", "secret", str(tmp_path), str(store_file), "\x1b"):
        assert part not in said
    report = as_json(masarat("doctor", "--report", "--json"))
    assert report["settings"]["keys of one's own"] == 1


def test_the_report_of_a_store_that_cannot_be_read(masarat: Run, tmp_path: Path) -> None:
    (tmp_path / "no.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5_000)
    assert "cannot be read: " in masarat("--store", tmp_path / "no.db", "doctor", "--report").stdout
