"""Ends an operation as `kill -9` does, before each of its writes and in the middle of them."""

from __future__ import annotations

import signal
from collections.abc import Iterator

from tests.assault.assault import Fault
from tests.assault.ground import Ended
from tests.assault.interrupting import Case, Interrupting
from tests.assault.recorded import Event


class Kill(Interrupting):
    """`kill -9` at a write."""

    name = "kill"
    place = 10
    what = "`kill -9` before, and half way in, each write, sync and rename of an operation"
    unit = "kills"
    short = 120
    manners = ("kill", "half")

    @classmethod
    def is_hit(cls, event: Event, manner: str) -> bool:
        """Everything can be ended before it happens; only a write has a middle."""
        return manner == "kill" or event.what == "write"

    def said_wrong(self, case: Case, ended: Ended) -> Iterator[Fault]:
        """It must have been killed; else the operation does not write the same at each run."""
        if ended.code not in (-signal.SIGKILL, 0):
            yield Fault(f"was not killed but ended with {ended.code}: {ended.errors[-300:]}")
