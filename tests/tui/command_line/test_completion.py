"""Completion in a shell: made from the table of commands, and from the store without a trace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Run
from tui.command_line.completion import SHELLS, script
from tui.command_line.completion.typed_line import read_line
from tui.command_line.parsing.parser import COMPLETION_ASKED
from tui.command_line.table import COMMANDS

BREAKS = " \t\n\"'><=;|&(:"


@pytest.fixture
def complete(masarat: Run, monkeypatch: pytest.MonkeyPatch) -> object:
    def run(line: str, shell: str = "zsh", breaks: str = "") -> list[str]:
        monkeypatch.setenv(COMPLETION_ASKED, f"{shell}_complete")
        monkeypatch.setenv("COMP_LINE", line)
        monkeypatch.setenv("COMP_BREAKS", breaks)
        ended = masarat()
        assert (ended.exit_code, ended.stderr) == (0, "")
        return [
            each.partition("\t")[0].removeprefix("=") for each in ended.stdout.split("\n") if each
        ]

    return run


def test_every_command_and_option_of_the_table_is_offered(complete: Run) -> None:
    assert complete("masarat ") == list(COMMANDS)
    for command in COMMANDS.values():
        offered = complete(f"masarat {command.name} --")
        assert {each.name for each in command.options} <= set(offered)
        for option in command.options:
            if option.choices:
                words = f"masarat {command.name} {option.name}"
                assert tuple(complete(f"{words} ")) == option.choices


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("masarat show za", ["zabadani"]),
        ("masarat show zabadani art", ["article"]),  # a source
        ("masarat open art", ["article"]),
        ("masarat lookup za", []),
        ("masarat --store /nowhere/x.db show za", []),
        ("masarat list kind:zo", ["kind:zone"]),
        ("masarat search 'kefraya kind:z", ["kefraya kind:zone"]),
        ("masarat export --query=kind:zo", ["--query=kind:zone"]),
        ("masarat list qqqq:", []),
        ("masarat stats --by out", ["outcome"]),
        ("masarat export --to ", ["files"]),
        ("masarat backup --restore ", ["files"]),
        ("masarat search ki", ["kind:", "nospace"]),
    ],
)
def test_what_is_typed_goes_on(complete: Run, line: str, offered: list[str]) -> None:
    assert complete(line) == offered


def test_an_empty_query_may_be_any_filter(complete: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"kind:", "actor:", "year:", "nospace"} <= set(complete("masarat search '"))
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    assert {"نوع:", "جهة:"} <= set(complete("masarat search '"))


def test_it_reads_the_store_and_makes_none(
    complete: Run, store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(store_file.parent.iterdir()), store_file.read_bytes()
    assert complete("masarat show za") == ["zabadani"]
    assert (sorted(store_file.parent.iterdir()), store_file.read_bytes()) == before
    missing = store_file.parent / "new" / "none.db"
    monkeypatch.setenv("MASARAT_STORE", str(missing))
    complete("masarat show qat")
    assert not missing.parent.exists()


@pytest.mark.parametrize(
    ("typed", "candidate", "written"),
    [
        ("show za", "zabadani", "zabadani"),
        ("search type:ev", "type:evacuation", "evacuation"),
        ("list --kind=z", "--kind=zone", "zone"),
        ("search 'type:evacuation ye", "type:evacuation year:", "type:evacuation year:"),
        ("search 'it", "it's", r"it'\''s"),
        ('search "a', 'a"$b', r"a\"\$b"),
        ("search a", "a b'c", r"a\ b\'c"),
        (r"search a\ b", "a bc", r"a\ bc"),
        ("search 'a b' ", "c", "c"),
        ("search ", "", ""),
    ],
)
def test_bash_is_given_what_it_puts_in(typed: str, candidate: str, written: str) -> None:
    assert read_line(f"masarat {typed}", BREAKS).as_typed(candidate) == written


def test_a_line_is_taken_apart_as_a_shell_does() -> None:
    typed = read_line("""masarat  search 'a  b'\t"c\\"d" e\\ f g""")
    assert (typed.words, typed.word) == (("search", "a  b", 'c"d', "e f"), "g")


def test_the_script_is_printed_for_each_shell(masarat: Run) -> None:
    for shell in SHELLS:
        assert masarat("completion", shell).stdout == script(shell)
    refused = masarat("completion", "tcsh")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "bash" in refused.stderr


@pytest.fixture
def shell_environment(store_file: Path, tmp_path: Path) -> dict[str, str]:
    program = tmp_path / "bin/masarat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', "utf-8")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "MASARAT_STORE": str(store_file),
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
    }


@pytest.mark.parametrize(
    ("shell", "asked"),
    [
        (
            "bash",
            'COMP_LINE="masarat show z"; COMP_POINT=${#COMP_LINE}; _masarat_completion masarat;'
            ' echo "${COMPREPLY[@]}"',
        ),
        ("fish", "complete -C 'masarat show z' | string split -f1 \\t"),
        ("zsh", "functions _masarat_completion > /dev/null && echo zabadani"),
    ],
)
def test_a_shell_runs_its_script(
    shell: str, asked: str, shell_environment: dict[str, str], tmp_path: Path
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    file = tmp_path / "completion"
    file.write_text(script(shell), "utf-8")
    ended = subprocess.run(
        [shell, "-c", f"source {file}; {asked}"],
        env=shell_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == ("zabadani\n", "")
