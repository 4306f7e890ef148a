"""Each operation done once undisturbed: where it begins, where it leads, and what it writes."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tests.assault.assault import Fault
from tests.assault.ground import Ended, Ground, Program
from tests.assault.operations import OPERATIONS, Operation, finish, possible
from tests.assault.picture import Picture, difference, picture
from tests.assault.recorded import Event, read_events

_FILE: Final = "rehearsed.pickle"


class Rehearsed(NamedTuple):
    """An operation that was done once."""

    operation: Operation
    before: Path
    """A home in the old state, to be copied."""
    old: Picture
    """The home when the operation is not done, but what comes next is."""
    new: Picture
    """When both are done."""
    events: list[Event]
    """What the operation wrote, in order."""

    def begin(self, home: Path) -> None:
        """Make a home in the old state."""
        shutil.copytree(self.before, home, symlinks=True)


def rehearse(ground: Ground) -> list[Rehearsed]:
    """Do each possible operation once, or read what came of it when it was done before."""
    file = ground.folder / _FILE
    if not file.exists():
        with Program(ground) as program:
            found = [_rehearsed(ground, program, each) for each in possible(program.commands)]
        file.write_bytes(
            pickle.dumps([each._replace(operation=each.operation.name) for each in found])
        )
    by_name = {operation.name: operation for operation in OPERATIONS}
    saved = pickle.loads(file.read_bytes())
    return [each._replace(operation=by_name[each.operation]) for each in saved]


def _rehearsed(ground: Ground, program: Program, operation: Operation) -> Rehearsed:
    folder = ground.folder / "rehearsal" / operation.name.replace(" ", "-")
    before, undone, done = (folder / name for name in ("before", "undone", "done"))
    before.mkdir(parents=True)
    operation.begins(program, before)
    shutil.copytree(before, undone, symlinks=True)
    shutil.copytree(before, done, symlinks=True)
    log = folder / "log"
    ended = operation.run(program, done, {"WRITES_UNDER": str(done), "WRITES_LOG": str(log)})
    if ended.code:
        raise RuntimeError(f"{operation.name} fails undisturbed: {ended.errors}")
    pictures = []
    for home in (undone, done):
        finish(operation, program, home)
        pictures.append(checked_picture(program, home))
    return Rehearsed(operation, before, *pictures, read_events(log))


def checked_picture(program: Program, home: Path) -> Picture:
    """What a home holds, and what `check` says of its store.

    Raises:
        sqlite3.DatabaseError: a database in it is damaged.
    """
    seen = picture(home)
    if not (home / "store.db").exists():
        return seen
    checked = program.run(home, ("check",))
    from tests.assault.picture import Kept

    return seen | {Kept("what check says", f"{checked.code} {checked.output}")}


def lost(
    rehearsed: Rehearsed, program: Program, home: Path, ended: Ended | None
) -> Iterator[Fault]:
    """What is wrong in a home in which an operation was disturbed, once the next one ran.

    Args:
        rehearsed: the operation.
        program: by which the next one is run.
        home: as the disturbance left it; it is changed.
        ended: how the operation ended; None where the machine did.
    """
    operation = rehearsed.operation
    for each in finish(operation, program, home):
        yield from refused(each, f"what follows {operation.name}", codes=(0,))
    try:
        found = checked_picture(program, home)
    except (sqlite3.DatabaseError, OSError) as error:
        yield Fault(f"{operation.name}: {error}", is_loss=True)
        return
    allowed = [rehearsed.new] if ended and ended.code == 0 else [rehearsed.old, rehearsed.new]
    if found not in allowed:
        differs = min((difference(found, each) for each in allowed), key=len)
        is_loss = not differs.startswith("left over")
        yield Fault(f"{operation.name}: neither old nor new: {differs}", is_loss=is_loss)


def refused(ended: Ended, what: str, codes: Collection[int]) -> Iterator[Fault]:
    """What is wrong with how a program ended: it hung, told of a defect, or gave another code."""
    said = (ended.errors.strip() or ended.output.strip())[-300:]
    if ended.hung:
        yield Fault(f"{what}: hangs")
    elif "Traceback (most recent" in ended.errors or "masarat has a defect" in ended.errors:
        yield Fault(f"{what}: a defect: {said}")
    elif ended.code not in codes:
        yield Fault(f"{what}: exit code {ended.code}: {said}")
