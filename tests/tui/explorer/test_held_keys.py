"""A key that is held down, and a store that another program holds: the explorer is not stuck."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.end_to_end.shipped import SHIPPED
from tests.tui.explorer.conftest import Start

REPEATS = 300
"""What a keyboard sends in ten seconds."""


def at(terminal: PseudoTerminal, place: int) -> None:
    """Wait until the list tells that its cursor stands there, and see that it stays."""
    told = f" {place} of {SHIPPED} "
    terminal.wait_for(told)
    terminal.settle(at_most=2)
    assert told in terminal.text


def name_under_cursor(terminal: PseudoTerminal) -> str:
    """What heads the middle pane."""
    return terminal.rows[3].split("│")[3].strip()


def test_a_key_held_down_for_ten_seconds_ends_where_it_was_let_go(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for(f"{SHIPPED} records")
        terminal.settle(at_most=3)
        terminal.press("tab", "down")
        at(terminal, 2)
        terminal.press("up")
        at(terminal, 1)
        first = name_under_cursor(terminal)
        for _ in range(REPEATS):
            terminal.press("down")
            terminal.read(0)
        at(terminal, REPEATS + 1)
        assert name_under_cursor(terminal) != first
        terminal.press(*["up"] * REPEATS)  # as many as come in one read
        at(terminal, 1)
        assert name_under_cursor(terminal) == first


def test_a_store_that_is_held_at_the_start_is_told_of(start: Start, filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as holder:
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("BEGIN EXCLUSIVE")
        with start() as terminal:
            assert terminal.wait_for_end(seconds=60) != 0
            assert "locked" in terminal.settle(0.1, at_most=1)
            assert "Traceback" not in terminal.text
        holder.execute("ROLLBACK")
