"""The relations pane: by predicate, in both directions, and the way to the other record."""

from __future__ import annotations

import pytest

from store.model.records import Bilingual, Related, Row
from store.store import Store
from tests.tui.conftest import Explore
from tui.explorer.drawing.listing import Entry, Heading, Remark
from tui.explorer.panes.relations import relations_listing
from tui.messages import speak
from tui.state import State

OTHER = Row("qatar", "actor", "state", Bilingual("Qatar", "قطر"))


def test_relations_stand_under_the_verb_as_it_reads_from_here() -> None:
    relations = [
        Related("mediated-by", "out", OTHER, since="2015", until="2017-05"),
        Related("mediated-by", "in", OTHER, disputed=True, note=Bilingual("a note", "ملاحظة")),
    ]
    listing = relations_listing(relations, "en")
    assert [listing.line(y) for y in range(listing.line_count)] == [
        Heading("mediated by"),
        Entry(OTHER, "2015/2017-05"),
        Heading("mediated"),
        Entry(OTHER, ""),
        Remark("disputed"),
        Remark("a note"),
    ]
    speak("ar")
    headings = [listing.line(y) for y in (0, 2)]
    arabic = relations_listing(relations, "ar")
    assert (
        [arabic.line(y) for y in (0, 2)] == [Heading("بوساطة"), Heading("الوساطة في")] != headings
    )


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
