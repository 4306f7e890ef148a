"""The explorer in a pseudo-terminal beside a bare Textual app: first paint, keys, memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Comparison, Latency, in_turn, percentile
from tests.end_to_end.pseudo_terminal import PseudoTerminal

PEER = (sys.executable, Path(__file__).parent / "peers/bare_app.py")
_QUIET = 0.08
"""Seconds without drawing after which what a key changed is taken to be on the screen."""


def explorer(store: Path) -> tuple[str | Path, ...]:
    """The command that explores a store."""
    return (sys.executable, "-m", "tui", "--store", store)


def compare_first_paint(store: Path, marker: str, runs: int, aim: float, what: str) -> Comparison:
    """Time from start until a record, or the bare app's word, is on the screen."""
    ours, peer = in_turn(
        lambda: _first_paint(explorer(store), marker), lambda: _first_paint(PEER, "ready"), runs
    )
    return Comparison(f"first paint with records, {what}", ours, peer, "s", aim)


def compare_memory(store: Path, marker: str, runs: int, what: str) -> Comparison:
    """Resident memory when the first screen stands."""
    ours, peer = in_turn(
        lambda: _memory(explorer(store), marker), lambda: _memory(PEER, "ready"), runs
    )
    return Comparison(f"resident memory, {what}", ours, peer, "MiB", 1.3)


def measure_moving(store: Path, marker: str, keys: int, what: str) -> Latency:
    """Time from pressing the down arrow to the first drawing that follows it."""
    with _started(explorer(store), marker) as terminal:
        times = [_until_drawn(terminal, "down") for _ in range(keys)]
    return Latency(f"moving in the list, {what}", times, 33)


def key_to_drawn(command: Sequence[str | Path], keys: Sequence[str], marker: str) -> list[float]:
    """Milliseconds from each of some keys to the first drawing after it.

    Args:
        command: starts the explorer.
        keys: pressed one after another; the first opens what is waited for.
        marker: stands on the screen when the first key has done its work.
    """
    with PseudoTerminal(command, environment=_environment()) as terminal:
        terminal.settle(at_most=15)
        started = time.perf_counter()
        terminal.press(keys[0])
        terminal.wait_for(marker)
        opened = (time.perf_counter() - started) * 1000
        return [opened, *(_until_drawn(terminal, key) for key in keys[1:])]


def compare_typing(
    store: Path, marker: str, words: Sequence[str], what: str
) -> Iterator[Comparison]:
    """95th percentiles of the times from a letter to the first drawing and to all it changes."""
    with _started(explorer(store), marker) as terminal:
        terminal.press("/")
        terminal.settle(at_most=1)
        ours = _typing_times(terminal, words)
    with _started((*PEER, "input"), "ready") as terminal:
        peer = _typing_times(terminal, words)
    for place, until in enumerate(("first drawing", "results drawn")):
        ours_p95, peer_p95 = (percentile([time[place] for time in t], 95) for t in (ours, peer))
        name = f"typing in the search box, key to {until} (p95), {what}"
        yield Comparison(name, [ours_p95], [peer_p95], "ms", 2)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MASARAT")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    home = "/nonexistent"  # neither a configuration nor a state changes what is measured
    return {**kept, "TERM": "xterm-256color", "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}


def _started(command: Sequence[str | Path], marker: str) -> PseudoTerminal:
    terminal = PseudoTerminal(command, environment=_environment())
    terminal.wait_for(marker)
    terminal.settle(at_most=2)
    return terminal


def _first_paint(command: Sequence[str | Path], marker: str) -> float:
    with PseudoTerminal(command, environment=_environment()) as terminal:
        terminal.wait_for(marker)
        return time.perf_counter() - terminal.started


def _memory(command: Sequence[str | Path], marker: str) -> float:
    with _started(command, marker) as terminal:
        status = Path(f"/proc/{terminal.process}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _until_drawn(terminal: PseudoTerminal, key: str) -> float:
    """Milliseconds from a key to the first drawing after it."""
    terminal.settle(_QUIET, at_most=1)
    started = time.perf_counter()
    terminal.press(key)
    while not terminal.read(1):
        pass
    spent = time.perf_counter() - started
    return spent * 1000


def _typing_times(terminal: PseudoTerminal, words: Sequence[str]) -> list[tuple[float, float]]:
    times = []
    for word in words:
        for letter in word:
            times.append(_until_settled(terminal, letter))
        terminal.press(*["backspace"] * len(word))
        terminal.settle(at_most=2)
    return times


def _until_settled(terminal: PseudoTerminal, key: str) -> tuple[float, float]:
    """Milliseconds from a key to the first drawing, and to the last before all stands still."""
    started = first = last = time.perf_counter()
    terminal.press(key)
    while terminal.read(_QUIET if last > started else 1):
        last = time.perf_counter()
        first = last if first == started else first
    return (first - started) * 1000, (last - started) * 1000
