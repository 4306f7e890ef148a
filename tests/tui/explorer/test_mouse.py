"""The mouse is masarat's, or is left to the terminal: at the start, and while it runs."""

from __future__ import annotations

import re

from store.store import Store
from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.tui.conftest import Explore
from tests.tui.explorer.conftest import Start

TAKEN = b"\x1b[?1000h"
LEFT = b"\x1b[?1000l"
F8 = "\x1b[19~"


def quit_with(terminal: PseudoTerminal) -> int:
    terminal.settle()
    terminal.press("q")
    return terminal.wait_for_end()


def test_it_is_left_to_the_terminal_and_taken_while_it_runs(start: Start) -> None:
    with start("--no-mouse") as terminal:
        terminal.wait_for("records")
        terminal.settle()
        assert not re.search(rb"\x1b\[\?(1000|1003|1006|1015)h", terminal.drawn)
        terminal.press(F8)
        terminal.wait_for("works in masarat again")
        assert TAKEN in terminal.drawn
        terminal.press(F8)
        terminal.wait_for("is the terminal's now")
        assert terminal.drawn.rindex(LEFT) > terminal.drawn.rindex(TAKEN)
        assert quit_with(terminal) == 0
        assert terminal.drawn.rindex(LEFT) > terminal.drawn.rindex(TAKEN)


async def test_the_command_says_what_became_of_it(explore: Explore, small: Store) -> None:
    async with explore(small) as driver:
        await driver.press("f8")  # this driver has no mouse to leave
        assert driver.notices == ["The mouse works in masarat again."]
