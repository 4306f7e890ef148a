"""Values about which sources differ: side by side where there is room, each with who says it."""

from __future__ import annotations

import pytest

from store.model.mapping import record_from_mapping
from store.store import Store
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tests.tui.explorer.test_selecting import cell_of, drag
from tui.state import State

AT = State(record="four-towns")


def pane(driver: Driver) -> list[str]:
    """The lines of the detail pane, without its borders and scroll bar."""
    return [line[1:-2].rstrip() for line in driver.lines_of("#detail")]


def record_with(*dates: str) -> dict[str, object]:
    return {
        "key": "k",
        "kind": "agreement",
        "name": {"en": "Name", "ar": "اسم"},
        "date": [{"value": date, "cite": ["article#1"]} for date in dates],
    }


async def test_each_value_has_a_column_with_who_says_it_below(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT) as driver:
        lines = pane(driver)
        at = lines.index(" Date ≠ sources differ")
        assert lines[at + 1 : at + 4] == [
            " 28 March 2017      │ April 2017",
            " Agency [2]         │ as told",
            "                    │ the article [1]",
        ]
        assert lines[at - 1] == lines[at + 4] == ""


async def test_in_arabic_the_first_column_stands_at_the_right(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(160, 40), language="ar", state=AT) as driver:
        lines = [unjoined(line).rstrip(" │") for line in driver.lines_of("#detail")]
        at = next(y for y, line in enumerate(lines) if "فلتخت رداصملا ≠ خيراتلا" in line)
        value, below = (
            [cell.strip() for cell in line.split("│")[-2:]] for line in lines[at + 1 : at + 3]
        )
        assert value == ["2017 ليربأ/ناسين", "2017 سرام/راذآ 28"]
        assert below[1] == "Agency [2]"
        assert lines[at + 2].endswith("Agency [2]"), "Latin letters stand at the right too"


@pytest.mark.parametrize("width", [34, 100])
async def test_where_columns_would_be_too_narrow_values_stand_under_each_other(
    small: Store, explore: Explore, width: int
) -> None:
    async with explore(small, size=(width, 30), state=AT) as driver:
        await driver.press("tab")
        text = driver.text_of("#detail")
        assert "Date ≠" in text
        assert "sources differ" not in text
        assert "28 March 2017 — Agency" in text


async def test_more_than_four_values_stand_under_each_other(small: Store, explore: Explore) -> None:
    for count, together in ((4, True), (5, False)):
        days = [f"2017-05-0{day}" for day in range(1, count + 1)]
        small.put(record_from_mapping(record_with(*days)))
        async with explore(small, size=(250, 30), state=State(record="k")) as driver:
            row = next(line for line in pane(driver) if "1 May 2017" in line)
            assert ("4 May 2017" in row) is together


async def test_a_long_text_stands_on_its_own(small: Store, explore: Explore) -> None:
    long = " ".join(["words"] * 40)
    mapping = record_with("2017")
    mapping["date"] = [
        {"value": date, "note": {"en": note, "ar": "نص"}, "cite": ["article#1"]}
        for date, note in (("2017", "short"), ("2018", long))
    ]
    small.put(record_from_mapping(mapping))
    async with explore(small, state=State(record="k")) as driver:
        assert "sources differ" not in driver.text_of("#detail")
        assert "≠" in driver.text_of("#detail")


async def test_a_single_value_has_no_sign(small: Store, explore: Explore) -> None:
    small.put(record_from_mapping(record_with("2017-05")))
    async with explore(small, state=State(record="k")) as driver:
        assert "May 2017" in driver.text_of("#detail")
        assert "≠" not in driver.text_of("#detail")


async def test_a_wider_pane_puts_them_side_by_side(small: Store, explore: Explore) -> None:
    async with explore(small, size=(100, 36), state=AT) as driver:
        assert "sources differ" not in driver.text_of("#detail")
        await driver.pilot.resize_terminal(160, 36)
        await driver.settle()
        assert "sources differ" in driver.text_of("#detail")


async def test_hits_in_columns_are_marked_and_gone_through(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.type('"as told"')
        await driver.press("enter")
        assert driver.key == "four-towns"
        assert "sources differ" in driver.text_of("#detail")
        await driver.press("n")
        assert "hit 1 of 1" in driver.lines_of("#detail")[-1]


async def test_a_column_is_copied_with_what_stands_below(small: Store, explore: Explore) -> None:
    async with explore(small, size=(140, 40), state=AT) as driver:
        ends = cell_of(driver, "28 March", "28 March"), cell_of(driver, "[1]", "the article [1]")
        await drag(driver, *ends)
        copied = driver.app.screen.get_selected_text()
        assert copied == "28 March 2017\nAgency [2]\nApril 2017\nas told\nthe article ["


async def test_values_that_complete_each_other_differ_in_nothing(
    small: Store, explore: Explore
) -> None:
    mapping = record_with("2017", "2017-05")
    mapping["terms"] = [{"value": {"en": text, "ar": "نص"}} for text in ("one", "other")]
    mapping["evacuees"] = [{"value": "16000", "state": "planned"}, {"value": "5000", "of": "dead"}]
    small.put(record_from_mapping(mapping))
    async with explore(small, state=State(record="k")) as driver:
        assert "≠" not in driver.text_of("#detail")
        assert "16,000 · planned" in driver.text_of("#detail")
