"""Dates, durations and numbers as sources know them, for sorting, filtering and reading.

Dates are a part of EDTF (ISO 8601-2:2019): a year, a month or a day, each perhaps approximate
(`~`), uncertain (`?`) or both (`%`), and an interval of two of them, open (`..`) on one side.
https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from store.errors import Sentence
from store.model.vocabulary import Language

_POINT: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_DURATION: Final = re.compile(r"P(\d{1,9})([YMWD])", re.ASCII)
_NUMBER: Final = re.compile(r"\d{1,15}(?:/\d{1,15})?", re.ASCII)

_ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# The Levantine month and the Arabised one: Syrian readers use the first, Egyptian ones the second.
_ARABIC_MONTHS: Final = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)  # fmt: skip
_UNITS: Final[dict[str, tuple[str, str, tuple[str, str, str, str, str]]]] = {
    # English singular and plural; Arabic one, two, 3 to 10, 11 to 99, hundreds
    "Y": ("year", "years", ("سنة واحدة", "سنتان", "سنوات", "سنة", "سنة")),
    "M": ("month", "months", ("شهر واحد", "شهران", "أشهر", "شهرًا", "شهر")),
    "W": ("week", "weeks", ("أسبوع واحد", "أسبوعان", "أسابيع", "أسبوعًا", "أسبوع")),
    "D": ("day", "days", ("يوم واحد", "يومان", "أيام", "يومًا", "يوم")),
}


class Point(NamedTuple):
    """One end of a date: month and day are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0
    mark: str = ""


_NOWHEN: Final = Point(0)
"""Stands for a missing end; `parse` gives at least one."""


def parse(date: str) -> tuple[Point | None, Point | None]:
    """Read an EDTF date into its first and last point (the same one twice for a single date).

    Raises:
        ValueError: the text is not of the accepted part of EDTF; the message says why.
    """
    if "/" not in date:
        point = _parse_point(date)
        return point, point
    first, _, last = date.partition("/")
    ends = tuple(None if end == ".." else _parse_point(end) for end in (first, last))
    if ends == (None, None):
        raise ValueError(Sentence("an interval needs at least one end"))
    start, end = ends
    if start and end and start[:3] > (end.year, end.month or 12, end.day or 31):
        raise ValueError(Sentence("the interval ends before it begins"))
    return start, end


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(Sentence("not a date like 2017, 2017-05, 2017-05-04, 2012/2016 or 2013~"))
    year, month, day = (int(part or 0) for part in match.groups()[:3])
    if match[2] and not 1 <= month <= 12:
        raise ValueError(Sentence("there is no month {month}", month=month))
    if match[3] and not 1 <= day <= _days_in(year, month):
        raise ValueError(Sentence("there is no day {day} in that month", day=day))
    return Point(year, month, day, match[4])


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def sort_key(date: str) -> str:
    """A text that sorts dates by their beginning, vague ones before exact ones; empty for none."""
    if not date:
        return ""
    start, end = parse(date)
    point = start or end
    return f"{point.year:04}-{point.month:02}-{point.day:02}" if point else ""


def years(date: str) -> tuple[int, int]:
    """First and last year of a date; an open end is the other end's year.

    Raises:
        ValueError: as `parse`.
    """
    start, end = parse(date)
    first, last = start or end, end or start
    return (first or _NOWHEN).year, (last or _NOWHEN).year


def for_reader(date: str, language: Language) -> str:
    """A date as prose has it, inventing nothing: `4 May 2017`, `أيار/مايو 2017`, `2012–2016`."""
    start, end = parse(date)
    if start == end and start:
        return _point_for_reader(start, language)
    if start is None and end:
        return ("حتى " if language == "ar" else "until ") + _point_for_reader(end, language)
    if end is None and start:
        return ("منذ " if language == "ar" else "since ") + _point_for_reader(start, language)
    start, end = start or _NOWHEN, end or _NOWHEN
    last = _point_for_reader(end, language)
    if start.day and end.day and start[:2] == end[:2] and not (start.mark or end.mark):
        return f"{start.day}–{last}"
    first = _point_for_reader(start, language)
    plain = not (start.month or end.month or start.mark or end.mark)
    return f"{first}–{last}" if plain else f"{first} – {last}"


def _point_for_reader(point: Point, language: Language) -> str:
    months = _ARABIC_MONTHS if language == "ar" else _ENGLISH_MONTHS
    parts = [str(point.day)] if point.day else []
    parts += [months[point.month - 1]] if point.month else []
    written = " ".join([*parts, str(point.year)])
    about, perhaps = ("نحو ", "؟") if language == "ar" else ("about ", "?")
    return (
        (about if point.mark in ("~", "%") else "")
        + written
        + (perhaps if point.mark in ("?", "%") else "")
    )


def check_duration(text: str) -> None:
    """Raise ValueError unless `text` is a duration like `P6M` (ISO 8601, one unit)."""
    if not _DURATION.fullmatch(text):
        raise ValueError(Sentence("not a duration like P6M, P2W or P30D"))


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
    if not _NUMBER.fullmatch(text):
        raise ValueError(Sentence("not a whole number like 1500, nor a range like 1200/2250"))


def number_for_reader(text: str) -> str:
    """A number with its thousands set apart: `1,500`, `1,200–2,250`."""
    return "–".join(f"{int(part):,}" for part in text.split("/"))


def is_before(date: str, other: str) -> bool:
    """Whether all of a date lies before all of another one; never where either is approximate."""
    (start, end), (other_start, other_end) = parse(date), parse(other)
    if any(point and point.mark for point in (start, end, other_start, other_end)):
        return False
    if end is None or other_start is None:
        return False
    return (end.year, end.month or 12, end.day or 31) < other_start[:3]
