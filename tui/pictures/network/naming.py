"""Names on a picture: in as many cells as there are, and no two of a list cut alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.model.records import Row
from store.model.vocabulary import Kind, Language
from store.text.printable import printable
from tui.terminal.widths import cell_width, cut

LETTERS: Final[dict[Kind, str]] = {
    "zone": "Z", "agreement": "A", "actor": "P", "consequence": "C",
}  # fmt: skip
"""As in the explorer's lists: P is for party, A is taken by the agreements."""
_LONGEST: Final = 300
"""Characters of a name that are measured; a name may be a book."""


def name_of(row: Row, language: Language) -> str:
    """What a record is called, its key where it has no name."""
    return printable(row.name.prefer(language) or row.key)[:_LONGEST]


def other_name_of(row: Row, language: Language) -> str:
    """What it is called in the other language, empty where it is not or is called the same."""
    other = printable(row.name.in_("en" if language == "ar" else "ar"))[:_LONGEST]
    return "" if other == name_of(row, language) else other


def fitted_names(names: Sequence[str], rooms: Sequence[int]) -> list[str]:
    """Names cut to numbers of cells: at the end, or in the middle where ends tell them apart."""
    shown = [cut(name, room) if room > 0 else "" for name, room in zip(names, rooms, strict=True)]
    alike = {short for short, wholes in _wholes_of(names, shown).items() if len(wholes) > 1}
    return [
        in_the_middle(name, room) if short in alike and short != name else short
        for name, short, room in zip(names, shown, rooms, strict=True)
    ]


def _wholes_of(names: Sequence[str], shown: Sequence[str]) -> dict[str, set[str]]:
    """By what is shown, the names of which it is."""
    found: dict[str, set[str]] = {}
    for name, short in zip(names, shown, strict=True):
        found.setdefault(short, set()).add(name)
    return found


def in_the_middle(name: str, room: int) -> str:
    """A name with … in its middle, of at most so many cells."""
    if cell_width(name) <= room:
        return name
    if room < 3:
        return cut(name, room)
    head = cut(name, (room + 1) // 2)
    tail = ""
    for character in reversed(name):
        if cell_width(head) + cell_width(character + tail) > room:
            break
        tail = character + tail
    return head + tail.lstrip() if head.endswith("…") else cut(name, room)


def wrapped(text: str, width: int, most: int) -> list[str]:
    """A text in lines of at most so many cells and at most so many lines, the last one cut."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most:
        line = words.pop(0)
        while words and cell_width(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        if len(lines) == most - 1 and words:
            line = " ".join([line, *words])
        lines.append(cut(line, width))
    return lines
