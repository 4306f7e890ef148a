"""`masarat show`: one record or source, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, key: str, as_json: bool, as_markdown: bool) -> int:
    """Print a record or source: for reading, as JSON, or as its record file."""
    from tui.command_line.printing.entry_page import print_entry

    return print_entry(invocation, key=key, as_json=as_json, as_markdown=as_markdown)


COMMAND: Final = Command(
    name="show",
    place=40,
    short_help="Show one record or source.",
    help=("Show the record or source with KEY: names, facts, summaries, relations and citations.",),
    run=run,
    arguments=(Argument("key", "KEY"),),
    options=(options.JSON, options.MARKDOWN, *options.EVERYWHERE),
    examples=(
        "masarat show zabadani",
        "masarat show four-towns-agreement --json",
        "masarat show article --markdown",
    ),
)
