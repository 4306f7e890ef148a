"""The table of commands and options: true of the functions behind it, of help and of the docs."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest

from docs.commands_page import commands_page
from tests.tui.command_line.conftest import run_program
from tui.command_line.entry import Command
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_text, usage
from tui.command_line.options import BIDI, FORMAT
from tui.command_line.printing.row_formats import ROW_FORMATS
from tui.command_line.table import COMMANDS
from tui.terminal.display_choice import SETTINGS

ENTRIES = [PROGRAM, *COMMANDS.values()]
DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("command", ENTRIES, ids=lambda command: command.name)
def test_a_command_s_function_takes_its_arguments_and_options(command: Command) -> None:
    own = [option for option in command.options if not option.is_shared]
    parameters = {each.parameter for each in (*command.arguments, *own)} - {"help", "version"}
    _, *taken = signature(command.run).parameters
    assert set(taken) == parameters


@pytest.mark.parametrize("command", ENTRIES, ids=lambda command: command.name)
def test_every_option_is_described_once_and_shows_its_value(command: Command) -> None:
    names = [option.name for option in command.options]
    assert len(names) == len(set(names))
    for option in command.options:
        assert option.help.endswith("."), option
        assert bool(option.choices) == (option.value == "choice"), option
        assert bool(option.metavar) == (option.value not in ("flag", "choice")), option
        if option.choices and option.default is not None:
            assert option.default in option.choices


@pytest.mark.parametrize("command", ENTRIES, ids=lambda command: command.name)
def test_help_shows_all_that_the_table_has(command: Command) -> None:
    called = [] if command is PROGRAM else [command.name]
    shown = run_program(*called, "--help").stdout
    unbroken = " ".join(shown.split())

    assert shown.startswith(f"Usage: {usage(command)}\n")
    for text in command.help:
        assert help_text(text, command.words_from) in unbroken
    for text in (*command.examples, *command.epilog.split("  ")):
        assert text in unbroken
    for option in command.options:
        assert help_text(option.help, option.words_from) in unbroken
        assert all(name in shown for name in (option.name, option.short_name, option.metavar))


def fruits() -> str:
    """What a sentence of the help below fills in."""
    return "apples or pears"


def test_help_may_tell_what_the_program_knows() -> None:
    assert help_text("Eat {fruits}.", __name__) == "Eat apples or pears."


def test_the_ways_of_display_are_those_of_the_terminal() -> None:
    assert BIDI.choices == SETTINGS


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == commands_page()


def test_whatever_lists_does_so_in_every_format() -> None:
    for command in ENTRIES:
        formats = [each.choices for each in command.options if each.name == FORMAT.name]
        assert not command.columns or formats == [FORMAT.choices], command.name
        assert len({column.name for column in command.columns}) == len(command.columns)


def test_formats_are_offered_by_their_names() -> None:
    assert tuple(ROW_FORMATS) == FORMAT.choices
