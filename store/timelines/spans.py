"""Dates as spans of days: from the first day that one may mean to the last, and what is sure of it.

Days are counted as Python's `date.toordinal` does (1 January 0001 is day 1, in the calendar of
today), but for every year: Howard Hinnant, *chrono-compatible low-level date algorithms*,
https://howardhinnant.github.io/date_algorithms.html.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from store.model import dates
from store.tuples import NamedTuple

_DAYS_OF_ERA: Final = 146_097
_YEARS_OF_ERA: Final = 400
_MARCH: Final = 3
"""Years are counted from March, so that a leap day is the last of its year."""
_BEFORE_FIRST: Final = 306
"""Days from 1 March of the year 0 to the first day that is counted."""


class Span(NamedTuple):
    """A date in days, the last one included."""

    first: int
    """The first day that it may mean, or on which it may begin."""
    last: int
    surely_from: int
    """Of what lasted: the days from this one on are surely of it, up to `surely_to`; there are none
    where the first of them comes after the last."""
    surely_to: int
    is_doubtful: bool = False
    """It is approximate, or a source is not sure."""
    is_open_before: bool = False
    """It begins before its first day, nobody says when."""
    is_open_after: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether its first and its last day are known, and it is one day or all between."""
        is_whole = (self.first, self.last) == (self.surely_from, self.surely_to)
        return is_whole and not (self.is_doubtful or self.is_open_before or self.is_open_after)

    @property
    def is_day(self) -> bool:
        """Whether it is one day, and that is known."""
        first, last, surely_from, surely_to, *others = self  # asked of every one of a timeline
        return first == last == surely_from == surely_to and True not in others

    def may_meet(self, other: Span) -> bool:
        """Whether both may have a day in common."""
        return self.first <= other.last and other.first <= self.last

    @property
    def middle(self) -> float:
        """Where one mark for all of it stands: the middle of a day is at .5."""
        return (self.first + self.last + 1) / 2


@lru_cache(maxsize=8_192)
def span_of(date: str) -> Span:
    """Read a date.

    Args:
        date: EDTF.

    Raises:
        ValueError: as `dates.parse`.
    """
    start, end = dates.parse(date)
    is_doubtful = any(point and (point.mark or point.unspecified) for point in (start, end))
    known = [point for point in (start, end) if point]  # one at least
    begins, ends = _days_of(known[0]), _days_of(known[-1])
    if "/" not in date:
        sure = begins if begins[0] == begins[1] else (begins[1] + 1, begins[0])
        return Span(*begins, *sure, is_doubtful)
    return Span(
        begins[0],
        ends[1],
        begins[1],
        ends[0],
        is_doubtful,
        start is None,
        end is None,
    )


def _days_of(point: dates.Point) -> tuple[int, int]:
    """The first and the last day that a point may mean."""
    return day_number(*dates.first_day(point)), day_number(*dates.last_day(point))


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day.

    Args:
        year: as astronomers count.
        month: from 1; 0 stands for the first.
        day: from 1; 0 stands for the first, and one past a month's end for its last.
    """
    month = month or 1
    day = min(day or 1, dates.days_in(year, month))
    before_march = month < _MARCH
    era, year_of_era = divmod(year - before_march, _YEARS_OF_ERA)
    day_of_year = (153 * (month + (9 if before_march else -_MARCH)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_OF_ERA + day_of_era - _BEFORE_FIRST + 1


def date_of(number: int) -> tuple[int, int, int]:
    """The year, month and day of a number."""
    era, day_of_era = divmod(number - 1 + _BEFORE_FIRST, _DAYS_OF_ERA)
    year = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month + 2) // 5 + 1
    month += _MARCH if month < 10 else -9
    return era * _YEARS_OF_ERA + year + (month < _MARCH), month, day
