"""`masarat doctor`: what was detected, how Arabic looks in each mode, and how to keep a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Command

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, as_json: bool) -> int:
    """Tell the terminal, the way in which Arabic is displayed and why, files and versions."""
    from tui.command_line.printing.diagnosis import print_diagnosis

    return print_diagnosis(invocation, as_json=as_json)


COMMAND: Final = Command(
    name="doctor",
    place=100,
    short_help="Say what was detected, and show Arabic in each mode.",
    help=(
        "Tell the terminal, the way in which Arabic is displayed and why, files and versions.",
        "A test card shows Arabic in each way. When another than the chosen one reads right, "
        "keep it with the line that is printed below the card.",
    ),
    run=run,
    options=(
        options.JSON,
        options.STORE,
        options.LANGUAGE,
        options.BIDI,
        options.HELP,
    ),
    examples=("masarat doctor", "masarat doctor --json", "masarat doctor --bidi guard"),
)
