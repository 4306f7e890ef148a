"""`masarat show`: one record or source, whole."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

import click

from store.errors import UnknownKeyError
from store.model.mapping import record_to_mapping, source_to_mapping
from store.model.records import Aliases, Bilingual, Record, Related, Source
from store.text.printable import printable, printable_lines
from tui.command_line.context import examples, json_option, opened_store, program_options
from tui.command_line.output import pad, print_json
from tui.messages.sentences import (
    comma_separated,
    translate,
    translate_count,
    translate_label,
    user_language,
)

if TYPE_CHECKING:
    from store.store import Store

_INDENT: Final = "  "
_LANGUAGES: Final = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "id": "Indonesian", "it": "Italian", "ku": "Kurdish", "pt": "Portuguese",
    "ru": "Russian", "tr": "Turkish",
}  # fmt: skip
"""Languages of sources; another one is shown by its code."""

T = TypeVar("T")


@click.command(
    "show",
    short_help="Show one record or source.",
    epilog=examples(
        "masarat show zabadani",
        "masarat show four-towns-agreement --json",
        "masarat show article --markdown",
    ),
)
@click.argument("key")
@json_option
@click.option("--markdown", "as_markdown", is_flag=True, help="Print its record file.")
@program_options
@click.pass_context
def show_command(ctx: click.Context, key: str, as_json: bool, as_markdown: bool) -> None:
    """Show the record or source with KEY: names, facts, summaries, relations and citations."""
    if as_json and as_markdown:
        raise click.UsageError(
            translate("--json and --markdown exclude each other; give one of them.")
        )
    with opened_store(ctx) as store:
        entry = _find(store, key)
        if as_json:
            print_json(
                source_to_mapping(entry) if isinstance(entry, Source) else record_to_mapping(entry)
            )
        elif as_markdown:
            _print_markdown(store, entry)
        else:
            lines = _source(store, entry) if isinstance(entry, Source) else _record(store, entry)
            click.echo("\n".join(lines))


def _find(store: Store, key: str) -> Record | Source:
    try:
        return store.get(key)
    except UnknownKeyError:
        if any(source.key == key for source in store.sources()):
            return store.source(key)
        raise


def _print_markdown(store: Store, entry: Record | Source) -> None:
    from store.exchange.export import page  # YAML, which no other way of showing needs

    text = page(store, entry)
    # A file must be exact; a terminal must not obey what stands in it.
    click.echo(printable_lines(text) if sys.stdout.isatty() else text, nl=False)


# --- for reading ---------------------------------------------------------------------------------


def _record(store: Store, record: Record) -> Iterator[str]:
    from store.model import properties
    from store.model.vocabulary import KINDS, PROPERTIES, STANDINGS, TYPES

    yield _names(record.name)
    language = user_language()
    kind = translate_label(KINDS[record.kind])
    types = TYPES[record.kind]
    type_label = translate_label(types[record.type]) if record.type in types else ""
    yield f"{comma_separated([type_label, kind])} · {record.key}"
    labelled: list[tuple[str, str]] = []
    if record.standing:
        labelled.append((translate("Standing"), translate_label(STANDINGS[record.standing])))
    labelled += _provenance(record)
    labelled += _aliases(record.aliases)
    if record.coordinates:
        labelled.append((translate("Coordinates"), "{}, {}".format(*record.coordinates)))
    for name, facts in groupby(record.facts, key=lambda fact: fact.property):
        for position, fact in enumerate(facts):
            note = f" — {fact.note.prefer(language)}" if any(fact.note) else ""
            cited = _cited([citation.reference for citation in fact.citations])
            value = properties.value_in_words(fact, language)
            labelled.append(
                (translate_label(PROPERTIES[name]) if not position else "", value + note + cited)
            )
    labelled += [(translate("In {name}", name=name), number) for name, number in record.external]
    yield from _labelled(labelled)
    references = {citation.label: citation.reference for citation in record.every_citation()}
    yield from _paragraphs(
        Bilingual(*(_with_references(text, references) for text in record.summary))
    )
    yield from _relations(store.related(record.key))
    yield from _citations(store, record)


def _aliases(aliases: Aliases) -> Iterator[tuple[str, str]]:
    separated = zip(aliases, (", ", "، "), strict=True)
    joined = [separator.join(names) for names, separator in _own_first(separated) if names]
    yield from zip((translate("Other names"), ""), joined, strict=False)


def _own_first(both: Iterable[T]) -> list[T]:
    """What there is in English and in Arabic, that of the user's language first."""
    english, arabic = both
    return [arabic, english] if user_language() == "ar" else [english, arabic]


def _provenance(record: Record) -> Iterator[tuple[str, str]]:
    from store.files import markdown_parts as parts

    language = user_language()
    if record.confidence:
        yield translate("Confidence"), parts.confidence_name(record.confidence, language)
    yield translate("Collection"), parts.collection_name(record.collection, language)


def _with_references(text: str, references: dict[str, str]) -> str:
    """Write the footnote marks of a summary as references are written elsewhere: `[article#2]`."""
    from store.files.markdown_text import FOOTNOTE_MARK

    return FOOTNOTE_MARK.sub(lambda mark: f"[{references.get(mark[1], mark[1])}]", text)


def _names(name: Bilingual) -> str:
    return printable(_INDENT.join(part for part in _own_first(name) if part))


def _labelled(lines: list[tuple[str, str]]) -> Iterator[str]:
    if lines:
        yield ""
    widest = max((len(label) for label, _ in lines), default=0)
    for label, value in lines:
        yield f"{pad(label, widest)}  {printable(value)}".rstrip()


def _paragraphs(text: Bilingual) -> Iterator[str]:
    for part in _own_first(text):
        if part:
            yield ""
            yield printable_lines(_wrapped(part))


def _wrapped(text: str) -> str:
    """Break lines for a terminal; in a pipe a paragraph stays one line."""
    if not sys.stdout.isatty():
        return text
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size().columns, 100)
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _relations(related: list[Related]) -> Iterator[str]:
    from store.files import markdown_parts as parts

    language = user_language()
    for label, group in groupby(related, key=lambda one: parts.predicate_for_reader(one, language)):
        yield ""
        yield f"{label}:"
        for one in group:
            details = parts.relation_details(one, language)
            cited = _cited([citation.reference for citation in one.citations])
            text = f"{_INDENT}{one.other.name.prefer(language)} · {one.other.key}"
            yield printable(text + (f" ({details})" if details else "") + cited)


def _citations(store: Store, record: Record) -> Iterator[str]:
    sources = {source.key: source for source in store.sources()}
    cited = dict.fromkeys(citation.source for citation in record.every_citation())
    if cited:
        from store.model.provenance import independent_reporters, supporting_citations

        reporters = independent_reporters(supporting_citations(record), sources, user_language())
        sentence = "Sources, {count} independent:"
        yield ""
        yield translate_count(sentence, sentence, len(reporters))
    for key in cited:
        title = sources[key].title.prefer(user_language()) if key in sources else ""
        yield printable(f"{_INDENT}{key} · {title}")


def _cited(references: list[str]) -> str:
    return f" [{', '.join(references)}]" if references else ""


def _source(store: Store, source: Source) -> Iterator[str]:
    from store.model import dates
    from store.model.vocabulary import SOURCE_TYPES

    yield _names(source.title)
    type_label = translate_label(SOURCE_TYPES[source.type]) if source.type in SOURCE_TYPES else ""
    yield f"{comma_separated([type_label, translate('source')])} · {source.key}"
    fields = {
        "Publisher": source.publisher,
        "Relays": source.relays,
        "Date": dates.for_reader(source.date, user_language()) if source.date else "",
        "Language": translate(_LANGUAGES.get(source.language, source.language)),
        "Address": source.url,
        "SHA-256": source.sha256,
        "Sentences": str(len(source.sentences) or ""),
    }
    yield from _labelled([(translate(label), value) for label, value in fields.items() if value])
    yield from _paragraphs(source.note)
    citing = dict.fromkeys(key for key, _ in store.citing(source.key))
    if citing:
        yield ""
        yield translate_count("Cited by {count}:", "Cited by {count}:", len(citing))
        yield from (f"{_INDENT}{_names(row.name)} · {row.key}" for row in store.rows(list(citing)))
