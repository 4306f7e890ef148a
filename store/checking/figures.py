"""The numbers and the months that a text gives, whichever language it is in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from store.expressions import expression
from store.files.markdown_text import FOOTNOTE_MARK
from store.model import dates
from store.model.dates import MONTH_NAMES
from store.model.properties import about_in_words, value_in_words
from store.model.records import Record
from store.model.vocabulary import Language

_THOUSAND: Final = ("thousand", "ألف", "ألفا", "آلاف")
_MILLION: Final = ("million", "مليون", "مليونا", "ملايين")
_SCALES: Final = {
    **dict.fromkeys(_THOUSAND, Decimal(1_000)),
    **dict.fromkeys(_MILLION, Decimal(1_000_000)),
}
_SCALE_WORDS: Final = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER: Final = expression(
    r"(?<![A-Za-z\d])\d{1,15}(?:[,٬.٫]\d{1,9}){0,5}+"
    rf"(?:[ \u00a0-](?P<scale>{_SCALE_WORDS})(?!\w))?"
)
_HARAKAT: Final = expression("[\u064b-\u0652\u0670]")
_SEPARATED: Final = expression(r"[,٬](?=\d{3}(?!\d))")
_MONTHS: Final[dict[str, int]] = {
    written: number
    for names in MONTH_NAMES.values()
    for number, name in enumerate(names, start=1)
    for written in name.split("/")
}
_MONTH: Final = expression(rf"(?<!\w)[وبلف]?({'|'.join(_MONTHS)})(?!\w)")


def numbers(text: str) -> frozenset[str]:
    """The numbers that a text gives in figures, as plain decimal digits.

    Citations are none of the text, and digits that end a Latin word are of a name (`TGcom24`).
    Thousands and millions may be words: `1.8 million`, `50 ألفًا`.

    Args:
        text: of either language, in logical order.
    """
    return frozenset(map(_plain, _NUMBER.finditer(_without_marks(text))))


def numbers_told(record: Record) -> frozenset[str]:
    """The numbers that a record's facts, relations and names give, in words or as values."""
    found: set[str] = set()
    for text in _told(record):
        found.update(numbers(text))
    return frozenset(found)


def _told(record: Record) -> Iterator[str]:
    yield from (*record.name, *record.aliases.en, *record.aliases.ar)
    for fact in record.facts:
        yield value_in_words(fact, "en")
        yield from about_in_words(fact, "en")
        yield from fact.note
    for relation in record.relations:
        yield from relation.note
        for date in filter(None, (relation.since, relation.until, relation.as_of)):
            yield dates.for_reader(date, "en")


def months(text: str, language: Language) -> frozenset[int]:
    """The months that a text names, from 1; in Arabic by either of their names."""
    found = _MONTH.findall(_without_marks(text))
    of_language = "".join(MONTH_NAMES[language])
    return frozenset(_MONTHS[name] for name in found if name in of_language)


def _without_marks(text: str) -> str:
    """A text without citations and harakat, which would stand between a number and its word."""
    return _HARAKAT.sub("", unicodedata.normalize("NFC", FOOTNOTE_MARK.sub("", text)))


def _plain(match: re.Match[str]) -> str:
    digits, scale = match[0], match["scale"] or ""
    digits = digits[: len(digits) - len(scale)].rstrip(" \u00a0-")
    written = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in digits)
    written = _SEPARATED.sub("", written).replace("٬", ".").replace("٫", ".").replace(",", ".")
    whole, _, rest = written.partition(".")
    if "." in rest:  # 1.2.3 is a list or a version; its digits are what both languages share
        return written
    number = Decimal(f"{whole}.{rest or 0}") * _SCALES.get(scale, Decimal(1))
    return f"{number.normalize():f}"
