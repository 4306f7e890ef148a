"""Arabic joining: letters to the presentation forms that a terminal's one-cell glyphs need.

The Unicode Standard, chapter 9.2 (joining types and the rules of cursive joining).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from store.expressions import expression
from store.typed import Final
from tui.bidi.algorithm.tables import ARABIC_FORMS, JOINING_TYPES, LAM_ALEF

ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"
ISOLATED, FINAL, INITIAL, MEDIAL = range(4)

_STARTS: Final = [first for first, _, _ in JOINING_TYPES]
_JOINING_TEXT: Final = expression("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d]+")


class _JoiningTypeOf(dict[str, str]):
    """Character to Joining_Type (D, R, L, C, T or U), filled as characters are met."""

    def __missing__(self, character: str) -> str:
        code = ord(character)
        first, last, kind = JOINING_TYPES[max(0, bisect_right(_STARTS, code) - 1)]
        if not first <= code <= last:
            # Joining_Type=Transparent is derived: marks and format characters, ZWNJ excepted.
            transparent = unicodedata.category(character) in {"Mn", "Me", "Cf"}
            # The signs that enclose numbers are format characters that do not join.
            signs = "\u0600" <= character <= "\u0605" or character in "\u06dd\u08e2"
            kind = "T" if transparent and character != ZWNJ and not signs else "U"
        self[character] = kind
        return kind


JOINING_TYPE_OF: Final = _JoiningTypeOf()


def shape(text: str) -> list[str]:
    """Joined forms of a text.

    Letters that have no presentation form stay as they are, their neighbours join all the same.

    Args:
        text: One line, in logical order.

    Returns:
        What to draw for each character; nothing for an alef that went into a lam-alef ligature,
        which stands in its lam's place.
    """
    drawn = list(text)
    for match in _JOINING_TEXT.finditer(text):
        _shape_stretch(match[0], match.start(), drawn)
    return drawn


def _shape_stretch(text: str, offset: int, drawn: list[str]) -> None:
    """Write the forms of a stretch of joining script into `drawn`."""
    types = [JOINING_TYPE_OF[character] for character in text]
    letters = [i for i, kind in enumerate(types) if kind != "T"]
    joined_before = False
    swallowed = -1
    for place, i in enumerate(letters):
        if i == swallowed:
            joined_before = False
            continue
        following = letters[place + 1] if place + 1 < len(letters) else -1
        before = joined_before and types[i] in "DRC"
        if text[i] == "ل" and following >= 0 and (ligature := LAM_ALEF.get(text[following])):
            drawn[offset + i] = ligature[before]
            drawn[offset + following] = ""
            swallowed = following
            continue
        after = following >= 0 and types[i] in "DLC" and types[following] in "DRC"
        if forms := ARABIC_FORMS.get(text[i]):
            drawn[offset + i] = forms[before + 2 * after]
        joined_before = types[i] in "DLC"
