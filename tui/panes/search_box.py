"""The one box in which everything is looked for."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.bidi.field import BidiInput
from tui.messages import say


class SearchBox(Horizontal):
    """A prompt, the field, and what was found."""

    class Changed(Message):
        """Something else is asked."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

        def can_replace(self, message: Message) -> bool:
            """Only what is typed last need be looked for."""
            return isinstance(message, SearchBox.Changed)

    class Kept(Message):
        """Enter was pressed: what was found stays."""

    def compose(self) -> ComposeResult:
        """The parts in reading order."""
        yield Static(Content(" / "), id="search-prompt")
        yield BidiInput(id="search-field", compact=True, select_on_focus=False)
        yield Static(id="search-found")

    @property
    def field(self) -> Input:
        """The text field."""
        return self.query_one("#search-field", Input)

    @property
    def found(self) -> Static:
        """Where it is said what was found."""
        return self.query_one("#search-found", Static)

    @property
    def text(self) -> str:
        """What is in the field, in logical order."""
        return self.field.value

    def write(self, text: str) -> None:
        """Put a text into the field without asking it."""
        with self.field.prevent(Input.Changed):
            self.field.value = text

    def tell(self, found: str) -> None:
        """Say what was found."""
        # Its width is fixed, so that no answer makes the whole screen be laid out again.
        self.found.update(Content(found), layout=False)

    def speak(self) -> None:
        """Take the words of the interface's language."""
        self.field.placeholder = say("search.placeholder")

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())
