"""Dates as sources know them, for sorting, filtering and reading: EDTF levels 0 and 1.

EDTF is ISO 8601-2:2019, annex A; https://www.loc.gov/standards/datetime/ has its levels. Read are:
a year, month or day; a season (`2017-21` is spring); all of them perhaps approximate (`~`),
uncertain (`?`) or both (`%`); digits that nobody knows (`201X`, `20XX`, `2017-XX`, `2017-05-XX`,
`2017-XX-XX`); years before our era (`-0500`) and of more than four digits (`Y17000`); and intervals
of two of them, open (`..`) or with an unknown end (nothing) on one side. Not read are times of day,
and the year 0000, which is what programs write where there is no date.
"""

from __future__ import annotations

import re
from typing import Final

from store.errors import Sentence
from store.expressions import expression
from store.model.vocabulary import Language
from store.tuples import NamedTuple

_POINT: Final = expression(
    r"(?:(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?|Y(-?[1-9]\d{4,8}))([~?%]?)",
    re.ASCII,
)

_UNSPECIFIED: Final = "X"
_OPEN: Final = ".."
_SEASONS: Final = range(21, 25)
_FIRST_MONTHS: Final = {21: 3, 22: 6, 23: 9, 24: 1}
"""With which month each season may begin: winter is at either end of a year."""
_LAST_MONTHS: Final = {21: 6, 22: 9, 23: 12, 24: 12}
_LISTED_MONTHS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""By which month a season is put among other dates: the northern one in which it begins."""
_LARGEST_YEAR: Final = 10**9


class Point(NamedTuple):
    """One end of a date: month and day are 0 where they are not known."""

    year: int
    """As astronomers count: 0 is 1 BC. The first one, where its last digits are unknown."""
    month: int = 0
    """From 21 to 24 it is a season, from spring to winter."""
    day: int = 0
    mark: str = ""
    unspecified: str = ""
    """What is written X: Y for each such digit of the year, M the month, D the day."""


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
    start, end = (None if part in ("", _OPEN) else _parse_point(part) for part in (first, last))
    if start is None and end is None:
        raise ValueError(Sentence("an interval needs at least one end"))
    if start and end and first_day(start) > last_day(end):
        raise ValueError(Sentence("the interval ends before it begins"))
    return start, end


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(Sentence("not a date like 2017, 2017-05, 2017-05-04, 2012/2016 or 2013~"))
    minus, written, month_written, day_written, long, mark = match.groups(default="")
    if long:
        return Point(int(long), mark=mark)
    year = int(written.replace(_UNSPECIFIED, "0"))
    if written == "0000":
        raise ValueError(Sentence("there is no year 0000; leave out what is not known"))
    month, day = (int(part) if part.isdigit() else 0 for part in (month_written, day_written))
    unspecified = "Y" * written.count(_UNSPECIFIED)
    unspecified += "M" * (month_written == "XX") + "D" * (day_written == "XX")
    if month_written == "XX" and day_written.isdigit():
        raise ValueError(Sentence("a day is known only where its month is"))
    if minus and "Y" in unspecified:
        year += _years_unknown(unspecified) - 1
    point = Point(-year if minus else year, month, day, mark, unspecified)
    _refuse_impossible(point, month_written, day_written)
    return point


def _refuse_impossible(point: Point, month_written: str, day_written: str) -> None:
    if month_written.isdigit() and not (1 <= point.month <= 12 or point.month in _SEASONS):
        raise ValueError(Sentence("there is no month {month}", month=point.month))
    if day_written and point.month in _SEASONS:
        raise ValueError(Sentence("a season has no days"))
    if "Y" in point.unspecified and month_written.isdigit():
        raise ValueError(Sentence("a month is known only where its year is"))
    if day_written.isdigit() and not 1 <= point.day <= days_in(point.year, point.month):
        raise ValueError(Sentence("there is no day {day} in that month", day=point.day))


def _years_unknown(unspecified: str) -> int:
    """How many years a point may lie in, by the digits of its year that are not known."""
    return (1, 10, 100)[unspecified.count("Y")]


def days_in(year: int, month: int) -> int:
    """How many days a month of a year has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


_Day = tuple[int, int, int]


def first_day(point: Point) -> _Day:
    """The first day that a point may mean; 0 for a month or day that is any."""
    return point.year, _FIRST_MONTHS.get(point.month, point.month), point.day


def last_day(point: Point) -> _Day:
    """The last day that a point may mean."""
    month = _LAST_MONTHS.get(point.month, point.month or 12)
    return _last_year(point) + (point.month == _SEASONS[-1]), month, point.day or 31


def _last_year(point: Point) -> int:
    return point.year + _years_unknown(point.unspecified) - 1


def sort_key(date: str) -> str:
    """A text that sorts dates by their beginning, vague ones before exact ones; empty for none."""
    if not date:
        return ""
    start, end = parse(date)
    point = start or end or _NOWHEN
    month = _LISTED_MONTHS.get(point.month, point.month)
    return f"{_year_key(point.year)}-{month:02}-{point.day:02}"


def sort_key_after(date: str) -> str:
    """A text that sorts after every date of the year in which a date begins.

    Raises:
        ValueError: as `parse`.
    """
    start, end = parse(date)
    return f"{_year_key((start or end or _NOWHEN).year)}-99"


def _year_key(year: int) -> str:
    """A year as texts sort it: `-` stands before all digits, and `Y` after them."""
    if year < 0:
        return f"-{_LARGEST_YEAR + year:09}"
    return f"{year:04}" if year <= 9999 else f"Y{year:09}"


def years(date: str) -> tuple[int, int]:
    """First and last year of a date; an open or unknown end is the other end's year.

    Raises:
        ValueError: as `parse`.
    """
    start, end = parse(date)
    first, last = start or end or _NOWHEN, end or start or _NOWHEN
    return first.year if start else _last_year(first), _last_year(last) if end else last.year


def is_before(date: str, other: str) -> bool:
    """Whether all of a date lies before all of another one; never where either is approximate."""
    (start, end), (other_start, other_end) = parse(date), parse(other)
    if any(point and point.mark for point in (start, end, other_start, other_end)):
        return False
    if end is None or other_start is None:
        return False
    return last_day(end) < first_day(other_start)


def lies_within(date: str, other: str) -> bool:
    """Whether all that a date may mean lies in what another one may mean; in itself it does."""
    (start, end), (other_start, other_end) = parse(date), parse(other)
    begins = other_start is None or (
        start is not None and first_day(start) >= first_day(other_start)
    )
    ends = other_end is None or (end is not None and last_day(end) <= last_day(other_end))
    return begins and ends


class DatePart(NamedTuple):
    """One of a date's two ends, for formats that know no more of dates than these numbers."""

    year: int
    """Of the calendar, without a year 0: -44 is 44 BC."""
    month: int = 0
    """From 1, 0 where it is not known."""
    day: int = 0
    """The same."""
    season: int = 0
    """Spring is 1, summer 2, autumn 3, winter 4; 0 for none."""
    is_uncertain: bool = False
    """It is approximate, doubtful or in part not known, or where its other end lies is."""


def parts(date: str) -> tuple[DatePart, ...]:
    """A date in numbers: one part for a single date, two for an interval.

    Args:
        date: EDTF.

    Returns:
        The end that is known, of an interval that is open or of which one end is not known.

    Raises:
        ValueError: as `parse`.
    """
    start, end = parse(date)
    known = [point for point in ((start,) if start == end else (start, end)) if point]
    found = list(map(_part, known))
    if start is None or end is None:
        found = [part._replace(is_uncertain=True) for part in found]
    (last, *_) = reversed(known)
    if len(known) == 1 and _last_year(last) != last.year:
        found.append(_part(last)._replace(year=_without_zero(_last_year(last))))
    return tuple(found)


def _part(point: Point) -> DatePart:
    season = _SEASONS.index(point.month) + 1 if point.month in _SEASONS else 0
    return DatePart(
        _without_zero(point.year),
        0 if season else point.month,
        point.day,
        season,
        bool(point.mark or point.unspecified),
    )


def _without_zero(year: int) -> int:
    return year if year > 0 else year - 1


# --- in words ------------------------------------------------------------------------------------

MONTH_NAMES: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
        "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
    ),
}  # fmt: skip
"""In Arabic the Levantine month, which Syrian readers use, and the one that Egyptian ones do."""
_SEASON_NAMES: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("spring", "summer", "autumn", "winter"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
}
_NOT_KNOWN: Final[dict[tuple[str, Language], str]] = {
    ("M", "en"): "month not known", ("M", "ar"): "الشهر غير معروف",
    ("D", "en"): "day not known", ("D", "ar"): "اليوم غير معروف",
    ("MD", "en"): "day and month not known", ("MD", "ar"): "اليوم والشهر غير معروفين",
    ("start", "en"): "beginning not known", ("start", "ar"): "البداية غير معروفة",
    ("end", "en"): "end not known", ("end", "ar"): "النهاية غير معروفة",
}  # fmt: skip
_SINCE: Final[dict[Language, str]] = {"en": "since", "ar": "منذ"}
_FROM: Final[dict[Language, str]] = {"en": "from", "ar": "من"}
_UNTIL: Final[dict[Language, str]] = {"en": "until", "ar": "حتى"}


def for_reader(date: str, language: Language) -> str:
    """A date as prose has it, inventing nothing: `4 May 2017`, `أيار/مايو 2017`, `2012–2016`."""
    start, end = parse(date)
    if start == end and start:
        return _point_for_reader(start, language)
    if start is None or end is None:
        return _half_open_for_reader(date, start or end or _NOWHEN, language)
    last = _point_for_reader(end, language)
    if start.day and end.day and start[:2] == end[:2] and not (start.mark or end.mark):
        return f"{start.day}–{last}"
    first = _point_for_reader(start, language)
    is_short = all(point == Point(point.year) and point.year > 0 for point in (start, end))
    return f"{first}–{last}" if is_short else f"{first} – {last}"


def _half_open_for_reader(date: str, point: Point, language: Language) -> str:
    """An interval that goes on for ever (`..`), or of which nobody knows one end."""
    written = _point_for_reader(point, language)
    if date.startswith("/"):
        return f"{_UNTIL[language]} {written} ({_NOT_KNOWN['start', language]})"
    if date.endswith("/"):
        return f"{_FROM[language]} {written} ({_NOT_KNOWN['end', language]})"
    return f"{(_UNTIL if date.startswith(_OPEN) else _SINCE)[language]} {written}"


def _point_for_reader(point: Point, language: Language) -> str:
    about, perhaps = ("نحو ", "؟") if language == "ar" else ("about ", "?")
    unknown = _NOT_KNOWN.get((point.unspecified.lstrip("Y"), language))
    return (
        (about if point.mark in ("~", "%") else "")
        + " ".join([*_day_and_month(point, language), _year_for_reader(point, language)])
        + (perhaps if point.mark in ("?", "%") else "")
        + (f" ({unknown})" if unknown else "")
    )


def _day_and_month(point: Point, language: Language) -> list[str]:
    if point.month in _SEASONS:
        return [_SEASON_NAMES[language][point.month - _SEASONS[0]]]
    day = [str(point.day)] if point.day else []
    return [*day, MONTH_NAMES[language][point.month - 1]] if point.month else day


def _year_for_reader(point: Point, language: Language) -> str:
    before_our_era = "ق.م" if language == "ar" else "BC"
    year, last = point.year, _last_year(point)
    if year != last:
        between, and_ = ("بين", "و") if language == "ar" else ("between", "and ")
        first, other = (_year_for_reader(Point(each), language) for each in (year, last))
        return f"{between} {first} {and_}{other}"
    return str(year) if year > 0 else f"{1 - year} {before_our_era}"
