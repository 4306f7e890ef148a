"""`masarat import`: records, and words that mean the same, from files."""

from __future__ import annotations

from contextlib import closing
from functools import partial, reduce
from itertools import islice

from store.typed import TYPE_CHECKING, Final
from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_message
from tui.messages.sentences import (
    comma_separated,
    translate,
    translate_count,
    translate_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from store.exchange.importing import Imported
    from tui.command_line.invocation import Invocation
    from tui.command_line.printing.progress import Progress

_MANY: Final = 1_000
"""Records; fewer are stored before a bar could be read."""
_MOST_NAMED: Final = 8
"""Fields or files that are named of those that were kept or passed over."""


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
    from tui.command_line.printing.progress import Progress

    with invocation.open_store() as store, closing(Progress()) as progress:
        imported = import_path(store, path, partial(_tell, progress))
    print_message(_report(imported))
    for note in (*texts_told(imported), *notes(imported)):
        print_message(note)
    return DONE


def _tell(progress: Progress, records: int, share: float) -> None:
    """Show how far it has come, of what takes a while."""
    if progress.is_shown and records >= _MANY:
        counted = translate_count("{count} record", "{count} records", records)
        progress.draw(counted, share, tells_rest=True)


def notes(imported: Imported) -> Iterator[str]:
    """Say what was kept without being understood, and what was not read, each kind once."""
    if imported.other_fields:
        fields = (f"{name} ({count:,})" for name, count in sorted(imported.other_fields.items()))
        yield translate(
            "Fields of other programs are kept and given back on export: {fields}.",
            fields=shortened(fields),
        )
    if imported.not_read:
        yield not_read(imported.not_read)


def texts_told(imported: Imported) -> Iterator[str]:
    """Say how many texts of sources came along, and which of them were changed meanwhile."""
    if imported.texts:
        yield translate_count(
            "The text of {count} source is attached.",
            "The texts of {count} sources are attached.",
            imported.texts,
        )
    if imported.changed_texts:
        yield translate(
            "Changed since they were exported: the texts of {sources}.",
            sources=shortened(iter(imported.changed_texts), len(imported.changed_texts)),
        )


def not_read(files: Sequence[str]) -> str:
    """Say which files of a folder were passed over."""
    return translate(
        "Not read, as they are no record files: {files}.", files=shortened(iter(files), len(files))
    )


def shortened(items: Iterator[str], count: int = 0) -> str:
    """The first items by commas, and how many more there are."""
    first = list(islice(items, _MOST_NAMED))
    more = count - len(first) if count else len(list(items))
    named = comma_separated(first)
    return translate("{names} and {more} more", names=named, more=more) if more else named


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
    makes_store=True,
    examples=(
        "masarat import my-records/",
        "masarat import zabadani.md",
        "masarat import places.jsonl",
        "masarat --store new.db import places.jsonl",
    ),
)
