"""`masarat import`: records, and words that mean the same, from files."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count, translate_label

if TYPE_CHECKING:
    from pathlib import Path

    from store.exchange.importing import Imported
    from tui.command_line.invocation import Invocation


def formats() -> str:
    """Name the formats that can be read, in the user's language."""
    from store.exchange.import_formats import IMPORT_FORMATS

    *others, last = [translate_label(form.label) for form in IMPORT_FORMATS]
    return translate("{one} or {other}", one=reduce(_with_another, others), other=last)


def _with_another(labels: str, another: str) -> str:
    return translate("{formats}, {another}", formats=labels, another=another)


def run(invocation: Invocation, *, path: Path) -> int:
    """Store the records of a file or a folder, or the meanings of a lexicon."""
    from store.exchange.importing import import_path

    with invocation.open_store() as store:
        imported = import_path(store, path)
    print_message(_report(imported))
    return DONE


def _report(imported: Imported) -> str:
    if imported.meanings is None:
        return translate(
            "{records} and {sources} stored.",
            records=translate_count("{count} record", "{count} records", imported.records),
            sources=translate_count("{count} source", "{count} sources", imported.sources),
        )
    if not imported.meanings:
        return translate("No meaning is new: the store knew all of them.")
    return translate_count(
        "{count} new meaning stored: its words now find each other.",
        "{count} new meanings stored: the words of each now find each other.",
        imported.meanings,
    )


COMMAND: Final = Command(
    name="import",
    place=60,
    short_help="Read records from files.",
    help=(
        "Read records from PATH: {formats}.",
        "JSON Lines have the shape of masarat show --json; a key, a kind and one name suffice. "
        "Records with the same key are replaced. When anything is wrong, it is told with file "
        "and line, and nothing is stored.",
    ),
    run=run,
    words_from=__name__,
    arguments=(Argument("path", "PATH", "existing path"),),
    options=options.EVERYWHERE,
    examples=(
        "masarat import my-records/",
        "masarat import zabadani.md",
        "masarat import places.jsonl",
    ),
)
