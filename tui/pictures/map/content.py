"""What a map shows: where zones are, and who went from where to where, when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from store.maps.ground import Ground, Point
from store.maps.mapped import Control, Mapped
from store.model.properties import value_in_words
from store.model.records import Bilingual, Movement, Row
from store.model.statements import is_reached
from store.model.vocabulary import Language
from store.timelines.spans import Span, date_of, day_number, span_of
from store.tuples import NamedTuple
from tui.messages.digits import in_digits

_MONTHS: Final = 12
_YEARS: Final = range(1, 10_000)
"""Of which months are steps; others have no date that a reader knows."""
_NOT_TOLD: Final[dict[Language, str]] = {"en": "?", "ar": "؟"}
_EVERYONE: Final = ("", "everyone")
_MOST_STEPS: Final = 1_200
_LONG: Final = _MONTHS - 1
"""Months after its first one, from which on a time has no steps of its own but the first."""


class Days(NamedTuple):
    """Some time, the last day included."""

    first: int
    last: int

    def meets(self, other: Days) -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last


class Dated(NamedTuple):
    """A movement, and when it was; None where nobody says."""

    movement: Movement
    days: Days | None


class Map(NamedTuple):
    """What is drawn."""

    ground: Ground
    found: Mapped
    points: dict[str, Point]
    """Longitude and latitude of zones, by key."""
    names: dict[str, Bilingual]
    """Of all zones, by key."""
    movements: tuple[Dated, ...]
    records: dict[str, tuple[Row, Days | None]]
    """Those that name a zone, by key, in order of time."""
    steps: tuple[Days, ...]
    """The months in which something happened, in order."""
    busy: tuple[tuple[int, int], ...]
    """First days of such months, each with how much began in it."""

    def name(self, zone: str, language: Language) -> str:
        """What a zone is called; one that cannot be read, by its key."""
        return self.names[zone].prefer(language) if zone in self.names else zone


class Way(NamedTuple):
    """That people went from some zones to others, as one or more records say."""

    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    movements: tuple[Movement, ...]
    told: Movement
    """The one that stands for all: rather what happened, rather of everyone."""
    is_earlier: bool = False
    """It was before the time that is shown."""

    @property
    def places(self) -> tuple[str, ...]:
        """The keys of all its zones."""
        return (*self.origins, *self.destinations)

    @property
    def is_reached(self) -> bool:
        """Whether it happened, as one of its records says."""
        return is_reached(self.told.fact)


def map_of(found: Mapped, ground: Ground) -> Map:
    """Put together what a map shows."""
    movements = tuple(Dated(each, days_of(each.when)) for each in found.movements)
    records = {row.key: (row, days_of(row.date)) for row in found.records}
    dated = [each.days for each in movements]
    dated += [days for _, days in records.values()]
    busy: Counter[int] = Counter()
    for day, count in Counter(days.first for days in dated if days).items():
        busy[_first_of_month(day)] += count
    dated += [days_of(date) for each in found.controls for date in (each.since, each.until)]
    zones = [mark.row for mark in found.marks] + list(found.unplaced)
    return Map(
        ground,
        found,
        {mark.key: (mark.coordinates[1], mark.coordinates[0]) for mark in found.marks},
        {row.key: row.name for row in zones},
        movements,
        records,
        tuple(_months(days for days in dated if days)),
        tuple(busy.items()),
    )


@lru_cache(maxsize=4_096)
def days_of(date: str) -> Days | None:
    """The days of a date; of one that is open only the end that is known. None for none."""
    if not date:
        return None
    return _known(span_of(date))


def _known(span: Span) -> Days:
    if span.is_open_before:
        return Days(min(max(span.surely_to, span.first), span.last), span.last)
    if span.is_open_after:
        return Days(span.first, max(min(span.surely_from, span.last), span.first))
    return Days(span.first, span.last)


def _months(dated: Iterable[Days]) -> Iterator[Days]:
    """The months of some times; of one that is long, or of a year, the first."""
    months: set[int] = set()
    for days in set(dated):
        first, last = (_month(day) for day in days)
        months.update(range(first, last + 1) if last - first < _LONG else (first,))
    known = sorted(month for month in months if month // _MONTHS in _YEARS)
    for month in known[-_MOST_STEPS:]:
        start, after = (day_number(n // _MONTHS, n % _MONTHS + 1) for n in (month, month + 1))
        yield Days(start, after - 1)


def _first_of_month(day: int) -> int:
    return day - date_of(day)[2] + 1


def _month(day: int) -> int:
    year, month, _ = date_of(day)
    return year * _MONTHS + month - 1


def ways_of(shown: Map, record: str = "", at: Days | None = None) -> tuple[Way, ...]:
    """Who went from where to where.

    Args:
        shown: what the map is of.
        record: whose movements alone are wanted; empty for those of all.
        at: when; what was before comes too, as such. None for all of the time.

    Returns:
        One for those that say the same way, in order of time.
    """
    found: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[Movement]] = {}
    for movement, days in shown.movements:
        if record and movement.record.key != record:
            continue
        is_earlier = False
        if at is not None:
            if days is None or days.first > at.last:
                continue
            is_earlier = days.last < at.first
        about = movement.fact.about
        found.setdefault((about.origins, about.destinations, is_earlier), []).append(movement)
    return tuple(
        Way(origins, destinations, tuple(movements), min(movements, key=_rank), is_earlier)
        for (origins, destinations, is_earlier), movements in found.items()
    )


def _rank(movement: Movement) -> tuple[bool, bool]:
    return not is_reached(movement.fact), movement.fact.about.of not in _EVERYONE


def held_at(shown: Map, at: Days | None) -> tuple[Control, ...]:
    """Who held zones at a time, as records say; without a time all that they say of it."""
    if at is None:
        return shown.found.controls
    return tuple(each for each in shown.found.controls if _may_hold(each, at))


def _may_hold(control: Control, at: Days) -> bool:
    """Whether a record says that an actor held a zone at some time; without a date it does not."""
    if control.since and span_of(control.since).first > at.last:
        return False
    if control.until and span_of(control.until).last < at.first:
        return False
    if control.since and (control.until or not control.as_of):
        return True
    if control.as_of:
        as_of = span_of(control.as_of)
        return as_of.last >= at.first and (bool(control.since) or as_of.first <= at.last)
    return bool(control.until)


def records_at(shown: Map, at: Days | None, zone: str = "") -> Sequence[Row]:
    """Records of a time, or that name a zone, or both, in order of time."""
    return [
        row
        for row, days in shown.records.values()
        if (at is None or (days is not None and days.meets(at)))
        and (not zone or zone in shown.found.places[row.key])
    ]


def figure(way: Way, language: Language) -> str:
    """How many went, as the one that stands for all says it."""
    return in_digits(value_in_words(way.told.fact, language), language)


def way_in_words(shown: Map, way: Way, language: Language) -> str:
    """From where to where, as one reads; a question mark where nobody says it."""
    comma = "، " if language == "ar" else ", "
    arrow = "←" if language == "ar" else "→"
    ends = (way.origins, way.destinations)
    origins, destinations = (
        comma.join(shown.name(zone, language) for zone in zones) or _NOT_TOLD[language]
        for zones in ends
    )
    return f"{origins} {arrow} {destinations}"
