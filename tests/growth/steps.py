"""How much work a call is: the lines of Python that it runs.

What one line has done in C, such as the copy that a slice is, counts as that one line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps_of(work: Callable[[str], object], text: str) -> int:
    """Do work on a text and count every line of Python that runs, whoever wrote it."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:
        nonlocal count
        count += 1
        return on_line

    before = sys.gettrace()
    sys.settrace(on_line)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return count
