"""The places where the user was, to go to one of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.widgets import Input

from store.model.vocabulary import KIND_PLURALS, SOURCES
from tui.explorer.browsing.history import Place
from tui.explorer.drawing.listing import Choice, Entry, Line, Listed
from tui.explorer.panes.overview import OVERVIEW
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken
from tui.overview.letters import KIND_LETTERS

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Places(Chooser):
    """Lists them, the latest first; the one where the user is says so."""

    def __init__(self, places: Sequence[Place], now: int, rows: Mapping[str, Listed]) -> None:
        """List places.

        Args:
            places: the oldest first.
            now: the number of the one where the user is.
            rows: what lists show of their records and sources, by address.
        """
        super().__init__(say("places.title"), say("places.placeholder"))
        self._places = places
        self._now = now
        self._rows = rows

    def refresh_lines(self) -> None:
        """Begin at the place before this one."""
        super().refresh_lines()
        if not self.query_one(Input).value:
            self.query_one(CursorList).put_cursor(len(self._places) - self._now)

    def lines(self, query: str) -> list[Line]:
        """The places whose record or question holds the words of the query."""
        choices = [self._choice(number) for number in reversed(range(len(self._places)))]
        return [each for each in choices if matches(query, each.label, each.aside)]

    def _choice(self, number: int) -> Choice:
        place = self._places[number]
        here = say("places.here") if number == self._now else ""
        aside = " · ".join(filter(None, [here, *_question_in_words(place)]))
        return Choice(str(number), self._called(place), aside, place)

    def _called(self, place: Place) -> str:
        if place.pane == OVERVIEW:
            return say("overview.title")
        if row := self._rows.get(place.key):
            return f"{KIND_LETTERS[row.kind]} {row.name.prefer(spoken())}"
        return place.key or say("list.title")


def _question_in_words(place: Place) -> list[str]:
    question = place.question
    if question.kind == "source":
        return [SOURCES.in_(spoken()), question.query]
    kind = KIND_PLURALS[question.kind].in_(spoken()) if question.kind else ""
    return [kind, question.query]


def choose_place(explorer: Explorer) -> None:
    """Ask for a place, and go there.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    history = explorer.browser.history
    history.stand(explorer.place)
    rows = explorer.browser.rows(history.keys)

    def go(chosen: Choice | Entry | None) -> None:
        if isinstance(chosen, Choice) and chosen.value in history.places:
            # Meanwhile some may have gone with their records.
            behind = history.places[int(chosen.id) :: -1]
            number = len(behind) - 1 - behind.index(chosen.value) if chosen.value in behind else 0
            with explorer.telling():
                explorer.go_to_place(number)

    explorer.app.push_screen(Places(history.places, history.now, rows), go)
