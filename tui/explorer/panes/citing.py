"""Who cites a source, kind by kind, and below each record for what, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterator

from store.files.page import CitingRecord
from store.model.vocabulary import Language
from tui.bidi import Direction
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Line, Remark
from tui.explorer.drawing.painting import INDENT
from tui.explorer.drawing.wrapping import wrapped
from tui.explorer.panes.record_text import Highlighter, no_highlights
from tui.explorer.panes.relations import marked_words
from tui.explorer.panes.source_text import SourceShown
from tui.messages import say
from tui.messages.digits import in_digits


def citing_listing(
    shown: SourceShown,
    language: Language,
    width: int,
    highlighter: Highlighter = no_highlights,
    *,
    places: bool = True,
) -> FixedListing:
    """The records that cite a source.

    Args:
        shown: the source.
        language: of the interface.
        width: cells of a line, in which what it is cited for is wrapped.
        highlighter: finds what to mark.
        places: whether to say where in the source each claim has its place.
    """
    lines: list[Line] = []
    told = 0
    for group in shown.groups(language):
        lines.append(Heading(group.kind))
        for record in group.records:
            lines += _lines(record, language, width, highlighter, places=places)
            told += 1
    if (more := shown.citing - told) > 0:
        lines.append(Remark(say("citing.more", count=more)))
    return FixedListing(lines)


def citing_hits(shown: SourceShown, language: Language, highlighter: Highlighter) -> list[int]:
    """For each hit in what is said of who cites a source, in order, the number of its entry."""
    records = (record for group in shown.groups(language) for record in group.records)
    return [
        entry
        for entry, record in enumerate(records)
        for text in (record.record.name.prefer(language), *_said(record, language))
        for _ in highlighter(text)
    ]


def _said(citing: CitingRecord, language: Language, *, places: bool = True) -> Iterator[str]:
    """Each claim, with its place if that is wanted, on one line."""
    for use in citing.uses:
        said = in_digits(use.said, language) if use.figures else use.said
        place = in_digits(f"[{use.place}]", language) if places and use.place else ""
        yield " ".join(f"{said} {place}".split())


def _lines(
    citing: CitingRecord,
    language: Language,
    width: int,
    highlighter: Highlighter,
    *,
    places: bool,
) -> Iterator[Line]:
    name = citing.record.name.prefer(language)
    yield Entry(citing.record, citing.record.date, highlighter(name))
    base = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    for said in _said(citing, language, places=places):
        yield from wrapped(marked_words(said, highlighter), max(1, width - INDENT), base)
