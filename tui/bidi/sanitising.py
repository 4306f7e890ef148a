"""Characters that would steer the terminal or hide: shown as a placeholder, never obeyed.

What a writer needs stays: left-to-right, right-to-left and Arabic letter marks, isolates that are
closed on their line, joiners after a letter and one selector after what it varies. They take no
cell and are not drawn. What else is unsafe is listed once, in `store.text.unsafe_characters`.
"""

from __future__ import annotations

import re
import unicodedata

from store.expressions import expression
from store.text.printable import PLACEHOLDER, visible
from store.text.unsafe_characters import (
    DIRECTION_MARKS,
    ISOLATES,
    JOINER_WITHOUT_LETTER,
    JOINERS,
    MARK_TOO_MANY,
    MARKS,
    SELECTOR_WITHOUT_BASE,
    UNSAFE_ANYWHERE,
    VARIATION_SELECTORS,
)
from store.typed import Final
from tui.bidi.emoji import UNEVEN, even

STRAY_MARK: Final = "◌"
"""Stands for a mark that has no letter to sit on."""

_ON_LETTERS: Final = rf"{MARKS}\ufe00-\ufe0f"

_UNSAFE: Final = expression(
    f"[{UNSAFE_ANYWHERE}{ISOLATES}{JOINERS}{VARIATION_SELECTORS}]|^[{_ON_LETTERS}]|{MARK_TOO_MANY}",
    re.MULTILINE,
)
# The next ones are rarely needed: `re` compiles them, and keeps them, when they are.
_STRAY: Final = f"(?m)^[{_ON_LETTERS}]"
_DROPPED: Final = f"[{UNSAFE_ANYWHERE}{ISOLATES}{DIRECTION_MARKS}]"
_WITHOUT_LETTER: Final = f"{JOINER_WITHOUT_LETTER}|{SELECTOR_WITHOUT_BASE}"
_RIGHT_TO_LEFT: Final = (
    "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_NEEDS_WORK: Final = expression(
    f"[{UNSAFE_ANYWHERE}{ISOLATES}{_RIGHT_TO_LEFT}{_ON_LETTERS}{JOINERS}{VARIATION_SELECTORS}"
    f"{UNEVEN}\u200e]"
)
_ASCII_CONTROL: Final = expression(r"[\x00-\x08\x0b-\x1f\x7f]")


def needs_work(text: str) -> bool:
    """Whether a text can look different from its logical order: all that plain text pays for."""
    pattern = _ASCII_CONTROL if text.isascii() else _NEEDS_WORK
    return pattern.search(text) is not None


def sanitise(text: str, *, one_line: bool = False) -> str:
    """Replace, one for one, what must not reach a terminal by something visible.

    What terminals would give different widths is drawn as they all do, see `tui.bidi.emoji`.

    Args:
        text: Any text, lone surrogates included.
        one_line: Show line ends and tabs too, as pictures.

    Returns:
        A text of the same length; sanitising it again changes nothing.
    """
    if one_line:
        text = text.replace("\n", "\u240a").replace("\t", " ")
    if _UNSAFE.search(text) is None:
        return even(text)
    text = re.sub(_STRAY, STRAY_MARK, text)
    text = re.sub(f"[{UNSAFE_ANYWHERE}]|{_WITHOUT_LETTER}|{MARK_TOO_MANY}", _visible, text)
    if unmatched := _unmatched_isolates(text):
        characters = list(text)
        for i in unmatched:
            characters[i] = PLACEHOLDER
        text = "".join(characters)
    return even(text)


def clean_typed(text: str) -> str:
    """What a text field takes from a paste: one line, logical letters, no control characters.

    Args:
        text: The pasted text; presentation forms in it become letters again.
    """
    text = re.sub(_DROPPED, "", " ".join(text.split()))
    return logical_letters(re.sub(_WITHOUT_LETTER, "", text))


def logical_letters(text: str) -> str:
    """Arabic presentation forms as the letters they draw; the rest as it is."""
    return re.sub(
        "[\ufb50-\ufdff\ufe70-\ufefc]+", lambda m: unicodedata.normalize("NFKC", m[0]), text
    )


def logical_copy(text: str) -> str:
    """Text for the clipboard: lines kept, no presentation forms, no control characters."""
    return logical_letters(re.sub(_DROPPED, "", text))


def _visible(match: re.Match[str]) -> str:
    return visible(match[0])


def _unmatched_isolates(text: str) -> list[int]:
    """Places of isolates without an end on their line, and of ends without an isolate."""
    waiting: list[int] = []
    unmatched: list[int] = []
    for match in re.finditer("[\u2066-\u2069\n]", text):
        if match[0] == "\n":
            unmatched += waiting
            waiting = []
        elif match[0] != "\u2069":
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
        else:
            unmatched.append(match.start())
    return unmatched + waiting
