"""The program around its commands: help, stores, streams, exit codes, and no traceback ever."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import store
from store.store import Store
from tests.tui.command_line.conftest import run_program
from tui.command_line.options import STORE
from tui.command_line.table import COMMANDS
from tui.defects import report_folder


@pytest.fixture(scope="module")
def filled(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store's file with the shipped records, as a first start leaves it."""
    return Path(shutil.copy(filled_file, tmp_path_factory.mktemp("store")))


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, without a terminal."""
    done: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
        **options,
    )
    return done


def test_the_help_lists_every_command() -> None:
    result = run_program("-h")
    assert result.exit_code == 0
    lines = result.stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    shown = run_program(command, "--help").stdout
    assert "Examples:\n" in shown
    assert f"    masarat {command}" in shown
    reads_a_store = STORE in COMMANDS[command].options
    assert ("--store PATH" in shown) == reads_a_store


def test_the_version_is_the_package_s() -> None:
    result = run_program("--version")
    assert result.stdout.startswith("masarat 0.")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("lokup", "There is no command 'lokup'; did you mean lookup?"),
        ("xyz", f"there are {', '.join(COMMANDS)}."),
    ],
)
def test_an_unknown_command_names_the_nearest(wrong: str, said: str) -> None:
    result = run_program(wrong)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("words", ["masarat lo", "masarat lokup x", "masarat --store= list --or"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_that_completes_words_is_told_no_sentence(shell: str, words: str) -> None:
    """Whatever was typed so far; fish hands over the word to complete by itself."""
    asking = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    asking |= {"_MASARAT_COMPLETE": f"{shell}_complete"}
    result = run(env={**os.environ, **asking})
    assert (result.returncode, result.stderr) == (0, "")


def test_the_store_may_be_named_before_and_after_the_command(filled: Path, tmp_path: Path) -> None:
    before = run("--store", str(filled), "show", "zabadani", "--json")
    after = run("show", "zabadani", "--json", "--store", str(filled))
    variable = run(
        "show", "zabadani", "--json", env={**os.environ, "MASARAT_STORE": str(filled)}, cwd=tmp_path
    )

    assert before.returncode == 0
    assert before.stdout == after.stdout == variable.stdout
    assert before.stderr == after.stderr == variable.stderr == ""


def test_the_explorer_needs_a_terminal() -> None:
    result = run()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("The explorer needs a terminal")
    assert result.stderr.count("\n") == 1


def test_output_is_utf_8_whatever_the_locale_says(filled: Path) -> None:
    poor = {**os.environ, "LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = run("lookup", "zabadani", "--store", str(filled), env=poor)
    assert result.returncode == 0
    assert "الزبداني" in result.stdout


def test_arguments_that_are_not_utf_8_are_no_error(filled: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tui", "lookup", b"\xff\xfe", "--store", str(filled)],
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"this is a letter and no database\n" * 100, "is not a SQLite database"),
        (b"", None),
    ],
)
def test_a_file_that_is_no_store_is_told_and_left_as_it_was(
    tmp_path: Path, content: bytes, said: str | None
) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(content)

    result = run("lookup", "zabadani", "--store", str(file))
    if said is None:
        assert result.returncode == 0
        return
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert file.read_bytes() == content


def test_a_reader_that_goes_away_is_no_error(filled: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "list", "--json", "--store", str(filled)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    assert process.wait(timeout=60) == 128 + signal.SIGPIPE
    assert process.stderr.read() == b""
    process.stderr.close()


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object = None, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "open", interrupt)
    result = run_program("stats")
    assert (result.exit_code, result.output) == (130, "")


def test_a_defect_is_one_sentence_and_with_debugging_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object = None, **__: object) -> None:
        raise ZeroDivisionError("of \x1b[31m")

    monkeypatch.setattr(store, "open", fail)
    monkeypatch.delenv("MASARAT_DEBUG", raising=False)
    result = run_program("stats")
    assert (result.exit_code, result.stdout) == (70, "")
    assert result.stderr.startswith("masarat has a defect (ZeroDivisionError) and has ended;")
    assert "[31m" not in result.stderr
    (report,) = report_folder().glob("defect-*.txt")
    assert str(report) in result.stderr

    monkeypatch.setenv("MASARAT_DEBUG", "1")
    result = run_program("stats")
    assert (result.exit_code, result.stdout) == (70, "")
    assert result.stderr.startswith("Traceback ")
    assert "\nZeroDivisionError: of ␛[31m\nmasarat has a defect" in result.stderr


def test_notices_of_the_store_are_words_and_no_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_with_notice(_: object = None, **__: object) -> Store:
        opened = Store(tmp_path / "a.db", seeds=None)
        opened.notices = ("The shipped records changed.",)
        return opened

    monkeypatch.setattr(store, "open", open_with_notice)
    result = run_program("stats", "--json")
    assert result.stderr == "The shipped records changed.\n"
    assert result.stdout.startswith("{")


def test_a_first_start_makes_and_fills_the_store(tmp_path: Path) -> None:
    named = {"MASARAT_STORE": str(tmp_path / "new/folder/masarat.db")}
    result = run("lookup", "الزبداني", env={**os.environ, **named})
    assert result.returncode == 0
    assert result.stdout.startswith("zabadani\t")
