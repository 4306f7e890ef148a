"""Assaults that disturb an operation at the write that the number of the attempt says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from tests.assault.assault import Assault, Fault
from tests.assault.ground import Ended, Program, compiler
from tests.assault.recorded import Event
from tests.assault.rehearsal import Rehearsed, lost, rehearse

EVERY: Final = 1_000_000
"""More attempts than there are writes: all of them."""


class Case(NamedTuple):
    """One write of one operation, and what happens at it."""

    rehearsed: Rehearsed
    event: int
    """From 1."""
    manner: str
    """What WRITES_HOW takes."""


class Interrupting(Assault):
    """The part that is common to them; a subclass says what happens at which events."""

    whole = EVERY
    manners: ClassVar[tuple[str, ...]]

    @classmethod
    def lacks(cls) -> str:
        """A C compiler, where there is none."""
        return "" if compiler() else "no C compiler is installed"

    def prepare(self) -> None:
        """Do each operation once."""
        rehearse(self.ground)

    @classmethod
    def is_hit(cls, event: Event, manner: str) -> bool:
        """Whether something may happen in that manner at such an event."""
        raise NotImplementedError

    @cached_property
    def cases(self) -> list[Case]:
        """Everything there is to try."""
        return [
            Case(rehearsed, number, manner)
            for rehearsed in rehearse(self.ground)
            for number, event in enumerate(rehearsed.events, start=1)
            for manner in self.manners
            if self.is_hit(event, manner)
        ]

    @cached_property
    def program(self) -> Program:
        """By which the operations are run in this process."""
        return Program(self.ground)

    def numbers(self, count: int) -> Sequence[int]:
        """All of them, or as many evenly spread."""
        total = len(self.cases)
        return (
            sorted({at * total // count for at in range(min(count, total))})
            if count < total
            else range(total)
        )

    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Disturb an operation at one event, then see what is left."""
        case = self.cases[number % len(self.cases)]
        home = folder / "home"
        case.rehearsed.begin(home)
        writes = {
            "WRITES_UNDER": str(home),
            "WRITES_AT": str(case.event),
            "WRITES_HOW": case.manner,
        }
        ended = case.rehearsed.operation.run(self.program, home, writes)
        event = case.rehearsed.events[case.event - 1]
        where = f"{case.manner} at write {case.event} ({event.what} {event.path})"
        for fault in self.said_wrong(case, ended):
            yield fault._replace(what=f"{where}: {fault.what}")
        for fault in lost(case.rehearsed, self.program, home, ended):
            yield fault._replace(what=f"{where}: {fault.what}")

    def said_wrong(self, case: Case, ended: Ended) -> Iterator[Fault]:
        """What is wrong with how the operation itself ended."""
        raise NotImplementedError
