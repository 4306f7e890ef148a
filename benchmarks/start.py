"""A start in a pseudo-terminal: when its frame stands and a key is answered, what changes between.

`python -m benchmarks.start` prints the figures beside a bare Textual app (`peers/bare_app.py`), in
one run, the two in turn. The frame is that of the curtain, see `tui/curtain.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import Final, NamedTuple

from benchmarks.explorer import PEER
from benchmarks.measure import Comparison, Latency, Row, in_turn
from store.model.records import Bilingual
from store.store import Store
from tests.end_to_end.pseudo_terminal import PseudoTerminal

COLUMNS: Final = 140
LINES: Final = 40
_LISTED: Final = "Zabadani truce"
"""In the list while truces are looked for."""
_STARRED: Final = "yarmouk-truces-2014"
_ITS_NAME: Final = "Yarmouk truces (2014)"
"""It stands in that list, in sight."""
_FIRST: Final = "ahrar-al-sham"
"""Among the first in the list of all."""
_ADDED: Final = "added"
_TRIES: Final = 5
"""On a busy machine the frame of the next start is not drawn in time."""
_SETTLED: Final = 0.5


class Folder(NamedTuple):
    """Where one user's masarat keeps everything."""

    path: Path

    @property
    def environment(self) -> dict[str, str]:
        """Variables for a start there."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MASARAT", "XDG"))}
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        homes = {f"XDG_{name}_HOME": str(self.path / name) for name in ("CONFIG", "STATE", "DATA")}
        return {**kept, **homes, "TERM": "xterm-256color", "COLORTERM": "truecolor"}

    def start(self, *command: str | Path) -> PseudoTerminal:
        """Start a program there."""
        return PseudoTerminal(command, environment=self.environment, columns=COLUMNS, lines=LINES)

    @property
    def curtain(self) -> Path:
        """Where the frame of the next start is kept."""
        return self.path / "STATE/masarat/curtain"

    @property
    def ours(self) -> tuple[str | Path, ...]:
        """The explorer's command, as it is installed: `python -m` loads twenty modules first."""
        command = Path(sys.executable).with_name("masarat")
        return (command, "--store", self.path / "small.db")


def until_written(terminal: PseudoTerminal, seen: bytes) -> float:
    """Seconds from the start until something has been written."""
    taken = b""
    while seen not in terminal.drawn:
        taken += terminal.take(5)
    spent = time.perf_counter() - terminal.started
    terminal.show(taken)
    return spent


def until_answered(terminal: PseudoTerminal, typed: str, seen: Callable[[str], bool]) -> float:
    """Seconds from the start until what is typed at once is answered on the screen."""
    terminal.press(*typed)
    with _reading(terminal) as written:
        while True:
            at, drawn = written.get(timeout=30)
            terminal.show(drawn)
            if seen(terminal.text):
                return at - terminal.started


@contextmanager
def _reading(terminal: PseudoTerminal) -> Iterator[SimpleQueue[tuple[float, bytes]]]:
    """What is written, each piece with the time when it came, whatever else is done meanwhile."""
    written: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            if drawn := terminal.take(0.05):
                written.put((time.perf_counter(), drawn))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield written
    finally:
        ended.set()
        reader.join()


def prepare(folder: Folder, search: str = "truce") -> None:
    """Make a store, and leave the explorer, amid a search if one is given: its frame is kept."""
    made = (sys.executable, "-m", "tui", "create", str(folder.path / "small.db"))
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL, env=folder.environment)
    if not search:  # at a record: of the overview no frame is kept
        state = folder.curtain.with_name("state.json")
        state.parent.mkdir(parents=True)
        state.write_text(f'{{"record": "{_FIRST}"}}', encoding="utf-8")
    for _ in range(_TRIES):
        _search_and_leave(folder, search)
        if folder.curtain.exists():
            return
    raise RuntimeError("no frame was kept")


def _search_and_leave(folder: Folder, search: str) -> None:
    with folder.start(*folder.ours) as terminal:
        terminal.wait_for("records")
        terminal.settle(1, at_most=6)
        if search:
            terminal.press("/", search)
            terminal.wait_for(_LISTED)
            terminal.press("enter")
        terminal.settle(1, at_most=6)
        terminal.press("ctrl+q")
        terminal.wait_for_end()


def _until_listed_anew(folder: Folder) -> float:
    """Seconds until the list of a store stands that has changed since the last start."""
    os.utime(folder.path / "small.db")
    with folder.start(*folder.ours) as terminal:
        return until_answered(terminal, "", lambda text: _LISTED in text)


def _until_starred(folder: Folder) -> float:
    """Seconds until the list stands in which a record is starred, or no more so."""
    with Store(folder.path / "small.db") as store:
        is_starred = store.row(_STARRED).marked
        store.mark_all([_STARRED], marked=not is_starred)

    def seen(text: str) -> bool:
        line = next((line for line in text.split("\n") if _ITS_NAME in line), "")
        return bool(line) and ("★" in line.partition(_ITS_NAME)[0]) is not is_starred

    with folder.start(*folder.ours) as terminal:
        return until_answered(terminal, "", seen)


def _until_added(folder: Folder) -> float:
    """Seconds until the list of all records stands that has another one, by another name."""
    with Store(folder.path / "small.db") as store:
        record = store.get(next(iter(store.records("zone"))).key)
        name = f"000 added {time.monotonic_ns()}"
        store.put(record._replace(key=_ADDED, name=Bilingual(name, "مضاف")))

    with folder.start(*folder.ours) as terminal:
        return until_answered(terminal, "", lambda text: name in text)


def first_frame(folder: Folder, *command: str | Path, seen: bytes) -> float:
    """Seconds until the first frame is written, which begins on the other screen."""
    with folder.start(*command) as terminal:
        return until_written(terminal, seen)


def cells_changed(folder: Folder) -> int:
    """Cells that are not as the first frame had them when the start is over."""
    with folder.start(*folder.ours) as terminal:
        until_written(terminal, b"quit")
        terminal.settle(0.05, at_most=0.1)
        before = [list(row.values()) for row in _rows(terminal)]
        terminal.settle(_SETTLED, at_most=6)
        after = [list(row.values()) for row in _rows(terminal)]
    rows = zip(before, after, strict=True)
    return sum(a != b for old, new in rows for a, b in zip(old, new, strict=True))


def _rows(terminal: PseudoTerminal) -> list[dict[int, object]]:
    buffer = terminal._screen.buffer
    return [{x: buffer[y][x] for x in range(COLUMNS)} for y in range(LINES)]


def compare(folder: Folder, runs: int) -> Iterator[Row]:
    """Starts beside those of the bare app: a later one, of a changed store, the very first.

    Args:
        folder: an empty one.
        runs: pairs a comparison.
    """
    prepare(folder)
    peer: tuple[str | Path, ...] = PEER

    def bare() -> float:
        return first_frame(folder, *peer, seen=b"ready")

    later = in_turn(lambda: first_frame(folder, *folder.ours, seen=b"quit"), bare, runs)
    yield Comparison("exec to the first screen with records, a later start", *later, "s", 0.15)
    yield Latency("cells that differ at hand-over", [cells_changed(folder)], 0, "")
    answered = in_turn(lambda: _answered(folder), lambda: _answered_by_peer(folder, peer), runs)
    yield Comparison("exec to a key answered, a later start", *answered, "s", 1.15)
    changed = in_turn(lambda: _until_listed_anew(folder), bare, runs)
    yield Comparison("exec to the list of a changed store", *changed, "s", 0.25)
    starred = in_turn(lambda: _until_starred(folder), bare, runs)
    yield Comparison("exec to the list of a store in which it changed", *starred, "s", 0.25)
    others = Folder(folder.path / "others")
    others.path.mkdir()
    prepare(others, search="")
    added = in_turn(lambda: _until_added(others), bare, runs)
    yield Comparison("exec to the list of a store with another record", *added, "s", 0.25)
    first = in_turn(lambda: _first_of_all(folder), bare, runs)
    yield Comparison("exec to the first screen with records, the first start", *first, "s", 1)


def main() -> None:
    """Print what a start takes."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as name:
        for comparison in compare(Folder(Path(name)), runs):
            print(comparison.row(), flush=True)


def _until_shown(folder: Folder, words: str) -> float:
    with folder.start(*folder.ours) as terminal:
        return until_answered(terminal, "", lambda text: words in text)


def _first_of_all(folder: Folder) -> float:
    shutil.rmtree(folder.path / "STATE", ignore_errors=True)
    return _until_shown(folder, "Ahrar al-Sham")


def _answered(folder: Folder) -> float:
    with folder.start(*folder.ours) as terminal:
        return until_answered(terminal, "/z", lambda text: "/ z" in text and "Zabadani" in text)


def _answered_by_peer(folder: Folder, peer: tuple[str | Path, ...]) -> float:
    with folder.start(*peer, "input") as terminal:
        return until_answered(terminal, "z", lambda text: "ready" in text and "z" in text)


if __name__ == "__main__":
    main()
