"""Whatever a command meets in a store, it leaves no connection to it open."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.store.damage import INDEXES, RECORDS, damage
from tests.tui.command_line.conftest import Run

COMMANDS = (
    ("stats",), ("search", "idlib"), ("search", "("), ("lookup", "qatar"), ("show", "no-such"),
    ("guide",), ("check",), ("export", "--to", "folder"), ("backup", "kept.db"), ("repair",),
    ("create", "new.db", "--empty"), ("backup", "--restore", "kept.db"),
)  # fmt: skip
STATES = {
    "sound": "SELECT 1",
    "an index": INDEXES["an index"].statements,
    "every second record": RECORDS["every second record"].statements,
    "a table": RECORDS["a table"].statements,
}


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.total_changes  # noqa: B018 — a closed one does not say
    except sqlite3.ProgrammingError:
        return False
    return True


@pytest.mark.parametrize(("at", "state"), enumerate([*STATES, "cut off"]))
def test_every_connection_is_closed(
    masarat: Run,
    store_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: int,
    state: str,
    *,
    thoroughly: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    if state == "cut off":
        store_file.write_bytes(store_file.read_bytes()[:40_000])
    else:
        damage(store_file, STATES[state])
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*arguments: Any, **options: Any) -> sqlite3.Connection:
        made.append(connect(*arguments, **options))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    # Else each state is met by half of the commands, and each command by half of the states.
    tried = COMMANDS if thoroughly else COMMANDS[at % 2 :: 2]
    for command in tried:
        masarat(*command)
        assert [each for each in made if is_open(each)] == [], command
    assert len(made) > len(tried) - 4
