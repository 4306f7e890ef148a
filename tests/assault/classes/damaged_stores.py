"""Harms stores at random, then runs every command and the explorer on them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tests.assault.assault import Assault, Fault
from tests.assault.calls import (
    WRITING,
    Call,
    copy_filled_home,
    every_call,
    is_reading,
    make_filled_home,
)
from tests.assault.damage import DAMAGES
from tests.assault.exit_codes import ALLOWED
from tests.assault.ground import Ended, Program
from tests.assault.rehearsal import refused
from tests.assault.terminal import Terminal


class DamagedStores(Assault):
    """Every command on a damaged store."""

    name = "damaged-stores"
    place = 40
    what = "a store harmed at random, then every command and the explorer's start on it"
    unit = "stores"
    whole = 1_000
    short = 100

    def prepare(self) -> None:
        """Make the store that copies are harmed of."""
        make_filled_home(self.ground)

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    @cached_property
    def _answers(self) -> dict[Call, Ended]:
        """What commands answer of the store before it is harmed."""
        home = copy_filled_home(self.ground, self.ground.folder / f"asked-{id(self)}")
        return {call: self.program.run(home, call) for call in self._calls if is_reading(call)}

    @cached_property
    def _calls(self) -> list[Call]:
        return every_call(self.program.commands)

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Harm one store and use it."""
        chance = random.Random(number)
        damage = DAMAGES[number % len(DAMAGES)]
        home = copy_filled_home(self.ground, folder / "home")
        damage.do(home / "store.db", chance)
        ended: dict[Call, Ended] = {}
        for call in self._calls:
            if call[0] in WRITING and not any(c[0] in WRITING for c in ended):
                yield from self._explorer(damage.name, home)
            ended[call] = self.program.run(home, call)
            said = f"{damage.name}: masarat {' '.join(call)}"
            yield from refused(ended[call], said, ALLOWED)
        if damage.must_be_told and ended[("check",)].code == 0:
            silent = [
                " ".join(call)
                for call, before in self._answers.items()
                if ended[call].output != before.output and not ended[call].errors
            ]
            if silent:
                yield Fault(f"{damage.name}: check says nothing, `{silent[0]}` answers otherwise")

    def _explorer(self, damage: str, home: Path) -> Iterator[Fault]:
        with Terminal(self.program, home) as terminal:
            terminal.settle()
            for keys in (b"j", b"\r", b"/", b"siege", b"\r", b"\t", b"j"):
                terminal.type(keys)
                terminal.settle(0.03)
            code = terminal.leave()
            for fault in terminal.left_wrong():
                yield fault._replace(what=f"{damage}: {fault.what}")
            if code > 0 and code not in ALLOWED:
                yield Fault(f"{damage}: the explorer ends with {code}: {terminal.drawn[-300:]!r}")
