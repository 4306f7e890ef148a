"""Choosing a theme: each one is tried on as the cursor comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.explorer.drawing.listing import Choice, Entry, Line
from tui.explorer.screens.chooser_dialog import Chooser, matches
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages import say, spoken

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class Themes(Chooser):
    """The themes that Textual brings."""

    def __init__(self) -> None:
        super().__init__(say("themes.title"), say("themes.placeholder"))

    def lines(self, query: str) -> list[Line]:
        """Themes by name, the present one first."""
        names = sorted(self.app.available_themes, key=lambda name: (name != self.app.theme, name))
        return [Choice(name, name) for name in names if matches(query, name)]

    def on_mount(self) -> None:
        """Stand where lines end, so that the list beside it is seen in the theme's colours."""
        self.styles.align_horizontal = "left" if spoken() == "ar" else "right"

    @on(CursorList.Moved)
    def _try_on(self, event: CursorList.Moved) -> None:
        self.app.theme = event.key


def choose_theme(explorer: Explorer) -> None:
    """Ask for a theme; leaving the dialog keeps the old one."""
    before = explorer.app.theme

    def settle(chosen: Choice | Entry | None) -> None:
        explorer.app.theme = chosen.id if isinstance(chosen, Choice) else before

    explorer.app.push_screen(Themes(), settle)
