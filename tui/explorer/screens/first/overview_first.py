"""The main screen with an overview of the store, where nobody has asked for a record yet."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual.containers import Horizontal

from store.errors import MasaratError
from tui.explorer.browsing.browser import Browser
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.panes.overview import OverviewPane
from tui.explorer.panes.pane import Pane
from tui.explorer.screens.browser_view import BrowserView

_FEW_COLUMNS = 100
"""Below them list and overview have half of the width each, as list and record have."""


class OverviewFirst(BrowserView):
    """Puts the overview in the place of the panes that follow a record, until one is shown."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser)
        self._panes_of_record = self.panes
        self._overview: OverviewPane | None = None

    @property
    def shows_overview(self) -> bool:
        """The overview stands where a record would."""
        return self._overview in self.panes

    @property
    def has_overview_to_save(self) -> bool:
        """It stands there, has been read, and says more than that the store holds nothing."""
        return self.shows_overview and self._overview is not None and bool(self._overview.target)

    def offer_at_start(self) -> str:
        """What is offered to who is here for the first time; empty for nothing."""
        return ""

    def show_overview(self) -> None:
        """Go to the overview; no record is shown beside it."""
        row = self.query_one("#panes", Horizontal)
        if not row.is_attached:
            return  # the explorer is being left
        if self._overview is None:
            self._overview = OverviewPane(id=OverviewPane.pane_id)
            row.mount(self._overview)
        overview = self._overview
        self._key_to_show = None
        self.browser.read("")
        self.panes = (self.record_list, overview)
        for pane in self._panes_of_record:
            pane.display = pane is self.record_list
        overview.display = True
        self.mirror()  # it was put in behind the others, or stayed as the language was
        self.entitle_panes()
        self.enter_pane(overview)
        self.show_hints()
        self.refresh_overview()

    def leave_overview(self) -> None:
        """Have the panes of a record again, those that there is room for."""
        if self._overview is None or not self.shows_overview:
            return
        is_entered, self.panes = self.pane is self._overview, self._panes_of_record
        self._overview.display = False
        self.mirror()  # the language may be another one now
        if is_entered:
            self.enter_pane(self.record_list)
        else:
            self.fit_panes(self.size.width)

    def refresh_overview(self) -> None:
        """Show what the store holds now."""
        self._run_beside(self._read_overview)

    async def _read_overview(self) -> None:
        try:
            # A thread of its own would cost a few records more time and memory than reading them.
            read = self.browser.overview
            found = read() if self._is_quick else await asyncio.to_thread(read)
        except MasaratError as error:
            self.tell(error)
            return
        if self._overview:
            store = self.browser.store
            offer = self.offer_at_start()
            self._overview.show(found, store.path, made=store.is_new, offer=offer)
            self.show_hints()

    # --- what the main screen does anyway -------------------------------------------------------

    def show_record(self, key: str) -> None:
        """Show a record, in the place of the overview."""
        self.leave_overview()
        super().show_record(key)

    def show_record_again(self, key: str) -> None:
        """Show what has become of the record, or of all that the store holds."""
        if self.shows_overview:
            self.refresh_overview()
        else:
            super().show_record_again(key)

    def own_weights(self, shown: Sequence[Pane], width: int) -> dict[Pane, int]:
        """Give the overview what the panes have in whose place it stands."""
        weights = super().own_weights(shown, width)
        if self._overview in weights and width >= _FEW_COLUMNS and not is_plain():
            weights[self._overview] = self._overview.weight
        return weights

    def note_entered(self, pane: Pane) -> None:
        """Show the record under the cursor of the list that is entered in search of one."""
        super().note_entered(pane)
        if pane in self.panes and not self.is_searching and pane is not self._overview:
            self._show_selected_instead()

    def _show_selected_instead(self) -> None:
        if self.shows_overview and self.record_list.selected_key:
            self.show_record(self.record_list.selected_key)
