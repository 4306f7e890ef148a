"""The main screen's layout: search box, tabs, as many panes as there is room for, footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region, Spacing
from textual.screen import Screen
from textual.widget import Widget

from tui.explorer import panes
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.panes.detail import Detail
from tui.explorer.panes.pane import Pane
from tui.explorer.panes.record_list import RecordList
from tui.explorer.panes.relations_list import RelationsList
from tui.explorer.screens.sizing.shares import Shares
from tui.explorer.widgets.filter_line import FilterLine
from tui.explorer.widgets.footer import Footer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.explorer.widgets.search_box import SearchBox
from tui.explorer.widgets.telling import TellsErrors
from tui.messages import say

TWO_PANES: Final = 60
"""Columns from which the list and one other pane stand side by side."""
_ONE_MORE: Final = 40
"""Columns from which there is room for each further one."""
_BORDER: Final = Spacing(1, 1, 1, 1)
_PANE_IDS: Final = tuple(pane.pane_id for pane in panes.PANES)


class Layout(TellsErrors, Screen[None]):
    """Places the parts, and knows which pane the user is in."""

    search_box = getters.query_one(SearchBox)
    tabs = getters.query_one(KindTabs)
    filter_line = getters.query_one(FilterLine)
    record_list = getters.query_one(RecordList)
    detail = getters.query_one(Detail)
    relations = getters.query_one(RelationsList)
    footer = getters.query_one(Footer)

    def __init__(self) -> None:
        super().__init__()
        self.panes: tuple[Pane, ...] = tuple(pane(id=pane.pane_id) for pane in panes.PANES)
        """The panes in reading order."""
        self._entered: Pane | None = None
        self.is_zoomed = False
        """The pane that the user is in has the whole width, however much there is."""
        self.shares = Shares()
        """What the user gave to panes, or took."""
        for pane in self.panes:
            pane.styles.min_width = pane.least_width or None

    def compose(self) -> ComposeResult:
        """Everything from top to bottom."""
        yield SearchBox(id="search")
        yield FilterLine(id="filters")
        yield KindTabs(id="tabs")
        yield Horizontal(*self.panes, id="panes")
        yield Footer(id="footer")

    @property
    def pane(self) -> Pane:
        """The pane that commands move: the list while something is typed."""
        return self._entered or self.record_list

    @property
    def is_searching(self) -> bool:
        """The search field has the focus."""
        return self.focused is self.search_box.field

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self.fit_panes(event.size.width)

    def fit_panes(self, width: int) -> None:
        """Show the first panes for which there is room, and always the one that the user is in."""
        shown = self._fitting(width)
        weights = self.shares.weights(self.own_weights(shown, width), width)
        for pane in self.panes:
            # Set here and not by a class, which would make Textual look up the styles of all panes.
            pane.styles.width = f"{weights.get(pane, pane.weight)}fr"
            pane.display = pane in shown
            pane.stands_alone = self.detail not in shown

    def _fitting(self, width: int) -> list[Pane]:
        if self.is_zoomed:
            return [self.pane]
        few = width < TWO_PANES or is_plain()
        room = 1 if few else 2 + (width - TWO_PANES) // _ONE_MORE
        shown = list(self.panes[:room])
        if self.pane not in shown:
            shown[-1] = self.pane
        return shown

    def own_weights(self, shown: Sequence[Pane], width: int) -> dict[Pane, int]:
        """What panes weigh by themselves that are shown together."""
        # Beside one other alone, the list takes no more than half.
        return {pane: shown[0].weight if len(shown) == 2 else pane.weight for pane in shown}

    @property
    def told_regions(self) -> tuple[list[Region], list[Region]]:
        """Where what is read from the store stands on the screen: places, and lines of borders."""
        shown = [pane for pane in self.panes if pane.display]
        inside = [pane.region.shrink(_BORDER) for pane in shown]
        above = [place.expand((0, 1)).crop_size((place.width, 1)) for place in inside]
        below = [place.translate((0, place.height)).crop_size((place.width, 1)) for place in inside]
        return [*inside, self.search_box.found.region, self.tabs.region], [*above, *below]

    @property
    def shows_one_pane(self) -> bool:
        """There is room for one pane at a time."""
        return self.size.width < TWO_PANES or is_plain()

    def zoom(self) -> None:
        """Give the pane that the user is in the whole width, or bring the others back."""
        self.is_zoomed = not self.is_zoomed
        self.fit_panes(self.size.width)

    def shares_changed(self, step: int) -> Shares | None:
        """The shares once the pane that the user is in is wider, or narrower if `step` is -1.

        Returns:
            None where there is no room for that.
        """
        width = self.size.width
        own = self.own_weights(self._fitting(width), width)
        return self.shares.changed(self.pane, step, own, width)

    def share_out(self, shares: Shares) -> None:
        """Give each pane another share of the width."""
        self.shares = shares
        self.fit_panes(self.size.width)

    def enter_pane(self, pane: Pane) -> None:
        """Give a pane the focus, showing it where there was no room for it."""
        self.note_entered(pane)
        self.set_focus(pane)

    def note_entered(self, pane: Pane) -> None:
        """Make a pane the one the user is in, unless another stands in its place meanwhile."""
        if pane not in self.panes:
            return  # word of the focus comes after what the focus has gone to was put away
        self._entered = pane
        self.fit_panes(self.size.width)

    def step_pane(self, step: int, *, around: bool = False) -> None:
        """Go to the next pane in reading order, or to the one before.

        Args:
            step: 1 or -1.
            around: from the last pane on to the first.
        """
        at, count = self.panes.index(self.pane) + step, len(self.panes)
        self.enter_pane(self.panes[at % count if around else max(0, min(at, count - 1))])

    @property
    def next_pane(self) -> Pane:
        """The pane after the one that the user is in, in reading order and around."""
        return self.panes[(self.panes.index(self.pane) + 1) % len(self.panes)]

    def mirror(self) -> None:
        """Lay the parts out in the reading direction of the interface, and use its words."""
        right_to_left = is_mirrored()
        for parts in (self.query_one("#panes"), self.search_box):
            # What stands now is no help: the panes of a record and the overview take turns.
            order = sorted(parts.children, key=self._place_in_reading, reverse=right_to_left)
            if order != [*parts.children]:
                parts.sort_children(key=order.index)
        self.search_box.speak()
        for pane in self.panes:
            pane.mirror(right_to_left=right_to_left)

    @staticmethod
    def _place_in_reading(part: Widget) -> int:
        """Where a part stands in its row; what is put in later stands after the others."""
        at_start = ("search-prompt", "search-field", "search-found", *_PANE_IDS)
        return at_start.index(part.id) if part.id in at_start else len(at_start)

    def action_copy_text(self) -> None:
        """Copy what the mouse selected, and say so; bound to Ctrl+C by Textual."""
        super().action_copy_text()
        self.app.notify(say("copy.selection"), markup=False, timeout=3)
