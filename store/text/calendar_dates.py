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
_MONTHS_ELSEWHERE: Final = (
    "janvier janv januar janner ocak rebendan زانويه|كانووني دووهم|kanun al thani|kanoun al thani",
    "fevrier fevr februar subat sibat shubat shbat فوريه شوبات",
    "mars marz maerz mart adar adhar azar يازار",
    "avril avr nisan nissan naysan avrel اوريل",
    "mai mayis ayyar ayar gulan مه يايار",
    "juin juni haziran heziran huzayran زوين حوزهيران",
    "juillet juil juli temmuz tammuz tamuz tamouz tirmeh زوييه تهممووز",
    "aout agustos ab tebax gelawej ياب",
    "septembre eylul aylul ailul ayloul eyloul ilon سبتامبر يهيلوول",
    "octobre oktober okt ekim cotmeh|تشريني يهكهم|tishrin al awwal|tishreen al awwal",
    "kasim mijdar نوامبر|تشريني دووهم|tishrin al thani|tishreen al thani",
    "decembre dezember dez aralik دسامبر|كانووني يهكهم|kanun al awwal|kanoun al awwal",
)
"""What they are called in French, German, Turkish, Kurdish and Persian, and the months of the
Levant in Latin letters: read in queries, where a day or a year stands beside."""


def _by_name(months: Sequence[str]) -> dict[tuple[str, ...], int]:
    """From the words of each name, of which those of several words stand behind a bar."""
    named: dict[tuple[str, ...], int] = {}
    for number, names in enumerate(months, start=1):
        single, *several = names.split("|")
        named |= dict.fromkeys([(name,) for name in single.split()], number)
        named |= dict.fromkeys([tuple(name.split()) for name in several], number)
    return named


_MONTH: Final = _by_name(_MONTHS)
_MONTH_IN_QUERY: Final = _by_name(_MONTHS_ELSEWHERE) | _MONTH
_BEGIN_A_MONTH: Final = frozenset(name[0] for name in _MONTH_IN_QUERY)
_MOST_WORDS: Final = max(map(len, _MONTH_IN_QUERY))
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
    is_elsewhere: bool = False
    """Its month is called as in languages that the index does not know."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which the index knows it, the most exact first."""
        of_month = f"{self.year}m{self.month:02}" if self.year else ""
        of_day = f"m{self.month:02}d{self.day:02}" if self.day else ""
        whole = f"{self.year}{of_day}" if self.year and self.day else ""
        return tuple(filter(None, (whole, of_month, of_day)))


def dates_in(words: Sequence[str], *, in_query: bool = False) -> Iterator[FoundDate]:
    """The dates of a text that name a month, with a day or a year.

    Of *from 18 March to 21 May 2017* the first has the year of the second; else a date without a
    year has the last that was named before.

    Args:
        words: folded, see `store.text.folding.words`.
        in_query: whether `2017 May` is a date and no year is inherited, as no sentences follow each
            other, and months are called as in further languages.
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
        inherited = 0 if in_query else last_year
        found = _date_at(words, place, inherited, in_query=in_query)
        if found:
            yield found
            last_year = found.year
        place = found.end if found else place + 1


def may_hold_date(words: Sequence[str]) -> bool:
    """Whether any of a text's words begins as a date does: of most none, which is told at once."""
    return not (_BEGIN_ONE.isdisjoint(words) and "".join(words).isalpha())


def _date_at(
    words: Sequence[str], place: int, inherited: int, *, in_query: bool
) -> FoundDate | None:
    day = _day(words, place)
    year_before = _year(words, place) if in_query and not day else 0
    at = place + 1 if day or year_before else place
    month, end = _month(words, at, in_query=in_query)
    if not month:
        return None
    day_at = place if day else -1
    if not day and (later := _day(words, end)) and _year(words, end + 1):  # July 18 2018
        day, day_at, end = later, end, end + 1
    year = _year(words, end)
    if year:
        end += 1
    elif not year_before and (day or words[at] not in _AS_WORDS):
        year = _year_of_the_next(words, end, in_query=in_query) or inherited
    year = year or year_before
    if not (day or year):
        return None
    is_elsewhere = not _month(words, at, in_query=False)[0]
    return FoundDate(place, end, day_at, year, month, day, is_elsewhere)


def _year_of_the_next(words: Sequence[str], place: int, *, in_query: bool) -> int:
    """The year of a date that follows at once: *18 March to 21 May 2017*."""
    if place >= len(words) or words[place] not in _JOINING:
        return 0
    place += 1
    if _day(words, place):
        place += 1
    month, end = _month(words, place, in_query=in_query)
    return _year(words, end) if month else 0


def _month(words: Sequence[str], place: int, *, in_query: bool) -> tuple[int, int]:
    """The month that is named at a place, by one name or two, and the place behind; else 0."""
    month, end = _one_month(words, place, in_query=in_query)
    if month:
        other, behind = _one_month(words, end, in_query=in_query)  # أيار/مايو
        if other == month:
            end = behind
    return month, end


def _one_month(words: Sequence[str], place: int, *, in_query: bool) -> tuple[int, int]:
    if place >= len(words):
        return 0, place
    word = words[place]
    if word not in _BEGIN_A_MONTH and word[:1] in _PARTICLES and word[1:] in _BEGIN_A_MONTH:
        word = word[1:]
    if word not in _BEGIN_A_MONTH:
        return 0, place
    months = _MONTH_IN_QUERY if in_query else _MONTH
    for length in range(_MOST_WORDS, 0, -1):
        name = (word, *words[place + 1 : place + length])
        if len(name) == length and name in months:
            return months[name], place + length
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
