"""Plain values of a mapping: whether they are none, texts or numbers, and how to quote them."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import lru_cache

from store.typed import Final

_LONGEST_SHOWN: Final = 60
_LONGEST_NAME: Final = 500
_DIRECTION_MARKS: Final = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


def is_blank(value: object) -> bool:
    """Whether a value is as good as none: null, or a text of blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def in_western_digits(text: str) -> str:
    """A text with the digits of every script as 0 to 9, and without direction marks."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(character, character))
        for character in text.translate(_DIRECTION_MARKS)
    )


@lru_cache(maxsize=1_000)
def nearest_field(name: str, known: tuple[str, ...], cutoff: float) -> str:
    """The field of which a name is a slip, empty where it is like none.

    Args:
        name: of a field that is not known.
        known: names of fields.
        cutoff: how like two names must be, from 0 to 1.
    """
    folded = name.strip()[:_LONGEST_NAME].casefold()
    return next(iter(get_close_matches(folded, known, 1, cutoff)), "")


def text_of(value: object) -> str | None:
    """A text as it is, a whole number as text, None for all else: `true` is no name."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def name_shown(name: object) -> str:
    """A field's name as a path has it: short, with nothing in it that a terminal obeys."""
    text = str(name)
    if text.isprintable() and len(text) <= _LONGEST_SHOWN:
        return text
    return shown(text)


def shown(value: object) -> str:
    """A value as a message quotes it: short, and with nothing in it that a terminal obeys.

    A text stands in quotes; what is none is written as in JSON, which those who write YAML know.
    """
    if isinstance(value, str):
        return repr(_cut(value))
    import json  # what is wrong is rare, and 3 ms

    try:
        text = _cut(json.dumps(value, ensure_ascii=False, default=str))
    except (RecursionError, ValueError, TypeError):  # nested too deeply, or thousands of digits
        return "…"
    return text if text.isprintable() else repr(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "…"
