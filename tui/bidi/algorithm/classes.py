"""Bidi classes of characters, one letter each, so that rules can be written as patterns."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from store.typed import Final
from tui.bidi.algorithm.tables import NEWER_BIDI_CLASSES

CODES: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "0", "AN": "9", "ES": "e", "ET": "t", "CS": "c",
    "NSM": "m", "BN": "b", "B": "B", "S": "S", "WS": "w", "ON": "o", "LRE": "x", "RLE": "y",
    "LRO": "X", "RLO": "Y", "PDF": "p", "LRI": "l", "RLI": "r", "FSI": "f", "PDI": "i",
}  # fmt: skip
"""Bidi_Class to the letter that stands for it in a string of classes."""

EMBEDDINGS: Final = "xyXY"
ISOLATES: Final = "lrf"
REMOVED: Final = "xyXYpb"
"""What rule X9 removes."""

_STARTS: Final = [first for first, _, _ in NEWER_BIDI_CLASSES]


def _newer_class(code: int) -> str:
    """Class of a code point that this Python's `unicodedata` does not know."""
    first, last, name = NEWER_BIDI_CLASSES[max(0, bisect_right(_STARTS, code) - 1)]
    return name if first <= code <= last else "L"


class _ClassOf(dict[str, str]):
    """Character to class letter, filled as characters are met."""

    def __missing__(self, character: str) -> str:
        name = unicodedata.bidirectional(character) or _newer_class(ord(character))
        code = self[character] = CODES[name]
        return code


CLASS_OF: Final = _ClassOf()


def classes_of(text: str) -> str:
    """The class letters of a text, one a character."""
    return "".join(map(CLASS_OF.__getitem__, text))
