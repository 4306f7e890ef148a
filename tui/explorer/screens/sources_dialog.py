"""The sources of a record by their numbers: who, what, when, where; the one chosen is gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.files.page import Reference, by_source, place_in
from tui.explorer.drawing.listing import Choice, Entry, Line, Remark
from tui.explorer.panes.record_text import Shown, in_reading_direction
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say, spoken
from tui.messages.digits import in_digits

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Sources(Chooser):
    """Lists each source once, with every place in it that the record cites."""

    def __init__(self, shown: Shown) -> None:
        """List the sources of a record."""
        super().__init__(say("sources.title"), say("sources.placeholder"))
        self._shown = shown

    def lines(self, query: str) -> list[Line]:
        """The sources whose words hold the query."""
        found: list[Line] = []
        for key, references in by_source(self._shown.page(spoken()).references).items():
            lines = _source_lines(key, references, self._shown)
            texts = [f"{line.label} {line.aside}" for line in lines if isinstance(line, Choice)]
            if matches(query, *texts, *(line.text for line in lines if isinstance(line, Remark))):
                found += lines
        return found


def _source_lines(key: str, references: list[Reference], shown: Shown) -> list[Choice | Remark]:
    language = spoken()
    cited = references[0].source
    numbers = "".join(f"[{reference.number}]" for reference in references)
    numbers = in_digits(numbers, language)
    if cited is None:
        return [Choice(key, f"{numbers} {references[0].citation.reference}")]
    named = in_reading_direction(filter(None, (cited.publisher, cited.title)), language)
    locators = [reference.citation.locator for reference in references]
    remarks = (place_in(shown.sources[key], locators, language), cited.url)
    date = in_digits(cited.date, language)
    return [
        Choice(key, f"{numbers} {named}", date),
        *(Remark(remark) for remark in remarks if remark),
    ]


def open_sources(explorer: Explorer, shown: Shown) -> None:
    """Show the sources of a record, and go to the one chosen."""

    def follow(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            with explorer.telling():
                explorer.open_source(chosen.id)

    explorer.app.push_screen(Sources(shown), follow)
