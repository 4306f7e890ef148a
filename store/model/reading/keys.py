"""Keys of records, sources and collections: names in references, file names and commands.

Letters of any script make a key, and what it is made of must be a file's name on every system: in
one form (NFC), of one case, with no character that is not drawn, no longer than file names are.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from store.expressions import expression
from store.text.printable import is_printable
from store.typed import Final

_LONGEST: Final = 120
"""Characters of a key."""
_MOST_BYTES: Final = 200
"""Of a key in UTF-8: most systems allow 255 for a file's name, an ending and more included."""
_DEVICES: Final = "(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])"
_DEVICE: Final = expression(rf"{_DEVICES}(?:\..*)?")
"""Names that Windows keeps for devices, with whatever ending."""
_PLAIN: Final = expression(
    rf"(?!{_DEVICES}(?:\.|$))[a-z0-9](?:[a-z0-9._-]{{0,{_LONGEST - 2}}}[a-z0-9_-])?"
)
_MARKS: Final = "-_."


def is_key(text: str) -> bool:
    """Whether a text can be a key as it is."""
    return _PLAIN.fullmatch(text) is not None or _is_key_of_any_script(text)


@lru_cache(maxsize=65_536)
def _is_key_of_any_script(text: str) -> bool:
    if not text or len(text) > _LONGEST or len(text.encode("utf-8", "replace")) > _MOST_BYTES:
        return False
    return (
        _is_letter_or_digit(text[0])
        and all(character in _MARKS or is_of_words(character) for character in text)
        and not text.endswith(".")
        and text == _in_one_case(text)
        and is_printable(text)
        and not _DEVICE.fullmatch(text)
    )


def _is_letter_or_digit(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "L" or category == "Nd"


def is_of_words(character: str) -> bool:
    """Whether a character is a letter, a digit or a vowel mark, in any script."""
    # Marks are vowels in many scripts; those that choose a form of a letter are not drawn.
    is_mark = unicodedata.category(character) in ("Mn", "Mc") and not (
        "\ufe00" <= character <= "\ufe0f"
    )
    return is_mark or _is_letter_or_digit(character)


def _in_one_case(text: str) -> str:
    """As systems that do not tell capital letters from small ones would write it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def likely_key(text: str) -> str:
    """The key that a text probably means or a name would make, empty where there is none.

    Args:
        text: what was given for a key, in any script.
    """
    folded = _in_one_case(text[: 2 * _LONGEST])
    parts = "".join(
        character if character in _MARKS or is_of_words(character) else " " for character in folded
    ).split()
    key = "-".join(parts).strip(_MARKS)[:_LONGEST]
    while len(key.encode("utf-8", "replace")) > _MOST_BYTES:
        key = key[:-1]
    key = key.strip(_MARKS)
    if _DEVICE.fullmatch(key):
        key += "-1" if "." not in key else ""
    return key if is_key(key) else ""
