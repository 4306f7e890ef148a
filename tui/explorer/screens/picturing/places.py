"""The places of a map, listed to go to one of them, whether or not it has coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store.model.records import Row
from tui.explorer.drawing.listing import Choice, Entry, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.picturing.picture_screen import PictureScreen


class Places(Chooser):
    """Lists zones."""

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        """List some zones."""
        super().__init__(title, say("map.find-placeholder"))
        self._rows = rows

    def lines(self, query: str) -> list[Line]:
        """Those whose names hold the words of the query."""
        return [Entry(row) for row in self._rows if matches(query, *row.name)]


def ask_for_place(
    screen: PictureScreen, title: str, rows: Sequence[Row], go_to: Callable[[str], None]
) -> None:
    """Ask for one of some zones, if there is any, and go to it."""

    def go(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Entry):
            go_to(chosen.row.key)

    if rows:
        screen.app.push_screen(Places(title, rows), go)
