"""How much work a call is: the lines of Python that it runs.

What one line has done in C, such as the copy that a slice is, counts as that one line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps_of(call: Callable[[], object]) -> int:
    """Run a call and count every line of Python that runs, whoever wrote it."""
    count = 0

    def on_line(frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:  # noqa: ANN401
        nonlocal count
        count += 1
        return on_line

    before = sys.gettrace()
    sys.settrace(on_line)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
