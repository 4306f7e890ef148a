"""A bare Textual app whose every key draws the same three panes of plain text anew."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

_WORDS: Final = (
    "truce ceasefire agreement party signed mediated evacuated besieged zone district councils "
    "guarantor ceded convoy wounded fighters civilians governorate talks violated renewed lapsed"
).split()
_PANES: Final = ("list", "detail", "relations")
_LINES: Final = 60


def text_of(pane: int, number: int) -> str:
    """Some lines of words: others in each pane, and with each number."""
    rows = []
    for y in range(_LINES):
        first = number * 7 + pane * 3 + y * 5
        words = [_WORDS[(first + step * (y % 3 + 1)) % len(_WORDS)] for step in range(4)]
        rows.append(f"{first % 1000} " + " ".join(words))
    return "\n".join(rows)


class ThreePanes(App[None]):
    """Shows three panes of lines side by side, others after each key."""

    CSS = """
    Static { border: round $primary; height: 100%; }
    #list { width: 6fr; } #detail { width: 6fr; } #relations { width: 4fr; }
    """
    ENABLE_COMMAND_PALETTE = False

    number = 0

    def compose(self) -> ComposeResult:
        """A line at the top, the panes, a line at the bottom."""
        yield Static("ready", id="top")
        with Horizontal():
            for place, pane in enumerate(_PANES):
                yield Static(text_of(place, 0), id=pane, markup=False)

    def on_mount(self) -> None:
        """One line for what is typed."""
        top = self.query_one("#top", Static)
        top.styles.border = ("none", "black")
        top.styles.height = 1

    def on_key(self, event: events.Key) -> None:
        """Draw everything anew, at once."""
        self.number += 1
        self.query_one("#top", Static).update(f"ready {self.number} {event.key}")
        for place, pane in enumerate(_PANES):
            self.query_one(f"#{pane}", Static).update(text_of(place, self.number), layout=False)


if __name__ == "__main__":
    ThreePanes().run()
