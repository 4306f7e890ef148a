"""`masarat check`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import Finding, MasaratError, UnknownKeyError
from store.text.printable import printable
from tui.command_line.context import examples, opened_store, program_options
from tui.command_line.output import print_message
from tui.messages.sentences import translate, translate_count, translate_sentence

if TYPE_CHECKING:
    from store.model.records import Source
    from store.store import Store


@click.command(
    "check",
    short_help="Say what is wrong in the records.",
    epilog=examples(
        "masarat check", "masarat check my-records/", "masarat check --source article.txt"
    ),
)
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]..."
)
@click.option(
    "--source",
    "source_text",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Verify that FILE is the text that a source's SHA-256 stands for.",
)
@program_options
@click.pass_context
def check_command(ctx: click.Context, paths: tuple[Path, ...], source_text: Path | None) -> None:
    """Check the store, or record files and folders: PATH.

    Every reference must resolve, every record have both languages and a citation, every fact and
    relation be cited, every sentence of a source be cited, every word of a vocabulary be known.
    Findings are printed as file:line: what is wrong and what to do. Exit code 1 when there are any.
    """
    count = 0
    with ExitStack() as stack:
        elsewhere = _Elsewhere(ctx, stack)
        for finding in _findings(elsewhere, paths, source_text):
            click.echo(printable(finding.told(translate_sentence)))
            count += 1
    if count:
        print_message(translate_count("{count} finding.", "{count} findings.", count))
        ctx.exit(1)
    print_message(
        translate("Nothing is wrong.")
        if source_text is None
        else translate("Nothing is wrong; {path} is the text.", path=source_text)
    )


def _findings(
    elsewhere: _Elsewhere, paths: tuple[Path, ...], source_text: Path | None
) -> Iterator[Finding]:
    from store.checking.check import check_store, check_vault
    from store.checking.collection import References
    from store.checking.source_text import check_source_text
    from store.exchange.importing import read_path

    sources: list[Source] = []
    for path in paths:
        vault = read_path(path)
        sources += [source for source, _ in vault.sources]
        yield from check_vault(vault, References(elsewhere.is_record, elsewhere.source))
    if not paths:
        yield from check_store(elsewhere.store())
    if source_text is not None:
        if not any(source.sha256 for source in sources):
            sources = elsewhere.store().sources()
        yield from check_source_text(sources, source_text)


class _Elsewhere:
    """The store, for what the files refer to outside themselves; opened only when they do.

    Files can thus be checked where no store can be opened, as when it is the shipped ones that are
    broken.
    """

    def __init__(self, ctx: click.Context, stack: ExitStack) -> None:
        self._ctx = ctx
        self._stack = stack
        self._store: Store | None = None
        self._is_closed = False

    def store(self) -> Store:
        """Open the store, or give the open one."""
        if self._store is None:
            self._store = self._stack.enter_context(opened_store(self._ctx))
        return self._store

    def is_record(self, key: str) -> bool:
        """Whether the store has a record with that key."""
        store = self._store_if_any()
        return store is not None and bool(store.rows([key]))

    def source(self, key: str) -> Source | None:
        """Find a source in the store."""
        store = self._store_if_any()
        try:
            return store.source(key) if store else None
        except UnknownKeyError:
            return None

    def _store_if_any(self) -> Store | None:
        if self._is_closed:
            return None
        try:
            return self.store()
        except MasaratError:
            self._is_closed = True
            print_message(
                translate(
                    "The store cannot be opened: references are looked for in the files alone."
                )
            )
            return None
