"""What `masarat show` prints: one record or source, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from store.files.page import (
    FACTS,
    Line,
    RecordPage,
    RelationLine,
    SourcePage,
    names_for_reader,
    record_page,
    source_page,
    with_marks,
)
from store.model.mapping import record_to_mapping, source_to_mapping
from store.model.records import Citation, Record, Source
from tui.command_line.errors import WrongUseError
from tui.command_line.exit_codes import DONE
from tui.command_line.output import pad, print_exact, print_json, print_text
from tui.messages.sentences import comma_separated, translate, translate_count, user_language
from tui.terminal.safe_output import standard_output

if TYPE_CHECKING:
    from store.store import Store
    from tui.command_line.invocation import Invocation

_INDENT: Final = "  "
_RECORD_LINES: Final = (
    "standing", "confidence", "collection", "aliases", "coordinates", FACTS, "identifier",
)  # fmt: skip
"""The lines of a record that are shown, in this order."""
_SOURCE_LINES: Final = (
    "publisher", "relays", "date", "language", "address", "hash", "sentences",
)  # fmt: skip
"""The lines of a source that are shown, in this order."""


def print_entry(invocation: Invocation, *, key: str, as_json: bool, as_markdown: bool) -> int:
    """Print a record or source: for reading, as JSON, or as its record file."""
    if as_json and as_markdown:
        raise WrongUseError(
            translate("--json and --markdown exclude each other; give one of them.")
        )
    with invocation.open_store() as store:
        entry = store.entry(key)
        if as_json:
            print_json(
                source_to_mapping(entry) if isinstance(entry, Source) else record_to_mapping(entry)
            )
        elif as_markdown:
            _print_markdown(store, entry)
        else:
            lines = _source(store, entry) if isinstance(entry, Source) else _record(store, entry)
            for line in lines:
                print_text(line)
    return DONE


def _print_markdown(store: Store, entry: Record | Source) -> None:
    from store.exchange.exporting import page  # YAML, which no other way of showing needs

    print_exact(page(store, entry))


# --- for reading ---------------------------------------------------------------------------------


def _record(store: Store, record: Record) -> Iterator[str]:
    keys = dict.fromkeys(citation.source for citation in record.every_citation())
    found = {source.key: source for source in store.sources(keys)}
    sources = {key: found[key] for key in keys if key in found}
    page = record_page(record, user_language(), sources, store.related(record.key))
    yield from _heading(page)
    yield from _labelled(page.lines(_RECORD_LINES))
    by_label = {each.citation.label: each.citation.reference for each in page.references}

    def cited(label: str) -> str:
        """A citation in a text reads as it does elsewhere: `[article#2]`."""
        return f"[{by_label.get(label, label)}]"

    for text in page.texts:
        yield from _paragraphs(with_marks(text.text, cited))
    for group in page.relations:
        yield ""
        yield f"{group.verb}:"
        yield from map(_relation, group.relations)
    if page.references:
        sentence = "Sources, {count} independent:"
        yield ""
        yield translate_count(sentence, sentence, len(page.reporters))
    for key, source in sources.items():
        yield f"{_INDENT}{key} · {source.title.prefer(page.language)}"


def _source(store: Store, source: Source) -> Iterator[str]:
    citing = dict.fromkeys(key for key, _ in store.citing(source.key))
    page = source_page(source, user_language(), store.rows(list(citing)))
    yield from _heading(page)
    yield from _labelled(page.lines(_SOURCE_LINES))
    for text in page.texts:
        yield from _paragraphs(text.text)
    if page.citing:
        yield ""
        yield translate_count("Cited by {count}:", "Cited by {count}:", len(page.citing))
    for row in page.citing:
        yield f"{_INDENT}{_joined_names(names_for_reader(row.name, page.language))} · {row.key}"


def _heading(page: RecordPage | SourcePage) -> Iterator[str]:
    yield _joined_names(page.names)
    yield f"{comma_separated([page.type, page.kind])} · {page.key}"


def _joined_names(names: Iterable[str]) -> str:
    return _INDENT.join(names)


def _labelled(lines: Iterable[Line]) -> Iterator[str]:
    labelled: list[tuple[str, str]] = []
    above = ""
    for line in lines:
        # What is of one name stands below one label.
        labelled.append(("" if line.short_label == above else line.short_label, _value(line)))
        above = line.short_label
    if labelled:
        yield ""
    widest = max((len(label) for label, _ in labelled), default=0)
    for label, value in labelled:
        yield f"{pad(label, widest)}  {value}".rstrip()


def _value(line: Line) -> str:
    note = f" — {line.note}" if line.note else ""
    return f"{line.value}{note}{_cited(line.citations)}"


def _paragraphs(text: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(text).split("\n")


def _wrapped(text: str) -> str:
    """Break lines for a terminal; in a pipe a paragraph stays one line."""
    if not standard_output().isatty():
        return text
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, 100)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _relation(relation: RelationLine) -> str:
    details = f" ({relation.details})" if relation.details else ""
    cited = _cited(relation.related.citations)
    return f"{_INDENT}{relation.name} · {relation.related.other.key}{details}{cited}"


def _cited(citations: Iterable[Citation]) -> str:
    references = ", ".join(citation.reference for citation in citations)
    return f" [{references}]" if references else ""
