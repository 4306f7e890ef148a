"""A record in words: names, type, facts, summaries and sources as blocks for the detail pane."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count, groupby
from typing import Final, NamedTuple

from textual.content import Content

from store.files.page import FACTS, Line, RecordPage, Reference, Text, label_of, record_page, word
from store.model.passages import paragraphs
from store.model.records import Citation, Record, Source
from store.model.vocabulary import Language
from store.text.printable import printable, visible_controls
from tui.explorer.drawing.blocks import Block, Column, hit_span, stand_side_by_side
from tui.explorer.drawing.listing import Highlights
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
    r"\[\^(?P<citation>[^\[\]\s]++)\]|\*\*(?P<strong>[^*\n]++)\*\*|\*(?P<emphasis>[^*\n]++)\*"
    r"|`(?P<code>[^`\n]++)`|\[(?P<link>[^\[\]\n]++)\]\((?:[^()\s]++|\([^()\s]*+\))++\)"
)
_INLINE_STYLES: Final = {
    "strong": "bold",
    "emphasis": "italic",
    "code": "bold",
    "link": "underline",
}

Highlighter = Callable[[str], Highlights]
"""Where what was searched for stands in a text."""

_DESCRIPTION: Final = ("type", "standing", "position", "collection")
"""The lines of the page that say below the names what the record is."""


class Shown(NamedTuple):
    """A record with what is needed to write it out."""

    record: Record
    sources: Mapping[str, Source]
    """Those that the record cites, by key."""

    @property
    def has_sources(self) -> bool:
        """Whether it cites anything."""
        return bool(self.record.every_citation())

    def page(self, language: Language) -> RecordPage:
        """The record as a reader of `language` sees it; its relations have their own pane."""
        return record_page(self.record, language, self.sources)


def blocks(
    shown: Shown, language: Language, highlighter: Highlighter, width: int = 0
) -> list[Block]:
    """The record written out; hits are marked in all but the list of its sources.

    Args:
        shown: the record and its sources.
        language: of the interface; its texts come first.
        highlighter: finds the hits, which are then numbered from 0 in reading order.
        width: cells that there are; values that differ stand side by side where they suffice.
    """
    page = shown.page(language)
    cited = _Cited(page)
    # What it is comes before what is known of it; the other language is for who reads on.
    own, other = (
        [text for text in page.texts if (text.language == language) is is_own]
        for is_own in (True, False)
    )
    written = [
        *_names(page),
        *_summaries(own, cited),
        *_facts(page, cited, width),
        *_confidence(page),
        *_summaries(other, cited),
        *_aliases(page),
    ]
    return [*_with_hits(written, highlighter), *_sources(page)]


def remark_blocks(remarks: Iterable[str]) -> list[Block]:
    """What is said above a record: quietly, as it is not of the record."""
    return [Block(_styled(printable(remark), MUTED)) for remark in remarks]


def _with_hits(written: list[Block], highlighter: Highlighter) -> Iterator[Block]:
    numbers = count()

    def with_highlights(text: Content) -> Content:
        highlights = highlighter(text.plain)
        spans = [hit_span(next(numbers), *span) for span in highlights]
        return text.add_spans(list(chain(*spans))) if spans else text

    for block in written:
        columns = tuple(Column(*map(with_highlights, column)) for column in block.columns)
        yield block._replace(body=with_highlights(block.body), columns=columns)


class _Cited:
    """The citations of a page, as they are written beside what they stand for."""

    def __init__(self, page: RecordPage) -> None:
        self._language = page.language
        self._by_citation = {reference.citation: reference for reference in page.references}
        self._by_label = {reference.citation.label: reference for reference in page.references}

    def numbers(self, citations: Iterable[Citation]) -> Content:
        """Write the numbers of citations, behind what is cited."""
        found = (self._by_citation.get(citation) for citation in citations)
        cited = "".join(f"[{reference.number}]" for reference in found if reference)
        return _styled(f" {in_digits(cited, self._language)}", CITATION) if cited else Content("")

    def number_of(self, label: str) -> str:
        """Say a citation's number by its label, the label itself where it has none."""
        reference = self._by_label.get(label_of(label))
        return in_digits(str(reference.number), self._language) if reference else label

    def sources(self, citations: Iterable[Citation]) -> str:
        """Name each source once, in a word or two."""
        found = (self._by_citation.get(citation) for citation in citations)
        names = (each.source.name for each in found if each and each.source)
        return word("comma", self._language).join(dict.fromkeys(names))


# --- names --------------------------------------------------------------------------------------


def _names(page: RecordPage) -> Iterator[Block]:
    for name in dict.fromkeys(page.names):
        yield Block(_styled(name, NAME))
    described = (_in_digits(line, page) for line in page.lines(_DESCRIPTION))
    yield Block(_styled(" · ".join(described), MUTED))


# --- facts --------------------------------------------------------------------------------------


def _facts(page: RecordPage, cited: _Cited, width: int) -> Iterator[Block]:
    gap = True
    for _, values in groupby(page.lines([FACTS]), key=lambda line: line.name):
        several = list(values)
        label = _styled(several[0].label, LABEL)
        if len(several) > 1:
            label += _styled(f" {DIFFERENT}", DIFFERING)
            columns = tuple(_column(line, page, cited) for line in several)
            if stand_side_by_side(columns, width):
                label += _styled(f" {say('detail.differ')}", MUTED)
                yield Block(Content(""), label, True, columns)
                gap = True
                continue
        for line in several:
            yield Block(_value(line, page, cited, name_source=len(several) > 1), label, gap)
            # Elsewhere values that differ stand under each other, below one label.
            label, gap = Content(" "), False


def _column(line: Line, page: RecordPage, cited: _Cited) -> Column:
    value = _styled(_in_digits(line, page), "bold")
    note = _styled(line.note, MUTED)
    who = _plain(cited.sources(line.citations)) + cited.numbers(line.citations)
    return Column(value, Content("\n").join(text for text in (note, who) if text.plain))


def _value(line: Line, page: RecordPage, cited: _Cited, *, name_source: bool) -> Content:
    text = _plain(_in_digits(line, page))
    if line.note:
        text += _styled(f" ({line.note})", MUTED)
    if name_source and line.citations:
        text += _styled(f" — {cited.sources(line.citations)}", MUTED)
    return text + cited.numbers(line.citations)


def _confidence(page: RecordPage) -> Iterator[Block]:
    for line in page.lines(["confidence"]):
        graded = line.value
        if page.language == "ar":
            # A line that begins with a Latin letter would run from left to right.
            grade, *meaning = line.parts
            graded = f"{''.join(meaning)} ({grade})"
        yield Block(_plain(graded), _styled(line.label, LABEL), gap=True)


def _in_digits(line: Line, page: RecordPage) -> str:
    """What a line says, its figures in the digits that were chosen."""
    if line.figures:
        return line.joint.join(in_digits(part, page.language) for part in line.parts)
    return line.value


# --- summaries ----------------------------------------------------------------------------------


def _summaries(texts: Iterable[Text], cited: _Cited) -> Iterator[Block]:
    for text in texts:
        for paragraph in paragraphs(text.text):
            yield Block(_inline(paragraph, cited), gap=True)


def _inline(text: str, cited: _Cited) -> Content:
    """Markdown within a paragraph, a citation being shown as its number."""
    written: list[Content] = []
    end = 0
    for match in _INLINE.finditer(text):
        written.append(_plain(text[end : match.start()]))
        kind = match.lastgroup or ""
        if kind == "citation":
            written.append(_styled(f"[{cited.number_of(match[kind])}]", CITATION))
        else:
            written.append(_styled(match[kind], _INLINE_STYLES[kind]))
        end = match.end()
    return Content("").join([*written, _plain(text[end:])])


# --- other names --------------------------------------------------------------------------------


def _aliases(page: RecordPage) -> Iterator[Block]:
    heading = _styled(word("also known as", page.language), LABEL)
    for line in page.lines(["aliases"]):
        if heading:
            yield Block(heading, gap=True)
            heading = Content("")
        yield Block(_styled(line.value, MUTED))


# --- sources ------------------------------------------------------------------------------------


def _sources(page: RecordPage) -> Iterator[Block]:
    if page.references:
        heading = say("detail.sources", count=len(page.reporters))
        yield Block(_styled(in_digits(heading, page.language), LABEL), gap=True)
    for reference in page.references:
        label = _styled(in_digits(f"[{reference.number}]", page.language), CITATION)
        yield Block(_plain(described(reference, page.language)), label)


def described(reference: Reference, language: Language) -> str:
    """A citation in words: who, what, when and where in it."""
    source = reference.source
    if source is None:
        return reference.citation.reference
    date = in_digits(source.date, language)
    parts = (source.publisher, source.title, date, reference.place, source.url)
    return word("comma", language).join(part for part in parts if part)


def _styled(text: str, style: str) -> Content:
    return _plain(text).stylize(style) if text else Content("")


def _plain(text: str) -> Content:
    """A text as it is written, its control characters visible: Content would drop some of them."""
    return Content(visible_controls(text))
