"""`masarat export`: records to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tui.command_line.context import (
    clean_query,
    examples,
    kind_option,
    opened_store,
    store_option,
)
from tui.command_line.output import print_message
from tui.messages.sentences import comma_separated, translate, translate_count, translate_label

if TYPE_CHECKING:
    from store.model.vocabulary import Kind
    from store.store import Store

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


class _FormatOption(click.Option):
    """`--to`, whose help names the formats that are registered."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its name and help, in the user's language."""
        names, notes = super().get_help_record(ctx) or ("", "")
        text = translate(
            "A file {formats}, else a folder of linked record files.", formats=formats()
        )
        return names, f"{text}  {notes}"


@click.command(
    "export",
    short_help="Write records to a report or a folder.",
    epilog=examples(
        "masarat export --to everything/",
        "masarat export zabadani four-towns-agreement --to report.md",
        "masarat export --query 'إخلاء kind:agreement' --to report.md --language ar",
    ),
)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@kind_option
@click.option("--query", metavar="Q", help="Only what masarat search finds for Q.")
@click.option(
    "--to",
    cls=_FormatOption,
    required=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
)
@click.option(
    "--language",
    type=click.Choice(["en", "ar", "both"]),
    default="both",
    show_default=True,
    help="In which the text for readers is written; messages go by the one before the command.",
)
@click.option("--overwrite", is_flag=True, help="Replace files that exist.")
@store_option
@click.pass_context
def export_command(
    ctx: click.Context,
    keys: tuple[str, ...],
    kind: Kind | None,
    query: str | None,
    to: Path,
    language: Any,  # noqa: ANN401 — one of click's choices
    *,
    overwrite: bool,
) -> None:
    """Write records as Markdown: those with the KEYs, what a query finds, a kind, or everything.

    A report has contents, the records, footnotes and sources. A folder is a vault: one record file
    each, linked to the others that are in it; masarat import reads it back. The path is printed.
    """
    from store.exchange.exporting import export

    if keys and query is not None:
        raise click.UsageError(translate("KEY and --query exclude each other; give one of them."))
    with opened_store(ctx) as store:
        selected = _select(store, keys, kind, query)
        if not selected:
            print_message(translate("There is nothing to export: no record was selected."))
            ctx.exit(1)
        exported = export(store, selected, to, language=language, overwrite=overwrite)
    click.echo(str(exported.path))
    print_message(
        translate(
            "{records} and {sources} written to {files}.",
            records=translate_count("{count} record", "{count} records", exported.records),
            sources=translate_count("{count} source", "{count} sources", exported.sources),
            files=translate_count("{count} file", "{count} files", exported.files),
        )
    )


def _select(store: Store, keys: tuple[str, ...], kind: Kind | None, query: str | None) -> list[str]:
    if query is not None:
        kinds = [kind] if kind else None
        hits = store.search(clean_query(query), kinds=kinds, limit=_MOST_HITS)
        return [hit.key for hit in hits]
    if keys:
        rows = store.rows(keys, missing_ok=False)
        return [row.key for row in rows if kind in (None, row.kind)]
    return store.keys(kind)
