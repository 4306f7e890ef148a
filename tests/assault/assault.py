"""What a class of assault is: attempts by number, each the same whenever it is made again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from tests.assault.ground import Ground


class Fault(NamedTuple):
    """One thing that went wrong in an attempt."""

    what: str
    is_loss: bool = False
    """Whether something that was kept is gone or is not as it was."""


class Assault(ABC):
    """A class of assault: a subclass in a module of `classes/` that states its place.

    An attempt is given by its number alone, which seeds whatever is random in it.
    """

    name: ClassVar[str]
    """What `ONLY=` takes."""
    place: ClassVar[int]
    """Where the table has it; see `store.entries`."""
    what: ClassVar[str]
    """What is done, for the table."""
    unit: ClassVar[str] = "attempts"
    """What the table counts."""
    whole: ClassVar[int]
    """How many attempts the whole assault makes."""
    short: ClassVar[int]
    """How many the short one makes."""
    is_alone: ClassVar[bool] = False
    """Whether no other attempt may run beside it, as it measures or fills the machine."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def prepare(self) -> None:  # noqa: B027 — not every class has something to make
        """Make once what all attempts start from; they run in other processes."""

    @classmethod
    def lacks(cls) -> str:
        """What this machine lacks for it, or nothing."""
        return ""

    def numbers(self, count: int) -> Sequence[int]:
        """The numbers of the attempts, where so many are to be made."""
        return range(count)

    def tried(self, attempts: int) -> int:
        """How many of its unit so many attempts are."""
        return attempts

    @abstractmethod
    def attempt(self, number: int, folder: Path) -> Iterator[Fault]:
        """Make one attempt.

        Args:
            number: which; the same number is the same attempt.
            folder: empty, and the attempt's own.
        """
