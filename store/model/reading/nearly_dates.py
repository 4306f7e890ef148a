"""Dates as people and other programs write them, and the EDTF that each of them probably means.

They are not read as if they were right: `04/05/2017` is a day in May to some and in April to
others. Who wrote it is told what it may mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from store.errors import Sentence
from store.expressions import expression
from store.model import dates
from store.text import folding
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

_LONGEST: Final = 60
_THIS_CENTURY: Final = 50
"""Years of two digits up to this one are of this century, later ones of the one before."""

# Names of months from January on, as folded texts have them: English, French, then the Levantine,
# Egyptian and Maghrebi names. A month of two words is looked for as one.
_MONTH_NAMES: Final = (
    "january jan janvier كانونالثاني كانون2 يناير جانفي",
    "february feb fevrier fev شباط فبراير فيفري",
    "march mar mars اذار مارس",
    "april apr avril avr نيسان ابريل افريل",
    "may mai ايار مايو ماي",
    "june jun juin حزيران يونيو يونيه جوان",
    "july jul juillet juil تموز يوليو يوليه جويليه",
    "august aug aout اب اغسطس اوت",
    "september sep sept septembre ايلول سبتمبر",
    "october oct octobre تشرينالاول تشرين1 اكتوبر",
    "november nov novembre تشرينالثاني تشرين2 نوفمبر",
    "december dec decembre كانونالاول كانون1 ديسمبر",
)
_MONTHS: Final = {
    folding.fold(name): number
    for number, names in enumerate(_MONTH_NAMES, start=1)
    for name in names.split()
}
_SEASON_NAMES: Final = ("spring ربيع", "summer صيف", "autumn fall خريف", "winter شتاء")
_SEASONS: Final = {
    name: 21 + number for number, names in enumerate(_SEASON_NAMES) for name in names.split()
}
_ABOUT: Final = frozenset(map(folding.fold, "about around circa ca c نحو حوالي تقريبا".split()))
_SINCE: Final = frozenset(map(folding.fold, "since after from منذ من بعد".split()))
_UNTIL: Final = frozenset(map(folding.fold, "until till before حتى الى قبل".split()))
_FILLERS: Final = frozenset(
    map(folding.fold, "of the in on st nd rd th z year month في شهر سنه عام يوم م".split())
)
_TWO_WORDS: Final = expression(r"\b(كانون|تشرين) (ال|1\b|2\b)")
_SECOND_WORDS: Final = {"ال": "ال", "1": "الاول", "2": "الثاني"}
_DATE_AND_TIME: Final = expression(r"(\d{4}-\d\d-\d\d)(?:t| )\d\d?:?\d\d.*")
_DASH: Final = expression("[‐-―−]")
_DECADE: Final = expression(r"(\d{3})0'?s")
_PARTS: Final = expression(r"[0-9]+|[^\W\d_]+")
_BETWEEN: Final = expression(r"/|\.\.| (?:-|to|الي|حتي) ")
_TWO_YEARS: Final = expression(r"(\d{4}) ?[-/] ?(\d{4}|\d\d)")


def check_date(text: str) -> None:
    """Raise ValueError unless `text` is an EDTF date; the message says which one was meant."""
    try:
        dates.parse(text)
    except ValueError:
        meant = likely_dates(text)
        if not meant:
            raise
        what = "this is not how a date is written; did you mean {date}?"
        if len(meant) > 1:
            what = "this may be two dates; did you mean {date} or {other}?"
        raise ValueError(Sentence(what, date=meant[0], other=meant[-1])) from None


def likely_dates(text: str) -> list[str]:
    """What a text that is no EDTF date may mean as one, the likeliest first.

    Args:
        text: as written, in any script and digits, in logical order.

    Returns:
        EDTF dates: none where nothing is likely, two where the order of day and month is open.
    """
    if len(text) > _LONGEST:
        return []
    plain = " ".join(folding.fold(unicodedata.normalize("NFKC", text)).split()).strip("\"'()[]")
    plain = _DASH.sub("-", plain)
    return [meant for meant in dict.fromkeys(_meant(plain)) if _is_date(meant)][:2]


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except ValueError:
        return False
    return True


def _meant(plain: str) -> Iterator[str]:
    if timed := _DATE_AND_TIME.fullmatch(plain):
        yield timed[1]
    yield plain.upper()
    yield plain.upper().replace("U", "X").replace("?", "X")
    if years := _TWO_YEARS.fullmatch(plain):
        first, last = years.groups()
        if len(last) == 4 or int(last) > 12:
            yield f"{first}/{last if len(last) == 4 else first[:2] + last}"
    if decade := _DECADE.fullmatch(plain):
        yield f"{decade[1]}X"
    single = list(_points(plain))
    yield from single
    ends = _BETWEEN.split(plain)
    if not single and len(ends) == 2:
        first, last = ([end, *_points(end)] if end else [".."] for end in map(str.strip, ends))
        yield from (f"{start}/{end}" for start in first for end in last)


def _points(plain: str) -> Iterator[str]:
    """What a single date may be, by its parts."""
    mark = next((sign for sign in "%~?" if sign in plain), "")
    parts = _PARTS.findall(_TWO_WORDS.sub(_as_one_word, plain))
    words = [part for part in parts if not part.isdecimal()]
    numbers = [part for part in parts if part.isdecimal()]
    around = [word for word in words if word in _SINCE | _UNTIL]
    # Arabic often names a month twice: أيار/مايو.
    named = list({_MONTHS.get(word) or _SEASONS.get(word) for word in words if _tells(word)})
    if _ABOUT & set(words):
        mark = mark or "~"
    if None in named or len(named) > 1 or len(around) > 1:
        return
    for point in _with_named(named[0], numbers) if named else _of_numbers(numbers):
        if not around:
            yield f"{point}{mark}"
        else:
            yield f"../{point}{mark}" if around[0] in _UNTIL else f"{point}{mark}/.."


def _as_one_word(match: re.Match[str]) -> str:
    return match[1] + _SECOND_WORDS[match[2]]


def _tells(word: str) -> bool:
    return word not in _ABOUT | _SINCE | _UNTIL | _FILLERS


def _with_named(month: int | None, numbers: list[str]) -> Iterator[str]:
    """Dates whose month or season is a word."""
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) != 1 or len(years) + len(days) != len(numbers):
        return
    written = [_iso(years[0], month or 0, day) for day in days]
    if not days:
        yield _iso(years[0], month or 0)
    elif len(days) <= 2:
        yield "/".join(written)


def _of_numbers(numbers: list[str]) -> Iterator[str]:
    """Dates of numbers alone: year first, or day first, or month first."""
    match [(number, len(number)) for number in numbers]:
        case [(whole, 8)]:
            yield _iso(whole[:4], whole[4:6], whole[6:])
        case [(year, 4)]:
            yield year
        case [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)]:
            yield _iso(year, month)
        case [(year, 4), (month, 1 | 2), (day, 1 | 2)]:
            yield _iso(year, month, day)
        case [(first, 1 | 2), (second, 1 | 2), (year, 4)]:
            yield _iso(year, second, first)
            yield _iso(year, first, second)
        case [(first, 1 | 2), (second, 1 | 2), (year, 2)]:
            century = "20" if int(year) <= _THIS_CENTURY else "19"
            yield _iso(century + year, second, first)
            yield _iso(century + year, first, second)


def _iso(year: str, month: str | int, day: str | int = 0) -> str:
    """A date as EDTF has it; a month or day that is 0 is left out, as it stands for none."""
    if not int(month):
        return year
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if int(day) else "")
