"""Dates in lists: month names as in the record, shorter forms where the names leave little room."""

from __future__ import annotations

import pytest

from store.errors import Sentence, StoreError
from store.model.records import Bilingual, Row
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.drawing.listing import Entry, FixedListing
from tui.explorer.widgets.cursor_list import CursorList
from tui.messages.dates import date_forms, joined_dates
from tui.messages.digits import ARABIC_INDIC, WESTERN, use_digits
from tui.state import State


@pytest.mark.parametrize(
    ("date", "language", "forms"),
    [
        ("", "en", []),
        ("2017", "en", ["2017"]),
        ("2013-09-12", "en", ["12 September 2013", "12 Sep 2013", "2013"]),
        ("2017-05~", "en", ["about May 2017", "2017"]),
        (
            "2015-12/2017-04",
            "en",
            ["December 2015 – April 2017", "Dec 2015 – Apr 2017", "2015–2017"],
        ),
        ("2017-05-04", "ar", ["4 أيار/مايو 2017", "4 أيار 2017", "2017"]),
        ("2014-01", "ar", ["كانون الثاني/يناير 2014", "كانون الثاني 2014", "2014"]),
    ],
)
def test_a_date_has_shorter_forms(date: str, language: Language, forms: list[str]) -> None:
    assert date_forms(date, language) == forms


def test_every_form_takes_the_digits_that_were_chosen() -> None:
    use_digits(ARABIC_INDIC)
    try:
        assert date_forms("2017-05-04", "ar") == ["٤ أيار/مايو ٢٠١٧", "٤ أيار ٢٠١٧", "٢٠١٧"]
    finally:
        use_digits(WESTERN)


@pytest.mark.parametrize(
    ("since", "until", "joined"),
    [
        ("2017-05", "", "2017-05"),
        ("", "2017", "../2017"),
        ("2012/2014", "2015/2016", "2012/2016"),
        ("2017", "2017", "2017"),
        ("2018", "2017", "2018"),
    ],
)
def test_a_relation_has_one_date(since: str, until: str, joined: str) -> None:
    assert joined_dates(since, until) == joined


@pytest.mark.parametrize(
    ("width", "language", "shown"),
    [
        (240, "en", "12 September 2013"),
        (120, "en", "12 Sep 2013"),
        (60, "en", "2013"),
        (240, "ar", "2013 ربمتبس/لوليأ 12"),
    ],
)
async def test_a_list_by_date_shows_as_much_of_it_as_there_is_room_for(
    small: Store, explore: Explore, width: int, language: Language, shown: str
) -> None:
    row = Row("k", "agreement", "", Bilingual("An agreement with a name", "اتفاق"), "2013-09-12")
    size = (width, 24)
    async with explore(small, language=language, size=size) as driver:
        driver.explorer.record_list.show(FixedListing([Entry(row, row.date)]))
        await driver.settle()
        line = unjoined(driver.lines_of("#list")[1])
        assert shown in line
        assert "2013-09-12" not in line


async def test_the_sources_have_their_dates_in_the_digits_that_were_chosen(
    small: Store, explore: Explore
) -> None:
    at = State(record="four-towns")
    async with explore(small, language="ar", state=at) as driver:
        use_digits(ARABIC_INDIC)
        try:
            await driver.press("tab", "enter")
            assert f"٢٠١٧ {visual('أيار/مايو')} ٦" in "\n".join(driver.lines())
        finally:
            use_digits(WESTERN)


async def test_a_list_that_cannot_be_read_says_so_in_the_language_of_the_interface(
    small: Store, explore: Explore
) -> None:
    async with explore(small, language="ar") as driver:
        failed = driver.explorer.record_list
        failed.post_message(
            CursorList.Failed(StoreError(Sentence("There is no record in this store.")))
        )
        await driver.settle()
        assert driver.notices == ["لا سجل في هذا المخزن."]
