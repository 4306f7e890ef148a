"""The journal of an export into a folder: by it the next start finishes or undoes a killed one.

It is a file in the folder, locked while its export lives, and comes from a disk that others may
have written to: nothing in it is believed that leads out of the folder or to a hidden file.

    masarat-export 1
    token 94b1f0c2d7a85e36      by which the files that are staged beside their places are named
    overwrite yes               whether files that are in the places give way
    made ..                     a folder that the export made, `.` the whole one, `..` that above
    made .
    made zones
    file zones/zabadani.md      each file in turn
    sha256 …                    of all the lines above: the plan, synced before a file is staged
    complete                    all files are staged and synced: from here on the export is finished
"""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import filterfalse
from typing import Final, Self

from store.expressions import expression
from store.tuples import NamedTuple

WORKING: Final = ".masarat-"
"""How the names begin under which we work in folders of the user's."""
JOURNAL: Final = f"{WORKING}export"
"""Its name in the folder."""
LARGEST: Final = 64 * 1024 * 1024
"""Bytes that are read of it, enough for a million files."""
COMPLETE: Final = b"complete\n"

_VERSION: Final = b"masarat-export 1\n"
_OF_ANY_VERSION: Final = expression(rb"masarat-export [0-9]{1,9}\n")
_TOKEN: Final = expression(r"[0-9a-f]{16}")
_UNFIT: Final = expression(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_SUM: Final = expression(rb"^sha256 ([0-9a-f]{64})\n", re.MULTILINE)


class NotAJournalError(ValueError):
    """What has the journal's name is none, or one that masarat would not have written."""


class NewerJournalError(NotAJournalError):
    """It was written by a newer masarat."""


class Plan(NamedTuple):
    """What an export is to do with a folder."""

    token: str
    overwrite: bool
    made: tuple[str, ...]
    """Folders that it makes, the outer ones before those in them: `.` for the whole folder, `..`
    for that above it, `../..` for the next."""
    names: tuple[str, ...]
    """Of the files, from the folder on, with `/`."""

    def staged(self, index: int) -> str:
        """The name under which a file is staged, in the folder in which its place is."""
        return f".masarat-{self.token}.{index}"

    def to_bytes(self) -> bytes:
        """Write the plan as the journal has it."""
        lines = [
            f"token {self.token}",
            f"overwrite {'yes' if self.overwrite else 'no'}",
            *(f"made {folder}" for folder in self.made),
            *(f"file {name}" for name in self.names),
        ]
        plan = _VERSION + "".join(f"{line}\n" for line in lines).encode()
        return plan + f"sha256 {sha256(plan).hexdigest()}\n".encode()

    @classmethod
    def from_bytes(cls, plan: bytes) -> Self:
        """Read the lines between version and checksum.

        Raises:
            NotAJournalError: masarat would not have written them.
        """
        values: dict[str, list[str]] = {"token": [], "overwrite": [], "made": [], "file": []}
        try:
            for line in plan.decode().split("\n")[:-1]:
                key, _, value = line.partition(" ")
                values[key].append(value)
            (token,), (overwrite,) = values["token"], values["overwrite"]
        except (ValueError, KeyError) as error:
            raise NotAJournalError from error
        names, made = tuple(values["file"]), tuple(values["made"])
        are_inside = all(map(is_inside, (*names, *filterfalse(is_outer, made))))
        if not (_TOKEN.fullmatch(token) and overwrite in ("yes", "no") and are_inside):
            raise NotAJournalError
        return cls(token, overwrite == "yes", made, names)


def is_outer(folder: str) -> bool:
    """Whether a folder that an export made is the whole one, or one above it."""
    return folder == "." or set(folder.split("/")) == {".."}


def is_inside(name: str) -> bool:
    """Whether a name with `/` leads to a file in the folder, hidden neither itself nor on the way.

    A `..`, an absolute path, an empty name, a backslash or a control character does not.
    """
    return not _UNFIT.search(name) and all(part[:1] not in ("", ".") for part in name.split("/"))


def read_journal(content: bytes) -> tuple[Plan | None, bool]:
    """Read a journal.

    Returns:
        The plan, None where not even that was written whole, and whether all files are staged.

    Raises:
        NotAJournalError: it is none, or leads out of the folder, or is damaged.
    """
    content = content.rstrip(b"\0")  # which some file systems have where a write was cut off
    if _VERSION.startswith(content):
        return None, False
    if not content.startswith(_VERSION):
        newer = _OF_ANY_VERSION.match(content)
        raise NewerJournalError if newer else NotAJournalError
    checksum = _SUM.search(content)
    if not checksum:
        return None, False
    plan, rest = content[: checksum.start()], content[checksum.end() :]
    if sha256(plan).hexdigest().encode() != checksum[1] or not COMPLETE.startswith(rest):
        raise NotAJournalError
    return Plan.from_bytes(plan.removeprefix(_VERSION)), rest == COMPLETE
