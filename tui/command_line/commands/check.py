"""`masarat check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from store.errors import Finding, MasaratError
from tui.command_line import options
from tui.command_line.commands.import_ import not_read
from tui.command_line.entry import Argument, Command
from tui.command_line.exit_codes import DONE, FINDINGS
from tui.command_line.output import print_message, print_text
from tui.messages.sentences import translate, translate_count, translate_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from store.model.records import Source
    from store.store import Store
    from tui.command_line.invocation import Invocation


def run(invocation: Invocation, *, paths: tuple[Path, ...], source_text: Path | None) -> int:
    """Print what is wrong in the store, or in record files and folders."""
    count = 0
    with ExitStack() as stack:
        elsewhere = _Elsewhere(invocation, stack)
        for finding in _findings(elsewhere, paths, source_text):
            print_text(finding.in_words(translate_sentence))
            count += 1
    if count:
        print_message(translate_count("{count} finding.", "{count} findings.", count))
        return FINDINGS
    print_message(
        translate("Nothing is wrong.")
        if source_text is None
        else translate("Nothing is wrong; {path} is the text.", path=source_text)
    )
    return DONE


def _findings(
    elsewhere: _Elsewhere, paths: tuple[Path, ...], source_text: Path | None
) -> Iterator[Finding]:
    from store.checking.check import Elsewhere, check_store, check_vault
    from store.checking.source_text import check_source_text
    from store.exchange.importing import read_record_files

    sources: list[Source] = []
    for path in paths:
        vault = read_record_files(path)
        if vault.not_read:
            print_message(not_read(vault.not_read))
        sources += [source for source, _ in vault.sources]
        yield from check_vault(vault, Elsewhere(elsewhere.records, elsewhere.sources))
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

    def __init__(self, invocation: Invocation, stack: ExitStack) -> None:
        self._invocation = invocation
        self._stack = stack
        self._store: Store | None = None
        self._is_closed = False

    def store(self) -> Store:
        """Open the store, or give the open one."""
        if self._store is None:
            self._store = self._stack.enter_context(
                self._invocation.open_store(tells_of_damage=False)
            )
        return self._store

    def records(self, keys: Iterable[str]) -> list[str]:
        """Which of the keys the store has records for."""
        store = self._store_if_any()
        return [row.key for row in store.rows(keys)] if store else []

    def sources(self, keys: Iterable[str]) -> list[Source]:
        """Find sources in the store."""
        store = self._store_if_any()
        return store.sources(keys) if store else []

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


COMMAND: Final = Command(
    name="check",
    place=70,
    short_help="Say what is wrong in the records.",
    help=(
        "Check the store and its records, or record files and folders: PATH.",
        "Of the store itself it asks whether every page and index is in order, every row refers to "
        "one that is there, every record is one that the model allows and, unless edited, as it "
        "was shipped, and whether look-up and full text know exactly what the records hold; "
        "masarat repair mends what is not so.",
        "Every reference must resolve, every record have both languages and a citation, every "
        "fact and relation be cited, every sentence of a source be cited, every word of a "
        "vocabulary be known. Findings are printed as file:line: what is wrong and what to do. "
        "Exit code 1 when there are any.",
    ),
    run=run,
    arguments=(Argument("paths", "PATH", "existing path", is_repeated=True),),
    options=(options.SOURCE, *options.EVERYWHERE),
    examples=(
        "masarat check",
        "masarat check my-records/",
        "masarat check --source article.txt",
    ),
)
