"""What `masarat show` prints: records and sources, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from store.files.page import (
    FACTS,
    CitingRecord,
    Line,
    MovementLine,
    RecordPage,
    RelationLine,
    SourcePage,
    citing_groups,
    names_for_reader,
    record_page,
    source_page,
    with_marks,
)
from store.model.mapping import (
    citation_to_mapping,
    inverse_to_mapping,
    record_to_mapping,
    source_to_mapping,
)
from store.model.records import Citation, Record, Source
from store.typed import TYPE_CHECKING, Any, Final
from tui.command_line.exit_codes import DONE
from tui.command_line.output import print_exact, print_json, print_json_line, print_text
from tui.messages.sentences import comma_separated, translate, translate_count, user_language
from tui.terminal.safe_output import standard_output
from tui.terminal.widths import pad

if TYPE_CHECKING:
    from store.store import Store
    from tui.command_line.invocation import Invocation

_INDENT: Final = "  "
_RECORD_LINES: Final = (
    "standing", "confidence", "collection", "aliases", "coordinates", FACTS, "identifier",
)  # fmt: skip
"""The lines of a record that are shown, in this order."""
_SOURCE_LINES: Final = (
    "publisher", "relays", "date", "language", "address", "read", "hash", "sentences",
)  # fmt: skip
"""The lines of a source that are shown, in this order."""


def print_entries(invocation: Invocation, keys: Sequence[str], wanted: str | None) -> int:
    """Print records and sources, each once, in the order of their keys.

    Args:
        invocation: how the program was called.
        keys: one at least.
        wanted: json, jsonl or markdown; None for a text to read.

    Raises:
        UnknownKeyError: a key names none; nothing is printed.
    """
    with invocation.open_store(at_a_glance=True) as store:
        entries = [store.entry(key) for key in dict.fromkeys(keys)]
        if wanted == "json":
            mappings = [_as_mapping(store, entry) for entry in entries]
            print_json(mappings[0] if len(keys) == 1 else mappings)
        elif wanted == "jsonl":
            for entry in entries:
                print_json_line(_as_mapping(store, entry))
        else:
            _print_one_below_the_other(store, entries, as_markdown=wanted == "markdown")
    return DONE


def _as_mapping(store: Store, entry: Record | Source) -> dict[str, Any]:
    if isinstance(entry, Source):
        cited = list(map(citation_to_mapping, store.cited_for(entry.key, user_language())))
        return {**source_to_mapping(entry), **({"cited_by": cited} if cited else {})}
    inverse = [
        inverse_to_mapping(related)
        for related in store.related(entry.key)
        if related.direction == "in"
    ]
    mapping = record_to_mapping(entry)
    return {**mapping, "inverse": inverse} if inverse else mapping


def _print_one_below_the_other(
    store: Store, entries: Iterable[Record | Source], *, as_markdown: bool
) -> None:
    for index, entry in enumerate(entries):
        if index:
            print_text()
        if as_markdown:
            _print_markdown(store, entry)
            continue
        for line in _source(store, entry) if isinstance(entry, Source) else _record(store, entry):
            print_text(line)


def _print_markdown(store: Store, entry: Record | Source) -> None:
    from store.exchange.exporting import page  # YAML, which no other way of showing needs

    print_exact(page(store, entry))


# --- for reading ---------------------------------------------------------------------------------


def _record(store: Store, record: Record) -> Iterator[str]:
    moved = store.movements(record.key)
    citations = [*record.every_citation(), *(c for each in moved for c in each.fact.citations)]
    keys = dict.fromkeys(citation.source for citation in citations)
    found = {source.key: source for source in store.sources(keys)}
    sources = {key: found[key] for key in keys if key in found}
    places = store.places_of([record.key])
    related = store.related(record.key)
    page = record_page(record, user_language(), sources, related, places, moved)
    yield from _heading(page)
    yield from _labelled(page.lines(_RECORD_LINES))
    by_label = {each.citation.label: each.citation.reference for each in page.references}

    def cited(label: str) -> str:
        """A citation in a text reads as it does elsewhere: `[article#2]`."""
        return f"[{by_label.get(label, label)}]"

    for text in page.texts:
        yield from _paragraphs(with_marks(text.text, cited))
    for table in page.movements:
        yield ""
        yield f"{table.title}:"
        yield from (_movement(line, page) for line in table.lines)
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
    language = user_language()
    cited = store.cited_for(source.key, language)
    places = store.places_of({each.record.key for each in cited})
    page = source_page(source, language)
    yield from _heading(page)
    yield from _labelled(page.lines(_SOURCE_LINES))
    for text in page.texts:
        yield from _paragraphs(text.text)
    (row,) = store.source_rows([source.key])
    if row.citing:
        yield ""
        yield translate_count("Cited by {count}:", "Cited by {count}:", row.citing)
    groups = citing_groups(cited, source, language, places)
    for group in groups:
        yield ""
        yield f"{group.kind}:"
        yield from chain.from_iterable(map(_citing, group.records))
    if (more := row.citing - sum(len(group.records) for group in groups)) > 0:
        yield translate("… and {count} more.", count=more)


def _citing(citing: CitingRecord) -> Iterator[str]:
    """A record that cites a source, and below it each claim for which it does."""
    names = _joined_names(names_for_reader(citing.record.name, user_language()))
    yield f"{_INDENT}{names} · {citing.record.key}"
    for use in citing.uses:
        yield f"{_INDENT * 2}{use.said}{f' [{use.place}]' if use.place else ''}"


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
    # Set in, as headings and labels are not: no line of a text can be taken for one of ours.
    yield from (f"{_INDENT}{line}" if line else "" for line in _wrapped(text).split("\n"))


def _wrapped(text: str) -> str:
    """Break lines for a terminal; in a pipe a paragraph stays one line."""
    if not standard_output().isatty():
        return text
    import shutil
    import textwrap

    width = max(1, min(shutil.get_terminal_size().columns, 100) - len(_INDENT))
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _movement(line: MovementLine, page: RecordPage) -> str:
    said = [line.number, line.who, line.way(page.language), line.when, line.state]
    stated = f" — {line.record.name.prefer(page.language)}" if line.record else ""
    note = f" — {line.note}" if line.note else ""
    text = " · ".join(part for part in said if part)
    return f"{_INDENT}{text}{note}{stated}{_cited(line.citations)}"


def _relation(relation: RelationLine) -> str:
    details = f" ({relation.details})" if relation.details else ""
    cited = _cited(relation.related.citations)
    return f"{_INDENT}{relation.name} · {relation.related.other.key}{details}{cited}"


def _cited(citations: Iterable[Citation]) -> str:
    references = ", ".join(citation.reference for citation in citations)
    return f" [{references}]" if references else ""
