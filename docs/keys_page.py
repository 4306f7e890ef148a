"""docs/keys.md: the table of all commands, written by `python -m docs.keys_page`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

from tui.explorer.commands import COMMANDS
from tui.explorer.commands.command import Command
from tui.messages import say
from tui.terminal.keyboard import cap, mirrored

_INTRODUCTION = """# Keys

Written from `tui/explorer/commands/` by `make docs`; a test proves
that it is up to date. In the explorer `?` shows the same, with the keys as you chose them.

Under an Arabic keyboard layout every key works by its place: what types `j` on a Latin layout moves
on when it types `ت`. In the Arabic interface, which is laid out from right to left, the keys marked
⇄ change places with their mirror images.

Other keys are chosen in `config.toml` in the platform's config folder, by the command's id:

```toml
[keys]
export = "x"
next = ["down", "j", "ctrl+n"]
```

A key that is given to one command is taken from another that had it. Those that dialogs and text
boxes need (Enter, Esc, Tab, Ctrl+C) stay theirs. The explorer names what cannot be followed when it
starts, and `masarat config` at any time, with the commands that have no key left.
"""


def keys_page() -> str:
    """The page in Markdown, in the language of the interface."""
    return "\n".join([_INTRODUCTION, *_tables()])


def _tables() -> Iterator[str]:
    for group, commands in groupby(COMMANDS.values(), key=lambda command: command.group):
        yield f"## {say(f'help.{group}').capitalize()}\n"
        yield "| id | keys | what |"
        yield "| --- | --- | --- |"
        yield from (_row(command) for command in commands)
        yield ""


def _row(command: type[Command]) -> str:
    keys = " ".join(f"`{cap(key)}`" for key in command.keys)
    mirrors = command.mirrors and any(mirrored(key) != key for key in command.keys)
    return f"| {command.id} | {keys}{' ⇄' if mirrors else ''} | {command.explanation()} |"


if __name__ == "__main__":
    sys.stdout.write(keys_page())
