"""The line above the footer in which one types what to find in the record."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.bidi.field import BidiInput
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.messages import say


class FindLine(Horizontal):
    """A prompt, the field, and which hit of how many is in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "step(1)"),
        Binding("up,ctrl+p", "step(-1)"),
    ]

    class Changed(Message):
        """Something else is to be found."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

        def can_replace(self, message: Message) -> bool:
            """Only what is typed last need be found."""
            return isinstance(message, FindLine.Changed)

    class Stepped(Message):
        """The next hit is wanted, or the one before."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Kept(Message):
        """Enter was pressed: go on to what was found."""

    def compose(self) -> ComposeResult:
        """The parts from left to right."""
        yield Static(id="find-prompt")
        yield BidiInput(id="find-field", compact=True)
        yield Static(id="find-place")

    @property
    def field(self) -> BidiInput:
        """The text field."""
        return self.query_one("#find-field", BidiInput)

    def speak(self, where: str = "find") -> None:
        """Take the words of the interface's language, and begin where it begins.

        Args:
            where: what is looked through: `find` the record, `reader` a text.
        """
        self.query_one("#find-prompt", Static).update(Content(f" {say(f'{where}.prompt')} "))
        self.field.placeholder = say(f"{where}.placeholder")
        if (self.children[0].id == "find-place") != is_mirrored():
            turned = [*reversed(self.children)]
            self.sort_children(key=turned.index)

    def tell(self, place: str) -> None:
        """Say which hit of how many is in sight."""
        # Its width is fixed, as that of the search box's is.
        self.query_one("#find-place", Static).update(Content(place), layout=False)

    def action_step(self, step: int) -> None:
        """Ask for the next hit, or for the one before."""
        self.post_message(self.Stepped(step))

    @on(Input.Changed)
    def _look(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())
