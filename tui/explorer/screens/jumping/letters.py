"""The letters of places to jump to: one each, and two where there are more places than letters."""

from __future__ import annotations

from typing import Final

LETTERS: Final = "asdfghjklqwertyuiop"
"""The easiest first; each types one letter under an Arabic layout, the same on every system."""


def letters_for(count: int) -> list[str]:
    """What is typed for each of so many places: the first have one letter as long as there are any.

    No letters begin others, so that the last one that is typed goes there at once.
    """
    most = len(LETTERS)
    firsts = min(most, -(-max(0, count - most) // (most - 1)))
    singles = LETTERS[: most - firsts]
    pairs = (first + second for first in LETTERS[most - firsts :] for second in LETTERS)
    return [*singles, *pairs][:count]
