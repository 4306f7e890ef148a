"""Latin names in Arabic sentences: those at the beginning, and those with a sign at an end.

Where the first gives its direction to all of the sentence, a sign at the end of a name takes that
of the sentence: the `/` of a path would stand behind it.
https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
"""

from __future__ import annotations

from typing import Final

from store.expressions import expression

_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_LETTER: Final = expression("[A-Za-z\u00c0-\u024f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_RIGHT_TO_LEFT: Final = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_ARABIC: Final = expression("[\u0600-\u06ff]")


def has_right_to_left(text: str) -> bool:
    """Whether anything of a text goes from right to left: a terminal may order its line anew."""
    return _RIGHT_TO_LEFT.search(text) is not None


def from_the_right(text: str) -> str:
    """Put a mark before each paragraph of Arabic whose first letter is a Latin one.

    Args:
        text: in logical order; paragraphs end with a line end.
    """
    return "\n".join(map(_led, text.split("\n")))


def _led(paragraph: str) -> str:
    first = _LETTER.search(paragraph)
    if first is None or first[0] >= "\u0590" or not _ARABIC.search(paragraph):
        return paragraph
    return _RIGHT_TO_LEFT_MARK + paragraph


def in_one_piece(text: str) -> str:
    """Put marks around a text with Latin letters alone, where it begins or ends with a sign.

    Args:
        text: what is filled into a sentence, in logical order.
    """
    first = _LETTER.search(text)
    if first is None or _RIGHT_TO_LEFT.search(text):
        return text
    before = "" if text[0].isalnum() else _LEFT_TO_RIGHT_MARK
    return before + text + ("" if text[-1].isalnum() else _LEFT_TO_RIGHT_MARK)
