"""A record in words: names, type, facts, summaries and sources as blocks for the detail pane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, groupby
from typing import Final

from textual.content import Content
from textual.style import Style

from store.expressions import expression
from store.files.page import (
    FACTS,
    NO_PLACES,
    CitedPlace,
    Claims,
    Line,
    Places,
    RecordPage,
    Reference,
    StatedFact,
    StatedType,
    Text,
    page_citations,
    record_page,
    word,
)
from store.model.passages import paragraphs
from store.model.records import Citation, Movement, Record, Related, Source
from store.model.vocabulary import Language
from store.text.printable import printable, visible_controls
from store.tuples import NamedTuple
from tui.bidi import Direction, isolated
from tui.explorer.drawing.listing import Highlights
from tui.explorer.drawing.sheets.blocks import Block, Column, hit_span, stand_side_by_side
from tui.explorer.panes.stops import Cited, Stop, Stops
from tui.messages import say
from tui.messages.digits import in_digits
from tui.terminal.web_browser import web_address

# Component classes of the detail pane; what they look like is in app.tcss.
MUTED: Final = ".detail--muted"
NAME: Final = ".detail--name"
LABEL: Final = ".detail--label"
DIFFERING: Final = ".detail--differing"

DIFFERENT: Final = "≠"
"""Behind the name of a property about which sources differ."""

# Of Markdown a summary uses citations, emphasis, code and links; the rest is read as written.
_INLINE: Final = expression(
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


def no_highlights(text: str) -> Highlights:
    """Where nothing is searched for, nothing stands anywhere."""
    return ()


_DESCRIPTION: Final = ("type", "standing", "position", "collection")
"""The lines of the page that say below the names what the record is."""


class Shown(NamedTuple):
    """A record with what is needed to write it out."""

    record: Record
    sources: Mapping[str, Source]
    """Those that the record cites, by key."""
    places: Places = NO_PLACES
    """What lists show of the zones that its facts and movements name, by key."""
    moved: tuple[Movement, ...] = ()
    """Who left the place and who came, as other records say."""
    related: Sequence[Related] = ()
    """What it has to do with others; those have a pane of their own, and cite sources too."""

    @property
    def has_sources(self) -> bool:
        """Whether it cites anything."""
        return bool(self.citations)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, those of its relations included, by number from 1."""
        return page_citations(self.record, self.related, self.moved)

    def claims(self, language: Language) -> Claims:
        """What it claims, for a reader of `language`."""
        return Claims(self.record, language, self.related, self.places, self.moved)

    def page(self, language: Language) -> RecordPage:
        """The record as a reader of `language` sees it."""
        return record_page(
            self.record, language, self.sources, self.related, self.places, self.moved
        )


def blocks(
    shown: Shown,
    language: Language,
    highlighter: Highlighter,
    width: int = 0,
    stops: Stops | None = None,
    *,
    everywhere: bool = False,
) -> list[Block]:
    """The record written out, with the hits in it marked.

    Args:
        shown: the record and its sources.
        language: of the interface; its texts come first.
        highlighter: finds the hits, which are then numbered from 0 in reading order.
        width: cells that there are; values that differ stand side by side where they suffice.
        stops: told what can be pointed at.
        everywhere: whether hits are marked in labels and in the list of its sources too.
    """
    page, stops = shown.page(language), stops or Stops()
    cited = Cited(page, stops)
    # What it is comes before what is known of it; the other language is for who reads on.
    own, other = (
        [text for text in page.texts if (text.language == language) is is_own]
        for is_own in (True, False)
    )
    written = [
        *_names(page, stops),
        *_summaries(own, cited),
        *_facts(page, cited, stops, width),
        *_movements(page, cited, stops),
        *_confidence(page),
        *_summaries(other, cited),
        *_aliases(page),
    ]
    sources = list(_sources(page, cited, stops))
    if everywhere:
        return list(with_hits([*written, *sources], highlighter, in_labels=True))
    return [*with_hits(written, highlighter), *sources]


def remark_blocks(remarks: Iterable[str]) -> list[Block]:
    """What is said above a record: quietly, as it is not of the record."""
    return [Block(_styled(printable(remark), MUTED)) for remark in remarks]


def with_hits(
    written: Iterable[Block], highlighter: Highlighter, *, in_labels: bool = False
) -> Iterator[Block]:
    """Blocks with what was looked for marked in them, numbered from 0."""
    numbers = count()

    def with_highlights(text: Content) -> Content:
        highlights = highlighter(text.plain)
        spans = [hit_span(next(numbers), *span) for span in highlights]
        return text.add_spans(list(chain(*spans))) if spans else text

    for block in written:
        label = with_highlights(block.label) if in_labels else block.label
        columns = tuple(Column(*map(with_highlights, column)) for column in block.columns)
        yield block._replace(body=with_highlights(block.body), label=label, columns=columns)


# --- names --------------------------------------------------------------------------------------


def _names(page: RecordPage, stops: Stops) -> Iterator[Block]:
    for name in dict.fromkeys(page.names):
        yield Block(_styled(name, NAME))
    described = (_in_digits(line, page) for line in page.lines(_DESCRIPTION))
    description = _styled(" · ".join(described), MUTED)
    if any(line.citations for line in page.lines(["type"])):
        description = stops.add(StatedType(page.key))(description)
    yield Block(description)


# --- facts --------------------------------------------------------------------------------------


def _facts(page: RecordPage, cited: Cited, stops: Stops, width: int) -> Iterator[Block]:
    gap = True
    for _, values in groupby(page.lines([FACTS]), key=lambda line: line.name):
        several = list(values)
        label = _styled(several[0].label, LABEL)
        if any(line.differing for line in several):
            label += _styled(f" {DIFFERENT}", DIFFERING)
            columns = tuple(_column(line, page, cited) for line in several)
            if stand_side_by_side(columns, width):
                label += _styled(f" {say('detail.differ')}", MUTED)
                columns = tuple(
                    Column(*map(_stop(line, stops), column))
                    for line, column in zip(several, columns, strict=True)
                )
                yield Block(Content(""), label, True, columns)
                gap = True
                continue
        for line in several:
            value = _value(line, page, cited, name_source=len(several) > 1)
            yield Block(_stop(line, stops)(value), label, gap)
            # Elsewhere values that differ stand under each other, below one label.
            label, gap = Content(" "), False


def _stop(line: Line, stops: Stops) -> Stop:
    """What makes texts of a fact such as it can be pointed at."""
    return stops.add(StatedFact(line.fact)) if line.fact else lambda text: text


def _column(line: Line, page: RecordPage, cited: Cited) -> Column:
    value, *about = _parts_in_digits(line, page)
    note = _styled(line.joint.join([*about, line.note] if line.note else about), MUTED)
    who = _plain(cited.sources(line.citations)) + cited.numbers(line.citations)
    return Column(
        _styled(value, "bold"), Content("\n").join(text for text in (note, who) if text.plain)
    )


def _value(line: Line, page: RecordPage, cited: Cited, *, name_source: bool) -> Content:
    text = _plain(_in_digits(line, page))
    if line.note:
        text += _styled(f" ({line.note})", MUTED)
    if name_source and line.citations:
        text += _styled(f" — {cited.sources(line.citations)}", MUTED)
    return text + cited.numbers(line.citations)


def _movements(page: RecordPage, cited: Cited, stops: Stops) -> Iterator[Block]:
    """Two lines a number of people: how many and who, then whence, where to, when, who says so."""
    for table in page.movements:
        yield Block(_styled(table.title, LABEL), gap=True)
        for line in table.lines:
            number = _styled(in_digits(line.number, page.language), "bold")
            number += _styled(f" {DIFFERENT}", DIFFERING) if line.differing else Content("")
            when = in_digits(line.when, page.language)
            told = [line.who, line.way(page.language), when, line.state]
            stated = [line.record.name.prefer(page.language)] if line.record else []
            says = " · ".join(filter(None, [line.note, *stated, page.sources(line.citations)]))
            text = (
                number
                + _plain(" · ".join(["", *filter(None, told)]))
                + _styled(f" — {says}" if says else "", MUTED)
                + cited.numbers(line.citations)
            )
            yield Block(stops.add(StatedFact(line.fact, line.record))(text))


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
    return line.joint.join(_parts_in_digits(line, page))


def _parts_in_digits(line: Line, page: RecordPage) -> tuple[str, ...]:
    if line.figures:
        return tuple(in_digits(part, page.language) for part in line.parts)
    return line.parts


# --- summaries ----------------------------------------------------------------------------------


def _summaries(texts: Iterable[Text], cited: Cited) -> Iterator[Block]:
    for text in texts:
        for paragraph in paragraphs(text.text):
            yield Block(_inline(paragraph, cited), gap=True)


def _inline(text: str, cited: Cited) -> Content:
    """Markdown within a paragraph, a citation being shown as its number."""
    written: list[Content] = []
    end = 0
    for match in _INLINE.finditer(text):
        written.append(_plain(text[end : match.start()]))
        kind = match.lastgroup or ""
        if kind == "citation":
            written.append(cited.in_text(match[kind], text, match.start()))
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


def _sources(page: RecordPage, cited: Cited, stops: Stops) -> Iterator[Block]:
    if page.references:
        heading = say("detail.sources", count=len(page.reporters))
        yield Block(_styled(in_digits(heading, page.language), LABEL), gap=True)
    for reference in page.references:
        stop = stops.add(CitedPlace(reference.citation))
        label = stop(cited.number(reference))
        text = in_reading_direction(_parts(reference, page.language), page.language)
        address = reference.source.url if reference.source else ""
        yield Block(stop(with_link(_plain(text), address)), label)


def described(reference: Reference, language: Language) -> str:
    """A citation in words: who, what, when and where in it; to be copied."""
    return word("comma", language).join(_parts(reference, language))


def _parts(reference: Reference, language: Language) -> list[str]:
    source = reference.source
    if source is None:
        return [reference.citation.reference]
    date = in_digits(source.date, language)
    parts = (source.publisher, source.title, date, reference.place, source.url)
    return [part for part in parts if part]


def in_reading_direction(parts: Iterable[str], language: Language) -> str:
    """Parts in either script as a line that reads as the interface does."""
    base = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    return isolated(parts, word("comma", language), base)


def with_link(text: Content, address: str) -> Content:
    """A text in which an address can be pressed, in terminals that know of links (OSC 8)."""
    link, start = web_address(address), text.plain.rfind(address) if address else -1
    if not link or start < 0:
        return text
    return text.stylize(Style(link=link), start, start + len(address))


def _styled(text: str, style: str) -> Content:
    return _plain(text).stylize(style) if text else Content("")


def _plain(text: str) -> Content:
    """A text as it is written, its control characters visible: Content would drop some of them."""
    return Content(visible_controls(text))
