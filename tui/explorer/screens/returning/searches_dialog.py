"""The earlier searches, to ask one of them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.explorer.drawing.listing import Choice, Entry, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.explorer.screens.explorer import Explorer


class EarlierSearches(Chooser):
    """Lists them, the latest first."""

    def __init__(self, searches: Sequence[str]) -> None:
        """List searches, the oldest of which come first."""
        super().__init__(say("searches.title"), say("searches.placeholder"))
        self._searches = searches

    def lines(self, query: str) -> list[Line]:
        """The searches that hold the words of the query."""
        return [Choice(each, each) for each in reversed(self._searches) if matches(query, each)]


def choose_search(explorer: Explorer) -> None:
    """Ask for an earlier search, and make it again."""

    def ask(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice):
            with explorer.telling():
                explorer.put_query(chosen.id)

    explorer.app.push_screen(EarlierSearches(explorer.searches.all), ask)
