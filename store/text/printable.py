"""Text made safe to show: an unsafe character becomes a visible one, or an escape.

`store.text.unsafe_characters` lists which characters are unsafe. All functions take time that
grows with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Callable

from store.expressions import expression
from store.text.unsafe_characters import (
    CONTROLS,
    JOINER_WITHOUT_LETTER,
    MARK_TOO_MANY,
    MOST_MARKS,
    SELECTOR_WITHOUT_BASE,
    SURROGATES,
    UNSAFE,
    UNSAFE_IN_LINES,
)
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

PLACEHOLDER: Final = "\ufffd"
"""Stands for an unsafe character that has no picture."""
_CONTROL_PICTURES: Final = 0x2400

_STRAY: Final = f"{JOINER_WITHOUT_LETTER}|{SELECTOR_WITHOUT_BASE}|{MARK_TOO_MANY}"
_UNSAFE: Final = expression(f"[{UNSAFE}]|{_STRAY}")
_UNSAFE_IN_LINES: Final = expression(f"[{UNSAFE_IN_LINES}]|{_STRAY}")
_CONTROLS: Final = expression(f"[{CONTROLS}{SURROGATES}]")
_ORDINARY: Final = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x250), *range(0x620, 0x64B), *range(0x660, 0x66B)))
) | set("،؛؟«»–—’“”…·→←×•")
"""What text in English and Arabic is made of, all of it safe wherever it stands."""
_ORDINARY_IN_LINES: Final = _ORDINARY | {"\n"}
_VOWEL_SIGNS: Final = tuple(map(chr, (*range(0x64B, 0x653), 0x670)))
"""What Arabic is written with besides, safe where they are few: most texts have none or some."""
_VOWELLED: Final = _ORDINARY.union(_VOWEL_SIGNS)
_VOWELLED_IN_LINES: Final = _ORDINARY_IN_LINES.union(_VOWEL_SIGNS)


def printable(text: str) -> str:
    """Make a text safe on one line: line breaks and tabs become visible too.

    Returns:
        A text of the same length, in the order given.
    """
    if _is_ordinary(text, _ORDINARY, _VOWELLED):
        return text
    return _UNSAFE.sub(_visible_match, text)


def printable_lines(text: str) -> str:
    """Make a text of several lines safe: line feeds and tabs stay.

    Returns:
        A text of the same length, in the order given.
    """
    if _is_ordinary(text, _ORDINARY_IN_LINES, _VOWELLED_IN_LINES):
        return text
    return _UNSAFE_IN_LINES.sub(_visible_match, text)


def visible_controls(text: str) -> str:
    """Make controls and lone surrogates visible, and leave all else to who draws the text.

    Returns:
        A text of the same length; line feeds and tabs stay, and so do isolates.
    """
    return _CONTROLS.sub(_visible_match, text)


def is_printable(text: str) -> bool:
    """Whether a text of several lines holds nothing unsafe."""
    is_ordinary = _is_ordinary(text, _ORDINARY_IN_LINES, _VOWELLED_IN_LINES)
    return is_ordinary or _UNSAFE_IN_LINES.search(text) is None


def escape_unsafe(text: str, escape: Callable[[str], str]) -> str:
    """Write each unsafe character as `escape` does; line feeds and tabs stay."""
    if _is_ordinary(text, _ORDINARY_IN_LINES, _VOWELLED_IN_LINES):
        return text
    return _UNSAFE_IN_LINES.sub(lambda match: escape(match[0]), text)


def _is_ordinary(text: str, letters: frozenset[str], vowelled: frozenset[str]) -> bool:
    """Whether a text is surely safe, told without an expression, which is rarely compiled."""
    return letters.issuperset(text) or (
        vowelled.issuperset(text) and sum(map(text.count, _VOWEL_SIGNS)) <= MOST_MARKS
    )


def visible(character: str) -> str:
    """What stands for an unsafe character: the picture of a C0 control or DEL, or a placeholder."""
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "\u2421" if character == "\x7f" else PLACEHOLDER


def _visible_match(match: re.Match[str]) -> str:
    return visible(match[0])
