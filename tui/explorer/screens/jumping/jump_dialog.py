"""A letter on each pane and row on screen; what is typed goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widgets import Static

from store.text.keyboard_layouts import ARABIC_101
from store.tuples import NamedTuple
from tui.explorer.panes.pane import Pane
from tui.explorer.screens.dialog import Dialog
from tui.explorer.screens.jumping.letters import letters_for
from tui.messages import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.explorer.screens.explorer import Explorer

_LATIN = {typed: key for key, typed in ARABIC_101.items()}


class JumpPlace(NamedTuple):
    """Where one may jump."""

    at: Offset
    """On the screen."""
    pane: Pane
    entry: int | None = None
    """In the pane; None for the pane as it is."""


class Jump(Dialog[JumpPlace | None]):
    """Lies over the explorer, whose text stays to be read; any key that is no letter closes it."""

    def __init__(self, places: list[JumpPlace]) -> None:
        """Offer places.

        Args:
            places: those that get the shortest letters first.
        """
        super().__init__(id="jump")
        self._places = dict(zip(letters_for(len(places)), places, strict=True))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The letters, each where it leads."""
        for letters, place in self._places.items():
            label = Static(letters, classes="jump-letters", markup=False)
            further = len(letters) - 1 if spoken() == "ar" else 0  # into the line
            label.styles.offset = (place.at.x - further, place.at.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go where the letters lead, once they say it."""
        event.stop()
        letter = event.character or ""
        self._typed += _LATIN.get(letter, letter)
        beginning = [letters for letters in self._places if letters.startswith(self._typed)]
        if not self._typed or not beginning:
            self.dismiss(None)
        elif beginning == [self._typed]:
            self.dismiss(self._places[self._typed])
        else:
            for label in self.query(Static):
                label.display = str(label.content).startswith(self._typed)


def places_of(explorer: Explorer) -> list[JumpPlace]:
    """The panes on screen, then the rows in sight, those of the present pane first."""
    shown = [pane for pane in explorer.panes if pane.display]
    by_pane = sorted(shown, key=lambda pane: pane is not explorer.pane)
    panes = [JumpPlace(_corner(pane), pane) for pane in shown]
    return panes + [place for pane in by_pane for place in _rows(pane)]


def _corner(pane: Pane) -> Offset:
    """The one at which its title begins."""
    return Offset(pane.region.right - 1 if spoken() == "ar" else pane.region.x, pane.region.y)


def _rows(pane: Pane) -> Iterator[JumpPlace]:
    region = pane.scrollable_content_region
    origin = pane.region.offset + pane.gutter.top_left
    for at, entry in pane.entries_in_sight(region.width):
        yield JumpPlace(origin + at, pane, entry)


def jump(explorer: Explorer) -> None:
    """Ask where to go, and go there."""

    def go(place: JumpPlace | None) -> None:
        if place is None or not place.pane.display:
            return
        with explorer.telling():
            explorer.enter_pane(place.pane)
            if place.entry is not None:
                place.pane.move(place.entry - place.pane.cursor)

    explorer.app.push_screen(Jump(places_of(explorer)), go)
