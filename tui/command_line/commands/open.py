"""`masarat open`: the explorer, at a record or source."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.explore import explore

if TYPE_CHECKING:
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, key: str) -> int:
    """Open the explorer at a record or source, once it is known that there is one."""
    from store.model.records import Source

    with invocation.open_store() as store:
        is_source = isinstance(store.entry(key), Source)
    # As the explorer tells sources from records: no key holds a colon.
    return explore(invocation, f"source:{key}" if is_source else key)


COMMAND: Final = Command(
    name="open",
    place=45,
    short_help="Open the explorer at a record or source.",
    help=(
        "Open the explorer at the record with KEY, among all records, or at the source with KEY, "
        "among all sources.",
    ),
    run=run,
    arguments=(Argument("key", "KEY", "key"),),
    options=(options.PLAIN, options.NO_MOUSE, options.DEBUG, *options.EVERYWHERE),
    examples=("masarat open zabadani", "masarat open guardian-2013-02-18"),
)
