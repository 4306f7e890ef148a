"""Commands that point at claims and open them."""

# ruff: noqa: D102 — a command says once, in its class, what it does.

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.explorer.commands.command import Command
from tui.messages import say

if TYPE_CHECKING:
    from tui.explorer.screens.explorer import Explorer


class _WithClaims(Command):
    """Needs a record that claims something."""

    group = "using"

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        if explorer.browser.source:
            return say("obstacle.is-source")
        if not explorer.browser.record:
            return say("obstacle.no-record")
        return "" if explorer.pane_of_claims.has_claims else say("obstacle.no-claims")


class NextClaim(_WithClaims):
    """To the next claim: a fact, a relation, a citation."""

    id = "next-claim"
    keys = (".",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_claim(1)


class PreviousClaim(_WithClaims):
    """To the claim before."""

    id = "previous-claim"
    keys = (",",)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.step_claim(-1)


class OpenClaim(_WithClaims):
    """The claim whole: its sources, and what differs from it."""

    id = "claim"
    keys = ("c",)
    in_footer = True

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        return not explorer.browser.source  # whose address has its place

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.open_claim(explorer.pane_of_claims.claim_to_open())


class Why(Command):
    """Why the hit under the cursor was found; a page down where there is none."""

    id = "why"
    keys = ("space",)
    group = "using"
    in_footer = True

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        hit = explorer.hit_pointed_at
        return hit is not None and not getattr(hit, "sure", True)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        if hit := explorer.hit_pointed_at:
            explorer.tell_why(hit)
        else:
            explorer.pane.move_page(1)


class Browse(Command):
    """The address of the source that is shown or pointed at, in the browser."""

    id = "browse"
    keys = ("x",)
    group = "using"
    in_footer = True

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        # Elsewhere there is nothing to open.
        return bool(explorer.browser.source or explorer.pane.cited_sources())

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        if explorer.browser.source:
            return "" if explorer.browser.source.source.url else say("web.none")
        if not explorer.browser.record:
            return say("obstacle.no-record")
        return "" if explorer.pane.cited_sources() else say("obstacle.no-source-pointed-at")

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        from tui.explorer.widgets.web_address import open_in_browser  # few addresses are opened

        if source := explorer.browser.source:
            open_in_browser(explorer.app, source.source.url)
            return
        cited = explorer.pane.cited_sources()
        if len(cited) > 1:  # which one, the claim's card lets one choose
            explorer.open_claim(explorer.pane.claim_to_open())
            return
        open_in_browser(explorer.app, explorer.browser.address_of_source(cited[0]))


class ReadText(Command):
    """The text of a source that the user holds, beside what each sentence of it supports."""

    id = "read-text"
    keys = ("f7",)
    group = "using"
    in_footer = True

    @classmethod
    def is_in_footer(cls, explorer: Explorer) -> bool:
        return explorer.browser.source is not None

    @classmethod
    def obstacle(cls, explorer: Explorer) -> str:
        browser = explorer.browser
        if not browser.source:
            return "" if browser.record else say("obstacle.no-record")
        key = browser.source.source.key
        return "" if browser.holds_text(key) else say("reader.none", key=key)

    @classmethod
    def run(cls, explorer: Explorer) -> None:
        explorer.read_cited()


COMMANDS: Final = (OpenClaim, NextClaim, PreviousClaim, Why, Browse, ReadText)
