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
    def run(cls, explorer: Explorer) -> None:
        explorer.open_claim(explorer.pane_of_claims.claim_to_open())


COMMANDS: Final = (OpenClaim, NextClaim, PreviousClaim)
