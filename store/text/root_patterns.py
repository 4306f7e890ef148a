"""Patterns of Arabic words: the letters of a root in their places, and what stands between them."""

from __future__ import annotations

from store.typed import Final

_ROOT: Final = "1234"
_WEAK: Final = "ا"


def root(stem: str, pattern: str) -> dict[str, str] | None:
    """The letters of a stem that stand at the places 1 to 4 of a pattern of the same length.

    Returns:
        Letters by place; None where the stem is not of the pattern.
    """
    letters: dict[str, str] = {}
    for letter, place in zip(stem, pattern, strict=True):
        if place not in _ROOT:
            if letter != place:
                return None
        elif letter == _WEAK or letters.setdefault(place, letter) != letter:
            return None
    return letters


def filled(pattern: str, letters: dict[str, str]) -> str:
    """The word that letters of a root make of a pattern."""
    return "".join(letters.get(place, place) for place in pattern)
