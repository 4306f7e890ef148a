"""A dialog that asks for one file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.bidi.field import BidiInput
from tui.explorer.screens.dialog import Dialog
from tui.messages import say

LONGEST_PATH: Final = 4_000
"""Characters; systems take no more bytes."""


class AskPath(Dialog[Path | None]):
    """Returns the file that was named, None when the dialog was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave")]

    def __init__(self, title: str, path: str) -> None:
        """Ask for a file.

        Args:
            title: of the dialog.
            path: what is offered; its ending is given to a name without one.
        """
        super().__init__()
        self._title = title
        self._path = path

    def compose(self) -> ComposeResult:
        """The path, and what the keys do."""
        with Vertical(id="dialog"):
            yield Static(Content(say("export.path")), classes="hint")
            field = BidiInput(self._path, id="export-path", compact=True)
            field.longest = LONGEST_PATH
            yield field
            yield Static(Content(say("path.keys")), classes="hint")

    def on_mount(self) -> None:
        """Name the dialog."""
        self.entitle(self.query_one("#dialog"), self._title)
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        """Name no file."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _take(self) -> None:
        name = self.query_one(Input).value.strip()
        if not name:
            self.app.notify(say("export.no-path"), markup=False)
            return
        path = path_named(name)
        self.dismiss(path if path.suffix else Path(f"{path}{Path(self._path).suffix}"))


def path_named(name: str) -> Path:
    """The path that someone types; one that begins with `~` is in a home folder, if there is it."""
    path = Path(name)
    with suppress(RuntimeError):
        path = path.expanduser()
    return path
