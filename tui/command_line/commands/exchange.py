"""`masarat export` and `masarat import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tui.command_line.context import (
    clean_query,
    examples,
    kind_option,
    opened_store,
    program_options,
    store_option,
)
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count

if TYPE_CHECKING:
    from store.model.vocabulary import Kind
    from store.store import Store

_MOST_HITS: Final = 1_000_000


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
    required=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A file ending in .md for one report, else a folder of linked record files.",
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
    from store.exchange.export import export

    if keys and query is not None:
        raise click.UsageError(translate("KEY and --query exclude each other; give one of them."))
    with opened_store(ctx) as store:
        selected = _select(store, keys, kind, query)
        if not selected:
            print_message(translate("There is nothing to export: no record was selected."))
            ctx.exit(1)
        written = export(store, selected, to, language=language, overwrite=overwrite)
    click.echo(str(written.path))
    print_message(
        translate(
            "{records} and {sources} written to {files}.",
            records=_records(written.records),
            sources=_sources(written.sources),
            files=translate_count("{count} file", "{count} files", written.files),
        )
    )


@click.command(
    "import",
    short_help="Read records from files.",
    epilog=examples(
        "masarat import my-records/",
        "masarat import zabadani.md",
        "masarat import places.jsonl",
    ),
)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@program_options
@click.pass_context
def import_command(ctx: click.Context, path: Path) -> None:
    """Read records from PATH: a record file (.md), a folder of them, JSON Lines or JSON.

    JSON Lines have the shape of masarat show --json; a key, a kind and one name suffice. Records
    with the same key are replaced. When anything is wrong, it is told with file and line, and
    nothing is stored.
    """
    from store.exchange.importing import import_path

    with opened_store(ctx) as store:
        imported = import_path(store, path)
    print_message(
        translate(
            "{records} and {sources} stored.",
            records=_records(imported.records),
            sources=_sources(imported.sources),
        )
    )


def _select(store: Store, keys: tuple[str, ...], kind: Kind | None, query: str | None) -> list[str]:
    from store.exchange.export import every_key

    if query is not None:
        kinds = [kind] if kind else None
        hits = store.search(clean_query(query), kinds=kinds, limit=_MOST_HITS)
        return [hit.key for hit in hits]
    if keys:
        rows = [store.row(key) for key in keys]
        return [row.key for row in rows if kind in (None, row.kind)]
    if kind:
        return [row.key for row in store.records(kind)]
    return list(every_key(store))


def _records(count: int) -> str:
    return translate_count("{count} record", "{count} records", count)


def _sources(count: int) -> str:
    return translate_count("{count} source", "{count} sources", count)
