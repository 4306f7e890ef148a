"""Keys one after the other: each is heard by what the ones before it have opened or entered.

Textual (8.2.8) hands a key to what has the focus when it comes, and does what it is bound to once
it has come back from there. Where somebody types fast, or the machine is slow, the keys behind one
that opens a screen or enters a field have been handed to what was there before. Here such a key is
handed on anew when it comes back; what came after it waits for that.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Any, Final, TypeAlias

from textual import events
from textual.dom import DOMNode
from textual.widgets import Input

from tui.explorer.logged import Logged
from tui.terminal.sent.escaped import EscapedKey

Typed: TypeAlias = events.Key | events.Paste

_LONGEST: Final = 2.0
"""Seconds after which nothing waits any more for what has not come back."""


class KeysInTurn(Logged):
    """Hands on keys and pastes in turn.

    What a field takes does not come back. Where something waits for it, a message is sent behind,
    from what has the focus up to the app.
    """

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 — Textual's
        """Take what Textual takes."""
        super().__init__(**options)
        self._on_its_way: deque[tuple[Typed, DOMNode]] = deque()
        """What was handed on, and to what."""
        self._come_back: deque[Typed] = deque()
        """From what has not the focus any more."""
        self._waiting: deque[Typed] = deque()
        self._followed_at = 0.0
        """When a message was sent behind; 0 where none is on its way."""

    async def on_event(self, event: events.Event) -> None:
        """Take an event, as Textual does; a key or paste in turn."""
        if not isinstance(event, (events.Key, events.Paste)):
            await super().on_event(event)
        elif event.is_forwarded:
            await self._take_back(event)
        else:
            self._waiting.append(event)
            if self._followed_at and time.monotonic() - self._followed_at > _LONGEST:
                self._on_its_way.clear()
                self._followed_at = 0.0
            await self._hand_on()

    @property
    def _hearer(self) -> DOMNode:
        return self.focused or self.screen

    async def _take_back(self, event: Typed) -> None:
        gone = self._up_to(event)
        if self._come_back or (gone and gone[-1][1] is not self._hearer):
            self._come_back.append(event)
        else:
            await super().on_event(event)
        await self._hand_on()

    def _up_to(self, last: Typed) -> list[tuple[Typed, DOMNode]]:
        """What was on its way, up to one; nothing where that is not among it."""
        if all(event is not last for event, _ in self._on_its_way):
            return []
        gone = [self._on_its_way.popleft()]
        while gone[-1][0] is not last:
            gone.append(self._on_its_way.popleft())
        return gone

    async def _hand_on(self) -> None:
        """Hand on what waits, unless something before it may yet come back."""
        if not self._on_its_way:
            self._waiting.extendleft(_anew(event) for event in reversed(self._come_back))
            self._come_back.clear()
        while self._waiting and not self._is_held_up:
            event = self._waiting.popleft()
            if isinstance(event, EscapedKey):
                bound = frozenset(self.screen.active_bindings)
                event, *behind = event.typed(bound, in_field=isinstance(self._hearer, Input))
                self._waiting.extendleft(behind)
            self._on_its_way.append((event, self._hearer))
            await super().on_event(event)
            if not event.is_forwarded:  # it was bound before all others
                self._on_its_way.pop()
        if self._is_held_up and self._on_its_way and not self._followed_at:
            self._followed_at = time.monotonic()
            self._pass_behind(*self._on_its_way[-1])

    @property
    def _is_held_up(self) -> bool:
        """Something may yet come back that has to be heard, or done, first."""
        if self._come_back or any(to is not self._hearer for _, to in self._on_its_way):
            return True
        return bool(self._on_its_way and self._waiting) and self._is_done_at_once(self._waiting[0])

    def _is_done_at_once(self, event: Typed) -> bool:
        """Whether a key is bound before what has the focus hears it."""
        if isinstance(event, events.Paste):
            return False
        chain = [bindings.key_to_bindings for _, bindings in self.screen._binding_chain]
        return any(each.priority for bound in chain for each in bound.get(event.key, ()))

    def _pass_behind(self, last: Typed, to: DOMNode) -> None:
        if to is self or not to.call_later(self._pass_behind, last, to.parent or self):
            self.call_later(self._follow_to_the_end, last)

    async def _follow_to_the_end(self, last: Typed) -> None:
        """What has not come back was taken, or is lost with a screen that was left meanwhile."""
        self._followed_at = 0.0
        for event, hearer in self._up_to(last):
            if not (event._stop_propagation or hearer.is_attached):
                self._come_back.append(event)
        await self._hand_on()


def _anew(event: Typed) -> Typed:
    """The same as if it had just come."""
    if isinstance(event, events.Paste):
        return events.Paste(event.text)
    return events.Key(event.key, event.character)
