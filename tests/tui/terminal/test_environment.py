"""Sizes that no terminal has, and colours that there are not, wherever they are named."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios

import pytest
from rich.console import COLOR_SYSTEMS
from textual.geometry import Size

from tui.terminal.environment import COLOUR_SYSTEMS, MOST_COLUMNS, MOST_LINES, leave_out_wrong
from tui.terminal.sent.reports import Reports

HUGE = {"COLUMNS": "999999999", "LINES": "999999999", "TEXTUAL_COLOR_SYSTEM": "no such"}


def test_the_terminal_itself_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    device, line = pty.openpty()
    try:
        os.set_blocking(device, False)
        monkeypatch.setattr("tui.terminal.environment._STANDARD_FILES", (line,))
        environment = dict(HUGE)
        leave_out_wrong(environment)
        assert "TEXTUAL_COLOR_SYSTEM" not in environment
        assert "COLUMNS" in environment  # a new device has no size yet
        fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        leave_out_wrong(environment)
        assert environment == {}
    finally:
        os.close(device)
        os.close(line)


def test_the_colour_systems_are_those_that_there_are() -> None:
    assert {*COLOUR_SYSTEMS} == {"auto", *COLOR_SYSTEMS}


def test_a_report_of_a_size_is_believed_up_to_a_bound() -> None:
    def told(columns: int, lines: int) -> list[object]:
        return list(Reports().feed(f"\x1b[48;{lines};{columns};0;0t"))

    (resized,) = told(MOST_COLUMNS, MOST_LINES)
    assert getattr(resized, "size", None) == Size(MOST_COLUMNS, MOST_LINES)
    assert told(MOST_COLUMNS + 1, 24) == []
    assert told(80, MOST_LINES + 1) == []
