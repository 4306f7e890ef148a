"""Watching whether somebody else changes the store: another explorer, an import, a repair."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from store.errors import StoreError
from tui.explorer.browsing.work import Work


class Audience(Protocol):
    """Who shows what became of the store, in the thread of the event loop."""

    def tell(self, error: StoreError) -> None:
        """Why the store cannot be looked at."""

    async def show_changes(self) -> bool:
        """Show what the store holds now; False where that has to be done later."""


class StoreWatch:
    """Asks the store now and then, one question at a time, and has changes shown."""

    def __init__(
        self,
        has_changed: Callable[[], bool],
        audience: Audience,
        run: Callable[[Work], object],
    ) -> None:
        """Nothing has changed yet.

        Args:
            has_changed: whether somebody has changed the store since the last call; called in a
                thread, as a store that is locked keeps waiting whoever asks.
            audience: shows changes.
            run: runs some work beside what the event loop does.
        """
        self._has_changed = has_changed
        self._audience = audience
        self._run = run
        self._is_looking = False
        self._is_behind = False
        self._told = ""

    def look(self) -> None:
        """Look whether the store was changed, unless that is still being done."""
        if not self._is_looking:
            self._is_looking = True
            self._run(self._look)

    def fall_behind(self) -> None:
        """Know from elsewhere that it was changed: it need not be asked."""
        self._is_behind = True
        self.look()

    async def _look(self) -> None:
        try:
            if await asyncio.to_thread(self._has_changed) or self._is_behind:
                self._is_behind = True
                self._is_behind = not await self._audience.show_changes()
            self._told = ""
        except StoreError as error:
            # It will be asked again soon, and what it says then is known.
            if str(error) != self._told:
                self._told = str(error)
                self._audience.tell(error)
        finally:
            self._is_looking = False
