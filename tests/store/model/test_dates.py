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
        ("/2016", "until 2016 (beginning not known)", "حتى 2016 (البداية غير معروفة)"),
        ("2012/", "from 2012 (end not known)", "من 2012 (النهاية غير معروفة)"),
        ("201X", "between 2010 and 2019", "بين 2010 و2019"),
        ("20XX~", "about between 2000 and 2099", "نحو بين 2000 و2099"),
        ("2017-XX", "2017 (month not known)", "2017 (الشهر غير معروف)"),
        ("2017-05-XX", "May 2017 (day not known)", "أيار/مايو 2017 (اليوم غير معروف)"),
        ("2017-XX-XX", "2017 (day and month not known)", "2017 (اليوم والشهر غير معروفين)"),
        ("2017-21", "spring 2017", "ربيع 2017"),
        ("2016-24/2017-22?", "winter 2016 – summer 2017?", "شتاء 2016 – صيف 2017؟"),
        ("-0043-03-15", "15 March 44 BC", "15 آذار/مارس 44 ق.م"),
        ("Y12000/..", "since 12000", "منذ 12000"),
        ("Y-17000", "17001 BC", "17001 ق.م"),
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
        ("/", "at least one end"),
        ("/..", "at least one end"),
        ("0000", "no year 0000"),
        ("-0000", "no year 0000"),
        ("XXXX", "not a date"),
        ("2X17", "not a date"),
        ("201X-05", "month is known only where its year is"),
        ("2017-XX-04", "day is known only where its month is"),
        ("2017-21-04", "season has no days"),
        ("2017-25", "no month 25"),
        ("Y2017", "not a date"),
        ("Y1234567890", "not a date"),
        ("2018-24/2016-24", "ends before it begins"),
        ("202X/2019", "ends before it begins"),
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


def test_dates_of_every_form_sort_by_when_they_begin() -> None:
    mixed = [
        "Y12000", "2017-05-04", "2017-24", "2017-05-XX", "201X", "2017-XX", "-0500", "0500",
        "Y-12000", "2017-21", "Y1000000",
    ]  # fmt: skip
    assert sorted(mixed, key=dates.sort_key) == [
        "Y-12000", "-0500", "0500", "201X", "2017-XX", "2017-21", "2017-05-XX", "2017-05-04",
        "2017-24", "Y12000", "Y1000000",
    ]  # fmt: skip
    assert dates.sort_key("2017-24") < dates.sort_key_after("2017") < dates.sort_key("2018")


def test_what_may_be_any_year_month_or_day_is_before_nothing_it_may_be() -> None:
    assert dates.is_before("201X", "2020")
    assert not dates.is_before("201X", "2019-12-31")
    assert not dates.is_before("2017-05-XX", "2017-05-04")
    assert dates.is_before("2017-05-XX", "2017-06")
    assert not dates.is_before("2017-24", "2018-01")
    assert dates.is_before("2017-21", "2017-23")
    assert not dates.is_before("2012/", "2030")
    assert not dates.is_before("2012", "/2030")


def test_years_of_unknown_digits_are_all_that_they_may_be() -> None:
    assert dates.years("201X") == (2010, 2019)
    assert dates.years("-05XX") == (-599, -500)
    assert dates.years("201X/2022") == (2010, 2022)
    assert dates.years("2012/") == (2012, 2012)
    assert dates.years("/2016") == (2016, 2016)


def test_years_of_an_open_interval_are_those_of_its_end() -> None:
    assert dates.years("2012/2016") == (2012, 2016)
    assert dates.years("../2014") == (2014, 2014)
    assert dates.years("2014-02-03/..") == (2014, 2014)


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
