"""`masarat open`: the explorer, at a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.explore import explore

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, key: str) -> int:
    """Open the explorer at a record, once it is known that there is one."""
    with invocation.open_store() as store:
        store.get(key)
    return explore(invocation, key)


COMMAND: Final = Command(
    name="open",
    place=45,
    short_help="Open the explorer at a record.",
    help=("Open the explorer at the record with KEY, among all records.",),
    run=run,
    arguments=(Argument("key", "KEY", "record key"),),
    options=(options.PLAIN, options.NO_MOUSE, options.DEBUG, *options.EVERYWHERE),
    examples=("masarat open zabadani",),
)
