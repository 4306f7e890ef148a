"""How many colours the terminal shows, as its environment says."""

from __future__ import annotations

import os
from typing import Literal

from rich.console import Console
from textual.constants import COLOR_SYSTEM

Depth = Literal["none", "sixteen", "palette", "full"]
"""None as the user wishes, the sixteen named ones, a palette of 256, or all."""


def colour_depth() -> Depth:
    """What `NO_COLOR`, `TERM` and `COLORTERM` say."""
    if "NO_COLOR" in os.environ:
        return "none"
    if os.environ.get("TERM") == "linux":
        return "sixteen"  # whatever else is claimed, this console turns all into those
    system = Console(color_system=COLOR_SYSTEM, force_terminal=True).color_system  # type: ignore[arg-type]
    return "full" if system == "truecolor" else "palette" if system == "256" else "sixteen"
