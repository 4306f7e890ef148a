"""A second process that does its share of work which falls into pieces.

It is forked, so that it has all that is loaded, and takes what it is given through a file without a
name; so do its results come back. Only where a piece lies passes between the two, which keeps none
of them waiting. When the first one ends, however it does, the second reads that nothing more comes,
and ends too; when the second one ends early, the first does what it had been given.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Final, Self

_PLACE: Final = struct.Struct("=2Q")
_MOST_GIVEN: Final = 2
"""Pieces that wait for it or are in its hands: one to do, and one to go on with."""
_Place = tuple[int, int]


def can_share() -> bool:
    """Whether a second process may be forked, and would have a processor of its own."""
    # What other threads hold at the moment of a fork is held in the second process for ever.
    may_fork = hasattr(os, "sched_getaffinity") and threading.active_count() == 1
    return may_fork and len(os.sched_getaffinity(0)) > 1


class SecondProcess:
    """A process that does pieces of work while this one goes on; a context manager that ends it.

    Args:
        work: makes of a piece, which is pickled, what comes of it. Whatever it raises, it is called
            here again for that piece.

    Raises:
        OSError: the system has no room for a process or its files.
    """

    def __init__(self, work: Callable[[Any], bytes]) -> None:
        self._work = work
        self._given: deque[_Place] = deque()
        with ExitStack() as held:
            self._pieces = held.enter_context(TemporaryFile())
            self._results = held.enter_context(TemporaryFile())
            self._ours, theirs = map(held.enter_context, socket.socketpair())
            self._process = os.fork()
            if not self._process:
                self._ours.close()
                self._serve(theirs)
            held.pop_all()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End it, whatever it is doing."""
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0
        for each in (self._ours, self._pieces, self._results):
            each.close()

    @property
    def has_room(self) -> bool:
        """Whether another piece would not wait for long."""
        return len(self._given) < _MOST_GIVEN

    def give(self, piece: object) -> None:
        """Have it do a piece."""
        place = _append(self._pieces, pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))
        self._given.append(place)
        with suppress(OSError):  # it is gone, which `done` finds out
            self._ours.send(_PLACE.pack(*place), socket.MSG_NOSIGNAL)

    def done(self) -> Iterator[bytes]:
        """What came of the pieces that are done, in the order in which they were given."""
        while self._given and select.select([self._ours], [], [], 0)[0]:
            yield self._next()

    def rest(self) -> Iterator[bytes]:
        """Wait for what comes of the others."""
        while self._given:
            yield self._next()

    def _next(self) -> bytes:
        piece = self._given.popleft()
        try:
            told = self._ours.recv(_PLACE.size, socket.MSG_WAITALL)
        except OSError:
            told = b""
        if len(told) == _PLACE.size:
            return _read(self._results, _PLACE.unpack(told))
        return self._work(pickle.loads(_read(self._pieces, piece)))  # noqa: S301 — of ours

    def _serve(self, orders: socket.socket) -> None:
        """Be the second process, which never returns: what the first one is to do, it must not."""
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the first one to hear
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            while len(told := orders.recv(_PLACE.size, socket.MSG_WAITALL)) == _PLACE.size:
                piece = pickle.loads(_read(self._pieces, _PLACE.unpack(told)))  # noqa: S301
                place = _append(self._results, self._work(piece))
                orders.send(_PLACE.pack(*place), socket.MSG_NOSIGNAL)
        finally:
            os._exit(0)


def _append(file: IO[bytes], content: bytes) -> _Place:
    # Each file is written by one process alone; both share its place, so that none may seek.
    start = os.fstat(file.fileno()).st_size
    written = 0
    while written < len(content):
        written += os.pwrite(file.fileno(), content[written:], start + written)
    return start, len(content)


def _read(file: IO[bytes], place: tuple[int, ...]) -> bytes:
    start, size = place
    content = b""
    while len(content) < size:
        more = os.pread(file.fileno(), size - len(content), start + len(content))
        if not more:
            raise EOFError
        content += more
    return content
