"""The sources of a record: who, what, when, where; one that is chosen goes to the clipboard."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from store.model import dates
from store.model.records import Citation
from tui.explorer.drawing.listing import Choice, Entry, Line, Remark
from tui.explorer.panes.record_text import Shown, described_source
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
        for key, citations in _by_source(self._shown).items():
            lines = _source_lines(key, citations, self._shown)
            texts = [f"{line.label} {line.aside}" for line in lines if isinstance(line, Choice)]
            if matches(query, *texts, *(line.text for line in lines if isinstance(line, Remark))):
                found += lines
        return found


def _by_source(shown: Shown) -> dict[str, list[Citation]]:
    cited = sorted(shown.numbers, key=lambda citation: citation.source)
    return {key: list(some) for key, some in groupby(cited, key=lambda cited: cited.source)}


def _source_lines(key: str, citations: list[Citation], shown: Shown) -> list[Choice | Remark]:
    source = shown.sources.get(key)
    if source is None:
        return [Choice(key, citations[0].reference)]
    comma = "، " if spoken() == "ar" else ", "
    label = comma.join(part for part in (source.publisher, source.title.prefer(spoken())) if part)
    date = in_digits(dates.for_reader(source.date, spoken()), spoken()) if source.date else ""
    place = "detail.sentence" if key == "article" else "detail.locator"
    places = comma.join(dict.fromkeys(cited.locator for cited in citations if cited.locator))
    remarks = [say(place, locator=places) if places else "", source.url]
    return [Choice(key, label, date), *(Remark(remark) for remark in remarks if remark)]


def open_sources(explorer: Explorer, shown: Shown) -> None:
    """Show the sources of a record, and copy the one that is chosen."""

    def copy(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            source = shown.sources.get(chosen.id)
            texts = [
                described_source(cited, source, spoken()) for cited in _by_source(shown)[chosen.id]
            ]
            explorer.copy("\n".join(texts), say("copy.source"))

    explorer.app.push_screen(Sources(shown), copy)
