"""Durations and numbers as sources give them: checked, and said in both languages."""

from __future__ import annotations

import re
from typing import Final

from store.errors import Sentence
from store.expressions import expression
from store.model.vocabulary import Label, Language

_DURATION: Final = expression(r"P(\d{1,9})([YMWD])", re.ASCII)
_NUMBER: Final = expression(
    r"(?P<bound>[<>]=?|~)?(?P<number>\d{1,15})|(?P<low>\d{1,15})(?:/|\.\.)(?P<high>\d{1,15})",
    re.ASCII,
)
_SIGNS: Final = {"≥": ">=", "≤": "<=", "≈": "~"}
_BOUNDS: Final = {
    "~": Label("about {number}", "نحو {number}"),
    ">": Label("more than {number}", "أكثر من {number}"),
    "<": Label("fewer than {number}", "أقل من {number}"),
    ">=": Label("at least {number}", "{number} على الأقل"),
    "<=": Label("up to {number}", "حتى {number}"),
}
_UNKNOWN: Final = Label("number not known", "العدد غير معروف")
_ABOUT: Final = 10
"""A number that is about another lies within a tenth of it."""
_GROUPS: Final = expression(r"(?<=\d)[,.٬' \u00a0\u202f](?=\d{3}(?!\d))")
_TWO: Final = expression(r" ?(?:\.\.|[-–—]| to | إلى ) ?")
_WORDED: Final = expression(r"p? ?(\d{1,4}) ?(\w{1,12})")
_DAYS: Final = {"Y": (365, 366), "M": (28, 31), "W": (7, 7), "D": (1, 1)}
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
    """Raise ValueError unless `text` is a whole number, one with a bound, or a range.

    `1500`, `~2200` (about), `>5000`, `<300`, `>=5000` (at least), `<=300` (up to), `2000..3000`,
    and `2000/3000`, which says the same.
    """
    match = _NUMBER.fullmatch(text)
    if match and match["bound"] == "<" and not int(match["number"]):
        raise ValueError(Sentence("fewer than none is no number of anything"))
    if match and ".." in text and int(match["low"]) > int(match["high"]):
        raise ValueError(Sentence("the range ends before it begins"))
    if match:
        return
    if (meant := _likely_number(text)) != text and _NUMBER.fullmatch(meant):
        what = "not a whole number as it is written here; did you mean {meant}?"
        raise ValueError(Sentence(what, meant=meant))
    raise ValueError(
        Sentence(
            "not a whole number like 1500, one with a bound like ~2200, >5000 or <300, nor a range"
            " like 2000..3000"
        )
    )


def _likely_number(text: str) -> str:
    meant = "".join(_SIGNS.get(character, character) for character in text[:100])
    meant = _GROUPS.sub("", meant).removesuffix(".0").strip()
    meant = _TWO.sub("..", meant, count=1)
    return re.sub(r"^([<>]=?|~) +", r"\1", meant)


def number_span(text: str) -> tuple[int, int | None]:
    """The least and the greatest number that a text may mean; None for one without end."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return 0, None
    if match["low"]:
        low, high = sorted((int(match["low"]), int(match["high"])))
        return low, high
    number = int(match["number"])
    match match["bound"]:
        case ">":
            return number + 1, None
        case ">=":
            return number, None
        case "<":
            return 0, number - 1
        case "<=":
            return 0, number
        case "~":
            return number - number // _ABOUT, number + number // _ABOUT
    return number, number


def number_for_reader(text: str, language: Language) -> str:
    """A number as prose has it, its thousands set apart: `more than 5,000`, `1,200–2,250`."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    if match["low"]:
        return f"{int(match['low']):,}–{int(match['high']):,}"
    if text == ">0":
        return _UNKNOWN.in_(language)
    number = f"{int(match['number']):,}"
    return _BOUNDS[match["bound"]].in_(language).format(number=number) if match["bound"] else number


def duration_span(text: str) -> tuple[int, int]:
    """The fewest and the most days that a duration may have."""
    match = _DURATION.fullmatch(text)
    least, most = _DAYS[match[2]] if match else (0, 0)
    return (int(match[1]) * least, int(match[1]) * most) if match else (0, 0)
