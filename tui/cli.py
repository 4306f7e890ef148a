"""The program's start: the explorer at once where nothing else is asked for, else `masarat …`."""

from __future__ import annotations

import os
import sys

from tui.command_line.errors import reporting_errors


def main() -> None:
    """Run `masarat`."""
    # UTF-8 whatever the locale says: names in both scripts are all there is to print.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with reporting_errors():
        if _only_the_explorer():
            from tui.explorer.start import run

            sys.exit(run(None))
        from tui.command_line.parser import program  # click, which the explorer does not need

        program(sys.argv[1:]).main(prog_name="masarat")


def _only_the_explorer() -> bool:
    """Whether there is a terminal, and neither an argument nor click's own way of asking."""
    asked = len(sys.argv) > 1 or "_MASARAT_COMPLETE" in os.environ
    return not asked and sys.stdin.isatty() and sys.stdout.isatty()
