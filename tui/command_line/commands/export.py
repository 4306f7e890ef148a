"""`masarat export`: records to files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from tui.command_line import options
from tui.command_line.entry import Argument, Command
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE, NOTHING
from tui.command_line.invocation import take_query
from tui.command_line.output import print_exact, print_message
from tui.messages.sentences import comma_separated, translate, translate_count, translate_label

if TYPE_CHECKING:
    from pathlib import Path

    from store.model.vocabulary import Kind
    from store.store import Store
    from tui.command_line.invocation import Invocation

_MOST_HITS: Final = 1_000_000


def formats() -> str:
    """Name the endings that choose a format, and what each makes, in the user's language."""
    from store.exchange.export_formats import EXPORT_FORMATS

    return comma_separated(
        translate(
            "ending in {ending} for {format}",
            ending=", ".join(form.endings),
            format=translate_label(form.label),
        )
        for form in EXPORT_FORMATS
        if form.endings
    )


def run(
    invocation: Invocation,
    *,
    keys: tuple[str, ...],
    kind: Kind | None,
    query: str | None,
    to: Path,
    language: Literal["en", "ar", "both"],
    overwrite: bool,
) -> int:
    """Write what is selected to files, and print where."""
    from store.exchange.exporting import export, report_text

    if keys and query is not None:
        raise WrongUseError(translate("KEY and --query exclude each other; give one of them."))
    with invocation.open_store() as store:
        selected = _select(store, keys, kind, query)
        if not selected:
            print_message(translate("There is nothing to export: no record was selected."))
            return NOTHING
        if str(to) == "-":
            print_exact(report_text(store, selected, language))
            return DONE
        exported = export(store, selected, to, language=language, overwrite=overwrite)
    print_message(
        translate(
            "{records} and {sources} written to {files}.",
            records=translate_count("{count} record", "{count} records", exported.records),
            sources=translate_count("{count} source", "{count} sources", exported.sources),
            files=translate_count("{count} file", "{count} files", exported.files),
        )
    )
    # Last: where it cannot be printed, the files are written all the same, and that is told.
    print_exact(f"{exported.path}\n")
    return DONE


def _select(store: Store, keys: tuple[str, ...], kind: Kind | None, query: str | None) -> list[str]:
    if query is not None:
        kinds = [kind] if kind else None
        take_query(store, query)
        hits = store.search(query, kinds=kinds, limit=_MOST_HITS)
        return [hit.key for hit in hits if hit.match == "all"]
    if keys:
        rows = store.rows(keys, missing_ok=False)
        return [row.key for row in rows if kind in (None, row.kind)]
    return store.every_key(kind)


COMMAND: Final = Command(
    name="export",
    place=50,
    short_help="Write records to a report or a folder.",
    help=(
        "Write records as Markdown: those with the KEYs, what a query finds, a kind, or "
        "everything.",
        "A report has contents, the records, footnotes and sources. A folder is a vault: one "
        "record file each, linked to the others that are in it; masarat import reads it back. "
        "The path is printed.",
    ),
    run=run,
    arguments=(Argument("keys", "KEY", "record key", is_repeated=True),),
    options=(
        options.KIND,
        options.QUERY,
        options.TO,
        options.EXPORT_LANGUAGE,
        options.OVERWRITE,
        options.STORE,
        options.HELP,
    ),
    examples=(
        "masarat export --to everything/",
        "masarat export zabadani --to - | head",
        "masarat export zabadani four-towns-agreement-2017 --to report.md",
        "masarat export --query 'إخلاء kind:agreement' --to report.md --language ar",
    ),
)
