"""Visual order of a line: rules L1 and L2 of UAX #9."""

from __future__ import annotations

import re

from store.expressions import expression
from store.typed import Final
from tui.bidi.algorithm.levels import Paragraph

_RESET: Final = expression(r"(?<![wlrfixyXYpb])[wlrfixyXYpb]++(?=[SB]|$)|[SB]")
_LEVEL_RUN: Final = expression(rb"(.)\1*+", re.DOTALL)


def line_levels(paragraph: Paragraph, start: int = 0, end: int | None = None) -> bytes:
    """Levels of one line of a paragraph, white space at its end and before tabs reset (L1)."""
    classes = paragraph.classes[start:end]
    levels = bytearray(paragraph.levels[start:end])
    for match in _RESET.finditer(classes):
        first, last = match.span()
        levels[first:last] = bytes([paragraph.base]) * (last - first)
    return bytes(levels)


def visual_runs(levels: bytes) -> list[tuple[int, int, int]]:
    """Runs of one level as `(start, end, level)`, from left to right; odd ones read leftward."""
    runs = [(*match.span(), match[1][0]) for match in _LEVEL_RUN.finditer(levels)]
    if not runs:
        return runs
    lowest_odd = min((level for _, _, level in runs if level & 1), default=0)
    if not lowest_odd:
        return runs
    for floor in range(max(level for _, _, level in runs), lowest_odd - 1, -1):
        place = 0
        while place < len(runs):
            after = place
            while after < len(runs) and runs[after][2] >= floor:
                after += 1
            runs[place:after] = runs[place:after][::-1]
            place = max(after, place + 1)
    return runs


def visual_order(levels: bytes) -> list[int]:
    """Logical index of each character of a line, from left to right (L2)."""
    order: list[int] = []
    for start, end, level in visual_runs(levels):
        order += range(end - 1, start - 1, -1) if level & 1 else range(start, end)
    return order
