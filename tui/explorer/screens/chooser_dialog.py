"""A dialog with a field and a list that the field narrows; palette, help and filters are such."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from store.text import folding
from tui.bidi.field import BidiInput
from tui.explorer.drawing.listing import Choice, Entry, FixedListing, Line, Remark
from tui.explorer.drawing.painting import INDENT
from tui.explorer.screens.browser_view import StoreChanged
from tui.explorer.screens.dialog import Dialog
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say


class Chooser(Dialog[Choice | Entry | None]):
    """Returns the line that was chosen, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave"),
        Binding("down,ctrl+n", "move(1)"),
        Binding("up,ctrl+p", "move(-1)"),
        Binding("pagedown", "move_page(1)"),
        Binding("pageup", "move_page(-1)"),
    ]

    def __init__(self, title: str, placeholder: str) -> None:
        """A dialog with a title, and a hint in its empty field."""
        super().__init__()
        self._moved: CursorList | None = None
        self._title = title
        self._placeholder = placeholder

    def lines(self, query: str) -> list[Line]:
        """What is there to choose from once `query` was typed."""
        raise NotImplementedError

    def takes_key(self, key: str) -> bool:
        """Whether a key that types does something here instead, for which there is a binding."""
        return False

    def nothing(self) -> str:
        """What to do next where there is nothing to choose; a line each."""
        return say("chooser.nothing")

    def compose(self) -> ComposeResult:
        """The field above the list."""
        with Vertical(id="chooser"):
            yield _Field(placeholder=self._placeholder, id="chooser-field", compact=True)
            yield CursorList(id="chooser-list")

    def on_mount(self) -> None:
        """Show everything there is."""
        self.entitle(self.query_one("#chooser"), self._title)
        self.query_one(CursorList).can_focus = False
        self.query_one(Input).focus()
        self.refresh_lines()

    @property
    def text_width(self) -> int:
        """Cells for a remark in the list, once that is laid out."""
        return max(0, self.query_one(CursorList).scrollable_content_region.width - INDENT)

    def refresh_lines(self) -> None:
        """Show what the field asks for."""
        self.query_one(CursorList).show(self._listing)

    @property
    def _listing(self) -> FixedListing:
        lines = self.lines(self.query_one(Input).value)
        if not any(isinstance(line, Choice | Entry) for line in lines):
            lines = [*lines, *map(Remark, self.nothing().split("\n"))]
        return FixedListing(lines)

    @on(StoreChanged)
    def _refresh_again(self) -> None:
        self.query_one(CursorList).show_again(self._listing)

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._moved = None
        self.refresh_lines()

    def moved_widget(self) -> Widget | None:
        """The list, from its being moved until something is typed."""
        return self._moved

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self._moved = self.query_one(CursorList)
        self._moved.move(step)

    def action_move_page(self, step: int) -> None:
        """Move the cursor by a screenful."""
        self._moved = self.query_one(CursorList)
        self._moved.move_page(step)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @on(CursorList.Opened)
    @on(Input.Submitted)
    def _choose(self) -> None:
        chosen = self.query_one(CursorList)
        if chosen.listing.entry_count:
            start, _ = chosen.listing.lines_of(chosen.cursor)
            line = chosen.listing.line(start)
            if isinstance(line, Choice | Entry):
                self.choose(line)

    def choose(self, line: Choice | Entry) -> None:
        """Return the line that was chosen."""
        self.dismiss(line)


class _Field(BidiInput):
    """Leaves to its dialog what that takes of the keys that type."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed; Textual passes over bindings for one that is."""
        chooser = self.screen
        if isinstance(chooser, Chooser) and chooser.takes_key(key):
            return False
        return super().check_consume_key(key, character)


def matches(query: str, *texts: str) -> bool:
    """Every word of the query stands in one of the texts, spelling aside."""
    folded = " ".join(folding.fold(text) for text in texts)
    return all(word in folded for word in folding.fold(query).split())
