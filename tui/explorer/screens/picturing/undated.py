"""What has no date, and so no place on a timeline: listed, to open one of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.model.records import Row
from tui.explorer.drawing.listing import Choice, Entry, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.picturing.picture_screen import PictureScreen


class Undated(Chooser):
    """Lists records."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """List what has no date."""
        title = say("timeline.undated", count=len(rows))
        super().__init__(title, say("timeline.undated-placeholder"))
        self._rows = rows

    def lines(self, query: str) -> list[Line]:
        """Those whose names hold the words of the query."""
        return [Entry(row) for row in self._rows if matches(query, *row.name)]


def choose_undated(screen: PictureScreen, rows: Sequence[Row]) -> None:
    """Ask for a record without a date; the picture is left for it."""

    def go(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Entry):
            screen.dismiss(chosen.row.key)

    screen.app.push_screen(Undated(rows), go)
