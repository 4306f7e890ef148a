"""Relations of a picture as claims: in lines below it, and whole on a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from store.model.records import Citation, Related, Row, Source
from tui.explorer.browsing.browser import Browser
from tui.explorer.browsing.claim import relation_shown
from tui.explorer.drawing.plain_mode import is_plain
from tui.messages import say, spoken
from tui.pictures.network.telling import in_a_line, told

if TYPE_CHECKING:
    from tui.explorer.screens.picturing.picture_screen import PictureScreen


class ClaimsTold:
    """Tells claims, and keeps the sources that it has read for them."""

    def __init__(self, browser: Browser) -> None:
        """Read the store of a browser."""
        self._browser = browser
        self._sources: dict[str, Source] = {}

    def lines(self, width: int, start: Row, related: Related, place: str) -> Sequence[str]:
        """A relation in three lines: what is said, when and how far, and who says it.

        Args:
            width: cells that a line may have; to whoever listens all of it is read.
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
        language = spoken()
        claim = told(start, related, self._sources, language)
        details = (*claim.details, (" · " if claim.details else "", place))
        sources = claim.sources or (("", say("network.uncited")),)
        room = -1 if is_plain() else width
        return [in_a_line(each, language, room) for each in (claim.said, details, sources)]

    def open_card(self, screen: PictureScreen, key: str, related: Related) -> None:
        """Show a relation whole; whoever goes to a source or record there leaves the picture.

        Raises:
            store.errors.StoreError: the store cannot be read.
        """
        from tui.explorer.screens.claims.card import ClaimCard  # loads when it is first opened
        from tui.explorer.screens.reading.opening import open_reader

        def read(citation: Citation, go_on: Callable[[str], None]) -> None:
            open_reader(screen.app, self._browser, citation, go_on)

        def follow(address: str | None) -> None:
            if address:
                screen.dismiss(address)

        shown = relation_shown(self._browser, key, related, spoken())
        screen.app.push_screen(ClaimCard(shown, read), follow)
