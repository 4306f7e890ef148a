"""The sources of a record: who, what, when, where; one that is chosen goes to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.files.page import Reference, by_source, place_in, word
from tui.explorer.drawing.listing import Choice, Entry, Line, Remark
from tui.explorer.panes.record_text import Shown, described
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken
from tui.messages.digits import in_digits

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Sources(Chooser):
    """Lists each source once, with every place in it that the record cites."""

    def __init__(self, shown: Shown, at: str = "") -> None:
        """List the sources of a record.

        Args:
            shown: the record.
            at: key of the source for the cursor.
        """
        super().__init__(say("sources.title"), say("sources.placeholder"))
        self._shown = shown
        self._at = at

    def refresh_lines(self) -> None:
        """Show what the field asks for, at first with the cursor on the source that was meant."""
        super().refresh_lines()
        if self._at:
            self.query_one(CursorList).put_cursor_on(self._at)
            self._at = ""

    def lines(self, query: str) -> list[Line]:
        """The sources whose words hold the query."""
        found: list[Line] = []
        for key, references in sorted(by_source(self._shown.page(spoken()).references).items()):
            lines = _source_lines(key, references, self._shown)
            texts = [f"{line.label} {line.aside}" for line in lines if isinstance(line, Choice)]
            if matches(query, *texts, *(line.text for line in lines if isinstance(line, Remark))):
                found += lines
        return found


def _source_lines(key: str, references: list[Reference], shown: Shown) -> list[Choice | Remark]:
    cited = references[0].source
    if cited is None:
        return [Choice(key, references[0].citation.reference)]
    language = spoken()
    label = word("comma", language).join(part for part in (cited.publisher, cited.title) if part)
    locators = [reference.citation.locator for reference in references]
    remarks = (place_in(shown.sources[key], locators, language), cited.url)
    date = in_digits(cited.date, language)
    return [Choice(key, label, date), *(Remark(remark) for remark in remarks if remark)]


def open_sources(explorer: Explorer, shown: Shown, at: str = "") -> None:
    """Show the sources of a record, one of them under the cursor, and copy the one chosen."""

    def copy(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            references = by_source(shown.page(spoken()).references)[chosen.id]
            texts = [described(reference, spoken()) for reference in references]
            explorer.copy("\n".join(texts), say("copy.source"))

    explorer.app.push_screen(Sources(shown, at), copy)
