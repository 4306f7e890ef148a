"""The first start of all: its list stands before Textual is loaded, and is taken over as it is."""

from __future__ import annotations

import signal
import termios
from collections.abc import Mapping

import pytest

from tests.end_to_end.pseudo_terminal import XTERM, PseudoTerminal
from tests.end_to_end.test_curtain import (
    FIRST_SCREEN,
    MOUSE,
    OTHER_SCREEN,
    VTE,
    User,
    end_whole,
    leave,
    left,
    own,
    text_of,
    until_taken_over,
    user,
)

__all__ = ["left", "own", "user"]
pytestmark = pytest.mark.xdist_group("curtain")
FIRST = "Abu Jamal"
"""High up in the list, in both languages."""
IN_ARABIC = "أبو جمال"[::-1]


def begin(user: User, *options: str, answers: Mapping[bytes, bytes] = XTERM) -> PseudoTerminal:
    user.answers = answers
    return user.start(*options)


@pytest.mark.parametrize(
    ("language", "answers"),
    [("en", XTERM), ("ar", VTE), ("en", {})],
)
def test_the_list_is_there_before_the_explorer_which_takes_it_over_as_it_is(
    user: User, language: str, answers: Mapping[bytes, bytes]
) -> None:
    with begin(user, "--language", language, answers=answers) as terminal:
        until_taken_over(terminal)
        frame, after = terminal.cells_before(MOUSE), terminal.cells
        rows = list(map(text_of, frame))
        assert any((IN_ARABIC if language == "ar" else FIRST) in row for row in rows)
        assert len([row for row in rows if row.strip()]) == len(rows) - 5
        changed = [
            (y, x)
            for y, row in enumerate(frame)
            for x, cell in enumerate(row)
            if cell != after[y][x] and cell.data != " "
        ]
        assert changed == []
        assert terminal.drawn.count(OTHER_SCREEN) == 1
        leave(terminal)


def test_what_is_typed_meanwhile_is_neither_shown_nor_lost(user: User) -> None:
    with begin(user) as terminal:
        terminal.press("/", "truce")
        until_taken_over(terminal)
        assert "truce" not in text_of(terminal.cells_before(MOUSE)[0])
        terminal.wait_for("/ truce")
        leave(terminal)


def test_a_resize_in_between_is_drawn_when_the_explorer_is_there(user: User) -> None:
    with begin(user) as terminal:
        terminal.wait_until(lambda _: OTHER_SCREEN in terminal.drawn)
        termios.tcsetwinsize(terminal.device, (30, 100))
        terminal._screen.resize(30, 100)
        until_taken_over(terminal)
        terminal.wait_until(lambda _: "quit" in terminal.rows[-1])
        assert len(terminal.rows) == 30
        assert sum(FIRST in row for row in terminal.rows) == 1
        leave(terminal)


@pytest.mark.parametrize("settings", ["curtain = false", 'theme = "nord"'])
def test_nothing_is_drawn_before_where_that_is_not_wanted(user: User, settings: str) -> None:
    user.configure(settings)
    with begin(user) as terminal:
        until_taken_over(terminal)
        assert not "".join(map(text_of, terminal.cells_before(MOUSE))).strip()
        leave(terminal)


def test_a_store_that_cannot_be_opened_is_told_on_the_first_screen(user: User) -> None:
    user.store.write_bytes(b"no store")
    with begin(user) as terminal:
        assert terminal.wait_for_end() != 0
        terminal.settle(0.05, at_most=0.5)
        assert MOUSE not in terminal.drawn
        assert b"store.db" in bytes(terminal.drawn).split(FIRST_SCREEN)[1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_before_the_explorer_is_there_leaves_the_terminal_whole(
    user: User, number: signal.Signals
) -> None:
    with begin(user) as terminal:
        end_whole(terminal, number)
