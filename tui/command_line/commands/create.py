"""`masarat create`: a new store, with what we ship or empty."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.invocation import MEMORY
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, path: Path, empty: bool) -> int:
    """Make the store, and say what it holds and how it is used."""
    import store as store_package

    if invocation.store is not None:
        raise WrongUseError(translate("Name the new store once, as PATH: masarat create PATH."))
    if str(path) in ("-", MEMORY):
        raise WrongUseError(translate("A store is kept in a file; {path} is none.", path=path))
    with store_package.create(path, empty=empty) as made:
        count = sum(made.statistics().records.values())
    print_message(
        translate(
            "{store} holds {records}; masarat --store {store} opens it.",
            store=path,
            records=translate_count("{count} record", "{count} records", count),
        )
    )
    return DONE


COMMAND: Final = Command(
    name="create",
    place=58,
    short_help="Make a new store.",
    help=(
        "Make a store at PATH, where nothing may be yet, filled with the records that we ship.",
        "One that is made empty stays without them: masarat --store PATH import fills it with "
        "yours. Your own store, which is used when none is named, is made when it is first needed.",
    ),
    run=run,
    arguments=(Argument("path", "PATH", "new file or folder"),),
    options=(options.EMPTY, *options.EVERYWHERE),
    makes_store=True,
    examples=("masarat create copy-to-edit.db", "masarat create my-records.db --empty"),
)
