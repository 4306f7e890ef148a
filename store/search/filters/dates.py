"""`year:2017`, `before:2015` and `after:2016`."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from store.model import dates
from store.model.questions import FilterChoice
from store.model.records import SourceRow
from store.model.vocabulary import Language
from store.search.filters.filter import NEVER, Condition, Filter, id_in
from store.search.filters.tallies import ASKED, of_words
from store.tables.batches import fetch, listed
from store.tables.soundness import date_problem
from store.text import folding
from store.typed import Final

_MOST_READ: Final = 2_000
"""Dates read to see which years there are, however many dates the store holds."""
_MOST_YEARS: Final = 100
"""Years in which one source counts."""
_LONG_AGO: Final = -(10**9)
_FAR_AHEAD: Final = 10**9


def in_years(connection: sqlite3.Connection, value: str) -> Condition:
    """Records with a date in the years that a value names; none where it names no date."""
    date = _date(value)
    if not date:
        return NEVER
    first, last = dates.years(date)
    start, end = dates.parse(date)
    first, last = first if start else _LONG_AGO, last if end else _FAR_AHEAD
    return id_in("SELECT record FROM facts WHERE first_year <= ? AND last_year >= ?", (last, first))


def _before(connection: sqlite3.Connection, value: str) -> Condition:
    date = _date(value)
    if not date:
        return NEVER
    is_before = "(records.sort_date <> '' AND records.sort_date < ?)"
    return Condition(is_before, (dates.sort_key(date),))


def _after(connection: sqlite3.Connection, value: str) -> Condition:
    date = _date(value)
    if not date:
        return NEVER
    return Condition("records.sort_date > ?", (dates.sort_key_after(date),))


def _sources_in_years(connection: sqlite3.Connection, value: str) -> Condition:
    if not (asked := _date(value)):
        return NEVER
    first, last = dates.years(asked)
    start, end = dates.parse(asked)
    first, last = first if start else _LONG_AGO, last if end else _FAR_AHEAD

    def lies_in(date: str) -> bool:
        begins, ends = dates.years(date)
        return begins <= last and ends >= first

    return _of_sources_dated(connection, lies_in)


def _sources_before(connection: sqlite3.Connection, value: str) -> Condition:
    if not (asked := _date(value)):
        return NEVER
    least = dates.sort_key(asked)
    return _of_sources_dated(connection, lambda date: dates.sort_key(date) < least)


def _sources_after(connection: sqlite3.Connection, value: str) -> Condition:
    if not (asked := _date(value)):
        return NEVER
    most = dates.sort_key_after(asked)
    return _of_sources_dated(connection, lambda date: dates.sort_key(date) > most)


def _of_sources_dated(connection: sqlite3.Connection, wanted: Callable[[str], bool]) -> Condition:
    """Sources of which the date is wanted; they are few, and have no column to compare."""
    dated = fetch(connection, "SELECT id, date FROM sources WHERE date <> ''")
    found = [number for number, date in dated if not date_problem(date) and wanted(date)]
    return Condition("sources.id IN (SELECT value FROM json_each(?))", (listed(found),))


def _date(value: str) -> str:
    """A value as an EDTF date, `2015/2016` for `2015..2016`; empty where it is none."""
    date = folding.fold(value).upper().replace("–", "/")
    if "/" not in date:
        date = date.replace("..", "/")
    try:
        dates.years(date)
    except ValueError:
        return ""
    return date


def _values(connection: sqlite3.Connection, typed: str, language: Language) -> list[str]:
    """The years of the store's dates, those of most records first."""
    rows = connection.execute(
        "SELECT first_year"
        " FROM (SELECT first_year, record FROM facts WHERE first_year IS NOT NULL LIMIT ?)"
        " GROUP BY first_year ORDER BY count(DISTINCT record) DESC, first_year DESC",
        (_MOST_READ,),
    )
    return [str(year) for (year,) in rows]


def _years_of_sources(rows: Iterable[SourceRow], language: Language) -> Iterator[FilterChoice]:
    counts: Counter[int] = Counter()
    for row in rows:
        if row.date and not date_problem(row.date):
            first, last = dates.years(row.date)
            counts.update(range(max(first, last - _MOST_YEARS), last + 1))
    for year, count in counts.most_common(_MOST_READ):
        yield FilterChoice("year", str(year), str(year), count)


_TALLY: Final = of_words(
    "year",
    "WITH years (year) AS (SELECT first_year FROM facts UNION SELECT last_year FROM facts)"
    " SELECT year, count(DISTINCT record) FROM years JOIN facts"
    " ON first_year <= year AND last_year >= year"
    f" WHERE record IN {ASKED} GROUP BY 1",
)

YEAR = Filter(
    name="year",
    place=30,
    arabic_names=("سنة", "عام"),
    takes="a date in that year, or in those years",
    examples=("year:2017", "year:2015..2016", "سنة:٢٠١٧"),
    condition=in_years,
    of_sources=_sources_in_years,
    tally_of_sources=_years_of_sources,
    values=_values,
    tally=_TALLY,
    is_scale=True,
)
BEFORE = Filter(
    name="before",
    place=40,
    arabic_names=("قبل",),
    takes="a date before that year",
    examples=("before:2015", "قبل:2015"),
    condition=_before,
    of_sources=_sources_before,
    values=_values,
)
AFTER = Filter(
    name="after",
    place=50,
    arabic_names=("بعد",),
    takes="a date after that year",
    examples=("after:2016", "بعد:2016"),
    condition=_after,
    of_sources=_sources_after,
    values=_values,
)
