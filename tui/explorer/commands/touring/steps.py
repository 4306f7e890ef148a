"""The steps of the tour, in order: one entry is one step."""

from __future__ import annotations

from typing import Final

from store.tuples import NamedTuple

EXAMPLE: Final = "zabadani"
"""Key of the record whose name is proposed for typing, in stores that hold it."""


class Step(NamedTuple):
    """What is to be done: a command's key pressed, a pane come to, or a name typed."""

    name: str
    """`tour.<name>` is what is said of it."""
    command: str
    """Id of the command whose key is named."""
    pane: str = ""
    """Id of the pane to come to, whichever key leads there; empty where the command counts."""
    is_typing: bool = False
    """It is done when the search box is left; the command is of no account."""


STEPS: Final = (
    Step("search", "search"),
    Step("type", "open", is_typing=True),
    Step("next", "next"),
    Step("read", "next-pane", pane="detail"),
    Step("point", "next-claim"),
    Step("claim", "claim"),
    Step("relations", "next-pane", pane="relations"),
    Step("follow", "open"),
    Step("back", "back"),
    Step("timeline", "timeline"),
    Step("help", "help"),
)
