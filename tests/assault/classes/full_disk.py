"""Lets the disk be full, or fail, at each write of an operation."""

from __future__ import annotations

from collections.abc import Iterator

from tests.assault.assault import Fault
from tests.assault.exit_codes import ALLOWED
from tests.assault.ground import Ended
from tests.assault.interrupting import Case, Interrupting
from tests.assault.recorded import Event
from tests.assault.rehearsal import refused

_OF_FULL_DISKS = ("full", "No space left")


class FullDisk(Interrupting):
    """A disk that is full from one write on, or fails at one."""

    name = "full-disk"
    place = 20
    what = "a disk that is full from one write of an operation on (ENOSPC), or fails at one (EIO)"
    unit = "disk errors"
    short = 120
    manners = ("ENOSPC", "EIO")

    @classmethod
    def is_hit(cls, event: Event, manner: str) -> bool:
        """What needs room finds none; whatever is written may fail."""
        return (
            event.grows
            if manner == "ENOSPC"
            else event.what in ("create", "write", "sync", "rename")
        )

    def said_wrong(self, case: Case, ended: Ended) -> Iterator[Fault]:
        """It must say so in a sentence, and a full disk must be called full."""
        if case.rehearsed.operation.code:
            return  # no command, so that nobody says anything
        name = case.rehearsed.operation.name
        yield from refused(ended, name, codes=ALLOWED)
        if (
            case.manner == "ENOSPC"
            and ended.code
            and not any(w in ended.errors for w in _OF_FULL_DISKS)
        ):
            yield Fault(f"{name}: a full disk is told as: {ended.errors.strip()[-300:]}")
