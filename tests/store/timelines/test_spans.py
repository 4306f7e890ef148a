"""Dates as days: every day of the calendar, and what is sure of a date that is not exact."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.timelines.spans import Span, date_of, day_number, span_of


@given(st.dates())
def test_days_are_numbered_as_python_numbers_them(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert date_of(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-(10**9), 10**9), st.integers(1, 12), st.integers(1, 28))
def test_days_of_any_year_have_a_number(year: int, month: int, day: int) -> None:
    assert date_of(day_number(year, month, day)) == (year, month, day)


def days(span: Span) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    return date_of(span.first), date_of(span.last)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2017-02", (2017, 2, 1), (2017, 2, 28)),
        ("2016-02-XX", (2016, 2, 1), (2016, 2, 29)),
        ("2017", (2017, 1, 1), (2017, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("2017-24", (2017, 1, 1), (2018, 12, 31)),
        ("2016-02-11/2016-02-12", (2016, 2, 11), (2016, 2, 12)),
        ("-0500", (-500, 1, 1), (-500, 12, 31)),
    ],
)
def test_a_date_spans_all_days_that_it_may_mean(
    written: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert days(span_of(written)) == (first, last)


def test_only_what_is_known_to_the_day_is_exact() -> None:
    exact = {"2017-05-04", "2016-02-11/2016-02-12"}
    for written in (*exact, "2017-05", "2017-05-04~", "2017-05-04?", "2012/2016", "2016-02-11/.."):
        assert span_of(written).is_exact == (written in exact)


def test_what_lasted_is_sure_between_its_ends() -> None:
    span = span_of("2012/2016")
    assert (date_of(span.surely_from), date_of(span.surely_to)) == ((2012, 12, 31), (2016, 1, 1))
    vague = span_of("2017-05")
    assert vague.surely_from > vague.surely_to


def test_an_open_end_is_told() -> None:
    assert span_of("2016-02-11/..").is_open_after
    assert span_of("/2016-02-11").is_open_before
    assert days(span_of("../2016")) == ((2016, 1, 1), (2016, 12, 31))
