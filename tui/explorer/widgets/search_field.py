"""The field of the search box: earlier searches, and where keys go that are typed after Enter."""

from __future__ import annotations

from typing import Final

from textual import events

from tui.bidi.field import BidiInput
from tui.explorer.widgets.walk import Walk
from tui.searches import Searches

_LONGEST: Final = 1.0
"""Seconds for which keys are kept back: by then Enter has led nowhere."""


class SearchField(BidiInput):
    """Walks through earlier searches, and keeps back the keys that follow Enter.

    Up brings earlier searches into a field that is empty or wholly selected, so that typing would
    replace what is there anyway; down leads back. Else both are left to the list.

    Textual hands every key that waits to the widget that has the focus now, and what Enter does
    comes after them: they wait until somebody else has the focus.
    """

    searches: Searches | None = None
    """The earlier ones."""
    _walk: Walk | None = None
    _moves_list: bool = False
    """Down moved the list since the field was entered or changed: up moves it back."""
    _is_left: bool = False
    """Enter was pressed, and what it leads to has not the focus yet."""
    _kept_back: tuple[events.Key, ...] = ()

    # Textual calls the handlers of the classes above as well, each in turn.

    async def _on_key(self, event: events.Key) -> None:
        if self._is_left:
            event.prevent_default()
            event.stop()
            self._kept_back += (event,)
        elif event.key == "enter":
            self._is_left = True
            self.set_timer(_LONGEST, self._hand_on)
        elif event.key in ("up", "down"):
            self._step_among_searches(event)
        else:
            self._moves_list = False

    def _on_blur(self, event: events.Blur) -> None:
        self._walk, self._moves_list = None, False
        self._hand_on()

    def _step_among_searches(self, event: events.Key) -> None:
        """Walk, or leave the key to the list."""
        if self._walk and self._walk.here != self.value:
            self._walk = None  # something else was typed
        if event.key == "up" and self._walk is None and self.searches and self.would_recall:
            self._walk = Walk(self.searches.all, self.value)
        found = self._walk.step(event.key) if self._walk else None
        if found is None:
            self._moves_list = self._moves_list or event.key == "down"
            return
        event.prevent_default()
        event.stop()
        self.value = found
        self.cursor_position = len(found)

    @property
    def moves_list(self) -> bool:
        """The keys that were pressed last in it moved the list."""
        return self._moves_list

    @property
    def would_recall(self) -> bool:
        """Whether up leads to an earlier search now."""
        if not (self.searches and self.searches.all):
            return False
        is_free = tuple(sorted(self.selection)) == (0, len(self.value))
        return (is_free or self._walk is not None) and not self._moves_list

    def _hand_on(self) -> None:
        self._is_left = False
        kept_back, self._kept_back = self._kept_back, ()
        for key in kept_back:
            self.app.post_message(events.Key(key.key, key.character))
