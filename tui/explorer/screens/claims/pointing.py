"""The main screen where a claim or a citation is pointed at: with keys, or with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from store.files.page import Said
from store.model.records import Citation, NameHit, TextHit
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
            self.app.push_screen(ClaimCard(shown, self._read_for), self._follow)

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

    def _follow(self, address: str | None) -> None:
        if address:
            self.open_record(address)

    # --- texts of sources ----------------------------------------------------------------------

    def read_text(self, citation: Citation) -> None:
        """Read the text of a source at the sentence that is cited, and open what is chosen there.

        Raises:
            store.errors.MasaratError: the source or its text cannot be read.
        """
        self._read_for(citation, self._open_read)

    def read_cited(self) -> None:
        """Read the text of the source that is shown, or that what is pointed at rests on.

        Raises:
            store.errors.MasaratError: a source or its text cannot be read.
        """
        from tui.explorer.screens.reading.opening import open_cited  # loads when first needed

        quoted = self.record_list.quoted if self.pane is self.record_list else None
        if quoted:
            self.read_text(quoted.citation)
        elif source := self.browser.source:
            self.read_text(Citation(source.source.key, ""))
        elif shown := self.browser.shown:
            cited = self.pane_of_claims.citations_pointed_at() or shown.citations
            open_cited(self.app, self.browser, cited, self._open_read)

    def _read_for(self, citation: Citation, go_on: Callable[[str], None]) -> None:
        from tui.explorer.screens.reading.opening import open_reader  # loads when first needed

        answer = self.browser.answer
        found = (answer.in_texts or {}).get(citation.source)
        if found is None:
            open_reader(self.app, self.browser, citation, go_on)
            return
        citation = (
            citation if citation.locator else citation._replace(locator=str(found.numbers[0]))
        )
        open_reader(self.app, self.browser, citation, go_on, found.numbers, answer.highlights)

    def _open_read(self, key: str) -> None:
        with self.telling():
            self.open_record(key)

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

    def open_record(self, key: str) -> None:
        """Go on to another record, and bring its text into sight."""
