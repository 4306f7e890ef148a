"""The main screen where a claim or a citation is pointed at: with keys, or with the mouse."""

from __future__ import annotations

from textual import on

from store.files.page import Said
from store.model.records import NameHit, TextHit
from tui.explorer.browsing.answer import FoundListing
from tui.explorer.browsing.claim import claim_shown
from tui.explorer.panes.detail import Detail
from tui.explorer.panes.pane import Pane
from tui.explorer.panes.relations_list import RelationsList
from tui.explorer.screens.browser_view import BrowserView
from tui.explorer.widgets.written_text import WrittenText
from tui.messages import spoken


class Pointing(BrowserView):
    """Leads from claim to claim in the panes that have some, and opens them and their sources."""

    @property
    def pane_of_claims(self) -> Pane:
        """The pane that the user is in where it has claims, else the record's text."""
        return self.pane if self.pane.has_claims else self.detail

    def step_claim(self, step: int) -> None:
        """Point at the next claim, or at the one before if `step` is -1."""
        pane = self.pane_of_claims
        is_new = not pane.display
        if pane is not self.pane:
            self.enter_pane(pane)
        if is_new:
            self.call_after_refresh(pane.step_claim, step)
        else:
            pane.step_claim(step)

    def open_claim(self, said: Said | None) -> None:
        """Show the card of a claim; whoever leaves it is where they were."""
        from tui.explorer.screens.claims.card import ClaimCard  # loads when it is first opened

        shown = claim_shown(self.browser, said, spoken()) if said else None
        if shown is not None:
            self.app.push_screen(ClaimCard(shown), self._follow)

    @property
    def hit_pointed_at(self) -> NameHit | TextHit | None:
        """Where the user is in a list of hits: the one under the cursor."""
        listing = self.browser.answer.listing
        if self.pane is not self.record_list or not isinstance(listing, FoundListing):
            return None
        return listing.hit(self.record_list.selected_key)

    def tell_why(self, hit: NameHit | TextHit) -> None:
        """Show why a record was found."""
        from tui.explorer.screens.claims.why import WhyCard  # loads when it is first asked for

        with self.telling():
            self.app.push_screen(WhyCard(hit))

    def _follow(self, key: str | None) -> None:
        if key:
            self.open_source(key)

    @on(WrittenText.Pressed)
    def _open_pressed(self, event: WrittenText.Pressed) -> None:
        if not isinstance(event.text, Detail):
            return
        if event.cited:
            self._open_cited(event.cited)
        else:
            with self.telling():
                self.open_claim(event.text.pointed_said)

    @on(RelationsList.CitationPressed)
    def _open_pressed_citation(self, event: RelationsList.CitationPressed) -> None:
        self._open_cited(event.number)

    def _open_cited(self, number: int) -> None:
        shown = self.browser.shown
        if shown and number <= len(shown.citations):
            self.open_source(shown.citations[number - 1].source)

    # --- what rooms above give a meaning -------------------------------------------------------

    def open_source(self, key: str) -> None:
        """Go to a source."""
