"""`masarat doctor`: what was detected, how Arabic looks in each mode, and how to keep a choice."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import DONE

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, as_json: bool, report: bool) -> int:
    """Tell the terminal, the way in which Arabic is displayed and why, files and versions."""
    from tui.command_line.printing.diagnosis import diagnosed, print_diagnosis

    found = diagnosed(invocation)
    if report:
        from tui.command_line.printing.to_send import print_report  # of which few have need

        print_report(found, invocation, as_json=as_json)
    else:
        print_diagnosis(found, as_json=as_json)
    return DONE


COMMAND: Final = Command(
    name="doctor",
    place=100,
    short_help="Say what was detected, and show Arabic in each mode.",
    help=(
        "Tell the terminal, the way in which Arabic is displayed and why, files and versions.",
        "A test card shows Arabic in each way. When another than the chosen one reads right, "
        "keep it with the line that is printed below the card.",
        "With --report it prints what helps to find a fault and may be sent: versions, what the "
        "terminal answered, settings, numbers; no path and no text of records.",
    ),
    run=run,
    options=(
        options.JSON,
        options.REPORT,
        options.STORE,
        options.LANGUAGE,
        options.BIDI,
        options.HELP,
    ),
    examples=("masarat doctor", "masarat doctor --report", "masarat doctor --bidi guard"),
)
