"""The cursor of a map walks between marks, each arrow key in its direction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

Direction = Literal["left", "right", "up", "down"]
_STEPS: Final[dict[Direction, tuple[int, int]]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}
_ASIDE: Final = 2
"""How much further a step aside counts than one ahead."""


def next_mark(
    marks: Sequence[tuple[float, float]], current: int, direction: Direction
) -> int | None:
    """The mark to which an arrow key leads: near, and more ahead than aside.

    Args:
        marks: where each lies, in dots from the left and from the top.
        current: the number of the mark under the cursor.
        direction: of the key.

    Returns:
        The number of the mark, None where no other lies that way.
    """
    x, y = marks[current]
    right, down = _STEPS[direction]
    best: tuple[float, int] | None = None
    for number, (other_x, other_y) in enumerate(marks):
        ahead = (other_x - x) * right + (other_y - y) * down
        aside = abs((other_x - x) * down) + abs((other_y - y) * right)
        if ahead > 0 and ahead >= aside:
            rank = (ahead + _ASIDE * aside, number)
            best = min(best, rank) if best else rank
    return best[1] if best else None
