"""The relations pane: by predicate, in both directions, and the way to the other record."""

from __future__ import annotations

import pytest
from rich.style import Style

from store.model.records import Bilingual, Citation, Related, Row
from store.model.vocabulary import Language
from store.store import Store
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Explore
from tui.explorer.drawing.listing import FixedListing
from tui.explorer.drawing.painting import Ink, paint
from tui.explorer.panes.relations import relations_listing
from tui.overview.letters import KIND_LETTERS
from tui.state import State

OTHER = Row("qatar", "actor", "state", Bilingual("Qatar"))


def drawn(listing: FixedListing, width: int, language: Language = "en") -> list[str]:
    """The lines of a list as cells; in English without spaces at their ends."""
    ink = Ink(*[Style()] * 4, dict.fromkeys(KIND_LETTERS, Style()), Style(), Style())
    lines = (listing.line(y) for y in range(listing.line_count))
    strips = (paint(line, width, ink, language) for line in lines)
    cells = ("".join(segment.text for segment in strip) for strip in strips)
    return [line if language == "ar" else line.rstrip() for line in cells]


def test_relations_stand_under_the_verb_as_it_reads_from_here_each_whole() -> None:
    article, agency = Citation("article", "2"), Citation("agency")
    note = Bilingual("a note that is longer than the line is wide", "ملاحظة")
    relations = [
        Related("mediated-by", "out", OTHER, since="2015", until="2017-05", citations=(article,)),
        Related("mediated-by", "in", OTHER, disputed=True, note=note, citations=(article, agency)),
        Related("controls", "in", OTHER, as_of="2018-02"),
    ]
    numbers = {article: 1, agency: 12}
    assert drawn(relations_listing(relations, "en", numbers, 80), 80) == [
        "mediated by",
        f"P Qatar [1]{'2015 – May 2017':>69}",
        "mediated",
        "P Qatar",
        "    ≠ disputed · a note that is longer than the line is wide [1][12]",
        "controlled by",
        "P Qatar",
        "    as of February 2018",
    ]
    narrow = drawn(relations_listing(relations, "en", numbers, 26), 26)
    assert narrow[1:10] == [
        "P Qatar          2015–2017",
        "    since 2015 · until May",
        "    2017 [1]",
        "mediated",
        "P Qatar",
        "    ≠ disputed · a note",
        "    that is longer than",
        "    the line is wide [1]",
        "    [12]",
    ]
    arabic = drawn(relations_listing(relations, "ar", numbers, 40), 40, "ar")
    assert unjoined(arabic[5]).endswith("[12][1] ةظحالم · هيلع فلتخم ≠    ")


async def test_enter_goes_to_the_other_record_and_the_list_goes_along(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("tab", "tab")
        assert "evacuated under" in driver.text_of("#relations")
        while driver.relations.selected_key != "four-towns":
            await driver.press("j")
        await driver.press("enter")
        assert driver.key == "four-towns"
        assert driver.explorer.record_list.selected_key == "four-towns"
        assert "Four Towns agreement" in driver.lines_of("#detail")[1]
        assert "evacuates" in driver.text_of("#relations")
        assert driver.app.focused is driver.relations


async def test_following_out_of_what_was_found_lists_everything_and_back_restores_it(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=State(record="zabadani", kind="zone")) as driver:
        await driver.press("tab", "tab")
        driver.explorer.go_to("four-towns")
        await driver.settle()
        assert driver.app.browser.lists_everything
        await driver.press("backspace")
        assert driver.app.browser.question.kind == "zone"
        assert driver.key == "zabadani"
        assert driver.explorer.record_list.selected_key == "zabadani"


async def test_in_a_narrow_terminal_following_shows_the_record(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(80, 24), state=State(record="four-towns")) as driver:
        await driver.press("tab", "tab", "enter")
        assert driver.key == "qatar" or driver.key != "four-towns"
        assert driver.app.focused is driver.explorer.detail
        assert driver.explorer.detail.display


@pytest.mark.parametrize("key", ["backspace", "["])
async def test_back_returns_to_the_relation_that_was_followed_and_to_its_pane(
    shipped: Store, explore: Explore, key: str
) -> None:
    async with explore(shipped, state=State(record="zabadani")) as driver:
        relations = driver.relations
        await driver.press("tab", "tab", "j", "j")
        followed = relations.cursor, relations.selected_key
        assert followed[0] == 2
        await driver.press("enter", "shift+tab")
        assert driver.key == followed[1]
        assert driver.app.focused is driver.explorer.detail
        await driver.press(key)
        assert driver.key == "zabadani"
        assert (relations.cursor, relations.selected_key) == followed
        assert driver.app.focused is relations
        await driver.press("]")
        assert driver.key == followed[1]
        assert driver.app.focused is driver.explorer.detail


async def test_in_a_narrow_terminal_back_shows_the_relations_again(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, size=(80, 24), state=State(record="zabadani")) as driver:
        await driver.press("tab", "tab", "j", "enter")
        assert driver.app.focused is driver.explorer.detail
        await driver.press("backspace")
        assert driver.app.focused is driver.relations
        assert driver.relations.display
        assert driver.relations.cursor == 1
