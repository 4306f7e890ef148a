"""The installed explorer in Arabic, browsed with the letters that the Arabic (101) layout types."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.end_to_end.shipped import SHIPPED

pytestmark = [pytest.mark.installed, pytest.mark.xdist_group("installed")]

# What the keys type there: j, k, h, l, g, /, [, ?, q.
DOWN, UP, LEFT, RIGHT, FIRST = "ت", "ن", "ا", "م", "ل"
SEARCH, BACK, HELP, QUIT = "ظ", "ج", "؟", "ض"
ZABADANI = "الزبداني"


def as_cells(text: str) -> str:
    """Letters as cells show them, from left to right."""
    return text[::-1]


def heading(terminal: PseudoTerminal) -> str:
    """The name of the record shown, as cells show it: it heads the middle pane, if that stands."""
    rows = (row.split("│") for row in terminal.rows[3:])
    return next((cells[3].strip(" ▌") for cells in rows if len(cells) > 4), "")


def new_heading(terminal: PseudoTerminal, *others: str) -> str:
    """The name of a record that is shown after these, once all of it has been read."""
    terminal.wait_until(lambda _: heading(terminal) not in ("", *others))
    terminal.settle()
    return heading(terminal)


def test_browsing_with_arabic_keys_only(
    installed: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    command = [installed, "--language", "ar"]
    with PseudoTerminal(command, environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for(str(SHIPPED))
        overview = new_heading(terminal)
        terminal.press("tab")  # from the overview to the list
        first = new_heading(terminal, overview)

        terminal.press(DOWN)
        second = new_heading(terminal, first)
        terminal.press(DOWN)
        new_heading(terminal, first, second)
        terminal.press(UP)
        terminal.wait_until(lambda _: heading(terminal) == second)
        terminal.press(FIRST)
        terminal.wait_until(lambda _: heading(terminal) == first)

        terminal.press(SEARCH, ZABADANI)
        terminal.wait_until(lambda _: heading(terminal) == as_cells(ZABADANI))
        terminal.press("enter")
        terminal.settle()

        # From the list at the right over the record to its relations at the left.
        terminal.press(LEFT, LEFT)
        terminal.settle()
        terminal.press("enter")
        terminal.wait_until(lambda _: heading(terminal) not in ("", as_cells(ZABADANI)))
        terminal.press(BACK)
        terminal.wait_until(lambda _: heading(terminal) == as_cells(ZABADANI))

        # And back to the list.
        terminal.press(RIGHT, RIGHT)
        terminal.settle()
        terminal.press(HELP)
        terminal.wait_for("PgDn", as_cells("الحركة"))
        terminal.press("escape")
        terminal.wait_until(lambda text: "PgDn" not in text)

        terminal.settle()
        terminal.press(QUIT)
        assert terminal.wait_for_end() == 0
