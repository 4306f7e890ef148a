"""Every command in a fenced block of a page runs as it stands, and ends as the page says.

The examples in docs/commands.md are those of the help: tests/tui/command_line/test_examples.py.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

from docs.pages import ROOT, Line, commands_in, pages
from tests.thoroughly import thorough_but
from tests.tui.command_line.conftest import run_line
from tui.command_line.explore import PROGRAM
from tui.command_line.table import COMMANDS

BY_PAGE: Final = {
    page.relative_to(ROOT).as_posix(): lines
    for page in pages()
    if page != ROOT / "docs/commands.md" and (lines := list(commands_in(page)))
}
AT_ONCE: Final = [page for page in BY_PAGE if not page.startswith("docs/ar/")]
"""Arabic pages have the commands of the English ones."""
INLINE: Final = sorted(
    {
        (page.relative_to(ROOT).as_posix(), code)
        for page in pages()
        for code in re.findall(
            r'(?:`|<code dir="ltr">)(masarat [^`<\n]+)[`<]', page.read_text("utf-8")
        )
    }
)
NAMES: Final = "Zabadany\nحلب\n"
"""What stands in the file that a page calls names.txt."""


@pytest.fixture
def home(filled_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the shipped records in a store, and masarat on the path; the folder in it."""
    shutil.copy(filled_file, tmp_path / "masarat.db")
    (tmp_path / "names.txt").write_text(NAMES, "utf-8")
    program = tmp_path / "bin/masarat"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n', "utf-8")
    program.chmod(0o755)
    for name, value in (
        ("HOME", tmp_path),
        ("XDG_CONFIG_HOME", tmp_path / "config"),
        ("XDG_STATE_HOME", tmp_path / "state"),
        ("MASARAT_STORE", tmp_path / "masarat.db"),
        ("PYTHONPATH", ROOT),
        ("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}"),
        ("LANG", "C.UTF-8"),
    ):
        monkeypatch.setenv(name, str(value))
    folder = tmp_path / "here"
    folder.mkdir()
    shutil.move(tmp_path / "names.txt", folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records at which the explorer was opened, which has a terminal and ends at once."""
    keys: list[str] = []

    def start(*_: object, key: str = "", **__: object) -> int:
        keys.append(key)
        return 0

    monkeypatch.setattr("tui.command_line.explore.is_terminal", lambda _: True)
    monkeypatch.setattr("tui.command_line.explore.is_dumb", lambda: False)
    monkeypatch.setattr("tui.explorer.start.run", start)
    return keys


@pytest.mark.parametrize("page", thorough_but(AT_ONCE, BY_PAGE))
@pytest.mark.usefixtures("home", "opened")
def test_the_commands_of_a_page_run_one_after_the_other(page: str) -> None:
    for line in BY_PAGE[page]:
        if not line.not_run:
            assert _failure(line) == "", f"{page}:{line.number}: {line.text}"


def _failure(line: Line) -> str:
    """What a command said that ended otherwise than the page says; empty where it did so."""
    code, said = run_line(line.text)
    return "" if code == line.exit_code else f"exit code {code}: {said}"


def test_the_explorer_is_opened_by_the_first_page(home: Path, opened: list[str]) -> None:
    for line in BY_PAGE["README.md"]:
        if re.match(r"masarat( open \w+)?\s*(#|$)", line.text):
            assert _failure(line) == ""
    assert opened == ["", "zabadani"]


@pytest.mark.parametrize(("page", "code"), INLINE)
def test_a_command_named_in_a_sentence_has_these_options(page: str, code: str) -> None:
    """Which may stand for others (`KEY`), or end in what is left to the reader (`…`)."""
    named = re.match(r"masarat(?: --\w+(?: [A-Z:\w./]+)?)*? ([a-z]+)\b", code)
    command = COMMANDS[named[1]] if named and named[1] in COMMANDS else PROGRAM
    known = {option.name for option in (*command.options, *PROGRAM.options)}

    assert set(re.findall(r"(?<!\w)--[a-z][a-z-]*", code)) <= known


def test_a_block_that_no_test_runs_says_why(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- not run: needs a screen -->\n\n```console\n$ masarat a\nmasarat printed\n```\n\n"
        "Then:\n\n```sh\nmasarat b  # and\necho masarat.db\n```\n\n```toml\nmasarat = 1\n```\n",
        "utf-8",
    )
    found = [(line.number, line.text, line.not_run) for line in commands_in(page)]

    assert found == [(4, "masarat a", "needs a screen"), (11, "masarat b  # and", "")]
