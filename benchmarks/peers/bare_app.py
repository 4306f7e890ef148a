"""The least Textual app: one line of text, or one input."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class BareApp(App[None]):
    """Shows `ready`; with the argument `input`, an input too, which has the focus."""

    def compose(self) -> ComposeResult:
        """One line, and perhaps one input."""
        if "input" in sys.argv:
            yield Input()
        yield Static("ready")


if __name__ == "__main__":
    BareApp().run()
