"""Dates in a text, in both languages and all names of months, brought together as one word each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.expressions import expression
from store.tuples import NamedTuple
from store.typed import Final

_MONTHS: Final = (
    "january jan يناير جانفي|كانون الثاني",
    "february feb شباط فبراير فيفري",
    "march mar اذار مارس",
    "april apr نيسان ابريل افريل",
    "may ايار مايو ماي",
    "june jun حزيران يونيو يونيه جوان",
    "july jul تموز يوليو يوليه جويليه",
    "august aug اب اغسطس اوت",
    "september sept sep ايلول سبتمبر",
    "october oct اكتوبر|تشرين الاول",
    "november nov نوفمبر|تشرين الثاني",
    "december dec ديسمبر دجنبر|كانون الاول",
)
_MONTH: Final = {
    tuple(name.split()): number
    for number, names in enumerate(_MONTHS, start=1)
    for name in (*names.partition("|")[0].split(), names.partition("|")[2])
    if name
}
_BEGIN_A_MONTH: Final = frozenset(name[0] for name in _MONTH)
_PARTICLES: Final = "وفبل"
"""Written onto an Arabic month: *and*, *so*, *in*, *for*."""
_BEGIN_ONE: Final = _BEGIN_A_MONTH | {
    particle + word for particle in _PARTICLES for word in _BEGIN_A_MONTH
}
_AS_WORDS: Final = frozenset({"may", "march", "mar", "jan", "sep", "dec", "اب", "ماي", "اوت"})
"""Words too: months only beside a day or a year."""
_ORDINAL: Final = expression(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR: Final = expression(r"(?:19|20)\d\d")
_JOINING: Final = frozenset({"to", "and", "until", "till", "الي", "حتي", "و"})
_NUMERIC: Final = expression(
    r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?"
    r"|(?:(?P<day2>\d{1,2})[-/.])?(?P<month2>\d{1,2})[-/.](?P<year2>(?:19|20)\d\d)"
)
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31


class FoundDate(NamedTuple):
    """A date where it stands among words; what it does not say is 0."""

    start: int
    """The place of its first word."""
    end: int
    """The place behind its last."""
    day_at: int
    """The place of its day, -1 where it has none."""
    year: int
    month: int
    day: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which the index knows it, the most exact first."""
        of_month = f"{self.year}m{self.month:02}" if self.year else ""
        of_day = f"m{self.month:02}d{self.day:02}" if self.day else ""
        whole = f"{self.year}{of_day}" if self.year and self.day else ""
        return tuple(filter(None, (whole, of_month, of_day)))


def dates_in(words: Sequence[str], *, year_may_lead: bool = False) -> Iterator[FoundDate]:
    """The dates of a text that name a month, with a day or a year.

    Of *from 18 March to 21 May 2017* the first has the year of the second; else a date without a
    year has the last that was named before.

    Args:
        words: folded, see `store.text.folding.words`.
        year_may_lead: whether `2017 May` is a date and no year is inherited: in a query, where no
            sentences follow each other.
    """
    if not may_hold_date(words):
        return
    place = last_year = 0
    while place < len(words):
        word = words[place]
        if not (word in _BEGIN_ONE or word[0:1].isdigit()):
            place += 1
            continue
        last_year = _year(words, place) or last_year
        inherited = 0 if year_may_lead else last_year
        found = _date_at(words, place, inherited, year_may_lead=year_may_lead)
        if found:
            yield found
            last_year = found.year
        place = found.end if found else place + 1


def may_hold_date(words: Sequence[str]) -> bool:
    """Whether any of a text's words begins as a date does: of most none, which is told at once."""
    return not (_BEGIN_ONE.isdisjoint(words) and "".join(words).isalpha())


def _date_at(
    words: Sequence[str], place: int, inherited: int, *, year_may_lead: bool
) -> FoundDate | None:
    day = _day(words, place)
    year_before = _year(words, place) if year_may_lead and not day else 0
    at = place + 1 if day or year_before else place
    month, end = _month(words, at)
    if not month:
        return None
    day_at = place if day else -1
    if not day and (later := _day(words, end)) and _year(words, end + 1):  # July 18 2018
        day, day_at, end = later, end, end + 1
    year = _year(words, end)
    if year:
        end += 1
    elif not year_before and (day or words[at] not in _AS_WORDS):
        year = _year_of_the_next(words, end) or inherited
    year = year or year_before
    return FoundDate(place, end, day_at, year, month, day) if day or year else None


def _year_of_the_next(words: Sequence[str], place: int) -> int:
    """The year of a date that follows at once: *18 March to 21 May 2017*."""
    if place >= len(words) or words[place] not in _JOINING:
        return 0
    place += 1
    if _day(words, place):
        place += 1
    month, end = _month(words, place)
    return _year(words, end) if month else 0


def _month(words: Sequence[str], place: int) -> tuple[int, int]:
    """The month that is named at a place, by one name or two, and the place behind; else 0."""
    month, end = _one_month(words, place)
    if month:
        other, behind = _one_month(words, end)  # أيار/مايو
        if other == month:
            end = behind
    return month, end


def _one_month(words: Sequence[str], place: int) -> tuple[int, int]:
    if place >= len(words):
        return 0, place
    word = words[place]
    if word not in _BEGIN_A_MONTH and word[:1] in _PARTICLES and word[1:] in _BEGIN_A_MONTH:
        word = word[1:]
    if word not in _BEGIN_A_MONTH:
        return 0, place
    pair = (word, words[place + 1]) if place + 1 < len(words) else (word,)
    for name in (pair, (word,)):
        if name in _MONTH:
            return _MONTH[name], place + len(name)
    return 0, place


def _day(words: Sequence[str], place: int) -> int:
    match = _ORDINAL.fullmatch(words[place]) if place < len(words) else None
    return int(match[1]) if match and 0 < int(match[1]) <= _LAST_DAY else 0


def _year(words: Sequence[str], place: int) -> int:
    return int(words[place]) if place < len(words) and _YEAR.fullmatch(words[place]) else 0


def numeric_date(text: str) -> FoundDate | None:
    """A date in digits: `2016-12`, `12/2016`, `2016-12-29`, `29.12.2016`; the day stands first.

    Args:
        text: one piece without blanks, its digits folded.
    """
    match = _NUMERIC.fullmatch(text)
    if not match:
        return None
    year = int(match["year"] or match["year2"])
    month = int(match["month"] or match["month2"])
    day = int(match["day"] or match["day2"] or 0)
    if month > _LAST_MONTH >= day > 0:  # 12/29/2016
        month, day = day, month
    if not 0 < month <= _LAST_MONTH or day > _LAST_DAY:
        return None
    return FoundDate(0, 1, -1, year, month, day)


def in_words(date: FoundDate) -> list[tuple[str, ...]]:
    """How a date may be written, as folded words, the day first: what a text is searched for."""
    day = (str(date.day),) if date.day else ()
    year = (str(date.year),) if date.year else ()
    names = [name for name, number in _MONTH.items() if number == date.month]
    doubled = [
        (*first, *second)
        for first in names
        for second in names
        if first != second and not (first[0].isascii() or second[0].isascii())
    ]
    return [(*day, *name, *year) for name in (*names, *doubled)]
