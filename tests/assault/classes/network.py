"""Runs every command and the explorer where there is no network, and counts sockets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tests.assault.assault import Assault, Fault
from tests.assault.calls import Call, copy_filled_home, every_call, make_filled_home
from tests.assault.ground import Program
from tests.assault.network import NAMESPACE, lacking
from tests.assault.terminal import Terminal
from tui.command_line.table import COMMANDS

_CALLS = every_call(COMMANDS)


class Network(Assault):
    """There is no network, and nobody asks for one."""

    name = "network"
    place = 80
    what = (
        "every command and the explorer in a namespace without a network: the same answers as "
        "with one, and no socket asked for"
    )
    unit = "programs"
    whole = short = len(_CALLS) + 1

    @classmethod
    def lacks(cls) -> str:
        """Namespaces, where none can be made."""
        return lacking()

    def prepare(self) -> None:
        """Make the home that commands are run in."""
        make_filled_home(self.ground)

    @cached_property
    def program(self) -> Program:
        """masarat as it runs everywhere."""
        return Program(self.ground)

    @cached_property
    def cut_off(self) -> Program:
        """masarat without a network."""
        return Program(self.ground, within=NAMESPACE)

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Run one command both ways; the last attempt is the explorer's."""
        home = copy_filled_home(self.ground, folder / "home")
        log = folder / "sockets"
        if number < len(_CALLS):
            yield from self._command(_CALLS[number], home, log)
            said = f"masarat {' '.join(_CALLS[number])}"
        else:
            yield from self._explorer(home, log)
            said = "the explorer"
        for line in log.read_text("utf-8").splitlines():
            yield Fault(f"{said} asks for the network: {line}")

    def _command(self, call: Call, home: Path, log: Path) -> Iterator[Fault]:
        with_network = self.program.run(home, call)
        another = copy_filled_home(self.ground, home.with_name("cut-off"))
        without = self.cut_off.run(another, call, variables={"SOCKETS_LOG": str(log)})
        printed = without.output.replace(str(another), str(home))
        if (without.code, printed) != (with_network.code, with_network.output):
            yield Fault(
                f"masarat {' '.join(call)} answers otherwise without a network, with exit code "
                f"{without.code} for {with_network.code}: {without.errors[-300:]}"
            )

    def _explorer(self, home: Path, log: Path) -> Iterator[Fault]:
        with Terminal(self.cut_off, home, variables={"SOCKETS_LOG": str(log)}) as terminal:
            terminal.settle()
            for keys in (b"/siege\r", b"\r", b"j", b"?"):
                terminal.type(keys)
                terminal.settle(0.1)
            code = terminal.leave()
            yield from terminal.left_wrong()
            if code:
                yield Fault(f"the explorer ends with {code}")
