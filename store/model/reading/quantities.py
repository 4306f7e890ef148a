"""Durations and numbers as sources give them: checked, and said in both languages."""

from __future__ import annotations

from store.errors import Sentence
from store.expressions import expression
from store.model.vocabulary import Label, Language
from store.tuples import NamedTuple
from store.typed import Final

_LONGEST_DURATION: Final = 9
_LONGEST_NUMBER: Final = 15
_SIGNS: Final = {"≥": ">=", "≤": "<=", "≈": "~"}
_BOUNDS: Final = {
    "~": Label("about {number}", "نحو {number}"),
    ">=": Label("at least {number}", "{number} على الأقل"),
    "<=": Label("up to {number}", "حتى {number}"),
    ">": Label("more than {number}", "أكثر من {number}"),
    "<": Label("fewer than {number}", "أقل من {number}"),
}
"""Signs before a number, the longer ones first."""
_BETWEEN: Final = ("..", "/")
_UNKNOWN: Final = Label("number not known", "العدد غير معروف")
_ABOUT: Final = 10
"""A number that is about another lies within a tenth of it."""
_GROUPS: Final = expression(r"(?<=\d)[,.٬' \u00a0\u202f](?=\d{3}(?!\d))")
_TWO: Final = expression(r" ?(?:\.\.|[-–—]| to | إلى ) ?")
_BLANKS_BEHIND_SIGN: Final = expression(r"^([<>]=?|~) +")
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
    if _duration(text):
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
    read = _duration(text)
    if read is None:
        return text
    count, unit = read
    singular, plural, arabic = _UNITS[unit]
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
    number = _number(text)
    if number and number.bound == "<" and not number.low:
        raise ValueError(Sentence("fewer than none is no number of anything"))
    if number and number.bound == ".." and number.low > number.high:
        raise ValueError(Sentence("the range ends before it begins"))
    if number:
        return
    if (meant := _likely_number(text)) != text and _number(meant):
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
    return _BLANKS_BEHIND_SIGN.sub(r"\1", meant)


def number_span(text: str) -> tuple[int, int | None]:
    """The least and the greatest number that a text may mean; None for one without end."""
    read = _number(text)
    if read is None:
        return 0, None
    number = read.low
    match read.bound:
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
    return min(number, read.high), max(number, read.high)


def number_for_reader(text: str, language: Language) -> str:
    """A number as prose has it, its thousands set apart: `more than 5,000`, `1,200–2,250`."""
    read = _number(text)
    if read is None:
        return text
    if read.bound in _BETWEEN:
        return f"{read.low:,}–{read.high:,}"
    if text == ">0":
        return _UNKNOWN.in_(language)
    number = f"{read.low:,}"
    return _BOUNDS[read.bound].in_(language).format(number=number) if read.bound else number


def duration_span(text: str) -> tuple[int, int]:
    """The fewest and the most days that a duration may have."""
    count, unit = _duration(text) or (0, "D")
    least, most = _DAYS[unit]
    return count * least, count * most


def _duration(text: str) -> tuple[int, str] | None:
    """How many of which unit; None for what is no duration."""
    number, unit = text[1:-1], text[-1:]
    if text[:1] == "P" and unit in _DAYS and _is_whole(number, _LONGEST_DURATION):
        return int(number), unit
    return None


class _Number(NamedTuple):
    """A number as it is written."""

    low: int
    high: int
    """That of a range, else as `low`."""
    bound: str = ""
    """The sign before it; of a range the one between."""


def _number(text: str) -> _Number | None:
    # Every page with a figure is printed by this: no expression is compiled for it.
    for bound in _BOUNDS:
        if text.startswith(bound):
            return _bounded(text.removeprefix(bound), bound)
    for between in _BETWEEN:
        low, found, high = text.partition(between)
        if found and _is_whole(low, _LONGEST_NUMBER) and _is_whole(high, _LONGEST_NUMBER):
            return _Number(int(low), int(high), between)
    return _bounded(text, "")


def _bounded(number: str, bound: str) -> _Number | None:
    is_whole = _is_whole(number, _LONGEST_NUMBER)
    return _Number(int(number), int(number), bound) if is_whole else None


def _is_whole(text: str, longest: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= longest
