"""Gives each reader hostile variants of real inputs: it reads or refuses them, in bounded steps."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

from store.exchange.exporting import export
from store.model.mapping import record_from_mapping, source_from_mapping
from store.model.records import Origin
from store.store import Store
from tests.assault.assault import Assault, Fault
from tests.assault.mutation import mutated
from tests.assault.readers import READERS, Reader
from tests.store.conftest import RECORDS, SOURCES

_IN_A_BATCH: Final = 250
_COUNTED: Final = 12
"""Inputs of a batch whose lines of Python are counted: that makes them forty times as slow."""
_TOLD: Final = 5
"""Faults of a batch that are told: more are of the same kind mostly."""
_LINES: Final = 400_000
_LINES_A_CHARACTER: Final = 600
_SECONDS: Final = 5.0
"""Of processor time, for what counts no lines, such as a regular expression."""


class TooManyStepsError(Exception):
    """Reading an input took more steps than its length allows."""


class HostileInputs(Assault):
    """Hostile variants of inputs."""

    name = "hostile-inputs"
    place = 50
    what = "hostile variants of real inputs for each reader: " + ", ".join(
        reader.name for reader in READERS
    )
    unit = "inputs"
    whole = len(READERS) * 200
    short = len(READERS) * 14

    def tried(self, attempts: int) -> int:
        """Inputs: an attempt is a batch."""
        return attempts * _IN_A_BATCH

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Give one reader a batch of inputs."""
        reader = READERS[number % len(READERS)]
        lay_out(folder)
        samples = reader.samples(folder)
        was = Path.cwd()
        told = 0
        os.chdir(folder)
        try:
            for at in range(_IN_A_BATCH):
                text = mutated(samples, random.Random(f"{number} {at}"))
                said = wrong(reader, text, folder, is_counted=at < _COUNTED)
                if said and (told := told + 1) <= _TOLD:
                    yield Fault(f"{reader.name}, input {at}: {said}: {text[:120]!r}")
        finally:
            os.chdir(was)


def wrong(reader: Reader, text: str, folder: Path, *, is_counted: bool = True) -> str:
    """Give a reader one input; what is wrong with how it took it, or nothing.

    Args:
        reader: who reads.
        text: what.
        folder: with the small collection, see `Reader.samples`.
        is_counted: whether lines of Python are counted, and not processor time alone.
    """
    most = _LINES + _LINES_A_CHARACTER * len(text)
    try:
        with _within_seconds(), _within_lines(most if is_counted else 0):
            reader.read(text, folder)
    except reader.refuses:
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return ""


@contextmanager
def _within_seconds() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TooManyStepsError(f"more than {_SECONDS:.0f} s of processor time")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _within_lines(most: int) -> Iterator[None]:
    if not most:
        yield
        return
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
        nonlocal lines
        lines += 1
        if lines > most:
            sys.settrace(None)
            raise TooManyStepsError(f"more than {most:,} lines of Python")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def lay_out(folder: Path) -> None:
    """Make what readers need in a folder: the small collection, as `in/` and `store.db`."""
    with Store(folder / "store.db", seeds=None) as store:
        store.put_many(
            [(record_from_mapping(mapping), Origin()) for mapping in RECORDS],
            [(source_from_mapping(mapping), Origin()) for mapping in SOURCES],
        )
        export(store, None, folder / "in")
