"""Names that do not fit, cut so that no two of a list read the same.

What would be cut alike is cut in the middle, so that the part that tells them apart stays:
"Security Council resol…2254 (2015)".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from tui.explorer.drawing.cells import end_of_cut, width_of

Kept = tuple[tuple[int, int], ...]
"""Start and end of the pieces of a name that stay, in characters of its logical order."""

_LEAST_HEAD = 4


def kept_of(name: str, width: int, others: Iterable[str]) -> Kept:
    """What stays of a name in so many cells; where something is left out stands an ellipsis.

    Args:
        name: in logical order.
        width: cells.
        others: names from which it must be told apart; those that are the same are not.
    """
    if width_of(name) <= width:
        return ((0, len(name)),)
    end = end_of_cut(name, width)
    alike = [other for other in others if other != name and other.startswith(name[:end])]
    if not alike or not end:
        return ((0, end),)
    differs = min(_common(name, other) for other in alike)
    start = max(_start_of_word(name, differs), end // 2)
    tail = name[start:]
    room = width - 1 - min(_LEAST_HEAD + width // 5, width // 2)
    head = end_of_cut(name[:start] + " ", width - min(room, width_of(tail)))
    if not head or start <= head:
        return ((0, end),)
    rivals = [other[start:] for other in alike if other.startswith(name[:start])]
    rest = kept_of(tail, width - width_of(name[:head].rstrip()) - 1, rivals)
    if not name[start:].strip() or rest[0] == (0, 0):
        return ((0, end),)  # a second ellipsis behind the first would say nothing
    return ((0, head), *((start + first, start + last) for first, last in rest))


def with_ellipses(name: str, kept: Kept) -> str:
    """The pieces of a name that stay, an ellipsis for each that does not."""
    shown = "…".join(name[start:end].rstrip() for start, end in kept)
    return shown if not kept or kept[-1][1] == len(name) else f"{shown}…" if kept[-1][1] else ""


def moved(spans: Iterable[tuple[int, int]], name: str, kept: Kept) -> tuple[tuple[int, int], ...]:
    """Where spans of a name stand in what is shown of it."""
    found = []
    offset = 0
    for first, last in kept:
        for start, end in spans:
            if start < last and end > first:
                found.append((max(start, first) - first + offset, min(end, last) - first + offset))
        offset += len(name[first:last].rstrip()) + 1
    return tuple(sorted(found))


def _start_of_word(name: str, at: int) -> int:
    """Where the word begins in which two names begin to differ, with a bracket before it."""
    start = name.rfind(" ", 0, at + 1) + 1
    while start and start < len(name) and name[start - 1].isdigit() and name[start].isdigit():
        start -= 1
    return start if start < len(name) else at


def _common(name: str, other: str) -> int:
    """How many letters two names begin with alike."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, other, strict=False))
    )
