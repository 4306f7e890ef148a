"""`masarat import`: records from files."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import click

from tui.command_line.context import examples, opened_store, program_options
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count, translate_label


def formats() -> str:
    """Name the formats that can be read, in the user's language."""
    from store.exchange.import_formats import IMPORT_FORMATS

    *others, last = [translate_label(form.label) for form in IMPORT_FORMATS]
    return translate("{one} or {other}", one=reduce(_with_another, others), other=last)


def _with_another(labels: str, another: str) -> str:
    return translate("{formats}, {another}", formats=labels, another=another)


class _ImportCommand(click.Command):
    """Its help begins with the registered formats; what is in `help` goes on from there."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, in the user's language."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(translate("Read records from PATH: {formats}.", formats=formats()))
        super().format_help_text(ctx, formatter)


@click.command(
    "import",
    cls=_ImportCommand,
    short_help="Read records from files.",
    help="JSON Lines have the shape of masarat show --json; a key, a kind and one name suffice. "
    "Records with the same key are replaced. When anything is wrong, it is told with file and "
    "line, and nothing is stored.",
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
    """Read records from a file or folder."""
    from store.exchange.importing import import_path

    with opened_store(ctx) as store:
        imported = import_path(store, path)
    print_message(
        translate(
            "{records} and {sources} stored.",
            records=translate_count("{count} record", "{count} records", imported.records),
            sources=translate_count("{count} source", "{count} sources", imported.sources),
        )
    )
