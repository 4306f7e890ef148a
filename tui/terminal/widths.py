"""How many cells a text takes where a terminal draws it as it comes, and texts of a width."""

from __future__ import annotations

from functools import lru_cache

from store.typed import Final

_RANGES: Final = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x377),
    (0x400, 0x482),
    (0x621, 0x64A),  # letters of Arabic, its figures, and those of other languages
    (0x660, 0x66F),
    (0x671, 0x6D3),
    (0x2013, 0x2014),
    (0x2018, 0x2026),
    (0x2500, 0x25FC),  # lines, blocks and shapes
    (0x2605, 0x2605),
    (0x2800, 0x28FF),  # dots
    (0xFB50, 0xFBB1),  # as they are drawn
    (0xFE80, 0xFEFC),
)
_NARROW: Final = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""What certainly takes one cell, whatever stands beside it; a test holds it to `rich`."""


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


def is_narrow(text: str) -> bool:
    """Whether each letter of a text certainly takes one cell."""
    return _NARROW.issuperset(text)


def cell_len(text: str) -> int:
    """How many cells a text takes, as Textual has it, see `rich.cells`.

    That is loaded for unusual letters only: with the `typing` that it needs it takes 50 million
    instructions, as much as all else that draws a line of a list before Textual is there.
    """
    if is_narrow(text):
        return len(text)
    from rich.cells import cell_len as counted

    return counted(text)
