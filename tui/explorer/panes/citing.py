"""Who cites a source, kind by kind, and below each record for what, as lines of a list."""

from __future__ import annotations

from collections.abc import Iterator

from store.files.page import CitingRecord
from store.model.vocabulary import Language
from tui.bidi import Direction
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Line, Remark
from tui.explorer.drawing.painting import INDENT
from tui.explorer.drawing.wrapping import words_of, wrapped
from tui.explorer.panes.source_text import SourceShown
from tui.messages import say
from tui.messages.digits import in_digits


def citing_listing(shown: SourceShown, language: Language, width: int) -> FixedListing:
    """The records that cite a source.

    Args:
        shown: the source.
        language: of the interface.
        width: cells of a line, in which what it is cited for is wrapped.
    """
    lines: list[Line] = []
    told = 0
    for group in shown.groups(language):
        lines.append(Heading(group.kind))
        for record in group.records:
            lines += _lines(record, language, width)
            told += 1
    if (more := shown.citing - told) > 0:
        lines.append(Remark(say("citing.more", count=more)))
    return FixedListing(lines)


def _lines(citing: CitingRecord, language: Language, width: int) -> Iterator[Line]:
    yield Entry(citing.record, citing.record.date)
    base = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    for use in citing.uses:
        said = in_digits(use.said, language) if use.figures else use.said
        place = in_digits(f"[{use.place}]", language) if use.place else ""
        words = [*words_of(said), *words_of(place)]
        yield from wrapped(words, max(1, width - INDENT), base)
