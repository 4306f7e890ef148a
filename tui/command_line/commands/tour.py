"""`masarat tour`: the explorer, shown in a minute."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.explore import explore

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation) -> int:
    """Open the explorer with its tour."""
    return explore(invocation, begins_with="tour")


COMMAND: Final = Command(
    name="tour",
    place=48,
    short_help="Open the explorer, and be shown around in a minute.",
    help=(
        "Open the explorer with its tour: one step after the other names a key and what it does, "
        "and pressing it leads to the next.",
        "F9 goes on without it, and in the explorer begins the tour anew; Esc ends it, as does any "
        "key that does something else.",
    ),
    run=run,
    options=(options.PLAIN, options.NO_MOUSE, options.DEBUG, *options.EVERYWHERE),
    examples=("masarat tour", "masarat tour --language ar"),
)
