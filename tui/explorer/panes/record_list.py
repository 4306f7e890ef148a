"""The list: the answer to a question, whose record under the cursor the other panes show."""

from __future__ import annotations

from typing import ClassVar

from tui.bidi import visual
from tui.explorer.drawing.listing import Quoted
from tui.explorer.panes.pane import Browsed, Openings, Pane
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say


class RecordList(CursorList, Pane):
    """Follows no record: others follow it."""

    pane_id: ClassVar[str] = "list"
    place: ClassVar[int] = 10
    weight: ClassVar[int] = 6
    least_width: ClassVar[int] = 30
    parts: ClassVar[tuple[str, ...]] = ("kind", "star", "name", "date")

    def title(self, browsed: Browsed) -> str:
        """It holds records or sources, but those that are damaged beyond being listed."""
        if count := browsed.damaged_count:
            if browsed.lists_sources:
                return say("list.damaged-sources", count=count)
            return say("list.damaged", count=count)
        return say("tabs.source") if browsed.lists_sources else say("list.title")

    @property
    def quoted(self) -> Quoted | None:
        """The sentence under the cursor, None where that stands on a record or a source."""
        if not self.listing.entry_count:
            return None
        line = self.listing.line(self.current_line)
        return line if isinstance(line, Quoted) else None

    def opening(self) -> str:
        """It leads to the text."""
        return say("enter.read")

    def open(self, explorer: Openings) -> None:
        """Read the record under the cursor, or the text of a source at the sentence there."""
        if quoted := self.quoted:
            explorer.read_text(quoted.citation)
        else:
            explorer.read_selected()

    def describe_cursor(self) -> None:
        """Say in the border at which entry, and of how many, the cursor stands."""
        count = self.listing.entry_count
        place = say("list.place", place=self.cursor + 1, total=count) if count else ""
        if chosen := len(self.range):
            place = say("list.range", count=chosen)
        self.entitle_below(visual(place))
