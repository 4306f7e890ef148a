"""The explorer stopped, gone on, misinformed and broken: it ends whole, or not at all."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import stat
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.end_to_end.shipped import SHIPPED
from tests.tui.explorer.conftest import Start

RECORDS = f"{SHIPPED} records"
ALTERNATE, ORDINARY = b"\x1b[?1049h", b"\x1b[?1049l"


def is_given_back(terminal: PseudoTerminal, before: list[object]) -> bool:
    """Whether the terminal shows its ordinary screen again, and is set as it was."""
    while terminal.read(0.1):
        pass
    shown = terminal.drawn.rindex(ORDINARY) > terminal.drawn.rindex(ALTERNATE)
    return shown and termios.tcgetattr(terminal.device) == before


def times_taken(terminal: PseudoTerminal) -> int:
    return terminal.drawn.count(ALTERNATE)


def is_drawn_again(terminal: PseudoTerminal) -> bool:
    """Whether the records were drawn since the terminal was taken last."""
    return RECORDS.encode() in terminal.drawn[terminal.drawn.rindex(ALTERNATE) :]


def stop_behind_its_back(terminal: PseudoTerminal) -> None:
    os.kill(terminal.process, signal.SIGSTOP)
    os.waitpid(terminal.process, os.WUNTRACED)
    os.kill(terminal.process, signal.SIGCONT)


def go_on_without_a_stop(terminal: PseudoTerminal) -> None:
    os.kill(terminal.process, signal.SIGCONT)


def go_on_in_another_thread(terminal: PseudoTerminal) -> None:
    """The system may deliver a signal to any thread, and does so where the first one is busy."""
    terminal.settle(at_most=1)  # else the event loop, which waits for the first one, is not idle
    threads = Path(f"/proc/{terminal.process}/task")
    if not threads.is_dir():
        pytest.skip("threads are seen in /proc alone")
    other = max(int(each.name) for each in threads.iterdir())
    assert other != terminal.process
    ctypes.CDLL(None).tgkill(terminal.process, other, signal.SIGCONT)


def stop_by_key(terminal: PseudoTerminal) -> None:
    given_back = terminal.drawn.count(ORDINARY)
    terminal.press("\x1a")
    terminal.wait_until(lambda _: terminal.drawn.count(ORDINARY) > given_back)
    os.waitpid(terminal.process, os.WUNTRACED)
    os.kill(terminal.process, signal.SIGCONT)


@pytest.mark.parametrize(
    "stop", [stop_behind_its_back, go_on_without_a_stop, go_on_in_another_thread, stop_by_key]
)
def test_however_often_it_is_stopped_it_reads_once_and_ends_whole(
    start: Start, stop: Callable[[PseudoTerminal], None]
) -> None:
    with start() as terminal:
        before = termios.tcgetattr(terminal.device)
        terminal.wait_for(RECORDS)
        for _ in range(3):
            taken = times_taken(terminal)
            stop(terminal)
            terminal.wait_until(lambda _, taken=taken: times_taken(terminal) > taken)
            # Gone on to the end: a signal amid it would rightly change nothing.
            terminal.wait_until(lambda _: is_drawn_again(terminal))
        threads = Path(f"/proc/{terminal.process}/task")
        if threads.is_dir():
            names = [(each / "comm").read_text("utf-8") for each in threads.iterdir()]
            assert len(names) <= 4
        terminal.settle(at_most=1)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert is_given_back(terminal, before)


NONSENSE = [
    b"\x1b[1114112u",
    b"\x1b[99999999~",
    b"\x1b[55296u",
    b"\x1b[48;99999999;99999999;0;0t",
    b"\x1b[<0;99999999;5M",
    b"\x1b]11;rgb:qqqq/qqqq/qqqq\x07",
    b"\x1bP1$r0mq\x1b\\",
    b"\xff\xc3(\xf0\x9f\x98",
    b"\x1b[200~\xffq\x1b[201",
    b"q\x1b[201~",
]


def test_nonsense_from_the_terminal_is_ignored(start: Start) -> None:
    with start() as terminal:
        before = termios.tcgetattr(terminal.device)
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        for report in NONSENSE:
            os.write(terminal.device, report)
            terminal.settle(0.05, at_most=0.3)
        terminal.press("/", "زبد")
        terminal.wait_for("دبز")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert is_given_back(terminal, before)


CRASHING = """
import asyncio
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.terminal.reports import Reports

def crash(*arguments, **named):
    text = "of a record"
    raise ZeroDivisionError("of a record")

class Broken(KindTabs):
    on_mount = crash

async def work():
    crash()

def break_drawing(explorer):
    KindTabs.pieces = crash
    explorer.tabs.refresh()

WAYS = {
    "command": crash,
    "timer": lambda explorer: explorer.set_timer(0.01, crash),
    "worker": lambda explorer: explorer.run_worker(work()),
    "callback": lambda _: asyncio.get_running_loop().call_later(0.01, crash),
    "task": lambda explorer: asyncio.ensure_future(work()) and None,
    "mount": lambda explorer: explorer.mount(Broken()),
    "drawing": break_drawing,
    "reading": lambda _: setattr(Reports, "tick", crash),
}
Explorer.speak_again = WAYS["%s"]
from tui.cli import main
main()
"""


@pytest.mark.parametrize(
    "way", ["command", "timer", "worker", "callback", "task", "mount", "drawing", "reading"]
)
def test_a_defect_anywhere_ends_it_whole_with_a_report(
    start: Start, tmp_path: Path, way: str
) -> None:
    variables = {"XDG_STATE_HOME": str(tmp_path)}
    with start(variables=variables, program=("-c", CRASHING % way)) as terminal:
        before = termios.tcgetattr(terminal.device)
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("2", "L")
        assert terminal.wait_for_end() == 70
        assert is_given_back(terminal, before)
        said = bytes(terminal.drawn).rpartition(b"\x1b[?1004l")[2].decode()
    (report,) = (tmp_path / "masarat").glob("defect-*.txt")
    assert said.strip().startswith("في masarat خلل (ZeroDivisionError)")
    assert str(report) in said
    assert "of a record" not in said
    written = report.read_text("utf-8")
    assert " in crash\n" in written
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    state = json.loads((tmp_path / "masarat/state.json").read_text("utf-8"))
    assert state["kind"] == "agreement"


def test_a_second_signal_ends_it_at_once_with_the_terminal_given_back(start: Start) -> None:
    busy = "import time\nfrom tui.explorer.screens.explorer import Explorer\n"
    busy += "def wait(self):\n    self.app._driver.write('BUSY')\n    while True: time.sleep(0.1)\n"
    busy += "Explorer.speak_again = wait\nfrom tui.cli import main\nmain()"
    with start(program=("-c", busy)) as terminal:
        before = termios.tcgetattr(terminal.device)
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("L")
        terminal.wait_until(lambda _: b"BUSY" in terminal.drawn)
        os.kill(terminal.process, signal.SIGTERM)
        terminal.settle(at_most=1)
        os.kill(terminal.process, signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert is_given_back(terminal, before)
