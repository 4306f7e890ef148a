"""Durations and numbers as sources give them: checked, and said in both languages."""

from __future__ import annotations

import re
from typing import Final

from store.errors import Sentence
from store.model.vocabulary import Language

_DURATION: Final = re.compile(r"P(\d{1,9})([YMWD])", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,15}(?:/\d{1,15})?", re.ASCII)
_GROUPS: Final = re.compile(r"(?<=\d)[,.٬' \u00a0\u202f](?=\d{3}(?!\d))")
_TWO: Final = re.compile(r" ?(?:\.\.|[-–—]| to | إلى ) ?")
_WORDED: Final = re.compile(r"p? ?(\d{1,4}) ?(\w{1,12})")
_UNITS: Final[dict[str, tuple[str, str, tuple[str, str, str, str, str]]]] = {
    # English singular and plural; Arabic one, two, 3 to 10, 11 to 99, hundreds
    "Y": ("year", "years", ("سنة واحدة", "سنتان", "سنوات", "سنة", "سنة")),
    "M": ("month", "months", ("شهر واحد", "شهران", "أشهر", "شهرًا", "شهر")),
    "W": ("week", "weeks", ("أسبوع واحد", "أسبوعان", "أسابيع", "أسبوعًا", "أسبوع")),
    "D": ("day", "days", ("يوم واحد", "يومان", "أيام", "يومًا", "يوم")),
}


def check_duration(text: str) -> None:
    """Raise ValueError unless `text` is a duration like `P6M` (ISO 8601, one unit)."""
    if _DURATION.fullmatch(text):
        return
    if meant := _likely_duration(text):
        raise ValueError(Sentence("not a duration like P6M; did you mean {meant}?", meant=meant))
    raise ValueError(Sentence("not a duration like P6M, P2W or P30D"))


def _likely_duration(text: str) -> str:
    match = _WORDED.fullmatch(" ".join(text.casefold().split()))
    for unit, (singular, plural, arabic) in _UNITS.items() if match else ():
        if match and match[2] in (unit.casefold(), singular, plural, *arabic):
            return f"P{match[1]}{unit}"
    return ""


def duration_for_reader(text: str, language: Language) -> str:
    """A duration as prose has it: `6 months`, `6 أشهر`."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return text
    count = int(match[1])
    singular, plural, arabic = _UNITS[match[2]]
    if language == "en":
        return f"{count} {singular if count == 1 else plural}"
    if count in (1, 2):
        return arabic[count - 1]
    rest = count % 100
    return f"{count} {arabic[4] if rest <= 2 else arabic[2] if rest <= 10 else arabic[3]}"


def check_number(text: str) -> None:
    """Raise ValueError unless `text` is a whole number or a range `1200/2250`."""
    if _NUMBER.fullmatch(text):
        return
    meant = _TWO.sub("/", _GROUPS.sub("", text[:100]).removesuffix(".0").strip("~ "), count=1)
    if _NUMBER.fullmatch(meant):
        what = "not a whole number as it is written here; did you mean {meant}?"
        raise ValueError(Sentence(what, meant=meant))
    raise ValueError(Sentence("not a whole number like 1500, nor a range like 1200/2250"))


def number_for_reader(text: str) -> str:
    """A number with its thousands set apart: `1,500`, `1,200–2,250`."""
    return "–".join(f"{int(part):,}" for part in text.split("/"))
