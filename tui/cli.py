"""The program's start: the explorer at once where nothing else is asked for, else `masarat …`."""

from __future__ import annotations

import os
import sys

from tui import curtain

TYPE_CHECKING = False  # as `typing` has it, which takes 9 ms to import
if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    """Run `masarat`."""
    run(sys.argv[1:])


def run(arguments: Sequence[str]) -> None:
    """Run `masarat` as if it had been called with these arguments.

    Raises:
        SystemExit: always, with the exit code.
    """
    try:
        curtain.draw(arguments)
        _run(arguments)
    finally:
        curtain.give_back()


def _run(arguments: Sequence[str]) -> None:
    from tui.command_line.errors import reporting_errors  # behind the curtain
    from tui.terminal.safe_output import safe_output

    with safe_output(), reporting_errors():
        if _only_the_explorer(arguments):
            from tui.explorer.start import run as explore

            sys.exit(explore(None))
        # click, which the explorer does not need
        from tui.command_line.parsing.parser import program

        program(arguments).main(list(arguments), prog_name="masarat")


def _only_the_explorer(arguments: Sequence[str]) -> bool:
    """Whether there is a terminal for it, and neither an argument nor click's own way of asking."""
    from tui.terminal.safe_output import is_dumb, is_terminal

    asked = arguments or "_MASARAT_COMPLETE" in os.environ
    return not asked and is_terminal(sys.stdin) and is_terminal(sys.stdout) and not is_dumb()
