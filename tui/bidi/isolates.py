"""Lines made of parts that read in either direction, each of which stays whole in its place.

"The Guardian، Iran repopulates Syria" is one run of Latin in an Arabic line, in which the title
would stand right of the publisher. Isolates (UAX #9) keep the two apart, and a mark before them
says in which direction the line reads where a part would say otherwise. None of them is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.typed import Final
from tui.bidi.algorithm.direction import Direction

_BEGIN, _END = "\u2068", "\u2069"
"""First strong isolate, and its end."""
_MARKS: Final = {Direction.LEFT_TO_RIGHT: "\u200e", Direction.RIGHT_TO_LEFT: "\u200f"}
_ADDED: Final = dict.fromkeys(map(ord, (*_MARKS.values(), _BEGIN, _END)))


def isolated(parts: Iterable[str], joint: str, base: Direction) -> str:
    """Join parts to a line that reads in one direction, whatever the parts do.

    Args:
        parts: in logical order.
        joint: stands between them.
        base: direction of the line.
    """
    several = list(parts)
    plain = joint.join(several)
    if base is Direction.LEFT_TO_RIGHT and plain.isascii():
        return plain
    return _MARKS[base] + joint.join(f"{_BEGIN}{part}{_END}" for part in several)


def closed(text: str) -> str:
    """A line that was cut, with the ends of the isolates that begin before the cut."""
    return text + _END * (text.count(_BEGIN) - text.count(_END))


def without_isolates(text: str) -> str:
    """A text as it was before its parts were isolated, for whoever copies it."""
    return text.translate(_ADDED)
