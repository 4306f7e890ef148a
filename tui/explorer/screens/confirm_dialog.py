"""A question that wants a yes or a no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.explorer.screens.dialog import Dialog
from tui.messages import say
from tui.terminal.keyboard import twins

_TWINS = twins("yn")


class Confirm(Dialog[bool]):
    """Returns whether the user agrees; leaving it is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(("y", *_TWINS["y"])), "answer(True)"),
        Binding(",".join(("n", *_TWINS["n"], "escape")), "answer(False)"),
    ]

    def __init__(self, question: str) -> None:
        """Ask a question, given in the interface's language."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the keys that answer it."""
        with Vertical(id="dialog"):
            yield Static(Content(self._question))
            yield Static(Content(say("confirm.keys")), classes="hint")

    def action_answer(self, agreed: bool) -> None:
        """Return the answer."""
        self.dismiss(agreed)
