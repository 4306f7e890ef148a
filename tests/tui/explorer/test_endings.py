"""The explorer stopped, gone on, misinformed and broken: it ends whole, or not at all."""

from __future__ import annotations

import ctypes
import json
import os
import re
import signal
import stat
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.pseudo_terminal import PseudoTerminal
from tests.end_to_end.shipped import SHIPPED
from tests.thoroughly import thorough_but
from tests.tui.explorer.conftest import Start

RECORDS = f"{SHIPPED} records"
ALTERNATE, ORDINARY = b"\x1b[?1049h", b"\x1b[?1049l"


def is_given_back(terminal: PseudoTerminal) -> bool:
    """Whether the terminal shows its ordinary screen again, and is set as it was."""
    while terminal.read(0.1):
        pass
    shown = terminal.drawn.rindex(ORDINARY) > terminal.drawn.rindex(ALTERNATE)
    return shown and termios.tcgetattr(terminal.device) == terminal.as_given


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
    # Numbers begin anew at some height: a later thread may have a lower one.
    other = next(int(each.name) for each in threads.iterdir() if each.name != str(terminal.process))
    ctypes.CDLL(None).tgkill(terminal.process, other, signal.SIGCONT)


def stop_by_key(terminal: PseudoTerminal) -> None:
    given_back = terminal.drawn.count(ORDINARY)
    terminal.press("\x1a")
    terminal.wait_until(lambda _: terminal.drawn.count(ORDINARY) > given_back)
    os.waitpid(terminal.process, os.WUNTRACED)
    os.kill(terminal.process, signal.SIGCONT)


IDLE = """
from tui.explorer.screens.explorer import Explorer
Explorer.seconds_between_looks = 3600
from tui.cli import main
main()
"""
"""Nothing but what comes from without wakes its event loop: a signal that does not is not heard."""


@pytest.mark.parametrize(
    "stop", [stop_behind_its_back, go_on_without_a_stop, go_on_in_another_thread, stop_by_key]
)
def test_however_often_it_is_stopped_it_reads_once_and_ends_whole(
    start: Start, stop: Callable[[PseudoTerminal], None]
) -> None:
    with start(program=("-c", IDLE)) as terminal:
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
        assert is_given_back(terminal)


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
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        for report in NONSENSE:
            os.write(terminal.device, report)
            terminal.settle(0.05, at_most=0.3)
        terminal.press("/", "زبد")
        terminal.wait_for("دبز")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert is_given_back(terminal)


def test_a_paste_amid_which_it_is_stopped_holds_no_keys(start: Start, tmp_path: Path) -> None:
    with start(variables={"XDG_STATE_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        for sent in ("\x1b[200~2", "2" * 300 + "\x1b[201~", "2" * 300):
            os.write(terminal.device, sent.encode())
            terminal.settle(at_most=1)
            taken = times_taken(terminal)
            go_on_without_a_stop(terminal)
            terminal.wait_until(lambda _, taken=taken: times_taken(terminal) > taken)
            terminal.wait_until(lambda _: is_drawn_again(terminal))
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert json.loads((tmp_path / "masarat/state.json").read_text("utf-8"))["kind"] == ""


CRASHING = """
import asyncio, sys, threading
from textual.reactive import reactive
from textual.widgets import Label
from tui.explorer import app
from tui.explorer.commands.help_dialog import Help
from tui.explorer.screens.explorer import Explorer
from tui.explorer.widgets.kind_tabs import KindTabs
from tui.terminal.driver import BidiDriver
from tui.terminal.sent.reports import Reports

def crash(*arguments, **named):
    text = "of a record"
    raise ZeroDivisionError("of a record")

def crash_with(kind):
    def crash(*arguments, **named):
        raise kind("of a record")
    return crash

class Broken(KindTabs):
    on_mount = crash

class BrokenAtEnd(Label):
    on_unmount = crash

class Within(Label):
    on_key = on_click = action_crash = crash
    can_focus = True

class Watching(Label):
    value = reactive(0)
    watch_value = crash

class Checking(Label):
    value = reactive(0, init=False)
    validate_value = crash

class Computing(Label):
    value = reactive(0)
    compute_value = crash

async def work():
    crash()

async def cancelled():
    try:
        await asyncio.sleep(60)
    finally:
        crash()

def cancel(explorer):
    worker = explorer.run_worker(cancelled())
    explorer.set_timer(0.1, worker.cancel)

def break_drawing(explorer):
    KindTabs.pieces = crash
    explorer.tabs.refresh()

async def press_within(explorer):
    within = Within()
    await explorer.mount(within)
    within.post_message(__import__("textual.events").events.Key("x", "x"))

async def act_within(explorer):
    await explorer.mount(within := Within())
    explorer.call_later(within.run_action, "crash")

async def take_away(explorer):
    await explorer.mount(within := BrokenAtEnd())
    within.remove()

async def check(explorer):
    await explorer.mount(within := Checking())
    within.call_later(setattr, within, "value", 1)

def in_a_dialog(name):
    def open_it(explorer):
        setattr(Help, name, crash)
        explorer.action_command("help")
        explorer.set_timer(0.3, lambda: explorer.app.simulate_key("f9"))
    return open_it

def twice(explorer):
    explorer.call_later(crash)
    explorer.set_timer(0.001, crash)
    explorer.run_worker(work())
    Help.on_mount = crash
    crash()

def while_told(explorer):
    app.Masarat._close_messages_no_wait = crash
    crash()

def while_saved(explorer):
    app.save_state = crash
    explorer.program.leave()

def break_writing(explorer):
    class Broken:
        write = crash
    explorer.app._driver._file._stream = Broken()

def recurse(explorer):
    recurse(explorer)

WAYS = {
    "command": crash,
    "timer": lambda explorer: explorer.set_timer(0.01, crash),
    "interval": lambda explorer: explorer.set_interval(0.01, crash),
    "after a refresh": lambda explorer: explorer.call_after_refresh(crash),
    "worker": lambda explorer: explorer.run_worker(work()),
    "cancelled worker": cancel,
    "thread worker": lambda explorer: explorer.run_worker(crash, thread=True),
    "thread": lambda _: threading.Thread(target=crash).start(),
    "callback": lambda _: asyncio.get_running_loop().call_later(0.01, crash),
    "task": lambda explorer: asyncio.ensure_future(work()) and None,
    "mount": lambda explorer: explorer.mount(Broken()),
    "unmount": lambda explorer: explorer.run_worker(take_away(explorer)),
    "key within": lambda explorer: explorer.run_worker(press_within(explorer)),
    "action within": lambda explorer: explorer.run_worker(act_within(explorer)),
    "watcher": lambda explorer: explorer.mount(Watching()),
    "validation": lambda explorer: explorer.run_worker(check(explorer)),
    "computation": lambda explorer: explorer.mount(Computing()),
    "mount of a dialog": in_a_dialog("on_mount"),
    "key in a dialog": in_a_dialog("on_key"),
    "composing a dialog": in_a_dialog("compose"),
    "twice": twice,
    "while it is told": while_told,
    "while the state is saved": while_saved,
    "drawing": break_drawing,
    "reading": lambda _: setattr(Reports, "tick", crash),
    "writing": lambda _: setattr(BidiDriver, "write", crash),
    "thread that writes": break_writing,
    "recursion": recurse,
    "memory": crash_with(MemoryError),
    "end of the program": crash_with(SystemExit),
    "end in a timer": lambda explorer: explorer.set_timer(0.01, crash_with(SystemExit)),
    "end in a worker": lambda explorer: explorer.run_worker(crash_with(SystemExit), thread=True),
    "interruption": crash_with(KeyboardInterrupt),
    "interruption in a timer": lambda explorer: explorer.set_timer(
        0.01, crash_with(KeyboardInterrupt)
    ),
}
Explorer.speak_again = WAYS[%r]
from tui.cli import main
main()
"""
WAYS = re.findall(r'^    "(.+?)": ', CRASHING, re.MULTILINE)
QUICK = {
    "timer", "thread worker", "drawing", "writing", "while the state is saved",
    "interruption in a timer",
}  # fmt: skip
"""One of each kind; the others are thorough."""
KIND = {"recursion": "RecursionError", "memory": "MemoryError"}


def ends(start: Start, folder: Path, way: str) -> tuple[int, str]:
    """The exit code of an explorer that breaks in some way, and what it says; it ends whole."""
    variables = {"XDG_STATE_HOME": str(folder)}
    with start(variables=variables, program=("-c", CRASHING % way)) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("2", "L")
        code = terminal.wait_for_end()
        assert is_given_back(terminal)
        said = bytes(terminal.drawn).rpartition(b"\x1b[?1004l")[2].decode()
    assert "of a record" not in said
    assert "Traceback" not in said
    state = folder / "masarat/state.json"
    if way != "while the state is saved":
        assert json.loads(state.read_text("utf-8"))["kind"] == "agreement"
    return code, said


@pytest.mark.parametrize(
    "way", thorough_but(QUICK, (way for way in WAYS if "interruption" not in way))
)
def test_a_defect_anywhere_ends_it_whole_with_a_report(
    start: Start, tmp_path: Path, way: str
) -> None:
    code, said = ends(start, tmp_path, way)
    assert code == 70
    (report,) = (tmp_path / "masarat").glob("defect-*.txt")
    kind = KIND.get(way) or ("RuntimeError" if way.startswith("end ") else "ZeroDivisionError")
    assert said.strip().startswith(f"في masarat خلل ({kind})")
    assert str(report) in said
    written = report.read_text("utf-8")
    assert " in crash\n" in written or " in recurse\n" in written
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


@pytest.mark.parametrize("way", thorough_but(QUICK, (way for way in WAYS if "interruption" in way)))
def test_an_interruption_anywhere_ends_it_whole_as_a_signal_does(
    start: Start, tmp_path: Path, way: str
) -> None:
    code, said = ends(start, tmp_path, way)
    assert code in (130, -signal.SIGINT)
    assert not list((tmp_path / "masarat").glob("defect-*.txt"))
    assert "ZeroDivisionError" not in said


def test_a_second_signal_ends_it_at_once_with_the_terminal_given_back(start: Start) -> None:
    busy = "import time\nfrom tui.explorer.screens.explorer import Explorer\n"
    busy += "def wait(self):\n    self.app._driver.write('BUSY')\n    while True: time.sleep(0.1)\n"
    busy += "Explorer.speak_again = wait\nfrom tui.cli import main\nmain()"
    with start(program=("-c", busy)) as terminal:
        terminal.wait_for(RECORDS)
        terminal.settle(at_most=1)
        terminal.press("L")
        terminal.wait_until(lambda _: b"BUSY" in terminal.drawn)
        os.kill(terminal.process, signal.SIGTERM)
        terminal.settle(at_most=1)
        os.kill(terminal.process, signal.SIGTERM)
        assert terminal.wait_for_end() == -signal.SIGTERM
        assert is_given_back(terminal)
