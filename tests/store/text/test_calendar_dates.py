"""Dates in texts and queries, whatever their months are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.calendar_dates import dates_in, in_words, numeric_date
from store.text.folding import fold, words


def found(text: str, *, in_query: bool = False) -> list[str]:
    return [date.words[0] for date in dates_in(words(fold(text)), in_query=in_query)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("signed on 4 May 2017 in Astana", ["2017m05d04"]),
        ("July 18, 2018", ["2018m07d18"]),
        ("the 3rd of nothing, 3rd June 2013", ["2013m06d03"]),
        ("from 18 March to 21 May 2017", ["2017m03d18", "2017m05d21"]),
        ("In 2014 it began. On 7 May they left", ["2014m05d07"]),
        ("Dec 2016 and Sept 2018", ["2016m12", "2018m09"]),
        ("في أيلول/سبتمبر 2018", ["2018m09"]),
        ("أيلول 2018، سبتمبر 2018", ["2018m09", "2018m09"]),
        ("4 كانون الأول/ديسمبر 2016", ["2016m12d04"]),
        ("١٠ آذار ٢٠٢٥", ["2025m03d10"]),
        ("وآذار 2019", ["2019m03"]),
    ],
)
def test_a_date_is_found_in_all_its_forms(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text", ["who may leave", "they march on", "may 24 people", "99 May", "2017", "اب"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_in_a_query_the_year_may_stand_first() -> None:
    assert found("2017 May Barzeh", in_query=True) == ["2017m05"]
    assert found("4 May", in_query=True) == ["m05d04"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("août 2016", "2016m08"),
        ("3. Dezember 2016", "2016m12d03"),
        ("Nisan 2018", "2018m04"),
        ("Kanun al-Thani 2018", "2018m01"),
        ("2018 Tishrīn al-Awwal", "2018m10"),
        ("آوریل ۲۰۱۸", "2018m04"),
        ("تشرینی یەکەم 2019", "2019m10"),
    ],
)
def test_in_a_query_months_have_their_names_in_further_languages(text: str, date: str) -> None:
    assert found(text, in_query=True) == [date]
    assert found(text) == []


@pytest.mark.parametrize("text", ["Gare de Mars", "Nisan", "Qasim, kasim", "ab"])
def test_such_a_name_alone_is_no_date(text: str) -> None:
    assert found(text, in_query=True) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2016-12", "2016m12"),
        ("12/2016", "2016m12"),
        ("2016-12-29", "2016m12d29"),
        ("29.12.2016", "2016m12d29"),
        ("12/29/2016", "2016m12d29"),
        ("13/2016", None),
        ("2016-00", None),
        ("24/7", None),
    ],
)
def test_a_date_in_digits_is_read_with_the_day_first(text: str, date: str | None) -> None:
    read = numeric_date(text)
    assert (read.words[0] if read else None) == date


def test_a_date_is_highlighted_in_either_language() -> None:
    (date,) = dates_in(["sept", "2018"])
    assert {("september", "2018"), ("ايلول", "سبتمبر", "2018")} <= set(in_words(date))


@given(
    st.lists(st.sampled_from("4 31 may march ايار مايو كانون الاول 2016 2017 to and the".split()))
)
def test_any_words_have_dates_that_follow_each_other(some: list[str]) -> None:
    for leads in (False, True):
        end = 0
        for date in dates_in(some, in_query=leads):
            assert end <= date.start < date.end <= len(some)
            assert date.words
            end = date.end
