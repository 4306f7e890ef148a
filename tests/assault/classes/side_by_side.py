"""Two explorers and imports on one store: nothing is refused, and each sees what is imported."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from tests.assault.assault import Assault, Fault
from tests.assault.ground import Program
from tests.end_to_end.pseudo_terminal import PseudoTerminal

_SECONDS: Final = 60.0
_SEEN_WITHIN: Final = 5.0
"""Seconds; promised is one, but a machine under assault is slow."""


class SideBySide(Assault):
    """Several programs on one store."""

    name = "side-by-side"
    place = 70
    what = "two explorers and imports on one store for a minute: each sees what the others change"
    unit = "sessions"
    whole = 1
    short = 1
    is_alone = True

    seconds = _SECONDS

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Import a record again and again under other names, and watch for them."""
        home = folder / "home"
        home.mkdir()
        yield from self._import(home, 0)
        explorer = [sys.executable, "-m", "tui"]
        environment = self.ground.environment(home)
        with (
            PseudoTerminal(explorer, environment=environment, folder=home) as one,
            PseudoTerminal(explorer, environment=environment, folder=home) as other,
        ):
            for terminal in (one, other):
                terminal.wait_for("Aaa 0", seconds=20)
            begun, count = time.monotonic(), 0
            while time.monotonic() - begun < self.seconds:
                count += 1
                yield from self._import(home, count)
                for which, terminal in (("first", one), ("second", other)):
                    try:
                        terminal.wait_for(f"Aaa {count}", seconds=_SEEN_WITHIN)
                    except AssertionError:
                        yield Fault(f"the {which} explorer does not show import {count}")
                        return
            for terminal in (one, other):
                terminal.press("ctrl+q")
                if code := terminal.wait_for_end():
                    yield Fault(f"an explorer ends with {code}")

    def _import(self, home: Path, count: int) -> Iterator[Fault]:
        record = {"key": "aaa", "kind": "zone", "type": "town", "name": {"en": f"Aaa {count}"}}
        (home / "one.jsonl").write_text(json.dumps(record), "utf-8")
        ended = self.program.run(home, ("import", "one.jsonl"))
        if ended.code:
            yield Fault(f"import {count} is refused: {ended.errors[-200:]}")
