"""The manual page: all of the table of commands, in roff that asks for nothing unknown."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from docs.manual_page import _text, manual_page
from tui.command_line.explore import PROGRAM
from tui.command_line.table import COMMANDS

PAGE = manual_page("1.2.3")


def test_it_has_every_command_option_and_example() -> None:
    for command in (PROGRAM, *COMMANDS.values()):
        if command is not PROGRAM:
            assert f'.SS "{_text(command.name)}' in PAGE
        for option in command.options:
            assert rf"\fB{_text(option.name)}\fR" in PAGE
        assert all(_text(example) in PAGE for example in command.examples)


def test_its_text_is_ascii_and_no_request() -> None:
    assert PAGE.isascii()
    requests = {line.split()[0] for line in PAGE.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".PP", ".TP", ".br", ".nf", ".fi"}


def test_a_checker_of_manual_pages_finds_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("there is no mandoc here")
    file = tmp_path_factory.mktemp("page") / "masarat.1"
    file.write_text(PAGE, "ascii")
    checker = ["mandoc", "-T", "lint", file]
    found = subprocess.run(checker, capture_output=True, text=True, check=False)
    wrong = [
        line for line in found.stdout.splitlines() if "STYLE" not in line and "date" not in line
    ]
    assert wrong == []
