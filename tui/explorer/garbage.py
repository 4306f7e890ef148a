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
_SELDOM: Final = 100
"""How often those that are not so new are looked through before all are, should nobody ever rest;
as Python has it, a tenth of all letters would wait.
"""


class Garbage:
    """When garbage of the explorer is looked for."""

    def __init__(self) -> None:
        self._typed_at = 0.0
        self._is_awaited = False

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
        if not self._is_awaited:
            self._is_awaited = True
            loop.call_later(_REST, self._look, loop)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        left = self._typed_at + _REST - loop.time()
        if left > 0:
            loop.call_later(left, self._look, loop)
            return
        self._is_awaited = False
        if gc.isenabled():  # else the start is not over yet
            gc.collect()
