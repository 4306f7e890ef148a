"""A dialog that asks by which name a search is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from store.text.folding import fold
from tui.bidi.field import BidiInput
from tui.explorer.screens.dialog import Dialog
from tui.messages import say
from tui.messages.sentences import translate_sentence
from tui.saved_searches import LONGEST_NAME, fault_of


class AskName(Dialog[str | None]):
    """Returns the name, as it is saved already if it is, and None when the dialog was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave")]

    def __init__(self, title: str, query: str, saved: Mapping[str, str], name: str = "") -> None:
        """Ask for a name.

        Args:
            title: of the dialog.
            query: what is to have the name.
            saved: what has a name already.
            name: the one that it has, to be changed.
        """
        super().__init__()
        self._title = title
        self._query = query
        self._names = {fold(each): each for each in saved if each != name}
        self._name = name

    def compose(self) -> ComposeResult:
        """The search, the field for its name, and what Enter does."""
        with Vertical(id="dialog"):
            yield Static(Content(self._query))
            yield Static(Content(say("searches.name")), classes="hint")
            field = BidiInput(self._name, id="export-path", compact=True)
            field.longest = LONGEST_NAME
            yield field
            yield Static(Content(say("searches.name-keys")), classes="hint", id="name-keys")

    def on_mount(self) -> None:
        """Name the dialog."""
        self.entitle(self.query_one("#dialog"), self._title)
        self.query_one(Input).focus()

    @property
    def _taken(self) -> str:
        """The name of another search that is written the same, spelling aside."""
        return self._names.get(fold(self.query_one(Input).value.strip()), "")

    @on(Input.Changed)
    def _tell(self) -> None:
        replaces = say("searches.replaces", name=self._taken)
        keys = self.query_one("#name-keys", Static)
        keys.update(Content(replaces if self._taken else say("searches.name-keys")))

    def action_leave(self) -> None:
        """Name nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _take(self) -> None:
        name = self.query_one(Input).value.strip()
        if fault := fault_of(name):
            self.app.notify(translate_sentence(fault), markup=False, timeout=5)
        else:
            self.dismiss(self._taken or name)
