"""Searches that were saved, renamed or forgotten, as a change that can be taken back."""

from __future__ import annotations

from typing import NamedTuple

from store.store import Store
from tui.messages import say
from tui.saved_searches import SavedSearches


class Saving(NamedTuple):
    """Names of searches, and what stood and stands under them; None for nothing."""

    searches: SavedSearches
    before: dict[str, str | None]
    after: dict[str, str | None]

    def take_back(self, store: Store) -> str:
        """Have them as they were; the store has no part in it."""
        self.searches.change(self.before)
        return say("undo.done", what=_said(self.before, self.after))

    def do_again(self, store: Store) -> str:
        """Have them as they were made to be."""
        self.searches.change(self.after)
        return say("redo.done", what=_said(self.after, self.before))

    @property
    def said(self) -> str:
        """What was done, in the interface's language."""
        return _said(self.after, self.before)


def _said(now: dict[str, str | None], before: dict[str, str | None]) -> str:
    held = [name for name, query in now.items() if query is not None]
    gone = [name for name, query in now.items() if query is None and before[name] is not None]
    if held and gone:
        return say("saved.renamed", old=gone[0], new=held[0])
    if held:
        return say("saved.saved", name=held[0])
    return say("saved.forgotten", name=gone[0] if gone else "")
