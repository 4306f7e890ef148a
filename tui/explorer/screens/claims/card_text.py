"""A claim as blocks: what is said, who says it and where that opens, what differs from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from textual.content import Content
from textual.style import Style

from store.files.page import Aside, Reference
from store.model.records import Citation
from store.text.printable import visible_controls
from store.texts.held import Around
from tui.explorer.browsing.claim import ClaimShown
from tui.explorer.drawing.cells import fitted, width_of
from tui.explorer.drawing.listing import CITED
from tui.explorer.drawing.sheets.blocks import STOP, Block
from tui.explorer.panes.record_text import (
    DIFFERENT,
    DIFFERING,
    LABEL,
    MUTED,
    NAME,
    in_reading_direction,
)
from tui.explorer.panes.stops import CITATION
from tui.messages import say
from tui.messages.digits import in_digits
from tui.terminal.web_browser import web_address

_CITED_SENTENCE: Final = ".detail--hit"
_MOST_OF_NEIGHBOUR: Final = 160
"""Characters that are shown of a sentence beside the cited one."""
_LABEL_GAP: Final = 2
"""Cells between the number of a source and the source."""


def card_blocks(shown: ClaimShown, width: int) -> list[Block]:
    """Write a claim out; its sources are the stops, by their places among its references.

    Args:
        shown: the claim.
        width: cells of a line.
    """
    return [*_said(shown), *_sources(shown, width), *_asides(shown)]


def _said(shown: ClaimShown) -> Iterator[Block]:
    claim = shown.claim
    words = f"{claim.label}: {claim.value}" if claim.value else claim.label
    said = _written(words, shown, figures=claim.figures)
    yield Block(_styled(f"{claim.record} — ", NAME) + said)
    details = [_written(each, shown, figures=True) for each in claim.details]
    details += [_styled(each, DIFFERING) for each in claim.signs]
    if details:
        yield Block(Content(" · ").join(details))
    if claim.note:
        yield Block(_styled(claim.note, MUTED))


def _sources(shown: ClaimShown, width: int) -> Iterator[Block]:
    if not shown.references:
        yield Block(_styled(say("claim.no-source"), MUTED), gap=True)
    widest = max((len(str(each.number)) for each in shown.references), default=0) + len("[]")
    for place, reference in enumerate(shown.references):
        room = width - widest - _LABEL_GAP
        stop = Style.from_meta({STOP: place})
        number = _number(reference.number, shown)
        body = [_plain(_described(reference, shown))]
        if reading := shown.reading(reference):
            body.append(_styled(reading, MUTED))
        opens = _styled(_opens(reference, shown, room), MUTED)
        address = web_address(shown.address(reference))
        body.append(opens.stylize(Style(link=address)) if address else opens)
        if around := shown.sentences.get(reference.citation):
            body += sentence_around(around)
        yield Block(Content("\n").join(body).stylize(stop), number.stylize(stop), gap=not place)


def sentence_around(around: Around) -> Iterator[Content]:
    """A cited sentence as it stands in its text, its neighbours dim before and behind it."""
    if around.held.is_another:
        yield _styled(say("text.another"), DIFFERING)
    if around.before:
        text = around.before.line
        yield _styled(f"…{text[-_MOST_OF_NEIGHBOUR:]}" if _is_long(text) else text, MUTED)
    yield _styled(around.sentence.line, _CITED_SENTENCE)
    if around.after:
        text = around.after.line
        yield _styled(f"{text[:_MOST_OF_NEIGHBOUR]}…" if _is_long(text) else text, MUTED)


def _is_long(text: str) -> bool:
    return len(text) > _MOST_OF_NEIGHBOUR


def _described(reference: Reference, shown: ClaimShown) -> str:
    source = reference.source
    if source is None:
        return reference.citation.reference
    date = in_digits(source.date, shown.language)
    parts = [source.publisher, source.title, date, reference.place]
    return in_reading_direction(filter(None, parts), shown.language)


def _opens(reference: Reference, shown: ClaimShown, width: int) -> str:
    """Where a source opens, on one line: the source itself has its address whole."""
    address = shown.address(reference)
    if not address:
        return say("claim.no-address")
    room = width - width_of(say("claim.opens", address=""))
    return say("claim.opens", address=fitted(address, max(room, 1)))


def _asides(shown: ClaimShown) -> Iterator[Block]:
    above = ""
    for aside in shown.claim.asides:
        if aside.label != above:
            sign = _styled(f" {DIFFERENT}", DIFFERING) if aside.citations else Content("")
            yield Block(_styled(aside.label, LABEL) + sign, gap=True)
        above = aside.label
        yield Block(_aside(aside, shown))


def _aside(aside: Aside, shown: ClaimShown) -> Content:
    names = shown.names(aside.citations)
    text = _written(aside.text, shown, figures=aside.figures)
    return text + _styled(f" — {names}" if names else "", MUTED) + _numbers(aside.citations, shown)


def _numbers(citations: Iterable[Citation], shown: ClaimShown) -> Content:
    """The numbers of those that the page cites, to be pressed."""
    found = [_number(shown.numbers[each], shown) for each in citations if each in shown.numbers]
    return Content(" ") + Content("").join(found) if found else Content("")


def _number(number: int, shown: ClaimShown) -> Content:
    written = _styled(in_digits(f"[{number}]", shown.language), CITATION)
    return written.stylize(Style.from_meta({CITED: number}))


def _written(text: str, shown: ClaimShown, *, figures: bool) -> Content:
    return _plain(in_digits(text, shown.language) if figures else text)


def _styled(text: str, style: str) -> Content:
    return _plain(text).stylize(style) if text else Content("")


def _plain(text: str) -> Content:
    return Content(visible_controls(text))
