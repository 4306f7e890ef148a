"""A source in words: titles, what it is, where it opens and how it was read, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from textual.content import Content

from store.files.page import CitingGroup, Line, SourcePage, citing_groups, source_page
from store.model.passages import paragraphs
from store.model.records import CitedFor, Row, Source
from store.model.vocabulary import Language
from store.text.printable import visible_controls
from store.tuples import NamedTuple
from tui.explorer.drawing.sheets.blocks import Block
from tui.explorer.panes.record_text import (
    LABEL,
    MUTED,
    NAME,
    Highlighter,
    in_reading_direction,
    with_hits,
    with_link,
)
from tui.messages import say
from tui.messages.digits import in_digits

_LINES: Final = ("publisher", "relays", "date", "language", "address", "read", "sentences", "hash")
"""The lines of a source that are shown, in this order."""
_FIGURES: Final = ("date", "sentences")


class SourceShown(NamedTuple):
    """A source with who cites it."""

    source: Source
    citing: int
    """How many records cite it; of very many not all are among `cited`."""
    cited: tuple[CitedFor, ...]
    places: Mapping[str, Row]
    """What lists show of the zones that the facts of these records name, by key."""

    def page(self, language: Language) -> SourcePage:
        """The source as a reader of `language` sees it."""
        return source_page(self.source, language)

    def groups(self, language: Language) -> tuple[CitingGroup, ...]:
        """The records that cite it, kind by kind, each with what for."""
        return citing_groups(self.cited, self.source, language, self.places)


def source_blocks(
    shown: SourceShown, language: Language, highlighter: Highlighter, *, everywhere: bool = False
) -> list[Block]:
    """The source written out, with hits marked.

    Args:
        shown: the source.
        language: of the interface.
        highlighter: finds the hits, which are then numbered from 0 in reading order.
        everywhere: labels have hits too.
    """
    page = shown.page(language)
    written = [*_names(page), *_fields(page), *_notes(page)]
    return list(with_hits(written, highlighter, in_labels=everywhere))


def _names(page: SourcePage) -> Iterator[Block]:
    for name in dict.fromkeys(page.names):
        yield Block(_styled(name, NAME))
    yield Block(_styled(" · ".join(part for part in (page.type, page.kind) if part), MUTED))


def _fields(page: SourcePage) -> Iterator[Block]:
    gap = True
    for line in page.lines(_LINES):
        yield Block(_value(line, page.language), _styled(line.short_label, LABEL), gap)
        gap = False
    if not any(page.lines(["address"])):
        yield Block(_styled(say("source.no-address"), MUTED), gap=True)


def _value(line: Line, language: Language) -> Content:
    """What a line says; it begins where lines of the interface do, also where it is foreign."""
    said = in_digits(line.value, language) if line.name in _FIGURES else line.value
    text = Content(visible_controls(in_reading_direction([said], language)))
    return with_link(text, said) if line.name == "address" else text


def _notes(page: SourcePage) -> Iterator[Block]:
    for text in page.texts:
        for paragraph in paragraphs(text.text):
            yield Block(Content(visible_controls(paragraph)), gap=True)


def _styled(text: str, style: str) -> Content:
    return Content(visible_controls(text)).stylize(style) if text else Content("")
