"""The field of the search box, which gives what is typed after Enter to what Enter leads to."""

from __future__ import annotations

from typing import Final

from textual import events

from tui.bidi.field import BidiInput

_LONGEST: Final = 1.0
"""Seconds for which keys are kept back: by then Enter has led nowhere."""


class SearchField(BidiInput):
    """Keeps back the keys that follow Enter until somebody else has the focus.

    Textual hands every key that waits to the widget that has the focus now, and what Enter does
    comes after them.
    """

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

    def _on_blur(self, event: events.Blur) -> None:
        self._hand_on()

    def _hand_on(self) -> None:
        self._is_left = False
        kept_back, self._kept_back = self._kept_back, ()
        for key in kept_back:
            self.app.post_message(events.Key(key.key, key.character))
