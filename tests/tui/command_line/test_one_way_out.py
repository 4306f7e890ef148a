"""Whatever stands in a store, in the name of a file or in an argument, no terminal obeys it."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import termios
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
import tomlkit

from store.store import Store
from store.text.printable import is_printable
from tui import cli
from tui.command_line.entry import Argument, Command, Option
from tui.command_line.options import HELP, STORE, VERSION
from tui.command_line.table import COMMANDS
from tui.config import config_file

HOSTILE: Final = (
    "PWN\x1b]0;PWN\x07\x1b]52;c;UFdO\x1b\\\x1b[31m\x1b[2J\x9b2J\x90q\x9c\x08\x0e\r\x7f\x85"
    "\u202eOVER\u2067\u2069\u200b\u00ad\u034f\u115f\u3164\u2028\ufe0f\u200d\U000e0041\U000e0101"
)
OURS: Final = re.compile("\x1b\\[(?:0m|1m|4m|8l|8h)")
"""All that commands themselves put to a terminal."""
SHOWN: Final = ("records", "sources", "facts", "relations", "citations", "external_ids")
"""Tables of which commands show what stands there."""


@pytest.fixture(autouse=True)
def terminal_that_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")


class Terminal:
    """Runs the program in this process, with a pseudo-terminal as its input and output."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def run(self, *arguments: str) -> str:
        """What the terminal is given."""
        reader, writer = os.openpty()
        mode = termios.tcgetattr(writer)
        mode[1] &= ~termios.OPOST  # line feeds come as they are written
        termios.tcsetattr(writer, termios.TCSANOW, mode)
        drawn = bytearray()
        thread = threading.Thread(target=_read_all, args=(reader, drawn))
        thread.start()
        with self._monkeypatch.context() as patch:
            for name in ("stdout", "stderr"):
                patch.setattr(sys, name, os.fdopen(os.dup(writer), "w"))
            os.close(writer)
            with pytest.raises(SystemExit):
                cli.run(arguments)
            sys.stdout.close()
            sys.stderr.close()
        thread.join()
        os.close(reader)
        return drawn.decode()


def _read_all(reader: int, drawn: bytearray) -> None:
    try:
        while piece := os.read(reader, 65536):
            drawn += piece
    except OSError:  # as Linux tells that the other side is closed
        return


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(monkeypatch)


# --- the store -----------------------------------------------------------------------------------


def groups_of_columns() -> list[tuple[str, tuple[str, ...]]]:
    """The columns of each table that can hold text: those that refer to others, and the rest.

    A word that no vocabulary has may stop a command before it comes to the rest.
    """
    with Store(":memory:", seeds=None) as store:
        connection = store._connection
        tables = [
            name
            for _, name, kind, *_ in connection.execute("PRAGMA table_list").fetchall()
            if kind in ("table", "virtual") and not name.startswith("sqlite_")
        ]
        groups: dict[tuple[str, bool], list[str]] = {}
        for table in tables:
            referring = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list ({table})")}
            for _, column, type_, _, _, _, hidden in connection.execute(
                f"PRAGMA table_xinfo ({table})"
            ):
                if type_ in ("TEXT", "") and not hidden:
                    groups.setdefault((table, column in referring), []).append(column)
    return [(table, tuple(columns)) for (table, _), columns in groups.items()]


def plant(file: Path, table: str, columns: tuple[str, ...]) -> None:
    """Add hostile text to each value of the columns, behind masarat's back."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for column in columns:
            connection.execute(f'UPDATE {table} SET "{column}" = "{column}" || ?', (HOSTILE,))
        connection.commit()


@pytest.mark.parametrize(("at", "group"), enumerate(groups_of_columns()))
def test_what_stands_in_a_store_is_not_obeyed(
    store_file: Path,
    tmp_path: Path,
    terminal: Terminal,
    at: int,
    group: tuple[str, tuple[str, ...]],
    *,
    thoroughly: bool,
) -> None:
    table, columns = group
    plant(store_file, table, columns)
    suffix = HOSTILE if "key" in columns else ""
    called = [*calls(f"zabadani{suffix}", tmp_path / "file.md", tmp_path / "out")]
    if not thoroughly:  # each table sees some of the commands, each command some of the tables
        called = called[at % 20 :: 20]
    called += [["show", f"article{suffix}"], ["show", f"zabadani{suffix}"], ["list"]]
    called += [["list", "--language=ar"]]
    all_drawn = ""
    for arguments in called:
        drawn = OURS.sub("", terminal.run(*arguments))
        assert is_printable(drawn), arguments
        all_drawn += drawn
    assert "PWN" in all_drawn or table not in SHOWN


# --- the configuration ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_stands_in_the_configuration_is_not_obeyed(terminal: Terminal, language: str) -> None:
    hostile = f"{HOSTILE}\x1b]8;;http://x\x1b\\\nfile  forged"
    written = {
        **dict.fromkeys(("theme", "ground", "language", "bidi", hostile), hostile),
        "keys": {"export": hostile, "cite": [hostile], hostile: "x", "timeline": {hostile: "y"}},
    }
    config_file().parent.mkdir(parents=True)
    config_file().write_text(tomlkit.dumps(written), "utf-8")
    drawn = OURS.sub("", terminal.run("config", f"--language={language}"))
    assert is_printable(drawn)
    assert drawn.count("PWN") > 6
    assert not re.search(r"^file  forged", drawn, re.MULTILINE)


# --- arguments and names of files ----------------------------------------------------------------


def calls(text: str, existing: Path, to: Path) -> Iterator[list[str]]:
    """Each command with each of its flags, and something wherever it takes something.

    Args:
        text: of arguments that are neither file nor folder.
        existing: the file that is to be read.
        to: where something is to be written.
    """

    def value(described: Argument | Option) -> str:
        if described.value in ("existing path", "existing file"):
            return str(existing)
        return str(to) if described.value in ("path", "store") else text

    def called(command: Command, options: Iterable[Option], *, whole: bool) -> list[str]:
        wanted = [each for each in command.arguments if whole or not each.is_repeated]
        options = [*options, *(each for each in command.options if each.required)]
        return [
            command.name,
            *(f"{each.name}={value(each)}" for each in options if each.value != "flag"),
            *(each.name for each in options if each.value == "flag"),
            *map(value, wanted),
        ]

    for command in COMMANDS.values():
        yield called(command, (), whole=False)
        if any(each.is_repeated for each in command.arguments):
            yield called(command, (), whole=True)
        for option in command.options:
            if option not in (HELP, VERSION, STORE):
                yield called(command, [option], whole=False)


def test_what_is_typed_is_not_obeyed(store_file: Path, tmp_path: Path, terminal: Terminal) -> None:
    existing = tmp_path / f"{HOSTILE}.md"
    existing.write_text(f"---\nkey: '{HOSTILE}\n---\n")
    told = ["", "--help", HOSTILE, f"--{HOSTILE}", f"--store={tmp_path / HOSTILE}\udcff/x"]
    for arguments in [*calls(HOSTILE, existing, tmp_path / f"to {HOSTILE}"), *map(str.split, told)]:
        for language in ("en", "ar"):
            drawn = OURS.sub("", terminal.run(f"--language={language}", *arguments))
            assert is_printable(drawn), arguments
