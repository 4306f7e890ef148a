"""docs/commands.md: the reference of commands and options, from the table of the command line.

`python -m docs.commands_page > docs/commands.md` writes it; a test proves that it is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final

from docs.exit_codes_table import exit_codes_table
from tui.command_line.entry import Command, Option
from tui.command_line.explore import PROGRAM
from tui.command_line.help import help_text, usage
from tui.command_line.table import COMMANDS
from tui.messages.sentences import choose_language

_INTRODUCTION: Final = """# Commands

[العربية](ar/commands.md)

Written from `tui/command_line/commands/` by `python -m docs.commands_page > docs/commands.md`; a
test proves that it is up to date. `masarat --help` and `masarat lookup --help` show the same, in
Arabic with `--language ar` or under an Arabic locale.

Results go to standard output, messages to standard error. Both are made safe for a terminal: what
it would obey, or not draw, is shown instead. In a file or a pipe the Markdown of `show` and `guide`
and the path that `export` prints are as they are; JSON is the same to its reader everywhere.

## Exit codes

"""


def commands_page() -> str:
    """The page in Markdown."""
    choose_language("en")
    sections = [_section(command) for command in (PROGRAM, *COMMANDS.values())]
    return "\n".join([_INTRODUCTION + exit_codes_table(), *map("\n".join, sections)])


def _section(command: Command) -> Iterator[str]:
    is_program = command is PROGRAM
    yield f"## {command.name if is_program else f'masarat {command.name}'}\n"
    yield f"```\n{usage(command)}\n```\n"
    for paragraph in filter(None, (*command.help, command.epilog)):
        yield " ".join(help_text(paragraph, command.words_from).split()) + "\n"
    yield from _options(command.options)
    for head, columns in (("column", command.columns), ("of sources", command.source_columns)):
        if columns:
            yield f"\n| {head} | holds |"
            yield "| --- | --- |"
            yield from (f"| `{column.name}` | {column.holds} |" for column in columns)
    if command.examples:
        yield "\n```sh"
        yield from command.examples
        yield "```"
    yield ""


def _options(options: Iterable[Option]) -> Iterator[str]:
    yield "| option | value | default | what |"
    yield "| --- | --- | --- | --- |"
    for option in options:
        names = ", ".join(f"`{name}`" for name in (option.short_name, option.name) if name)
        choices = ", ".join(f"`{choice}`" for choice in option.choices)
        default = "required" if option.required else _code(option.default)
        text = help_text(option.help, option.words_from)
        yield f"| {names} | {choices or _code(option.metavar)} | {default} | {text} |"


def _code(value: object) -> str:
    return f"`{value}`" if value else ""


if __name__ == "__main__":
    sys.stdout.write(commands_page())
