"""Work shared with a second process comes back whole and in order, whatever becomes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from store.processes.second_process import SecondProcess, can_share

HERE = os.getpid()
pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity"), reason="no process is forked on this system"
)


def told(piece: str) -> bytes:
    """Say who worked on a piece."""
    return f"{piece} {'here' if os.getpid() == HERE else 'there'}".encode()


def test_what_comes_of_pieces_comes_in_their_order() -> None:
    with SecondProcess(told) as second:
        for piece in "ab":
            assert second.has_room
            second.give(piece)
        assert not second.has_room
        assert [*second.rest()] == [b"a there", b"b there"]
        assert [*second.done()] == [*second.rest()] == []
        assert second.has_room


def test_what_is_done_is_told_without_waiting() -> None:
    reading, writing = os.pipe()

    def once_allowed(piece: str) -> bytes:
        os.read(reading, 1)
        return told(piece)

    with SecondProcess(once_allowed) as second:
        second.give("a")
        assert [*second.done()] == []
        os.write(writing, b"!")
        assert [*second.rest()] == [b"a there"]
    os.close(reading)
    os.close(writing)


def die(piece: str) -> bytes:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return told(piece)


def fail(piece: str) -> bytes:
    if os.getpid() != HERE:
        raise MemoryError
    return told(piece)


@pytest.mark.parametrize("work", [die, fail])
def test_what_a_process_that_ended_was_given_is_done_here(work: Callable[[str], bytes]) -> None:
    with SecondProcess(work) as second:
        second.give("a")
        second.give("b")
        assert [*second.rest()] == [b"a here", b"b here"]
        second.give("c")
        assert [*second.rest()] == [b"c here"]


def test_what_cannot_be_done_is_told_here() -> None:
    def refuse(piece: str) -> bytes:
        raise ValueError(piece)

    with SecondProcess(refuse) as second:
        second.give("a")
        with pytest.raises(ValueError, match=r"^a$"):
            next(second.rest())


def is_there(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def test_it_is_ended_whatever_it_is_doing() -> None:
    def never(_: object) -> bytes:
        threading.Event().wait()
        raise AssertionError

    with SecondProcess(never) as second:
        second.give("a")
        process = second._process
        assert is_there(process)
    assert not is_there(process)


FIRST = """
import threading
from store.processes.second_process import SecondProcess
with SecondProcess(bytes) as second:
    print(second._process, flush=True)
    threading.Event().wait()
"""


def test_it_ends_when_the_first_process_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", FIRST], stdout=subprocess.PIPE) as first:
        assert first.stdout
        second = int(first.stdout.readline())
        first.kill()
    for _ in range(1_000):
        if not is_there(second):
            return
        time.sleep(0.01)
    pytest.fail("it is still there")


def test_it_does_not_hear_ctrl_c() -> None:
    with SecondProcess(told) as second:
        second.give("a")
        assert [*second.rest()] == [b"a there"]  # by now it is at work
        os.kill(second._process, signal.SIGINT)
        second.give("b")
        assert [*second.rest()] == [b"b there"]


def test_none_is_forked_beside_other_threads_or_on_one_processor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert can_share()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not can_share()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not can_share()
