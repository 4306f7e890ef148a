"""Whatever stands in any argument or option of any command: a short sentence, and no defect."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from store.text.printable import is_printable
from tests.assault.exit_codes import ALLOWED
from tests.thoroughly import in_turns
from tests.tui.command_line.conftest import Run
from tui.command_line.entry import Argument, Command, Option
from tui.command_line.explore import PROGRAM
from tui.command_line.options import HELP
from tui.command_line.table import COMMANDS

HOSTILE: Final = {
    "empty": "",
    "blanks": " \t\n",
    "sequence": "a\x1b]0;PWN\x07\x9b2J",
    "bytes": "a\udcff\udc80",
    "surrogate": os.fsdecode(b"a\xed\xa0\x80"),
    "bidi": "a\u202e\u2066\u200f",
    "unseen": "\ufeff\u200b\u00ad",
    "looks-alike": "zаbаdаni",
    "lines": "a\r\nb\u2028c\x85",
    "dash": "-",
    "option": "--json=x",
    "pattern": "*?[a](b{c%s%n{0}$(x)`x`",
    "NUL": "a\0b",
    "huge": "x" * 100_000,
    "huge-words": "ab " * 33_000,
    "deep": "(" * 100_000,
    "digits": "9" * 100_000,
    "path": "/".join(["x" * 200] * 40),
}
LONGEST_ANSWER: Final = 4_000
"""Characters that are said about one argument: usage, a hint and the sentence."""


def places() -> Iterator[tuple[Command, Option | Argument]]:
    """Everything that takes a value, on every command and before them."""
    for command in (PROGRAM, *COMMANDS.values()):
        options = (each for each in command.options if each.value != "flag" and each is not HELP)
        yield from ((command, place) for place in (*command.arguments, *options))


def call(command: Command, place: Option | Argument, value: str, folder: Path) -> list[str]:
    """The command with a value in one place, and something that fits in the others."""
    words = [] if command is PROGRAM else [command.name]
    for option in command.options:
        if option is not place and option.required:
            words += [option.name, str(folder / "out")]
    if isinstance(place, Option):
        words.append(f"{place.name}={value}")
    if command is PROGRAM:
        return [*words, "stats"]
    behind = []
    for argument in command.arguments:
        if argument is place:
            behind.append(value)
        elif not (argument.is_optional or argument.is_repeated):
            is_path = argument.value in ("existing path", "existing file", "new file or folder")
            key = "qatar" if "kefraya" in behind else "kefraya"
            behind.append(str(folder) if is_path else next(iter(argument.choices), key))
    return [*words, "--", *behind]


def cases() -> Iterator[object]:
    """Every place with every value: every twelfth value at once, the others thoroughly."""
    for number, (command, place) in enumerate(places()):
        for other, name in enumerate(HOSTILE):
            yield pytest.param(
                command, place, name,
                id=f"{command.name}-{place.parameter.replace('_', '-')}-{name}",
                marks=in_turns(number, other, of=12),
            )  # fmt: skip


@pytest.mark.parametrize(("command", "place", "name"), cases())
def test_a_place_takes_anything(
    masarat: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Command,
    place: Option | Argument,
    name: str,
) -> None:
    here = tmp_path / "here"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)

    result = masarat(*call(command, place, HOSTILE[name], tmp_path))

    assert result.exit_code in ALLOWED, result.output[-300:]
    assert "Traceback" not in result.stderr
    assert len(result.stderr) <= LONGEST_ANSWER
    assert all(is_printable(character) or character == "\n" for character in result.stderr)


@pytest.mark.parametrize("arguments", [["--store", "x\nError: fake", "list"], ["x\nError: fake"]])
def test_no_line_of_an_argument_is_taken_for_one_of_ours(
    masarat: Run, arguments: list[str]
) -> None:
    lines = masarat(*arguments).stderr.splitlines()
    assert len([line for line in lines if line.startswith("Error: ")]) == 1
