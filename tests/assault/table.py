"""What came of assaults: a table for docs/reliability.md, and how to repeat each fault."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from tests.assault.assault import Assault, Fault
from tests.assault.classes import ASSAULTS
from tests.assault.operations import OPERATIONS, possible
from tui.command_line.table import COMMANDS

_HEAD: Final = """| class | tried | lost | faults | repeat with |
| --- | --- | --- | --- | --- |"""


class Tally(NamedTuple):
    """What came of one class of assault."""

    assault: type[Assault]
    attempts: int
    tried: int
    """In the units of the class."""
    found: tuple[tuple[int, Fault], ...] = ()
    """Each fault with the number of the attempt that found it."""
    lacking: str = ""
    """Why it was not tried, if it was not."""

    @property
    def is_clean(self) -> bool:
        """Whether it was tried and nothing was found."""
        return not (self.found or self.lacking)

    def row(self, short: bool) -> str:
        """The row of the table."""
        name = self.assault.name
        command = f"`make assault{' SHORT=1' if short else ''} ONLY={name}`"
        if self.lacking:
            what = self.assault.what
            return f"| **{name}**: {what} | not tried: {self.lacking} | | | {command} |"
        lost = sum(fault.is_loss for _, fault in self.found)
        cells = (f"**{name}**: {self.assault.what}", f"{self.tried:,} {self.assault.unit}",
                 str(lost) if lost else "nothing", str(len(self.found)), command)  # fmt: skip
        return f"| {' | '.join(cells)} |"

    def lines(self) -> list[str]:
        """Each fault on a line, with the command that repeats it."""
        name = self.assault.name
        return [
            f"{'LOST ' if fault.is_loss else ''}{fault.what}\n"
            f"    make assault ONLY={name} SEED={number}"
            for number, fault in self.found
        ]


def table(tallies: Sequence[Tally], *, short: bool) -> str:
    """The whole table, with the machine it was made on and the operations that it left out."""
    rows = [tally.row(short) for tally in tallies]
    return "\n".join([_HEAD, *rows, "", f"{operations_tried()} {machine()}"])


def renewed(page: str, tallies: Sequence[Tally], *, short: bool) -> str:
    """A table with the rows of some classes renewed: the others keep the command that they name.

    Args:
        page: with the table as it was last written.
        tallies: what came of the classes that were tried now; one without a row gets the last.
        short: whether they were tried in the short form.
    """
    rows = {row.split("**", 2)[1]: row for row in page.split("\n") if row.startswith("| **")}
    rows |= {tally.assault.name: tally.row(short) for tally in tallies}
    ordered = [rows[name] for name in ASSAULTS if name in rows]
    return "\n".join([_HEAD, *ordered, "", f"{operations_tried()} {machine()}"])


def operations_tried() -> str:
    """Which operations were disturbed, and which could not be as there is no such command yet."""
    tried = [each.name for each in possible(COMMANDS)]
    missing = [each.name for each in OPERATIONS if each.name not in tried]
    said = f"Disturbed operations: {', '.join(tried)}."
    return (
        f"{said} NOT tried, as there is no such command: {', '.join(missing)}." if missing else said
    )


def machine() -> str:
    """The machine that the figures are of."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."
    )
