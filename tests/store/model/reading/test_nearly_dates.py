"""Dates that are nearly right: refused, and the right one is offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import dates
from store.model.reading.nearly_dates import check_date, likely_dates

DAY = "2017-05-04"


@pytest.mark.parametrize(
    "written",
    [
        "2017-5-4", "2017/05/04", "2017.5.4", "20170504", "2017-05-04T00:00:00", "2017-05-04T1230Z",
        "2017-05-04 12:30", "4 May 2017", "May 4, 2017", "4th of May 2017", "2017 May 4",
        "4 mai 2017", "4 أيار 2017", "٤ أيار ٢٠١٧", "٤ أيار/مايو ٢٠١٧", "4 ماي 2017",
        "۲۰۱۷/۰۵/۰۴", "2017–05–04", "(2017-05-04)", "\u200f2017/5/4",
    ],
)  # fmt: skip
def test_one_day_is_known_in_many_forms(written: str) -> None:
    assert likely_dates(written) == [DAY]
    with pytest.raises(ValueError, match=f"did you mean {DAY}"):
        check_date(written)


@pytest.mark.parametrize("written", ["04.05.2017", "4/5/2017", "04-05-2017", "4/5/17"])
def test_where_day_and_month_may_be_either_both_are_offered(written: str) -> None:
    with pytest.raises(ValueError, match="did you mean 2017-05-04 or 2017-04-05"):
        check_date(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("13.05.2017", "2017-05-13"),
        ("05/13/2017", "2017-05-13"),
        ("May 2017", "2017-05"),
        ("5/2017", "2017-05"),
        ("2017/05", "2017-05"),
        ("كانون الثاني 2017", "2017-01"),
        ("12 كانون 2 2016", "2016-01-12"),
        ("circa 2013", "2013~"),
        ("حوالي 2013", "2013~"),
        ("~2013", "2013~"),
        ("2010s", "201X"),
        ("201x", "201X"),
        ("spring 2017", "2017-21"),
        ("ربيع ٢٠١٧", "2017-21"),
        ("2017-00-00", "2017"),
        ("2017.0", "2017"),
        ("2012-2016", "2012/2016"),
        ("2012–16", "2012/2016"),
        ("2012 to 2016", "2012/2016"),
        ("2012 إلى 2016", "2012/2016"),
        ("2012..2016", "2012/2016"),
        ("2017-5-4/2017-6-1", "2017-05-04/2017-06-01"),
        ("4-6 May 2017", "2017-05-04/2017-05-06"),
        ("since 2014", "2014/.."),
        ("حتى 2014", "../2014"),
    ],
)
def test_months_years_and_intervals_are_known_too(written: str, meant: str) -> None:
    assert likely_dates(written) == [meant]


@pytest.mark.parametrize(
    "written", ["", "unknown", "2017-02-30", "17", "May", "Q1 2017", "١٤٣٨ هـ"]
)
def test_nothing_is_offered_where_nothing_is_likely(written: str) -> None:
    assert likely_dates(written) == []
    with pytest.raises(ValueError, match=r"^(?!.*did you mean)"):
        check_date(written)


@given(st.text("0123456789/-. TXYmay?~٠٥أير", max_size=70))
def test_what_is_offered_is_a_date(written: str) -> None:
    for meant in likely_dates(written):
        dates.parse(meant)
