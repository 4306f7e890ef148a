"""The axis of a timeline: which day stands in which cell, and the ticks that say so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from store.model import dates
from store.model.vocabulary import Language
from store.timelines.spans import Span, date_of, day_number
from store.tuples import NamedTuple
from tui.messages.digits import in_digits
from tui.pictures.timeline.index import Alike

FINEST: Final = 1 / 8
"""Days of a cell; no date is finer than a day."""
COARSEST: Final = 36_525.0
_FARTHEST: Final = 4.0e8
"""Days from the beginning of our era that an axis reaches; beyond a million years, floats fail."""
ZOOM: Final = 2.0
_DAYS_OF_MONTH: Final = 30.44
_DAYS_OF_YEAR: Final = 365.2425
_MONTHS: Final = 12

Unit = Literal["day", "month", "year"]


Cells = tuple[int, int, range]
"""The first and the last cell of moments that have one date, and their numbers."""


class Scale(NamedTuple):
    """Which days the cells of a timeline are."""

    start: float
    """The moment at the edge where reading begins, in days."""
    days: float
    """Of a cell."""
    cells: int

    @property
    def end(self) -> float:
        """The moment at the other edge."""
        return self.start + self.days * self.cells

    def cell(self, day: float) -> int:
        """The cell of a moment, counted where reading begins; maybe outside."""
        return math.floor((day - self.start) / self.days)

    def cells_of(self, dates: Iterable[Alike]) -> Iterator[Cells]:
        """The first and last cell of each date, cut at the edges; a known day has one."""
        start, days, cells = self
        edge, floor, ceil = cells - 1, math.floor, math.ceil
        for span, is_day, numbers in dates:
            if is_day:
                first = last = min(max(floor((span.first + 0.5 - start) / days), 0), edge)
            else:
                first = max(floor((span.first - start) / days), 0)
                # A day ends where the next one begins, which is another cell's.
                last = max(min(ceil((span.last + 1 - start) / days), cells) - 1, first)
            yield first, last, numbers

    def zoomed(self, factor: float, around: float) -> Scale:
        """The scale with more or fewer days to a cell, a moment staying in its place."""
        days = min(max(self.days * factor, FINEST), COARSEST)
        return self._replace(start=around - (around - self.start) * days / self.days, days=days)

    def moved(self, cells: float) -> Scale:
        """The scale some cells later, or earlier."""
        start = self.start + cells * self.days
        return self._replace(start=min(max(start, -_FARTHEST), _FARTHEST))

    def showing(self, day: float) -> Scale:
        """The scale moved as little as is needed to see a moment, with some room around it."""
        room = min(self.cells // 8, 8)
        cell = self.cell(day)
        if cell < room:
            return self.moved(cell - room)
        return self.moved(cell - (self.cells - 1 - room)) if cell >= self.cells - room else self


def fitted(spans: Iterable[Span], cells: int) -> Scale:
    """The scale on which all spans are seen, as fine as may be."""
    seen = list(spans)
    cells = max(cells, 1)
    if not seen:
        return Scale(day_number(2000), _DAYS_OF_MONTH, cells)
    first = max(min(span.first for span in seen), -_FARTHEST)
    last = min(max(span.last for span in seen) + 1, _FARTHEST)
    room = max(cells - 4, 1)  # some cells are left at either edge
    days = min(max((last - first) / room, FINEST), COARSEST)
    return Scale((first + last - cells * days) / 2, days, cells)


class Tick(NamedTuple):
    """A place on the axis."""

    day: int
    label: str
    above: str
    """What the label is of, empty where that is as before: the year of a month."""


_STEPS: Final[tuple[tuple[Unit, int, float], ...]] = (
    ("day", 1, 1),
    ("day", 5, 5),
    ("day", 10, 10),
    ("month", 1, _DAYS_OF_MONTH),
    ("month", 3, 3 * _DAYS_OF_MONTH),
    *(
        ("year", count * power, count * power * _DAYS_OF_YEAR)
        for power in (1, 10, 100, 1_000, 10_000, 100_000)
        for count in (1, 2, 5)
    ),
)
"""By their length in days."""
_LABEL_CELLS: Final[dict[Unit, int]] = {"day": 3, "month": 5, "year": 6}
"""Cells from one label to the next, at least."""
_ARABIC_MONTH_CELLS: Final = 7


def ticks(scale: Scale, language: Language) -> list[Tick]:
    """The ticks of an axis, as many as have room for their labels."""
    unit, step = _step(scale, language)
    found = {
        "day": _days,
        "month": _months,
        "year": _years,
    }[unit](scale, step)
    written: list[Tick] = []
    before = ""
    for day in found:
        tick = _tick(day, unit, language)
        written.append(tick if tick.above != before else tick._replace(above=""))
        before = tick.above
    return written


def _step(scale: Scale, language: Language) -> tuple[Unit, int]:
    for unit, step, length in _STEPS:
        cells = _LABEL_CELLS[unit]
        if unit == "month" and language == "ar":
            cells = _ARABIC_MONTH_CELLS
        if length / scale.days >= cells:
            return unit, step
    return _STEPS[-1][:2]


def _days(scale: Scale, step: int) -> Iterator[int]:
    for day in range(math.ceil(scale.start), math.ceil(scale.end)):
        of_month = date_of(day)[2]
        # The first, the sixth …; not the 31st, which has no room before the next first.
        if (of_month - 1) % step == 0 and (step == 1 or of_month <= 30 - step // 2):
            yield day


def _months(scale: Scale, step: int) -> Iterator[int]:
    year, month, _ = date_of(math.ceil(scale.start))
    month -= (month - 1) % step
    while (day := day_number(year, month)) < scale.end:
        if day >= scale.start:
            yield day
        year, month = (year, month + step) if month + step <= _MONTHS else (year + 1, 1)


def _years(scale: Scale, step: int) -> Iterator[int]:
    year = date_of(math.ceil(scale.start))[0]
    year -= year % step
    while (day := day_number(year)) < scale.end:
        if day >= scale.start:
            yield day
        year += step


def _tick(day: int, unit: Unit, language: Language) -> Tick:
    year, month, of_month = date_of(day)
    year_words = year_label(year, language)
    if unit == "year":
        return Tick(day, year_words, "")
    if unit == "month":
        return Tick(day, month_label(month, language), year_words)
    above = f"{_whole_month(month, language)} {year_words}"
    return Tick(day, in_digits(str(of_month), language), above)


def year_label(year: int, language: Language) -> str:
    """A year, as astronomers count, as readers write it."""
    return in_digits(dates.year_in_words(year, language), language)


def month_label(month: int, language: Language) -> str:
    """A month in few letters."""
    name = _whole_month(month, language)
    return name if language == "ar" else name[:3]


def _whole_month(month: int, language: Language) -> str:
    return dates.MONTH_NAMES[language][month - 1].partition("/")[0]
