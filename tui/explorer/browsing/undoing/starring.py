"""Stars that were given or taken away, as a change that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.records import Bilingual, Row
from store.store import Store
from store.tuples import NamedTuple
from tui.messages import say, spoken


class Starring(NamedTuple):
    """Records that have a star since, or none any more; each of them had it otherwise before."""

    keys: tuple[str, ...]
    name: Bilingual | None
    """What the record is called, where it is one."""
    marked: bool
    """Whether they have one now."""

    def take_back(self, store: Store) -> str:
        """Have the stars as they were before."""
        return say("undo.done", what=self._change(store, marked=not self.marked))

    def do_again(self, store: Store) -> str:
        """Have them as they were made to be."""
        return say("redo.done", what=self._change(store, marked=self.marked))

    def _change(self, store: Store, *, marked: bool) -> str:
        store.mark_all(self.keys, marked=marked)
        if self.name:
            name = self.name.prefer(spoken())
            return say("mark.one", name=name) if marked else say("unmark.one", name=name)
        return say_of_range(len(self.keys), marked=marked)


def starring(rows: Sequence[Row], *, marked: bool) -> Starring:
    """What was done to records that had it otherwise before."""
    name = rows[0].name if len(rows) == 1 else None
    return Starring(tuple(row.key for row in rows), name, marked)


def say_of_range(count: int, *, marked: bool) -> str:
    """What is said of several records that were given stars, or have none any more."""
    return say("mark.range", count=count) if marked else say("unmark.range", count=count)
