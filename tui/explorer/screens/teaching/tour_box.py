"""The box in which the tour speaks: above the footer, on its own lines, so it hides nothing."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Static

from tui.bidi import visual
from tui.explorer.drawing.cells import AROUND_TITLE, fitted
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain


class TourBox(Static):
    """What is to be done now, in its frame which step that is and how the tour is left."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._title, self._words, self._keys = "", "", ""

    def show(self, title: str, words: str, keys: str) -> None:
        """Show a step.

        Args:
            title: which one it is, in logical order.
            words: what is to be done.
            keys: how to go on without doing it, and how to end.
        """
        self._title, self._words, self._keys = title, words, keys
        if is_plain():  # without a frame all is said line after line
            self.update(Content("\n".join((f"{title}: {words}", keys))))
            return
        self.styles.border_title_align = "right" if is_mirrored() else "left"
        self.styles.border_subtitle_align = "left" if is_mirrored() else "right"
        self.update(Content(words))
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Cut what stands in the frame for the new width."""
        self._fit()

    def _fit(self) -> None:
        if is_plain():
            return
        room = max(self.outer_size.width - AROUND_TITLE, 0) if self.size.width else len(self._keys)
        self.border_title = visual(fitted(self._title, room))
        self.border_subtitle = visual(fitted(self._keys, room))
