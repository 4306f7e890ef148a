"""What a person changed in the store: taken back step by step, and done again."""

from __future__ import annotations

from typing import Final, Protocol

from store.store import Store

MOST_STEPS: Final = 100
"""The oldest are forgotten."""


class Step(Protocol):
    """One change, of whatever kind, that knows its own way back."""

    def take_back(self, store: Store) -> str:
        """Make it undone, and say in the interface's language what is so now.

        Raises:
            store.errors.StoreError: the store cannot be written; nothing is changed.
        """

    def do_again(self, store: Store) -> str:
        """Make it done, see `take_back`."""


class Steps:
    """A line of changes: those that hold, and those that were taken back until a new one comes."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._taken_back: list[Step] = []

    @property
    def can_take_back(self) -> bool:
        """There is a change that holds."""
        return bool(self._done)

    @property
    def can_do_again(self) -> bool:
        """There is one that was taken back, and nothing was changed since."""
        return bool(self._taken_back)

    def note(self, step: Step) -> None:
        """Note a change that was made; what had been taken back is past being done again."""
        self._done.append(step)
        del self._done[:-MOST_STEPS]
        self._taken_back.clear()

    def take_back(self, store: Store) -> str:
        """Take the last change back, see `Step.take_back`; only while `can_take_back`."""
        said = self._done[-1].take_back(store)
        self._taken_back.append(self._done.pop())
        return said

    def do_again(self, store: Store) -> str:
        """Do again what was taken back last, see `Step.do_again`; only while `can_do_again`."""
        said = self._taken_back[-1].do_again(store)
        self._done.append(self._taken_back.pop())
        return said
