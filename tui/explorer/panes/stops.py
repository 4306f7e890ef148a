"""What of a text can be pointed at: claims, and citations to press."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from textual.content import Content
from textual.style import Style

from store.files.page import MarkedPassage, RecordPage, Reference, Said, label_of, word
from store.model.records import Citation
from tui.explorer.drawing.listing import CITED
from tui.explorer.drawing.sheets.blocks import STOP
from tui.messages.digits import in_digits

CITATION: Final = ".detail--citation"
"""Component class; what it looks like is in app.tcss."""


Stop = Callable[[Content], Content]
"""Makes of a text one that can be pointed at."""


class Stops:
    """Numbers what can be pointed at as it is written."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        """By number."""

    def add(self, said: Said) -> Stop:
        """Number another one; what comes of it puts the number on texts."""
        self.said.append(said)
        style = Style.from_meta({STOP: len(self.said) - 1})
        return lambda text: text.stylize(style) if text.plain else text


class Cited:
    """The citations of a page, as they are written beside what they stand for."""

    def __init__(self, page: RecordPage, stops: Stops) -> None:
        self._language = page.language
        self._stops = stops
        self._by_citation = {reference.citation: reference for reference in page.references}
        self._by_label = {reference.citation.label: reference for reference in page.references}

    def numbers(self, citations: Iterable[Citation]) -> Content:
        """Write the numbers of citations, behind what is cited."""
        found = (self._by_citation.get(citation) for citation in citations)
        cited = [self.number(reference) for reference in found if reference]
        return Content(" ").join([Content(""), Content("").join(cited)]) if cited else Content("")

    def number(self, reference: Reference) -> Content:
        """Write the number of one, to be pressed."""
        written = in_digits(f"[{reference.number}]", self._language)
        return Content(written).stylize(CITATION).stylize(_pressed(reference.number))

    def in_text(self, label: str, paragraph: str, start: int) -> Content:
        """Write a citation where it stands in a summary, by its label where it has no number."""
        reference = self._by_label.get(label_of(label))
        if reference is None:
            return Content(f"[{label}]").stylize(CITATION)
        return self._stops.add(MarkedPassage(paragraph, start))(self.number(reference))

    def sources(self, citations: Iterable[Citation]) -> str:
        """Name each source once, in a word or two."""
        found = (self._by_citation.get(citation) for citation in citations)
        names = (each.source.name for each in found if each and each.source)
        return word("comma", self._language).join(dict.fromkeys(names))


def _pressed(number: int) -> Style:
    return Style.from_meta({CITED: number})
