"""Harms stores at random, then runs every command and the explorer on them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from tests.assault.assault import Assault, Fault
from tests.assault.damage import DAMAGES
from tests.assault.exit_codes import ALLOWED
from tests.assault.ground import Ended, Ground, Program
from tests.assault.rehearsal import refused
from tests.assault.terminal import Terminal

_CALLS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "lookup": (("zabadany",), ("الزبداني", "--json")),
    "search": (("siege",), ("ceasefire zone:zabadani", "--json"), ("marked:no",)),
    "list": ((), ("--order", "date", "--json"), ("--kind", "zone", "--order", "links")),
    "show": (("four-towns",), ("zabadani", "--json"), ("kefraya", "--markdown"), ("article",)),
    "export": (("--to", "out"), ("--to", "out.md", "--query", "siege")),
    "import": (("in",),),
    "backup": (("saved.db",),),
}
"""What each command is called with; those that are not here are called as they are."""
_WRITING: Final = ("import", "backup", "repair")
"""Come last, in this order, as the store is another one after them."""


class DamagedStores(Assault):
    """Every command on a damaged store."""

    name = "damaged-stores"
    place = 40
    what = "a store harmed at random, then every command and the explorer's start on it"
    unit = "stores"
    whole = 1_000
    short = 100

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._home = ground.folder / "whole-store"

    def prepare(self) -> None:
        """Make the store that copies are harmed of."""
        if not self._home.exists():
            self._home.mkdir()
            with Program(self.ground) as program:
                program.run(self._home, ("stats",))
                program.run(self._home, ("export", "--to", "in"))

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    @cached_property
    def _answers(self) -> dict[tuple[str, ...], Ended]:
        """What commands answer of the store before it is harmed."""
        home = self._home.with_name(f"{self._home.name}-{id(self)}")
        shutil.copytree(self._home, home)
        return {call: self.program.run(home, call) for call in self.calls() if is_reading(call)}

    def calls(self) -> list[tuple[str, ...]]:
        """Every command as it is called, those that write last."""
        commands = [*(c for c in self.program.commands if c not in _WRITING),
                    *(c for c in _WRITING if c in self.program.commands)]  # fmt: skip
        return [(command, *rest) for command in commands for rest in _CALLS.get(command, ((),))]

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Harm one store and use it."""
        chance = random.Random(number)
        damage = DAMAGES[number % len(DAMAGES)]
        home = folder / "home"
        shutil.copytree(self._home, home)
        damage.do(home / "store.db", chance)
        ended: dict[tuple[str, ...], Ended] = {}
        for call in self.calls():
            if call[0] in _WRITING and not any(c[0] in _WRITING for c in ended):
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


def is_reading(call: tuple[str, ...]) -> bool:
    """Whether a call answers from the store, by what it prints."""
    return call[0] in ("lookup", "search", "list", "show", "stats")
