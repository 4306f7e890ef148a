"""What the shim recorded of a run, and what a disk may hold after the power failed during it.

The disk is one with a journal of names (ext4, XFS, APFS): names change in the order in which they
were changed, at least up to the last sync of anything. What was written into a file stays for sure
only up to the file's own last sync; of what came later, any part may have reached the disk.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

_BLOCK: Final = 512
"""Bytes that a disk writes whole or not at all."""


class Event(NamedTuple):
    """A call that changed something; see writes.c."""

    what: str
    path: str
    """In the folder that was looked at."""
    other: str = ""
    """The new path, where it is renamed or linked."""
    at: int = 0
    """Where in the file, or how long it is cut; bytes."""
    data: bytes = b""

    @property
    def grows(self) -> bool:
        """Whether it needs room on the disk."""
        return self.what in ("create", "write", "folder", "rename", "link")


def read_events(log: Path) -> list[Event]:
    """Read a log of the shim."""
    return list(_events(log.read_bytes()))


def _events(log: bytes) -> Iterator[Event]:
    position = 0
    while position < len(log):
        end = log.index(b"\n", position)
        what, path, other, at, length = (
            log[position:end].decode("utf-8", "surrogateescape").split("\t")
        )
        position = end + 1
        size = int(length) if what == "write" else 0
        yield Event(what, path, other, int(at), log[position : position + size])
        position += size


class _File:
    """A file by its content, whatever it is called."""

    def __init__(self, content: bytes = b"") -> None:
        self.synced = content
        self.waiting: list[Event] = []

    def sync(self) -> None:
        self.synced = _applied(self.synced, self.waiting)
        self.waiting = []

    def after_power_loss(self, chance: random.Random) -> bytes:
        """What was synced, and any part of the rest."""
        reached = chance.choice((0.0, 0.5, 0.9, 1.0))
        kept = [event for event in self.waiting if chance.random() < reached]
        if kept and kept[-1].what == "write" and chance.random() < 0.3:
            torn = chance.randrange(0, len(kept[-1].data) + 1, _BLOCK)
            kept[-1] = kept[-1]._replace(data=kept[-1].data[:torn])
        return _applied(self.synced, kept)


def _applied(content: bytes, events: Sequence[Event]) -> bytes:
    data = bytearray(content)
    for event in events:
        end = event.at + len(event.data)
        if event.what == "truncate":
            end = event.at
            del data[end:]
        data.extend(bytes(max(0, end - len(data))))
        if event.what == "write":
            data[event.at : end] = event.data
    return bytes(data)


_Names = dict[str, _File | None]
"""Files by their paths; None for a folder."""


def lose_power(before: Path, events: Sequence[Event], to: Path, chance: random.Random) -> int:
    """Lay out what a disk may hold when the power fails during recorded events.

    Args:
        before: the folder as it was before the first.
        events: all of the run.
        to: an empty folder.
        chance: decides when the power fails, and what had reached the disk.

    Returns:
        How many of the events had happened.
    """
    happened = chance.randint(1, len(events))
    names: _Names = {
        path.relative_to(before).as_posix(): None if path.is_dir() else _File(path.read_bytes())
        for path in sorted(before.rglob("*"))
    }
    states: list[_Names] = [dict(names)]
    for event in events[:happened]:
        if event.what == "sync":
            states = [dict(names)]
            if file := names.get(event.path):
                file.sync()
        elif event.what in ("write", "truncate"):
            if file := names.get(event.path):
                file.waiting.append(event)
        else:
            _rename(names, event)
            states.append(dict(names))
    _lay_out(chance.choice(states), to, chance)
    return happened


def _rename(names: _Names, event: Event) -> None:
    if event.what == "create":
        names[event.path] = _File()
    elif event.what == "folder":
        names[event.path] = None
    elif event.what == "remove":
        names.pop(event.path, None)
    elif event.what == "link":
        names[event.other] = names[event.path]
    elif event.what == "rename":
        inside = [name for name in names if name.startswith(f"{event.path}/")]
        for name in [event.path, *inside]:
            if name in names:
                names[event.other + name.removeprefix(event.path)] = names.pop(name)


def _lay_out(names: _Names, to: Path, chance: random.Random) -> None:
    laid_out: dict[int, Path] = {}
    for name, file in sorted(names.items()):
        path = to / name
        if file is None:
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("-shm"):
            continue  # shared memory, made anew by whoever comes first
        if another_name := laid_out.get(id(file)):
            path.hardlink_to(another_name)
        else:
            path.write_bytes(file.after_power_loss(chance))
            laid_out[id(file)] = path
