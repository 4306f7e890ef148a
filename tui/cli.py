"""The program's start: the explorer at once where nothing else is asked for, else `masarat …`."""

from __future__ import annotations

import gc
import os
import sys

from tui import curtain

TYPE_CHECKING = False  # as `typing` has it, which takes 9 ms to import
if TYPE_CHECKING:
    from collections.abc import Sequence

_RARELY = 100_000
"""Objects after which garbage is looked for: a command has ended before, or has much to do."""


def main() -> None:
    """Run `masarat`, and end.

    What is printed is out by then and what is open is closed. Where no thread was ever begun
    nothing is left to do, and the interpreter's own clearing up is left to the system.
    """
    try:
        run(sys.argv[1:])
    except SystemExit as ended:
        if isinstance(ended.code, int) and "threading" not in sys.modules:
            os._exit(ended.code)
        raise


def run(arguments: Sequence[str]) -> None:
    """Run `masarat` as if it had been called with these arguments.

    Raises:
        SystemExit: always, with the exit code.
    """
    try:
        curtain.draw(arguments, _seen, _drawn_anew)
        _run(arguments)
    finally:
        curtain.give_back()


def _run(arguments: Sequence[str]) -> None:
    from tui.bytecode import read_at_once  # behind the curtain

    read_at_once()
    from tui.command_line.errors import reporting_errors
    from tui.terminal.safe_output import safe_output

    with safe_output(), reporting_errors():
        if _only_the_explorer(arguments):
            from tui.explorer.start import run as explore

            sys.exit(explore(None))
        from tui.command_line.parsing.parser import run_words  # which the explorer does not need

        gc.set_threshold(_RARELY)
        sys.exit(run_words(arguments))


def _seen(path: str, sight: str, then: Sequence[str]) -> tuple[str, str, str]:
    from store.glance.digests import seen  # where the store has changed

    return seen(path, sight, then)


def _drawn_anew(path: str, sight: str, kept: str) -> str:
    from tui.bytecode import read_at_once  # where the list has changed

    read_at_once()
    from tui.explorer.beforehand.lines_anew import lines_anew

    return lines_anew(path, sight, kept)


def _only_the_explorer(arguments: Sequence[str]) -> bool:
    """Whether there is a terminal for it, and neither an argument nor a shell that asks."""
    from tui.terminal.safe_output import is_dumb, is_terminal

    asked = arguments or "_MASARAT_COMPLETE" in os.environ
    return not asked and is_terminal(sys.stdin) and is_terminal(sys.stdout) and not is_dumb()
