"""A bare Textual app that scrolls plain text over the screen, by the keys that pan pictures."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ScrollableContainer
from textual.widgets import Static

from benchmarks.peers.three_panes import text_of

_PAGES: Final = 6
_ABREAST: Final = 6
"""Columns of text, so that lines are longer than the screen is wide."""
_ACROSS, _DOWN = 14, 4
"""Cells of a step: an eighth of the screen, as in a map."""


class ScrolledText(App[None]):
    """Shows a part of much text, another one after each key."""

    CSS = "Static { width: auto; } ScrollableContainer { scrollbar-size: 0 0; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page(1)"),
        Binding("ctrl+u", "page(-1)"),
        Binding("shift+left", "step(-1,0)"),
        Binding("shift+right", "step(1,0)"),
        Binding("shift+up", "step(0,-1)"),
        Binding("shift+down", "step(0,1)"),
    ]

    def compose(self) -> ComposeResult:
        """The text alone."""
        with ScrollableContainer():
            yield Static("ready\n" + "\n".join(_lines()), markup=False)

    def action_page(self, pages: int) -> None:
        """Scroll by nearly a screen."""
        self._scroll(0, pages * (self.size.height * 9 // 10))

    def action_step(self, across: int, down: int) -> None:
        """Scroll by a step."""
        self._scroll(across * _ACROSS, down * _DOWN)

    def _scroll(self, across: int, down: int) -> None:
        area = self.query_one(ScrollableContainer)
        area.scroll_relative(x=across, y=down, animate=False)


def _lines() -> list[str]:
    """Lines of words, no two of them alike."""
    found: list[str] = []
    for page in range(_PAGES):
        columns = [text_of(column, page).split("\n") for column in range(_ABREAST)]
        found += ["   ".join(row) for row in zip(*columns, strict=True)]
    return found


if __name__ == "__main__":
    ScrolledText().run()
