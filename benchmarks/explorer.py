"""The explorer in a pseudo-terminal: its memory beside a bare Textual app, its next frames."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Comparison, in_turn
from tests.end_to_end.pseudo_terminal import PseudoTerminal

PEER = (sys.executable, Path(__file__).parent / "peers/bare_app.py")
SCROLLED = (sys.executable, "-m", "benchmarks.peers.scrolled_text")
"""Scrolls plain text by the keys that pan pictures."""
FOOTER = "q quit"
"""Stands once Textual has taken over: a list is written before that."""
_ROUND = 6
_WORDS = ("zabadani", "truce", "aleppo", "hama", "wounded", "الزبداني", "هدنة")
_KEYS_A_ROUND = 30
_LONGEST = 5
_QUIET = 0.08
"""Seconds without drawing after which what a key changed is taken to be on the screen."""


def explorer(store: Path) -> tuple[str | Path, ...]:
    """The command that explores a store."""
    return (sys.executable, "-m", "tui", "--store", store)


def compare_memory(store: Path, marker: str, runs: int, what: str, aim: float) -> Comparison:
    """Resident memory when the first screen stands."""
    ours, peer = in_turn(
        lambda: _memory(explorer(store), marker, FOOTER), lambda: _memory(PEER, "ready"), runs
    )
    return Comparison(f"resident memory, {what}", ours, peer, "MiB", aim)


def compare_use(store: Path, marker: str, rounds: int) -> Comparison:
    """Resident memory after long use: moves, searches and pictures, some thirty keys a round."""

    def used() -> float:
        with _started(explorer(store), marker, FOOTER) as terminal:
            for number in range(rounds):
                _use(terminal, _WORDS[number % len(_WORDS)])
            return _resident(terminal)

    ours, peer = [used()], [_memory(PEER, "ready")]
    name = f"resident memory after some {rounds * _KEYS_A_ROUND:,} keys, built-in collection"
    return Comparison(name, ours, peer, "MiB", 1.4)


def _use(terminal: PseudoTerminal, word: str) -> None:
    """Search, walk what is found, look at each picture, and come back."""
    for keys in (["/"], [*word], ["enter"], ["down"] * 8, ["t"], ["escape"], ["m"], ["escape"],
                 ["w"], ["escape"], ["/"], ["\x15"], ["escape"], ["down"] * 4):  # fmt: skip
        terminal.press(*keys)
        terminal.settle(_QUIET, at_most=1)


def key_to_drawn(command: Sequence[str | Path], keys: Sequence[str], marker: str) -> list[float]:
    """Milliseconds from each of some keys to the first drawing after it.

    Args:
        command: starts the explorer.
        keys: pressed one after another; the first opens what is waited for.
        marker: stands on the screen when the first key has done its work, and to the end.

    Raises:
        AssertionError: a key has left what the first one opened, or it stood before, so that
            something else was timed.
    """
    with PseudoTerminal(command, environment=_environment()) as terminal:
        _wait_for_start(terminal)
        if marker in terminal.text:
            raise AssertionError(f"{marker} stands before {keys[0]} is pressed")
        started = time.perf_counter()
        terminal.press(keys[0])
        terminal.wait_for(marker, seconds=60)
        opened = (time.perf_counter() - started) * 1000
        times = [opened, *(_until_drawn(terminal, key) for key in keys[1:])]
        if marker not in terminal.settle(_QUIET, at_most=1):
            raise AssertionError(f"{' '.join(keys)} has left what {keys[0]} opened")
        return times


def panned_side_by_side(
    command: Sequence[str | Path], opening: Sequence[str], keys: Sequence[str], marker: str
) -> tuple[list[float], list[float]]:
    """Milliseconds to the first drawing after each of some keys, of ours and of a bare Textual app.

    Args:
        command: starts the explorer.
        opening: keys that open a picture and bring it where it is panned.
        keys: a round, after which all is where it was; pressed in both in turn, round by round.
        marker: stands on the screen when the first key has done its work, and to the end.

    Raises:
        AssertionError: a key has left what the first one opened.
    """
    ours: list[float] = []
    peer: list[float] = []
    with (
        PseudoTerminal(command, environment=_environment()) as terminal,
        PseudoTerminal(SCROLLED, environment=_environment()) as other,
    ):
        _wait_for_start(terminal)
        other.wait_for("ready", seconds=60)
        terminal.press(opening[0])
        terminal.wait_for(marker, seconds=60)
        for key in opening[1:]:
            _until_drawn(terminal, key)
        for place in range(0, len(keys), _ROUND):
            ours += [_until_drawn(terminal, key) for key in keys[place : place + _ROUND]]
            peer += [_until_drawn(other, key) for key in keys[place : place + _ROUND]]
        if marker not in terminal.settle(_QUIET, at_most=1):
            raise AssertionError(f"{' '.join(keys)} has left what {opening[0]} opened")
    return drawn(ours), drawn(peer)


def memory_around(command: Sequence[str | Path], key: str, marker: str) -> tuple[float, float]:
    """Resident memory before a key and when what it opens stands."""
    with PseudoTerminal(command, environment=_environment()) as terminal:
        _wait_for_start(terminal)
        before = _resident(terminal)
        terminal.press(key)
        terminal.wait_for(marker)
        terminal.settle(at_most=2)
        return before, _resident(terminal)


def _wait_for_start(terminal: PseudoTerminal) -> None:
    """Wait until the explorer stands: before that a key would be timed with the start."""
    terminal.wait_for("records", FOOTER, seconds=60)
    terminal.settle(at_most=5)


def drawn_at_start(command: Sequence[str | Path], variables: Mapping[str, str]) -> bytes:
    """All that a start writes, its reports included."""
    with PseudoTerminal(command, environment={**_environment(), **variables}) as terminal:
        terminal.settle(1, at_most=15)
        return bytes(terminal.drawn)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MASARAT")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    home = "/dev/null"  # neither a configuration nor a state changes what is measured
    return {**kept, "TERM": "xterm-256color", "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}


def _started(command: Sequence[str | Path], *markers: str) -> PseudoTerminal:
    terminal = PseudoTerminal(command, environment=_environment())
    terminal.wait_for(*markers)
    terminal.settle(at_most=2)
    return terminal


def _memory(command: Sequence[str | Path], *markers: str) -> float:
    with _started(command, *markers) as terminal:
        return _resident(terminal)


def _resident(terminal: PseudoTerminal) -> float:
    status = Path(f"/proc/{terminal.process}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _until_drawn(terminal: PseudoTerminal, key: str) -> float:
    """Milliseconds from a key to the first drawing after it; no number where nothing is drawn."""
    terminal.settle(_QUIET, at_most=1)
    started = time.perf_counter()
    terminal.press(key)
    while not (written := terminal.take(1)):
        if time.perf_counter() - started > _LONGEST:
            return math.nan
    taken = (time.perf_counter() - started) * 1000
    terminal.show(written)  # which takes the emulator ten milliseconds, and is nobody's frame
    return taken


def drawn(times: Sequence[float]) -> list[float]:
    """The times of the keys that drew something: one at an edge may change nothing."""
    return [each for each in times if not math.isnan(each)]
