"""The main screen's layout: search box, tabs, as many panes as there is room for, footer."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from tui.bidi import visual
from tui.explorer.panes.cursor_list import CursorList
from tui.explorer.panes.detail import Detail
from tui.explorer.panes.footer import Footer
from tui.explorer.panes.kind_tabs import KindTabs
from tui.explorer.panes.search_box import SearchBox
from tui.messages import say, spoken

_THREE: Final = 100
"""Columns from which all three panes stand side by side."""
_TWO: Final = 60
"""Columns from which the list and one other do."""


class ThreePanes(Screen[None]):
    """Places the parts, and knows which pane the user is in."""

    search_box = getters.query_one(SearchBox)
    tabs = getters.query_one(KindTabs)
    record_list = getters.query_one("#list", CursorList)
    detail = getters.query_one("#detail", Detail)
    relations = getters.query_one("#relations", CursorList)
    footer = getters.query_one(Footer)

    _entered: Widget | None = None
    _titles: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Everything from top to bottom."""
        yield SearchBox(id="search")
        yield KindTabs(id="tabs")
        with Horizontal(id="panes"):
            yield CursorList(id="list")
            yield Detail(id="detail")
            yield CursorList(id="relations")
        yield Footer(id="footer")

    @property
    def panes(self) -> tuple[CursorList, Detail, CursorList]:
        """The panes in reading order."""
        return self.record_list, self.detail, self.relations

    @property
    def pane(self) -> CursorList | Detail:
        """The pane that commands move: the list while something is typed."""
        return next((pane for pane in self.panes if pane is self._entered), self.record_list)

    @property
    def is_searching(self) -> bool:
        """The search field has the focus."""
        return self.focused is self.search_box.field

    @property
    def shows_all_panes(self) -> bool:
        """There is room for the three side by side."""
        return self.size.width >= _THREE

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self.fit_panes(event.size.width)

    def fit_panes(self, width: int) -> None:
        """Show all panes, the list and one other, or the one that the user is in."""
        entered = self.pane
        if width >= _THREE:
            shown: tuple[object, ...] = self.panes
        elif width >= _TWO:
            beside = entered if entered is self.relations else self.detail
            shown = (self.record_list, beside)
        else:
            shown = (entered,)
        # Set here and not by a class, which would make Textual look up the styles of all panes.
        self.relations.styles.width = "6fr" if len(shown) == 2 else "4fr"
        for pane in self.panes:
            pane.display = pane in shown

    def enter_pane(self, pane: Widget) -> None:
        """Give a pane the focus, showing it where there was no room for it."""
        self.note_entered(pane)
        self.set_focus(pane)

    def note_entered(self, pane: Widget) -> None:
        """Make a pane the one the user is in."""
        self._entered = pane
        self.fit_panes(self.size.width)

    def action_copy_text(self) -> None:
        """Copy what the mouse selected, and say so; bound to Ctrl+C by Textual."""
        super().action_copy_text()
        self.app.notify(say("copy.selection"), markup=False, timeout=3)

    def entitle(self, *titles: str) -> None:
        """Give each pane a title; one that has it already is not drawn again."""
        for pane, title, before in zip_longest(self.panes, titles, self._titles):
            if title != before:
                pane.border_title = visual(title)
        self._titles = titles

    def step_pane(self, step: int, *, around: bool = False) -> None:
        """Go to the next pane in reading order, or to the one before.

        Args:
            step: 1 or -1.
            around: from the last pane on to the first.
        """
        at = self.panes.index(self.pane) + step
        self.enter_pane(self.panes[at % 3 if around else max(0, min(at, 2))])

    def mirror(self) -> None:
        """Lay the parts out in the reading direction of the interface, and use its words."""
        right_to_left = spoken() == "ar"
        for parts in (self.query_one("#panes"), self.search_box):
            # Nothing but what stands first tells which way the parts are laid out now.
            if (parts.children[0] in (self.relations, self.search_box.found)) != right_to_left:
                turned = [*reversed(parts.children)]
                parts.sort_children(key=turned.index)
        self.search_box.speak()
        # The scroll bar stands where lines end and keeps the text from the border there.
        self.detail.styles.padding = (0, 1, 0, 0) if right_to_left else (0, 0, 0, 1)
        for pane in self.panes:
            pane.styles.border_title_align = "right" if right_to_left else "left"
            pane.styles.border_subtitle_align = "left" if right_to_left else "right"
