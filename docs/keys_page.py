"""docs/keys.md: the table of all commands, written by `python -m docs.keys_page`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

from store.model.vocabulary import Language
from tui.explorer.commands import COMMANDS
from tui.explorer.commands.command import Command
from tui.explorer.language import use_language
from tui.messages import say, spoken
from tui.terminal.keyboard import cap, mirrored

_INTRODUCTION = """# Keys

[العربية](ar/keys.md)

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

A key that is given to one command is taken from another that had it; an empty list leaves a
command without one. Those that dialogs and text boxes need (Enter, Esc, Tab, Ctrl+C) stay theirs.
The explorer names what cannot be followed when it starts, and `masarat config` at any time, with
where every key is bound, the commands that have no key left, and both of those that share one.

A letter with Alt can be chosen, too. Where it is not, most terminals send the same for it as
for Esc and the letter right behind it, and so the explorer takes it: Esc, then the letter.

The keys of pictures and dialogs are chosen in the same way, each in a table of its own, by the
names that `masarat config` lists; `Esc` leaves them all, whatever is chosen:

```toml
[keys.timeline]
zoom-on = ["i", "plus"]
zoom-back = "O"
```

`map`, `timeline` and `network` are commands, too. Whoever chooses keys for such a command
and for its picture writes both under `[keys]`, as TOML has one value a name:

```toml
[keys]
map = "b"
"map.zoom-on" = ["i", "plus"]
```
"""


@contextmanager
def told_in(language: Language) -> Iterator[None]:
    """Let the interface speak a language for a while, whichever it spoke before."""
    before = spoken()
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def keys_page() -> str:
    """The page in Markdown, in English."""
    with told_in("en"):
        return "\n".join([_INTRODUCTION, *keys_tables("| id | keys | what |", "`{}`".format)])


def keys_tables(head: str, code: Callable[[str], str]) -> Iterator[str]:
    """A table a group of commands, line by line, in the language of the interface.

    Args:
        head: the first line of each table, in Markdown.
        code: writes a key or an id of a command as code.
    """
    for group, commands in groupby(COMMANDS.values(), key=lambda command: command.group):
        yield f"## {say(f'help.{group}').capitalize()}\n"
        yield head
        yield "| --- | --- | --- |"
        yield from (_row(command, code) for command in commands)
        yield ""


def _row(command: type[Command], code: Callable[[str], str]) -> str:
    keys = " ".join(code(cap(key)) for key in command.keys)
    mirrors = command.mirrors and any(mirrored(key) != key for key in command.keys)
    return f"| {command.id} | {keys}{' ⇄' if mirrors else ''} | {command.explanation()} |"


if __name__ == "__main__":
    sys.stdout.write(keys_page())
