"""A record in words: names, type, facts, summaries and sources as blocks for the detail pane."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count, groupby
from typing import Final, NamedTuple

from textual.content import Content

from store.files.markdown_parts import collection_name, confidence_name
from store.model import dates
from store.model.properties import value_in_words
from store.model.provenance import independent_reporters, supporting_citations
from store.model.records import Bilingual, Citation, Fact, Record, Source
from store.model.vocabulary import KINDS, PROPERTIES, STANDINGS, TYPES, Language
from tui.explorer.drawing.blocks import Block, Column, hit_span, stand_side_by_side
from tui.explorer.drawing.listing import Marks
from tui.messages import say
from tui.messages.digits import in_digits

# Component classes of the detail pane; what they look like is in app.tcss.
MUTED: Final = ".detail--muted"
NAME: Final = ".detail--name"
LABEL: Final = ".detail--label"
CITATION: Final = ".detail--citation"
DIFFERING: Final = ".detail--differing"

DIFFERENT: Final = "≠"
"""Behind the name of a property about which sources differ."""

# Of Markdown a summary uses citations, emphasis, code and links; the rest is read as written.
_INLINE: Final = re.compile(
    r"\[\^(?P<citation>[^\]\s]+)\]|\*\*(?P<strong>[^*\n]+)\*\*|\*(?P<emphasis>[^*\n]+)\*"
    r"|`(?P<code>[^`\n]+)`|\[(?P<link>[^\]\n]+)\]\([^)\s]+\)"
)
_INLINE_STYLES: Final = {
    "strong": "bold",
    "emphasis": "italic",
    "code": "bold",
    "link": "underline",
}

_PICTURES: Final = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}

Marker = Callable[[str], Marks]
"""Where what was searched for stands in a text."""


class Shown(NamedTuple):
    """A record with what is needed to write it out."""

    record: Record
    sources: Mapping[str, Source]
    """Those that the record cites, by key."""

    @property
    def numbers(self) -> dict[Citation, int]:
        """The number of each citation within the record, from 1."""
        return {cited: n for n, cited in enumerate(self.record.every_citation(), start=1)}


def blocks(shown: Shown, language: Language, marker: Marker, width: int = 0) -> list[Block]:
    """The record written out; hits are marked in all but the list of its sources.

    Args:
        shown: the record and its sources.
        language: of the interface; its texts come first.
        marker: finds the hits, which are then numbered from 0 in reading order.
        width: cells that there are; values that differ stand side by side where they suffice.
    """
    summary = shown.record.summary
    # What it is comes before what is known of it; the other language is for who reads on.
    first, second = (summary.ar, summary.en) if language == "ar" else (summary.en, summary.ar)
    written = [
        *_names(shown.record, language),
        *_summary(first, shown, language),
        *_facts(shown, language, width),
        *_confidence(shown.record, language),
        *_summary(second, shown, language),
        *_aliases(shown.record, language),
    ]
    return [*_with_hits(written, marker), *_sources(shown, language)]


def _with_hits(written: list[Block], marker: Marker) -> Iterator[Block]:
    numbers = count()

    def marked(text: Content) -> Content:
        marks = marker(text.plain)
        spans = [hit_span(next(numbers), *mark) for mark in marks]
        return text.add_spans(list(chain(*spans))) if spans else text

    for block in written:
        columns = tuple(Column(*map(marked, column)) for column in block.columns)
        yield block._replace(body=marked(block.body), columns=columns)


# --- names --------------------------------------------------------------------------------------


def _names(record: Record, language: Language) -> Iterator[Block]:
    first = record.name.prefer(language)
    yield Block(_styled(first, NAME))
    other = record.name.en if language == "ar" else record.name.ar
    if other and other != first:
        yield Block(_styled(other, NAME))
    yield Block(_styled(_described(record, language), MUTED))


def _described(record: Record, language: Language) -> str:
    label = TYPES[record.kind].get(record.type, KINDS[record.kind])
    parts = [getattr(label, language)]
    if record.standing:
        parts.append(getattr(STANDINGS[record.standing], language))
    if record.coordinates:
        degrees = (in_digits(f"{each:.4f}", language) for each in record.coordinates)
        parts.append(_comma(language).join(degrees))
    return " · ".join([*parts, collection_name(record.collection, language)])


# --- facts --------------------------------------------------------------------------------------


def _facts(shown: Shown, language: Language, width: int) -> Iterator[Block]:
    gap = True
    order = {name: place for place, name in enumerate(PROPERTIES)}
    facts = sorted(shown.record.facts, key=lambda fact: order[fact.property])
    for name, values in groupby(facts, key=lambda fact: fact.property):
        label = _styled(getattr(PROPERTIES[name], language), LABEL)
        several = list(values)
        if len(several) > 1:
            label += _styled(f" {DIFFERENT}", DIFFERING)
            columns = tuple(_column(fact, shown, language) for fact in several)
            if stand_side_by_side(columns, width):
                label += _styled(f" {say('detail.differ')}", MUTED)
                yield Block(Content(""), label, True, columns)
                gap = True
                continue
        for fact in several:
            yield Block(_value(fact, shown, language, name_source=len(several) > 1), label, gap)
            # Elsewhere values that differ stand under each other, below one label.
            label, gap = Content(" "), False


def _column(fact: Fact, shown: Shown, language: Language) -> Column:
    value = _styled(readable_value(fact, language), "bold")
    note = _styled(fact.note.prefer(language), MUTED)
    who = _plain(_source_names(fact.citations, shown, language))
    who += _references(fact.citations, shown.numbers, language)
    return Column(value, Content("\n").join(text for text in (note, who) if text.plain))


def _value(fact: Fact, shown: Shown, language: Language, *, name_source: bool) -> Content:
    text = _plain(readable_value(fact, language))
    note = fact.note.prefer(language)
    if note:
        text += _styled(f" ({note})", MUTED)
    if name_source and fact.citations:
        text += _styled(f" — {_source_names(fact.citations, shown, language)}", MUTED)
    return text + _references(fact.citations, shown.numbers, language)


def readable_value(fact: Fact, language: Language) -> str:
    """A fact's value as prose has it, its figures in the digits that were chosen."""
    value = value_in_words(fact, language)
    return value if isinstance(fact.value, Bilingual) else in_digits(value, language)


def _confidence(record: Record, language: Language) -> Iterator[Block]:
    if record.confidence:
        graded = confidence_name(record.confidence, language)
        if language == "ar":
            # A line that begins with a Latin letter would run from left to right.
            grade, _, meaning = graded.partition(": ")
            graded = f"{meaning} ({grade})"
        yield Block(_plain(graded), _styled(say("detail.confidence"), LABEL), gap=True)


def _source_names(citations: tuple[Citation, ...], shown: Shown, language: Language) -> str:
    names = dict.fromkeys(
        source_name(shown.sources[cited.source], language)
        for cited in citations
        if cited.source in shown.sources
    )
    return _comma(language).join(names)


def source_name(source: Source, language: Language) -> str:
    """A source in a word or two: who published it, or what it is called."""
    if source.key == "article":
        return say("detail.the-article")
    return source.publisher or source.title.prefer(language) or source.key


def _references(
    citations: tuple[Citation, ...], numbers: Mapping[Citation, int], language: Language
) -> Content:
    cited = "".join(f"[{numbers[citation]}]" for citation in citations if citation in numbers)
    return _styled(f" {in_digits(cited, language)}", CITATION) if cited else Content("")


# --- summaries ----------------------------------------------------------------------------------


def _summary(text: str, shown: Shown, language: Language) -> Iterator[Block]:
    numbers = shown.numbers.items()
    by_label = {cited.label: in_digits(str(number), language) for cited, number in numbers}
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield Block(_inline(" ".join(paragraph.split()), by_label), gap=True)


def _inline(text: str, numbers: Mapping[str, str]) -> Content:
    """Markdown within a paragraph, a citation being shown as its number."""
    written: list[Content] = []
    end = 0
    for match in _INLINE.finditer(text):
        written.append(_plain(text[end : match.start()]))
        kind = match.lastgroup or ""
        if kind == "citation":
            number = numbers.get(match[kind], match[kind])
            written.append(_styled(f"[{number}]", CITATION))
        else:
            written.append(_styled(match[kind], _INLINE_STYLES[kind]))
        end = match.end()
    return Content("").join([*written, _plain(text[end:])])


# --- other names --------------------------------------------------------------------------------


def _aliases(record: Record, language: Language) -> Iterator[Block]:
    by_language = ((", ", record.aliases.en), ("، ", record.aliases.ar))
    heading = _styled(say("detail.aliases"), LABEL)
    for comma, aliases in by_language[:: -1 if language == "ar" else 1]:
        if aliases:
            if heading:
                yield Block(heading, gap=True)
                heading = Content("")
            yield Block(_styled(comma.join(aliases), MUTED))


# --- sources ------------------------------------------------------------------------------------


def _sources(shown: Shown, language: Language) -> Iterator[Block]:
    if shown.numbers:
        reporters = independent_reporters(
            supporting_citations(shown.record), shown.sources, language
        )
        heading = say("detail.sources", count=len(reporters))
        yield Block(_styled(in_digits(heading, language), LABEL), gap=True)
    for cited, number in shown.numbers.items():
        source = shown.sources.get(cited.source)
        label = _styled(in_digits(f"[{number}]", language), CITATION)
        yield Block(_plain(described_source(cited, source, language)), label)


def described_source(cited: Citation, source: Source | None, language: Language) -> str:
    """A citation in words: who, what, when and where in it."""
    if source is None:
        return cited.reference
    parts = [source.publisher, source.title.prefer(language)]
    if source.date:
        parts.append(in_digits(dates.for_reader(source.date, language), language))
    if cited.locator:
        place = "detail.sentence" if source.key == "article" else "detail.locator"
        parts.append(say(place, locator=cited.locator))
    if source.url:
        parts.append(source.url)
    return _comma(language).join(part for part in parts if part)


def _comma(language: Language) -> str:
    return "، " if language == "ar" else ", "


def _styled(text: str, style: str) -> Content:
    return _plain(text).stylize(style) if text else Content("")


def _plain(text: str) -> Content:
    """A text as it is written, its control characters visible: Content would drop some of them."""
    return Content(text.translate(_PICTURES))
