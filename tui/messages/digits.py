"""The digits of numbers in the Arabic interface: Western ones, or Arabic-Indic ones by choice.

Only what the program counts or writes out (counts, places, dates, the figures of facts) is put
into them; names, texts and locators keep the digits in which they were written.
"""

from __future__ import annotations

from store.expressions import expression
from store.model.vocabulary import Language
from store.typed import Final

WESTERN: Final = "western"
ARABIC_INDIC: Final = "arabic-indic"
DIGITS: Final = (WESTERN, ARABIC_INDIC)
"""Values of `digits` in the configuration."""

_TO_ARABIC_INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SEPARATOR: Final = expression(r"(?<=\d)[.,](?=\d)")
_SEPARATORS: Final = {",": "٬", ".": "٫"}

_digits = WESTERN


def use_digits(digits: str) -> None:
    """Choose the digits of the Arabic interface from now on; an empty text is `western`."""
    global _digits  # noqa: PLW0603 — one interface, one choice
    _digits = digits or WESTERN


def in_digits(written: str, language: Language) -> str:
    """A number, or a text with numbers, in the digits chosen for a language.

    Args:
        written: logical text with Western digits; its thousands apart by commas, as in `1,500`.
        language: of the interface; English always has Western digits.
    """
    if language == "en" or _digits == WESTERN:
        return written
    separated = _SEPARATOR.sub(lambda match: _SEPARATORS[match[0]], written)
    return separated.translate(_TO_ARABIC_INDIC)


class Numeral(int):
    """A number that is written in the digits of Arabic wherever a text takes it up."""

    def __format__(self, how: str) -> str:
        return in_digits(super().__format__(how), "ar")
