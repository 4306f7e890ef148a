"""`masarat check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial

from store.errors import Finding, MasaratError
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line import options
from tui.command_line.commands.import_ import not_read
from tui.command_line.entry import Argument, Column, Command
from tui.command_line.exit_codes import DONE, FINDINGS
from tui.command_line.output import print_message, print_text
from tui.command_line.printing.listing import print_listing
from tui.command_line.printing.row_format import Listing
from tui.messages.sentences import translate, translate_count, translate_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from store.model.records import Row, Source
    from store.store import Store
    from tui.command_line.invocation import Invocation


def run(
    invocation: Invocation,
    *,
    paths: tuple[Path, ...],
    source_text: Path | None,
    wanted_format: str | None,
    as_json: bool,
) -> int:
    """Print what is wrong in the store, or in record files and folders."""
    with ExitStack() as stack:
        findings = _findings(_Elsewhere(invocation, stack), paths, source_text)
        listing = Listing(_COLUMNS, findings, partial(map, _as_mapping), _print_findings)
        # In a pipe too a line a finding is what editors and people read.
        wanted = wanted_format or (None if as_json else "table")
        count = print_listing(listing, wanted, as_json=as_json)
    if count:
        print_message(translate_count("{count} finding.", "{count} findings.", count))
        return FINDINGS
    print_message(
        translate("Nothing is wrong.")
        if source_text is None
        else translate("Nothing is wrong; {path} is the text.", path=source_text)
    )
    return DONE


def _print_findings(findings: Iterable[Finding]) -> int:
    count = 0
    for finding in findings:
        print_text(finding.in_words(translate_sentence))
        count += 1
    return count


def _as_mapping(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line or None,
        "rule": finding.rule or None,
        "what": translate_sentence(finding.what),
        "todo": translate_sentence(finding.todo),
    }


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

    def records(self, keys: Iterable[str]) -> list[Row]:
        """What the store's lists show of the records that have one of the keys."""
        store = self._store_if_any()
        return store.rows(keys) if store else []

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


_COLUMNS: Final = (
    Column[Finding]("file", "the file, or the record in the store", lambda each: each.file),
    Column[Finding](
        "line", "its line, where it is known", lambda each: str(each.line) if each.line else ""
    ),
    Column[Finding]("rule", "the rule that is broken, if it has a name", lambda each: each.rule),
    Column[Finding]("what", "what is wrong", lambda each: translate_sentence(each.what)),
    Column[Finding]("todo", "what to do", lambda each: translate_sentence(each.todo)),
)

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
    options=(options.SOURCE, options.FORMAT_OF_FINDINGS, options.JSON, *options.EVERYWHERE),
    columns=_COLUMNS,
    examples=(
        "masarat check",
        "masarat check --format jsonl",
        "masarat check my-records/",
        "masarat check --source article.txt",
    ),
)
