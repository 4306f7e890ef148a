"""Dates as they are known: read, sorted and said, with nothing invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import dates
from store.model.vocabulary import Language


@pytest.mark.parametrize(
    ("date", "english", "arabic"),
    [
        ("2017", "2017", "2017"),
        ("2017-05", "May 2017", "أيار/مايو 2017"),
        ("2017-05-04", "4 May 2017", "4 أيار/مايو 2017"),
        ("2012/2016", "2012–2016", "2012–2016"),
        ("2016-12/2017-04-14", "December 2016 – 14 April 2017",
         "كانون الأول/ديسمبر 2016 – 14 نيسان/أبريل 2017"),
        ("2018-07-25/2018-07-26", "25–26 July 2018", "25–26 تموز/يوليو 2018"),
        ("2013~", "about 2013", "نحو 2013"),
        ("2013?", "2013?", "2013؟"),
        ("2013-08%", "about August 2013?", "نحو آب/أغسطس 2013؟"),
        ("../2014", "until 2014", "حتى 2014"),
        ("2014-02/..", "since February 2014", "منذ شباط/فبراير 2014"),
    ],
)  # fmt: skip
def test_a_date_is_said_as_far_as_it_is_known(date: str, english: str, arabic: str) -> None:
    assert dates.for_reader(date, "en") == english
    assert dates.for_reader(date, "ar") == arabic


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("", "not a date"),
        ("17", "not a date"),
        ("May 2017", "not a date"),
        ("2017-5", "not a date"),
        ("2017-05-04T00:00", "not a date"),
        ("٢٠١٧", "not a date"),
        ("2017-13", "no month 13"),
        ("2017-02-29", "no day 29"),
        ("2017-00-01", "no month 0"),
        ("../..", "at least one end"),
        ("2016/2012", "ends before it begins"),
        ("2016-05-04/2016-05-03", "ends before it begins"),
        ("2012/2014/2016", "not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(date: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        dates.parse(date)


def test_leap_days_are_days() -> None:
    assert dates.parse("2016-02-29")[0] == dates.Point(2016, 2, 29)
    with pytest.raises(ValueError, match="no day 29"):
        dates.parse("1900-02-29")


def test_dates_sort_by_their_beginning_vague_ones_first() -> None:
    mixed = ["2014", "../2014", "2013-08-21", "2013-08", "2013~", "2012/2016", ""]
    assert sorted(mixed, key=dates.sort_key) == [
        "", "2012/2016", "2013~", "2013-08", "2013-08-21", "2014", "../2014",
    ]  # fmt: skip


def test_years_of_an_open_interval_are_those_of_its_end() -> None:
    assert dates.years("2012/2016") == (2012, 2016)
    assert dates.years("../2014") == (2014, 2014)
    assert dates.years("2014-02-03/..") == (2014, 2014)


@pytest.mark.parametrize(
    ("duration", "english", "arabic"),
    [
        ("P1M", "1 month", "شهر واحد"),
        ("P2M", "2 months", "شهران"),
        ("P6M", "6 months", "6 أشهر"),
        ("P9M", "9 months", "9 أشهر"),
        ("P30D", "30 days", "30 يومًا"),
        ("P2W", "2 weeks", "أسبوعان"),
        ("P11Y", "11 years", "11 سنة"),
        ("P100D", "100 days", "100 يوم"),
        ("P103D", "103 days", "103 أيام"),
    ],
)
def test_durations_are_counted_as_each_language_counts(
    duration: str, english: str, arabic: str
) -> None:
    dates.check_duration(duration)
    assert dates.duration_for_reader(duration, "en") == english
    assert dates.duration_for_reader(duration, "ar") == arabic


def test_numbers_have_their_thousands_set_apart() -> None:
    assert dates.number_for_reader("1500") == "1,500"
    assert dates.number_for_reader("1200/2250") == "1,200–2,250"
    for wrong in ("", "1,500", "-3", "1.5", "1/2/3", "many"):
        with pytest.raises(ValueError, match="whole number"):
            dates.check_number(wrong)


@given(st.text(max_size=20), st.sampled_from(["en", "ar"]))
def test_any_text_is_a_date_or_refused(text: str, language: Language) -> None:
    try:
        dates.parse(text)
    except ValueError:
        return
    assert dates.for_reader(text, language)
    assert dates.sort_key(text)


@given(
    st.integers(1, 9999),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(["", "~", "?", "%"]),
)
def test_every_day_is_kept_in_what_is_said(year: int, month: int, day: int, mark: str) -> None:
    said = dates.for_reader(f"{year:04}-{month:02}-{day:02}{mark}", "en")
    assert f"{day} " in said
    assert str(year) in said
