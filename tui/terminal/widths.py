"""How many cells a text takes where a terminal draws it as it comes, and texts of a width."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(2_048)  # a picture that is moved cuts the same names in each frame
def cut(text: str, width: int) -> str:
    """A printable text of at most so many terminal cells, with … at its end where it was cut."""
    if cell_width(text) <= width:
        return text
    free = width - 1
    for end, character in enumerate(text):
        free -= cell_width(character)
        if free < 0:
            return f"{text[:end].rstrip()}…"
    return text


def pad(text: str, width: int) -> str:
    """Fill a text up with spaces to a width in terminal cells."""
    return text + " " * (width - cell_width(text))


def cell_width(text: str) -> int:
    """Count the terminal cells that a printable text takes."""
    if text.isascii():
        return len(text)
    return _measured(text)


@lru_cache(4_096)
def _measured(text: str) -> int:
    import unicodedata  # most keys and names need no tables

    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
