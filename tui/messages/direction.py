"""Arabic sentences that begin with a Latin name, which would give its direction to all of them."""

from __future__ import annotations

import re
from typing import Final

_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LETTER: Final = re.compile("[A-Za-z\u00c0-\u024f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")


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
