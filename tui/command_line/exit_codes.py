"""What the program's exit code says: one table, which help, docs and README show."""

from __future__ import annotations

from store.tuples import NamedTuple
from store.typed import Final

DONE: Final = 0
NOTHING: Final = 1
FINDINGS: Final = 1
BROKEN: Final = 2
DEFECT: Final = 70
OUTPUT_FAILED: Final = 74
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


class ExitCode(NamedTuple):
    """One code, and all that it says."""

    code: str
    """As it is written in the table."""
    meaning: str
    """English, the message id of its translation."""


EXIT_CODES: Final = (
    ExitCode(f"{DONE}", "Found, or done."),
    ExitCode(
        f"{NOTHING}",
        "Nothing was found, or only some of the words, or nothing that is surely meant; with "
        "check or config, something is wrong.",
    ),
    ExitCode(f"{BROKEN}", "Wrong use, or broken input; what it is is told."),
    ExitCode(f"{DEFECT}", "A defect of masarat; how to report it is told."),
    ExitCode(f"{OUTPUT_FAILED}", "The result cannot be written: output is closed, its disk full …"),
    ExitCode(
        "128 + N",
        f"Ended by signal N: {INTERRUPTED} by Ctrl+C, {PIPE_CLOSED} by a pipe without a reader, "
        "143 by kill.",
    ),
)
"""By the code; numbers as in BSD's sysexits.h where it has one (EX_SOFTWARE, EX_IOERR)."""
