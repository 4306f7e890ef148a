"""What the environment says of the terminal, and what of that is not believed."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import Final

MOST_COLUMNS: Final = 1_000
MOST_LINES: Final = 500
"""More than any terminal has: each cell takes memory and time."""
COLOUR_SYSTEMS: Final = ("auto", "standard", "256", "truecolor", "windows")
"""What `TEXTUAL_COLOR_SYSTEM` may name; with any other Textual does not start."""
_STANDARD_FILES: Final = (2, 1, 0)


def leave_out_wrong(environment: MutableMapping[str, str]) -> None:
    """Take out of the environment what Textual would believe, or break at, when it is loaded.

    `COLUMNS` and `LINES` are exported by some shells and stay as they were when the window grows.
    """
    if _terminal_tells_size():
        for name in ("COLUMNS", "LINES"):
            environment.pop(name, None)
    if environment.get("TEXTUAL_COLOR_SYSTEM", "auto") not in COLOUR_SYSTEMS:
        del environment["TEXTUAL_COLOR_SYSTEM"]


def has_utf8() -> bool:
    """Whether the locale is of UTF-8, or none is named."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    chosen = next(filter(None, named), "utf8").lower()
    return "utf8" in chosen.replace("-", "")


def is_size(columns: int, lines: int) -> bool:
    """Whether a terminal may be so large."""
    return 0 < columns <= MOST_COLUMNS and 0 < lines <= MOST_LINES


def bounded(columns: int, lines: int) -> tuple[int, int]:
    """The largest size up to this one that a terminal may have."""
    return min(columns, MOST_COLUMNS), min(lines, MOST_LINES)


def _terminal_tells_size() -> bool:
    for file in _STANDARD_FILES:
        try:
            size = os.get_terminal_size(file)
        except OSError:
            continue
        return 0 not in size
    return False
