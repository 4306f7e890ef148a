"""Relations of a picture as claims: in lines below it, and whole on a card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.model.records import Related, Row, Source
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.claim import relation_shown
from tui.explorer.drawing.cells import fitted
from tui.explorer.drawing.listing import source_address
from tui.explorer.drawing.plain_mode import is_plain
from tui.messages import say, spoken
from tui.pictures.network.content import told

if TYPE_CHECKING:
    from tui.explorer.screens.picturing.picture_screen import PictureScreen


class ClaimsTold:
    """Tells claims, and keeps the sources that it has read for them."""

    def __init__(self, browser: Browser) -> None:
        """Read the store of a browser."""
        self._browser = browser
        self._sources: dict[str, Source] = {}

    def lines(
        self, screen: PictureScreen, start: Row, related: Related, place: str
    ) -> Sequence[str]:
        """A relation in three lines: what is said, when and how far, and who says it.

        Args:
            screen: as wide as the lines may be.
            start: the record from which the relation is seen.
            related: the relation.
            place: where it stands among others.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        missing = {each.source for each in related.citations} - self._sources.keys()
        if missing:
            with self._browser.reading:
                self._sources |= {each.key: each for each in self._browser.store.sources(missing)}
        claim = told(start, related, self._sources, spoken())
        sources = claim.sources or say("network.uncited")
        lines = [claim.said, " · ".join(filter(None, (claim.details, place))), sources]
        width = screen.query_one("#picture-detail").size.width
        return lines if is_plain() or not width else [fitted(line, width) for line in lines]

    def open_card(self, screen: PictureScreen, key: str, related: Related) -> None:
        """Show a relation whole; whoever follows a source there leaves the picture for it.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        from tui.explorer.screens.claims.card import ClaimCard  # loads when it is first opened

        def follow(source: str | None) -> None:
            if source:
                screen.dismiss(source_address(source))

        shown = relation_shown(self._browser, key, related, spoken())
        screen.app.push_screen(ClaimCard(shown), follow)
