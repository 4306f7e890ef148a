"""`masarat repair`: a damaged store is mended, or what can be read of it saved."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact, print_message, print_text
from tui.messages.sentences import translate, translate_count, translate_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from store.errors import Sentence
    from store.repairs.repair import Repair
    from tui.command_line.invocation import Invocation

_MOST_FOUND: Final = 20
"""Damages that are told; masarat check tells all."""
_MOST_LOST: Final = 1_000


def run(invocation: Invocation) -> int:
    """Mend the store, and print what could not be saved and where it is kept as it was."""
    import store as store_package

    repair = store_package.repair(invocation.store, patience=invocation.patience())
    if not repair.damages:
        print_message(translate("Nothing is wrong with {store}.", store=repair.path))
        return DONE
    print_message(translate("Found in {store}:", store=repair.path))
    _print_each([damage.what for damage in repair.damages], print_message, _MOST_FOUND)
    print_message(_done(repair))
    if repair.losses:
        print_message(translate("Could not be saved:"))
        _print_each(repair.losses, print_text, _MOST_LOST)
    if repair.kept:
        print_message(
            translate("What it held before is kept; masarat backup --restore brings it back from:")
        )
        print_exact(f"{repair.kept}\n")
    return DONE


def _done(repair: Repair) -> str:
    records = translate_count("{count} record", "{count} records", repair.records)
    if repair.is_rebuilt:
        return translate(
            "Its indexes were made anew; all is there that was: {records}.", records=records
        )
    if repair.losses:
        return translate(
            "What could be read was saved into a new store in its place: {records}.",
            records=records,
        )
    return translate(
        "All was saved into a new store in its place, nothing was lost: {records}.",
        records=records,
    )


def _print_each(sentences: Sequence[Sentence], write: Callable[[str], None], most: int) -> None:
    for sentence in sentences[:most]:
        write(f"  {translate_sentence(sentence)}")
    others = len(sentences) - most
    if others > 0:
        write("  " + translate("and {count} more", count=f"{others:,}"))


COMMAND: Final = Command(
    name="repair",
    place=74,
    short_help="Mend a damaged store.",
    help=(
        "Examine the store as masarat check does, and mend what is wrong with it.",
        "Where only indexes are damaged, they are made anew. Else every record that can still be "
        "read is saved into a new store, which takes the place of the damaged one; what we ship "
        "comes from the shipped records. What could not be saved is printed.",
        "All is done in a copy that is examined again before it takes the store's place, whole or "
        "not at all. The store as it was stays beside it under a dated name; the newest five are "
        "kept.",
    ),
    run=run,
    options=options.EVERYWHERE,
    examples=("masarat repair", "masarat --store copy.db repair"),
)
