"""`masarat import`: records from files."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import DONE
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count, translate_label

if TYPE_CHECKING:
    from pathlib import Path

    from tui.command_line.invocation import Invocation


def formats() -> str:
    """Name the formats that can be read, in the user's language."""
    from store.exchange.import_formats import IMPORT_FORMATS

    *others, last = [translate_label(form.label) for form in IMPORT_FORMATS]
    return translate("{one} or {other}", one=reduce(_with_another, others), other=last)


def _with_another(labels: str, another: str) -> str:
    return translate("{formats}, {another}", formats=labels, another=another)


def run(invocation: Invocation, *, path: Path) -> int:
    """Store the records of a file or a folder."""
    from store.exchange.importing import import_path

    with invocation.open_store() as store:
        imported = import_path(store, path)
    print_message(
        translate(
            "{records} and {sources} stored.",
            records=translate_count("{count} record", "{count} records", imported.records),
            sources=translate_count("{count} source", "{count} sources", imported.sources),
        )
    )
    return DONE


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
