"""The filters of the dialog: several values of one, values left out, and years as bars."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.drawing.bars import bar, columns


async def test_a_blank_adds_a_second_value_and_takes_it_away_again(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("f")
        await driver.type("type")
        await driver.press("enter", "space", "down", "space")
        query = driver.app.browser.question.query
        name, _, values = query.partition(":")
        assert (name, values.count(",")) == ("type", 1)
        shown = driver.text_of("#chooser-list")
        assert shown.count("✓") == 2
        await driver.press("space")
        assert driver.app.browser.question.query == query.partition(",")[0]
        await driver.press("minus")
        assert "−" in driver.text_of("#chooser-list")
        await driver.press("minus", "escape", "escape")
        assert driver.explorer.search_box.text == query.partition(",")[0]


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_years_are_bars_in_their_order_and_two_of_them_a_range(
    shipped: Store, explore: Explore, language: Language
) -> None:
    async with explore(shipped, language=language) as driver:
        await driver.press("f")
        assert any(column in driver.text_of("#chooser-list") for column in "▂▃▄▅▆▇")
        await driver.type("year" if language == "en" else "سنة")
        await driver.press("enter")
        years = [
            int(word)
            for line in driver.lines_of("#chooser-list")
            if set(line) & set("█▌▐")
            for word in line.split()
            if word.isdigit() and len(word) == 4
        ]
        assert years == sorted(years)
        assert len(years) > 3
        await driver.type("2017 to 2016" if language == "en" else "من ٢٠١٧ إلى ٢٠١٦")
        label = "2016 to 2017" if language == "en" else "من 2016 إلى 2017"
        assert visual(label) in driver.text_of("#chooser-list")
        await driver.press("enter")
        assert driver.app.browser.question.query == "year:2016..2017"
        assert driver.explorer.record_list.listing.entry_count == len(
            shipped.search("year:2016..2017", limit=1_000)
        )


def test_bars_are_as_long_as_their_counts() -> None:
    assert [bar(count, 8, 4, "en") for count in (0, 1, 3, 8)] == ["    ", "▌   ", "█▌  ", "████"]
    assert bar(3, 8, 4, "ar") == "█▐  "
    assert bar(1, 1_000, 4, "en") == "▌   "
    assert bar(0, 0, 2, "en") == "  "


def test_columns_are_as_high_and_share_cells_where_there_are_too_many() -> None:
    assert columns([0, 1, 4, 8], 10) == " ▁▄█"
    assert columns([1, 1, 2, 2, 4], 3) == "▄██"
    assert columns([], 3) == ""


async def test_beside_sources_filters_say_how_many_sources_they_leave(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("5", "f")
        rows = small.source_filter_choices("")
        counts = [(each.value, each.leaves) for each in rows["type"]]
        kinds = [hit.row.type for hit in small.search_sources("") if hit.row.type]
        assert counts == [(kind, kinds.count(kind)) for kind, _ in counts]
        assert sum(count or 0 for _, count in counts) == len(kinds) > 0
        assert all(each.leaves is None for each in rows["actor"])
        assert "kind" not in rows
        await driver.type("type")
        await driver.press("enter", "enter")
        assert driver.explorer.browser.lists_sources
        assert driver.explorer.browser.answer.listing.entry_count == counts[0][1]
