"""Replays what an operation wrote up to a point, without some of what was not synced by then."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tests.assault.assault import Assault, Fault
from tests.assault.ground import Program, compiler
from tests.assault.recorded import lose_power
from tests.assault.rehearsal import Rehearsed, lost, rehearse


class PowerLoss(Assault):
    """The power fails."""

    name = "power-loss"
    place = 30
    what = "power lost during an operation: its recorded writes without some that were not synced"
    unit = "losses of power"
    whole = 3_000
    short = 240

    @classmethod
    def lacks(cls) -> str:
        """A C compiler, where there is none."""
        return "" if compiler() else "no C compiler is installed"

    def prepare(self) -> None:
        """Do each operation once."""
        rehearse(self.ground)

    @cached_property
    def _rehearsed(self) -> list[Rehearsed]:
        return rehearse(self.ground)

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Lose power once in the operation whose turn it is."""
        rehearsed = self._rehearsed[number % len(self._rehearsed)]
        home = folder / "home"
        home.mkdir()
        happened = lose_power(rehearsed.before, rehearsed.events, home, random.Random(number))
        for fault in lost(rehearsed, self.program, home, None):
            where = f"after write {happened} of {len(rehearsed.events)}"
            yield fault._replace(what=f"{where}: {fault.what}")
