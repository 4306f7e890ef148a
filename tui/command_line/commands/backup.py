"""`masarat backup`: the whole store in one file, and back."""

from __future__ import annotations

import os

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import OUTPUT, Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact, print_message
from tui.messages.sentences import translate, translate_count

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation

_MEGABYTE: Final = 1_000_000


def run(invocation: Invocation, *, path: Path | None, restore: Path | None) -> int:
    """Make a backup and print where it is, or put one in the place of the store."""
    if restore is None:
        return _back_up(invocation, path)
    if path is not None:
        raise WrongUseError(translate("PATH and --restore exclude each other; give one of them."))
    return _restore(invocation, restore)


def _back_up(invocation: Invocation, path: Path | None) -> int:
    from store.errors import Sentence, StoreError
    from store.paths import default_store

    if path is not None and str(path) == OUTPUT:
        raise WrongUseError(
            translate(
                "A backup is proven once it is written, which a pipe does not allow; name a file "
                "or a folder instead of -."
            )
        )
    named = invocation.store or default_store()
    if named != ":memory:" and not os.path.lexists(named):  # which opening would make
        sentence = "There is no store at {path}, and so nothing to back up; name one with --store."
        raise StoreError(Sentence(sentence, path=named))
    with invocation.open_store() as store:
        made = store.backup(path)
    print_message(
        translate(
            "Backup made and proven sound: {records}, {size} MB. masarat backup --restore puts it "
            "back.",
            records=translate_count("{count} record", "{count} records", made.records),
            size=f"{made.size / _MEGABYTE:,.1f}",
        )
    )
    print_exact(f"{made.path}\n")
    return DONE


def _restore(invocation: Invocation, backup: Path) -> int:
    import store as store_package

    restored = store_package.restore(str(backup), invocation.store, patience=invocation.patience())
    print_message(
        translate(
            "{store} now holds what {backup} holds: {records}.",
            store=restored.path,
            backup=backup,
            records=translate_count("{count} record", "{count} records", restored.records),
        )
    )
    if restored.kept:
        print_message(
            translate("What it held before is kept; masarat backup --restore brings it back from:")
        )
        print_exact(f"{restored.kept}\n")
    return DONE


COMMAND: Final = Command(
    name="backup",
    place=72,
    short_help="Keep the whole store in one file, or put it back.",
    help=(
        "Write all of the store, with your own records and marks, into one new file for you alone, "
        "while other programs may write to it. It is proven sound before it gets its name, and "
        "replaces nothing.",
        "PATH is the file, or a folder for one with the date in its name; without PATH it is made "
        "beside the store. The path is printed.",
        "With --restore, FILE is proven first, then the store holds what it holds, all or nothing. "
        "Programs that have the store open see it at once; what was there before is kept beside "
        "the store, and its path printed.",
        "FILE may also be a copy that masarat kept beside the store before a migration (.model-…), "
        "a repair (.before-repair-…) or a restoring (.replaced-…); of each kind the newest five "
        "are kept.",
    ),
    run=run,
    arguments=(Argument("path", "PATH", "new file or folder", is_optional=True),),
    options=(options.RESTORE, *options.EVERYWHERE),
    makes_store=True,
    examples=(
        "masarat backup",
        "masarat backup backups/",
        "masarat backup --restore backups/masarat-2026-11-26-094512.db",
    ),
)
