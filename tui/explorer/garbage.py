"""Garbage: looked for as Python does, and thoroughly while nobody types.

Closed dialogs, pictures and messages refer to themselves, so that they are there until they are
looked for. Among all that is there, that takes as long as a few frames: the letter that comes then
waits for it.
"""

from __future__ import annotations

import asyncio
import gc
from typing import Final

_NEW: Final = 700
"""Objects after which the new ones are looked through, as Python has it."""
_REST: Final = 2.0
"""Seconds without a key after which nobody is taken to be typing; a slow writer takes one a letter.
"""
_MANY: Final = 60
"""Keys without such a rest, after which a shorter one has to do."""
_BREATH: Final = 0.05
"""Seconds of that: what lies between two keys, of which none is held down."""
_SELDOM: Final = 100
"""How often those that are not so new are looked through before all are, should nobody ever rest;
as Python has it, a tenth of all letters would wait.
"""


class Garbage:
    """When garbage of the explorer is looked for."""

    def __init__(self) -> None:
        self._typed_at = 0.0
        self._keys = 0
        self._awaited: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Look for it from now on, but not among what came with the start.

        A command has Python look for it after a hundred thousand objects, as it has ended before.
        Here a key would wait for each such look, and after 1,200 keys some 17 MiB more be held
        (`make bench`).
        """
        gc.freeze()
        gc.set_threshold(_NEW, gc.get_threshold()[1], _SELDOM)
        gc.enable()

    def put_off(self) -> None:
        """A key: look through everything only once no other has followed for a while."""
        loop = asyncio.get_running_loop()
        self._typed_at = loop.time()
        self._keys += 1
        if self._awaited is None or self._keys == _MANY:
            self._await(loop, self._rest)

    @property
    def _rest(self) -> float:
        return _REST if self._keys < _MANY else _BREATH

    def _await(self, loop: asyncio.AbstractEventLoop, seconds: float) -> None:
        if self._awaited:
            self._awaited.cancel()
        self._awaited = loop.call_later(seconds, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        left = self._typed_at + self._rest - loop.time()
        if left > 0:
            self._await(loop, left)
            return
        self._awaited = None
        self._keys = 0
        if gc.isenabled():  # else the start is not over yet
            gc.collect()
