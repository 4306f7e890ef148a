"""Text made safe to show: an unsafe character becomes a visible one, or an escape.

`store.text.unsafe_characters` lists which characters are unsafe. All functions take time that
grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from store.text.unsafe_characters import (
    CONTROLS,
    JOINER_WITHOUT_LETTER,
    MARK_TOO_MANY,
    SELECTOR_WITHOUT_BASE,
    SURROGATES,
    UNSAFE,
    UNSAFE_IN_LINES,
)

PLACEHOLDER: Final = "\ufffd"
"""Stands for an unsafe character that has no picture."""
_CONTROL_PICTURES: Final = 0x2400

# Most text needs none of them: `re` compiles each, which takes as long as ten thousand letters,
# when one is asked.
_STRAY: Final = f"{JOINER_WITHOUT_LETTER}|{SELECTOR_WITHOUT_BASE}|{MARK_TOO_MANY}"
_UNSAFE: Final = f"[{UNSAFE}]|{_STRAY}"
_UNSAFE_IN_LINES: Final = f"[{UNSAFE_IN_LINES}]|{_STRAY}"
_CONTROLS: Final = f"[{CONTROLS}{SURROGATES}]"
_ORDINARY: Final = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0x620, 0x64B), *range(0x660, 0x66B)))
) | set("،؛؟«»–—’“”…·→←×•")
"""What text in English and Arabic is made of, all of it safe wherever it stands."""
_ORDINARY_IN_LINES: Final = _ORDINARY | {"\n"}


def printable(text: str) -> str:
    """Make a text safe on one line: line breaks and tabs become visible too.

    Returns:
        A text of the same length, in the order given.
    """
    if _ORDINARY.issuperset(text):
        return text
    return re.sub(_UNSAFE, _visible_match, text)


def printable_lines(text: str) -> str:
    """Make a text of several lines safe: line feeds and tabs stay.

    Returns:
        A text of the same length, in the order given.
    """
    if _ORDINARY_IN_LINES.issuperset(text):
        return text
    return re.sub(_UNSAFE_IN_LINES, _visible_match, text)


def visible_controls(text: str) -> str:
    """Make controls and lone surrogates visible, and leave all else to who draws the text.

    Returns:
        A text of the same length; line feeds and tabs stay, and so do isolates.
    """
    return re.sub(_CONTROLS, _visible_match, text)


def is_printable(text: str) -> bool:
    """Whether a text of several lines holds nothing unsafe."""
    return _ORDINARY_IN_LINES.issuperset(text) or re.search(_UNSAFE_IN_LINES, text) is None


def escape_unsafe(text: str, escape: Callable[[str], str]) -> str:
    """Write each unsafe character as `escape` does; line feeds and tabs stay."""
    if _ORDINARY_IN_LINES.issuperset(text):
        return text
    return re.sub(_UNSAFE_IN_LINES, lambda match: escape(match[0]), text)


def visible(character: str) -> str:
    """What stands for an unsafe character: the picture of a C0 control or DEL, or a placeholder."""
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "\u2421" if character == "\x7f" else PLACEHOLDER


def _visible_match(match: re.Match[str]) -> str:
    return visible(match[0])
