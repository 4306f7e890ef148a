"""The table of exit codes, in README.md and in docs/commands.md, from the program's own."""

from __future__ import annotations

from tui.command_line.exit_codes import EXIT_CODES


def exit_codes_table() -> str:
    """The table in Markdown."""
    rows = (f"| {each.code} | {each.meaning} |" for each in EXIT_CODES)
    return "\n".join(["| code | says |", "| --- | --- |", *rows, ""])
