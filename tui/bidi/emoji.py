"""Emoji in a width that all terminals share: what some draw in one cell and others in two or more.

Terminals disagree about sequences: xterm 379 gives U+1F54A with a variation selector one cell and
Textual counts two; a family is one picture here and three there; a flag has two cells or four. What
changes the width of the character before it is replaced, one for one, by a mark that is not drawn;
letters of flags become letters.
"""

from __future__ import annotations

import re

from store.expressions import expression
from store.typed import Final

WIDTHLESS: Final = "\u1dff"
"""Stands for what is left out, and is not drawn itself: a mark that no known text has."""
_LONE: Final = "◌"
"""Stands for a skin tone that has nothing to colour."""

_PRESENTATION: Final = "\ufe0e\ufe0f"
_SKIN_TONES: Final = "\U0001f3fb-\U0001f3ff"
_FLAG_LETTERS: Final = "\U0001f1e6-\U0001f1ff"
UNEVEN: Final = f"{_PRESENTATION}{_SKIN_TONES}{_FLAG_LETTERS}"
"""For the brackets of an expression: wherever one of these stands, terminals disagree."""

_PICTURES: Final = "\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_UNEVEN: Final = expression(f"[{UNEVEN}]|(?<=[{_PICTURES}{_PRESENTATION}{WIDTHLESS}])\u200d")
_BEHIND_PICTURE: Final = expression(f"[{_PICTURES}{_PRESENTATION}{WIDTHLESS}]")


def even(text: str) -> str:
    """Replace, one for one, what makes terminals disagree about the width of a text.

    Args:
        text: Any text, logical.

    Returns:
        A text of the same length; evening it again changes nothing.
    """
    return text if text.isascii() else _UNEVEN.sub(_evened, text)


def _evened(match: re.Match[str]) -> str:
    character = match[0]
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return chr(ord(character) - 0x1F1E6 + ord("A"))
    before = match.string[match.start() - 1 : match.start()]
    is_lone = character not in _PRESENTATION and not _BEHIND_PICTURE.match(before)
    return _LONE if is_lone else WIDTHLESS
