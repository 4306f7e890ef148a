"""`masarat guide`: what is in the store, for readers."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_line.context import examples, opened_store, program_options
from tui.messages.sentences import translate


@click.command(
    "guide",
    short_help="Write a reader's guide to the store.",
    epilog=examples("masarat guide", "masarat guide > collection.md"),
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Markdown with names of lists in braces, instead of the built-in text.",
)
@program_options
@click.pass_context
def guide_command(ctx: click.Context, template: Path | None) -> None:
    """Print a guide as Markdown, in both languages: contents, confidence, differences, gaps.

    Its prose comes from a template, its lists and figures from the store.
    """
    from importlib.metadata import version

    from store.exchange.guide import TEMPLATE, guide
    from store.paths import SEEDS_FOLDER

    file = template or Path(SEEDS_FOLDER, TEMPLATE)
    with opened_store(ctx) as store:
        try:
            text = guide(store, file.read_text("utf-8"), version("masarat"))
        except UnicodeDecodeError as error:
            raise click.UsageError(
                translate("{file} is not a text in UTF-8.", file=file)
            ) from error
        except KeyError as error:
            sentence = translate("{file} asks for a list that there is none of: {name}.",
                            file=file, name=error.args[0])  # fmt: skip
            raise click.UsageError(sentence) from error
    click.echo(text, nl=False)
