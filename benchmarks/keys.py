"""Keys pressed in a pseudo-terminal: when all they change stands, and how much was written for it.

`python -m benchmarks.keys` prints the figures beside a bare Textual app whose key draws three panes
of plain text anew (`benchmarks/peers/three_panes.py`), in one run, the two in turn; `make bench`
has them among the others.
"""

from __future__ import annotations

import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from pyte.screens import Char

from benchmarks.explorer import FOOTER
from benchmarks.measure import Latency, Row, Tail, percentile
from tests.end_to_end.pseudo_terminal import _PRIVATE, PseudoTerminal

PEER: Final = (sys.executable, Path(__file__).parent / "peers/three_panes.py")
_QUIET: Final = 0.16
"""Seconds without drawing after which what a key changed is taken to stand."""
COLUMNS: Final = 120
LINES: Final = 36

Cells = list[list[Char]]


class Key(NamedTuple):
    """What came of one key."""

    first: float
    """Milliseconds to the first drawing."""
    last: float
    """Milliseconds to the last change of text."""
    listed: float
    """Milliseconds to the last change of what stands above the panes and in the list."""
    busy: float
    """Milliseconds of processor time."""
    written: int
    """Bytes written."""
    changed: int
    """Bytes that the cells which differ between both frames would take."""


class Watched:
    """A program in a terminal, whose keys are timed."""

    def __init__(self, command: Sequence[str | Path], folder: Path, *markers: str) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name in ("CONFIG", "STATE", "DATA", "CACHE"):
            environment[f"XDG_{name}_HOME"] = str(folder / name)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._terminal = PseudoTerminal(
            command, environment=environment, columns=COLUMNS, lines=LINES
        )
        self._terminal.wait_for(*markers)
        self._terminal.settle(at_most=3)

    def close(self) -> None:
        """End the program."""
        self._terminal.__exit__(None, None, None)

    def press(self, key: str) -> Key:
        """Press a key, and wait until nothing more is drawn."""
        before, busy = self._cells(), self._busy()
        started = time.perf_counter()
        self._terminal.press(key)
        chunks = list(self._chunks(started))
        busy = self._busy() - busy
        last, text = 0.0, self._text()
        listed, results = 0.0, listed_in(text)
        for at, drawn in chunks:
            self._terminal._stream.feed(_PRIVATE.sub(b"", drawn))
            if self._text() != text:
                text, last = self._text(), at
            if listed_in(text) != results:
                results, listed = listed_in(text), at
        first = chunks[0][0] if chunks else 0.0
        written = sum(len(drawn) for _, drawn in chunks)
        return Key(first, last, listed, busy, written, cost(before, self._cells()))

    def _chunks(self, started: float) -> Iterator[tuple[float, bytes]]:
        device = self._terminal.device
        while select.select([device], [], [], _QUIET)[0]:
            drawn = os.read(device, 65536)
            yield (time.perf_counter() - started) * 1000, drawn

    def _busy(self) -> float:
        tasks = Path(f"/proc/{self._terminal.process}/task")
        return (
            sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6
        )

    def _text(self) -> list[str]:
        return list(self._terminal._screen.display)

    def _cells(self) -> Cells:
        buffer = self._terminal._screen.buffer
        return [[buffer[y][x] for x in range(COLUMNS)] for y in range(LINES)]


def listed_in(rows: Sequence[str]) -> list[str]:
    """What stands above the panes, and in the first of them, which is the list."""
    width = rows[2].find("╮╭") + 1 or COLUMNS
    return [row if y < 2 else row[:width] for y, row in enumerate(rows)]


def cost(before: Cells, after: Cells) -> int:
    """Bytes that the cells take which differ: where each run stands, its colours, its letters."""
    written, style = 0, None
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        x = 0
        while x < len(new):
            if old[x] == new[x]:
                x += 1
                continue
            written += len(f"\x1b[{y + 1};{x + 1}H")
            while x < len(new) and old[x] != new[x]:
                if style != new[x][1:]:
                    style = new[x][1:]
                    written += _style_cost(new[x])
                written += len(new[x].data.encode())
                x += 1
    return written


def _style_cost(cell: Char) -> int:
    """A reset, each colour in full, a number for each of bold, italics and so on."""
    colours = sum(len(";38;2;100;100;100") for each in (cell.fg, cell.bg) if each != "default")
    return len("\x1b[0m") + colours + 2 * sum(cell[3:])


class Asked(NamedTuple):
    """What is asked of a store while keys are timed."""

    store: Path
    first: str
    """The key of the record at which the explorer opens."""
    marker: str
    """What is on the screen then."""
    words: Sequence[str]
    """What is typed."""
    moves: int
    """How often the cursor moves."""


class Pressed(NamedTuple):
    """The keys of ours and of the peer, pressed in turn."""

    moved: Sequence[Key]
    moved_peer: Sequence[Key]
    typed: Sequence[Key]
    typed_peer: Sequence[Key]


def press(asked: Asked) -> Pressed:
    """Move the cursor and type words in the explorer, and press keys of the peer in between."""
    with tempfile.TemporaryDirectory() as name:
        ours = (sys.executable, "-m", "tui", "--store", asked.store, "open", asked.first)
        masarat = Watched(ours, Path(name), asked.marker, FOOTER)
        peer = Watched(PEER, Path(name), "ready")
        moved = [(masarat.press("down"), peer.press("x")) for _ in range(asked.moves)]
        masarat.press("/")
        typed = []
        for word in asked.words:
            typed += [(masarat.press(letter), peer.press("x")) for letter in word]
            for _ in word:
                masarat.press("backspace")
        masarat.close()
        peer.close()
    return Pressed(*zip(*moved, strict=True), *zip(*typed, strict=True))


def compare(asked: Asked, what: str) -> Iterator[Row]:
    """Until a letter's results and a moved cursor's record stand, and the bytes written for it.

    The record of the first result follows when typing rests; how long that takes is told too.
    """
    moved, moved_peer, typed, typed_peer = press(asked)
    listed = [key.listed for key in typed]
    yield Tail(f"letter typed until its results stand, {what}", listed, _last(typed_peer),
               "ms", 2, 60)  # fmt: skip
    yield Latency(f"letter typed until the record of the first stands, {what}", _last(typed), None)
    yield Tail(f"cursor moved until record and relations stand, {what}", _last(moved),
               _last(moved_peer), "ms", 1.3, 40)  # fmt: skip
    ratios = [key.written / key.changed for key in (*moved, *typed) if key.changed]
    name = f"bytes written a key beside what its changed cells take, {what}"
    yield Latency(name, ratios, 1.5, "")


def _last(keys: Sequence[Key]) -> list[float]:
    return [key.last for key in keys]


def main() -> None:
    """Print what keys take."""
    with tempfile.TemporaryDirectory() as name:
        store = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name) / "small.db"
        if not store.exists():
            made = (sys.executable, "-m", "tui", "create", store)
            subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        words = ("zabadani", "truce", "aleppo", "الزبداني")
        pressed = press(Asked(store, "ahrar-al-sham", "Ahrar al-Sham", words, 40))
    _show("cursor", pressed.moved, pressed.moved_peer)
    _show("letter", pressed.typed, pressed.typed_peer)


def _show(what: str, ours: Sequence[Key], peers: Sequence[Key]) -> None:
    for place, figure in enumerate(Key._fields):
        a, b = ([float(key[place]) for key in keys] for keys in (ours, peers))
        print(
            f"{what:7} {figure:8} ours p50 {statistics.median(a):8.1f} p95 {percentile(a, 95):8.1f}"
            f"   peer p50 {statistics.median(b):8.1f} p95 {percentile(b, 95):8.1f}"
            f"   ratio p95 {percentile(a, 95) / max(1e-9, percentile(b, 95)):.2f}"
        )
    ratios = [key.written / key.changed for key in ours if key.changed]
    median, p95 = statistics.median(ratios), percentile(ratios, 95)
    print(f"{what:7} written/changed p50 {median:.2f} p95 {p95:.2f}")


if __name__ == "__main__":
    main()
