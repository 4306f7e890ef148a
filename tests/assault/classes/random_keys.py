"""Random keys, sizes, signals and pastes for the explorer, whose memory and files stay flat."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from store.text.keyboard_layouts import ARABIC_101
from tests.assault.assault import Assault, Fault
from tests.assault.ground import Program
from tests.assault.mutation import HOSTILE
from tests.assault.terminal import Terminal
from tui.explorer.commands import COMMANDS

_SECONDS: Final = 120.0
"""How long the explorer is used in one attempt."""
_WARM: Final = 0.4
"""The part of it after which memory must no longer grow: caches are full then."""
_LONG_ENOUGH: Final = 60.0
"""Seconds, before which caches still fill."""
_MOST_GROWTH: Final = 0.25
_MOST_HANDLES: Final = 4
_SENT: Final = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "escape": "\x1b",
    "space": " ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C", "f1": "\x1bOP", "f2": "\x1bOQ",
    "f3": "\x1bOR", "f4": "\x1bOS", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~",
    "f9": "\x1b[20~",
}  # fmt: skip
"""What a terminal sends for a key that is no character, by the name that Textual has for it."""
_ENDING: Final = ("quit", "suspend")
"""What these commands do has its turn at the end, and among the signals."""


def _sent(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) & 0x1F)
    return key if len(key) == 1 else _SENT[key]


_OF_COMMANDS: Final = tuple(
    _sent(key) for command in COMMANDS.values() if command.id not in _ENDING for key in command.keys
)
_KEYS: Final = (
    *_OF_COMMANDS, *(ARABIC_101.get(key, key) for key in _OF_COMMANDS), *"abdrtmwp6789",
    "زبداني", "siege", "\r", "\r\r", "\r\r", "\x1b\x1b", "\x1b[3~",
)  # fmt: skip
_REPORTS: Final = (
    "\x1b[1114112u", "\x1b[99999999~", "\x1b[27;5;1114112~", "\x1b[999999;999999R",
    "\x1b[<0;999999;1M", "\x1b[<64;5;5M",
    "\x1b[<0;10;10M\x1b[<0;10;10m", "\x1b[?2026;2$y", "\x1b[?1;2c", "\x1bP>|X(1)\x1b\\",
    "\x1b]11;rgb:ff/ff/ff\x1b\\", "\x1b[I",
    "\x1b[O", "\x1b[", "\x1b]", "\x1bP", "\xff", "\x1b[48;0;0;0;0t", "\x1b[200~\x1b[201~",
)  # fmt: skip
_STOPPING: Final = (signal.SIGSTOP, signal.SIGTSTP)
_SIGNALS: Final = (signal.SIGWINCH, signal.SIGCONT, *_STOPPING)
_LOCALES: Final = ("C.UTF-8", "ar_SY.UTF-8")

_Act = Callable[[Terminal, random.Random], None]


def _press(terminal: Terminal, chance: random.Random) -> None:
    keys = "".join(chance.choice(_KEYS) for _ in range(chance.choice((1, 1, 3, 20))))
    # `q` and what else ends the explorer has its turn at the end.
    terminal.type(keys.encode())


def _paste(terminal: Terminal, chance: random.Random) -> None:
    text = "".join(chance.choice(HOSTILE) for _ in range(chance.choice((1, 5, 200))))
    text *= chance.choice((1, 1, 1, 30))
    inside = text.replace("\x1b", "").encode("utf-8", "ignore")[:60_000]
    terminal.type(b"/\x1b[200~" + inside + b"\x1b[201~")


def _resize(terminal: Terminal, chance: random.Random) -> None:
    terminal.resize(chance.choice((1, 2, 20, 80, 120, 300)), chance.choice((1, 2, 8, 24, 40, 100)))


def _signal(terminal: Terminal, chance: random.Random) -> None:
    number = chance.choice(_SIGNALS)
    terminal.signal(number)
    if number in _STOPPING:
        for _ in range(chance.choice((1, 3))):
            terminal.signal(signal.SIGCONT)


def _report(terminal: Terminal, chance: random.Random) -> None:
    terminal.type(chance.choice(_REPORTS).encode("latin-1", "ignore"))


_ACTS: Final[tuple[_Act, ...]] = (*(_press,) * 12, _paste, _resize, _signal, _report)


class RandomKeys(Assault):
    """Somebody whose cat walks over the keyboard."""

    name = "random-keys"
    place = 60
    what = "random keys, sizes, signals, pastes and terminal reports for two minutes each"
    unit = "sessions"
    whole = 6
    short = 2

    seconds = _SECONDS

    @cached_property
    def program(self) -> Program:
        """By which masarat is run in this process."""
        return Program(self.ground)

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Use the explorer for a while, then leave it."""
        chance = random.Random(number)
        home = folder / "home"
        home.mkdir()
        done = "nothing"
        spoken = {"LANG": _LOCALES[number % len(_LOCALES)]}
        with Terminal(self.program, home, variables=spoken) as terminal:
            terminal.settle()
            begun = time.monotonic()
            warm: tuple[int, int] | None = None
            used = (0, 0)
            acts = 0
            while (passed := time.monotonic() - begun) < self.seconds:
                act = chance.choice(_ACTS)
                done = act.__name__.strip("_")
                act(terminal, chance)
                # A person sees what came of it; what is sent faster waits in the program's queue.
                terminal.settle(0.02 if act is not _report else 0.2, at_most=10)
                acts += 1
                if terminal.running.poll(0):
                    yield Fault(
                        f"after {acts} acts the explorer ends with {terminal.running.code}, "
                        f"the last was to {done}{_reported(home)}"
                    )
                    return
                if passed > _WARM * self.seconds:
                    used = _memory_and_handles(terminal.running.process)
                    warm = warm or used
            terminal.resize(100, 30)
            code = terminal.leave()
            yield from terminal.left_wrong()
            if code > 0:
                yield Fault(f"it ends with {code} when it is left{_reported(home)}")
        if self.seconds < _LONG_ENOUGH:
            return
        if warm and used[0] > warm[0] * (1 + _MOST_GROWTH):
            yield Fault(f"memory grows from {warm[0]:,} to {used[0]:,} KiB")
        if warm and used[1] > warm[1] + _MOST_HANDLES:
            yield Fault(f"open files grow from {warm[1]} to {used[1]}")


def _reported(home: Path) -> str:
    """The end of the report that a defect leaves, if there is one."""
    reports = sorted(home.rglob("defect-*.txt"))
    return f": {reports[-1].read_text('utf-8')[-900:]}" if reports else ""


def _memory_and_handles(process: int) -> tuple[int, int]:
    """Memory in use in KiB, and how many files are open."""
    folder = Path("/proc", str(process))
    try:
        status = (folder / "status").read_text("ascii")
        resident = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        return int(resident), len(list((folder / "fd").iterdir()))
    except (OSError, StopIteration):
        return 0, 0
