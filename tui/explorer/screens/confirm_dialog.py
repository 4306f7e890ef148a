"""A question that wants a yes or a no."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from store.errors import ExportError, Sentence
from tui.explorer.screens.dialog import Dialog
from tui.messages import say
from tui.messages.sentences import translate_sentence
from tui.terminal.keyboard import typed_by

if TYPE_CHECKING:
    from textual.app import App

Written_co = TypeVar("Written_co", covariant=True)


class Confirm(Dialog[bool]):
    """Returns whether the user agrees; leaving it is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(typed_by("y", among="yn"), "answer(True)"),
        Binding(typed_by("n", "escape", among="yn"), "answer(False)"),
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


class Write(Protocol[Written_co]):
    """Writes files, and says what came of it.

    Raises:
        ExportError: a file exists and may not be replaced; nothing is left.
    """

    def __call__(self, *, overwrite: bool) -> Written_co:
        """Write them."""


async def written_or_asked(
    app: App[int], path: Path, write: Write[Written_co]
) -> Written_co | None:
    """Write files; where one is there already, ask whether it may be replaced.

    Args:
        app: asks, from a worker.
        path: what is to be written.
        write: writes it; called in a thread.

    Returns:
        What came of it, None where what is there may not be replaced.

    Raises:
        WriteError: nothing was written, for another reason.
    """
    try:
        return await asyncio.to_thread(write, overwrite=False)
    except ExportError as error:
        if not os.path.exists(path):  # noqa: PTH110 — pathlib's raises
            raise
        if not await app.push_screen_wait(Confirm(_may_replace(error.sentence))):
            return None
    return await asyncio.to_thread(write, overwrite=True)


def _may_replace(sentence: str) -> str:
    """Ask whether what exists may be replaced; which option allows it is of no use here."""
    told = sentence.arguments if isinstance(sentence, Sentence) else {}
    if "first" not in told:
        return say("export.overwrite", error=translate_sentence(sentence))
    if more := told["more"]:
        return say("export.exist", path=told["first"], count=more)
    return say("export.exists", path=told["first"])
