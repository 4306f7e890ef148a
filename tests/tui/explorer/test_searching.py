"""The search box: names, then text, while typing; kept by Enter, undone by Esc."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from store.errors import MasaratError, StoreError
from store.model import questions
from store.model.mapping import record_from_mapping
from store.model.questions import Hits
from store.model.records import NameHit, Origin
from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.browsing.history import Question
from tui.explorer.drawing.listing import RowsListing
from tui.explorer.screens.browser_view import BrowserView
from tui.state import State


@pytest.mark.parametrize("query", ["زبداني", "zabadany"])
async def test_a_name_in_either_script_comes_first_and_is_shown(
    query: str, shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type(query)
        lines = driver.lines_of("#list")
        assert "names" in lines[1]
        assert "Zabadani" in lines[2]
        assert driver.key == "zabadani"
        assert "Zabadani" in driver.lines_of("#detail")[1]


async def test_text_follows_names_with_the_reason_and_the_hit_in_sight(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("moscow")
        text = driver.text_of("#list")
        names, _, found = text.partition("in text")
        assert "alias: Moscow protocol" in names
        shown = [line for line in found.splitlines() if line.strip("│ ")]
        remarks = [line for line in shown if line.startswith("│    ")]
        assert remarks
        # Moscow is another name of Russia; a hit may also stand in an Arabic text: it is in sight.
        words = ("Russia", "Moscow", visual("الروسي"), visual("الروسية"))
        assert all(any(word in line for word in words) for line in remarks)


async def test_every_letter_typed_is_in_the_field_even_when_it_is_a_key(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.type("jkqhl/?gG 0تظ")
        assert driver.explorer.search_box.text == "jkqhl/?gG 0تظ"
        assert driver.app.is_running


async def test_arrows_move_the_list_while_typing(shipped: Store, explore: Explore) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("zabad")
        first = driver.key
        await driver.press("down")
        assert driver.key != first
        assert driver.explorer.is_searching
        await driver.press("up")
        assert driver.key == first


async def test_escape_restores_query_list_and_record(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, state=State(record="daraya", kind="zone", order="date")) as driver:
        before = driver.text_of("#list")
        await driver.press("slash")
        await driver.type("russia")
        assert driver.key != "daraya"
        await driver.press("escape")
        assert driver.key == "daraya"
        assert driver.app.browser.question == Question("", "zone", "date")
        assert driver.explorer.search_box.text == ""
        after = driver.text_of("#list")
        assert after == before


async def test_enter_keeps_and_the_way_back_leads_to_before(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State(record="daraya")) as driver:
        await driver.press("slash")
        await driver.type("zabad")
        await driver.press("enter")
        assert driver.app.focused is driver.explorer.record_list
        assert driver.app.browser.question.query == "zabad"
        await driver.press("backspace")
        assert driver.key == "daraya"
        assert driver.explorer.search_box.text == ""
        await driver.press("]")
        assert driver.key == "zabadani"
        assert driver.explorer.search_box.text == "zabad"


async def test_escape_outside_the_box_lists_everything_again(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("zabad")
        await driver.press("enter", "escape")
        assert driver.app.browser.lists_everything
        assert driver.key == "zabadani"
        assert driver.explorer.record_list.selected_key == "zabadani"


async def test_clearing_the_field_by_hand_keeps_the_record(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("zabad")
        await driver.press(*["backspace"] * 4)
        found = driver.key
        await driver.press("backspace")
        assert driver.app.browser.lists_everything
        assert driver.key == found
        assert driver.explorer.record_list.selected_key == found


@pytest.mark.parametrize(("kept", "order"), [("date", "date"), ("best ever", "ranked")])
async def test_the_order_of_what_was_found_holds_at_the_next_start(
    shipped: Store, explore: Explore, kept: str, order: str
) -> None:
    state = State("aleppo-city", "truce aleppo", found_order=kept)
    async with explore(shipped, state=state) as driver:
        assert driver.app.browser.answer.order == order
        await driver.press("o")
        chosen = driver.app.browser.answer.order
        assert chosen != order
        assert driver.app.browser.state.found_order == chosen
        await driver.press("escape")
        assert driver.app.browser.state.found_order == ""


async def test_nothing_found_is_said(shipped: Store, explore: Explore) -> None:
    async with explore(shipped) as driver:
        await driver.press("slash")
        await driver.type("qqqxxzz")
        assert "nothing found" in driver.lines()[0]
        assert driver.key == ""


async def test_filters_hold_for_what_is_listed(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, state=State(query="kind:agreement year:2017")) as driver:
        browser = driver.app.browser
        rows = browser.store.rows(browser.answer.keys)
        assert rows
        assert {row.kind for row in rows} == {"agreement"}


async def test_more_hits_than_are_listed_are_not_passed_over_in_silence(explore: Explore) -> None:
    with Store(":memory:", seeds=None) as many:
        rows = ({"key": f"k{n}", "kind": "zone", "name": {"en": f"Name {n}"}} for n in range(250))
        many.put_many((record_from_mapping(row), Origin()) for row in rows)
        async with explore(many, state=State(query="kind:zone")) as driver:
            assert "200 in text …" in driver.lines()[0]


async def test_what_is_typed_in_arabic_is_shown_shaped(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, language="ar") as driver:
        await driver.press("slash")
        await driver.type("زبداني")
        assert visual("زبداني") in driver.lines()[0]
        assert visual("أسماء") in driver.text_of("#list")


async def test_a_store_that_fails_is_told_in_a_sentence(
    shipped: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(shipped) as driver:

        def fail(*_: object, **__: object) -> None:
            raise StoreError("the store is locked; close the other program.")

        monkeypatch.setattr(shipped, "find", fail)
        await driver.press("slash")
        await driver.type("x")
        assert "the store is locked; close the other program." in driver.notices
        monkeypatch.setattr(shipped, "get", fail)
        await driver.press("escape", "down", "down")
        assert driver.app.is_running


async def test_a_store_that_fails_in_the_middle_of_a_key_leaves_all_other_keys(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(small) as driver:

        def fail(*_: object) -> str:
            raise StoreError("the store is damaged.")

        with monkeypatch.context() as patched:
            patched.setattr(RowsListing, "key_of", fail)
            await driver.press("j", "enter")
        assert "the store is damaged." in driver.notices
        await driver.press("slash")
        await driver.type("kefraya")
        assert "kefraya" in driver.text_of("#list").lower()
        await driver.press("escape", "ctrl+q")
        assert not driver.app.is_running


@pytest.mark.usefixtures("every_frame")  # lines that were never drawn wait for the store
async def test_names_are_listed_while_the_text_is_still_being_searched(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    find = small.find

    def slow_find(
        question: questions.Question, early: Callable[[list[NameHit]], None], **told: bool
    ) -> Hits:
        def tell_and_wait(names: list[NameHit]) -> None:
            early(names)
            assert go_on.wait(10)

        return find(question, tell_and_wait, **told)

    monkeypatch.setattr(small, "find", slow_find)
    monkeypatch.setattr(BrowserView, "records_asked_at_once", 0)  # as of a large store
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.pilot.press("z")
        try:
            while "Zabadani" not in driver.lines_of("#list")[2] or "in text" in driver.text_of(
                "#list"
            ):
                assert not driver.app.defect
                await driver.pilot.pause(0.01)
            # Of a letter or two nobody can be sure.
            assert driver.lines_of("#list")[1].strip("│").strip() == "perhaps meant"
            assert "…" in driver.text_of("#search-found")
            await driver.pilot.press(*"abadany")
        finally:
            go_on.set()
        await driver.settle()
        assert "in text" in driver.text_of("#search-found")
        assert driver.key == "zabadani"


async def test_what_is_found_is_listed_with_its_letter_and_the_record_follows_at_rest(
    small: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(small) as driver:
        monkeypatch.setattr(driver.explorer, "seconds_of_rest", 600)
        before = driver.key
        await driver.pilot.press("slash", *"zabadany")
        await driver.pilot.pause()
        assert driver.explorer.record_list.selected_key == "zabadani" != before
        assert driver.key == before
        driver.explorer.catch_up()
        assert driver.key == "zabadani"


async def test_a_filter_being_typed_is_completed_by_the_arrow_that_leads_on(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.type("ki")
        assert "kind:" in driver.lines_of("#search-field")[0]
        await driver.press("right")
        assert driver.explorer.search_box.text == "kind:"
        await driver.type("act")
        await driver.press("right")
        assert driver.explorer.search_box.text == "kind:actor"
        assert driver.app.browser.question.query == "kind:actor"


async def test_a_filter_in_arabic_is_completed_by_the_arrow_to_the_left(
    small: Store, explore: Explore
) -> None:
    async with explore(small, language="ar") as driver:
        await driver.press("slash")
        await driver.type("نو")
        assert visual("نوع:") in driver.lines_of("#search-field")[0]
        await driver.press("left")
        await driver.type("اتف")
        await driver.press("left")
        assert driver.explorer.search_box.text == "نوع:اتفاق"


async def test_marked_records_are_listed_until_the_mark_is_taken_away(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await driver.press("s", "j", "s")
        marked = driver.key
        await driver.press("slash")
        await driver.type("marked:yes")
        await driver.press("enter")
        assert driver.explorer.record_list.listing.entry_count == 2
        assert "★" in driver.text_of("#list")
        while driver.key != marked:
            await driver.press("j")
        await driver.press("s")
        assert driver.explorer.record_list.listing.position(marked) is None
        assert driver.explorer.record_list.listing.entry_count == 1


async def test_the_record_under_the_cursor_is_marked_though_it_is_not_shown_yet(
    shipped: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explore(shipped) as driver:
        await driver.press("g")
        monkeypatch.setattr(driver.explorer, "seconds_between_records", 1.0)
        for key in ("j", "j", "s"):
            await driver.pilot.press(key)
        await driver.settle()
        listing = driver.explorer.record_list.listing
        assert [listing.line(y).row.marked for y in range(3)] == [False, False, True]  # type: ignore[union-attr]
        assert driver.explorer.record_list.cursor == 2


@pytest.mark.parametrize("command", ["y", "Y"])
async def test_the_record_under_the_cursor_is_copied_though_it_is_not_shown_yet(
    shipped: Store, explore: Explore, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    async with explore(shipped) as driver:
        await driver.press("g")
        monkeypatch.setattr(driver.explorer, "seconds_between_records", 1.0)
        for key in ("j", "j", command):
            await driver.pilot.press(key)
        selected = shipped.get(driver.explorer.record_list.selected_key)
        assert selected.name.en in driver.app.clipboard


async def test_a_sentence_told_shows_what_a_terminal_would_obey(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        with driver.explorer.telling():
            raise MasaratError("bell \x07 and override \u202e.")
        await driver.settle()
        told = [notification.message for notification in driver.app._notifications]
        assert told == ["bell ␇ and override \ufffd."]


async def test_why_a_query_is_not_asked_as_it_is_written_is_told_once(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.type("siege AND")
        assert driver.notices == []
        await driver.type(" " + " ".join(f"year:{2000 + number}" for number in range(9)))
        await driver.type(" idlib")
        assert driver.notices == ["A query has at most 8 filters: it is taken as plain words."]


async def test_words_of_names_are_read_before_the_first_letter_of_a_search(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.pilot.pause(0.3)
        assert small._last_read is None  # who never searches has none of them in memory
        await driver.press("slash")
        await driver.pilot.pause(0.6)
        assert small._last_read
        assert small._last_read[1]._held
