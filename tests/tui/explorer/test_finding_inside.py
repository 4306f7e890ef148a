"""`Ctrl+F`: hits in the record's text, facts, sources and relations, counted and walked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.records import Bilingual, Related, Row
from store.model.vocabulary import Language
from store.store import Store
from store.text.folding import fold
from tests.thoroughly import thorough_but
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.explorer.browsing.inside import Inside
from tui.explorer.drawing.listing import Entry, Heading, WrappedRemark
from tui.explorer.panes.relations import relation_hits, relations_listing
from tui.messages import say
from tui.state import State

AT_DEAL = State(record="four-towns")


@pytest.fixture
def told(small: Store) -> Store:
    """The small store, in which the deal's text names its mediator too."""
    deal = small.get("four-towns")
    summary = Bilingual(f"{deal.summary.en} Qatar did it.", f"{deal.summary.ar} توسطت قطر.")
    small.put(deal._replace(summary=summary))
    return small


IN_RELATIONS = 2  # of Qatar: its name, and the note


def place(driver: Driver) -> str:
    return driver.text_of("#find-place").strip()


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("اخلاء", "أُخْلِيَت ثم الإِخْلاء", ["إِخْلاء"]),
        ("الزبدانى", "مدينة الزَّبَداني.", ["الزَّبَداني"]),
        ("QATAR", "Qatar, qatari", ["Qatar", "qatar"]),
        ("four  towns", "the Four towns", ["Four towns"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("َ", "كتاب", []),
        ("", "anything", []),
        ("٢٠١٧", "in 2017", ["2017"]),
    ],
)
def test_letters_are_found_whatever_their_marks(typed: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Inside(typed).spans(text)] == found


@given(st.text(alphabet="aàبإٔإ '’ﻻ²\u0301", max_size=30), st.text(alphabet="abاب ", max_size=3))
def test_what_is_found_reads_as_what_was_typed(text: str, typed: str) -> None:
    spans = Inside(typed).spans(text)
    letters = " ".join(fold(typed).split())

    assert all(start < end for start, end in spans)
    assert all(one[0] < other[0] for one, other in pairwise(spans))
    assert bool(spans) == bool(letters and letters in fold(text))


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_hits_are_counted_and_walked_from_the_text_to_the_relations(
    told: Store, explore: Explore, language: Language
) -> None:
    typed = {"en": "qatar", "ar": "قَطَر"}[language]
    async with explore(told, language=language, state=AT_DEAL) as driver:
        await driver.press("ctrl+f", *typed)
        total = driver.explorer.hit_count
        in_text = driver.explorer.detail.hit_count
        assert total > in_text >= 1
        assert place(driver) == visual(say("find.place", number=1, total=total))
        await driver.press("enter")
        assert driver.app.focused is driver.explorer.detail
        await driver.press(*["n"] * in_text)
        assert place(driver) == visual(say("find.place", number=in_text + 1, total=total))
        assert driver.app.focused is driver.relations
        assert driver.relations.selected_key == "qatar"
        await driver.press("N")
        assert driver.app.focused is driver.explorer.detail
        await driver.press("escape")
        assert not driver.explorer.finds_inside
        assert driver.explorer.hit_count == 0
        assert not driver.explorer.query_one("#find").display
        await driver.press("n")
        assert driver.notices == [say("obstacle.no-hits")]


async def test_arrows_walk_while_something_is_typed_and_keys_stay_letters(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("ctrl+f", *"q", "/", "e")
        assert place(driver) == "0 hits"
        assert driver.app.is_running
        await driver.press(*["backspace"] * 3, *"qatar", "down", "up", "up")
        total = driver.explorer.hit_count
        assert place(driver) == f"{total} of {total}"
        assert driver.explorer.is_typing_inside
        await driver.press("escape")
        assert driver.app.focused is driver.explorer.record_list


async def test_the_border_tells_of_no_hit_once_there_is_none(told: Store, explore: Explore) -> None:
    async with explore(told, state=AT_DEAL) as driver:
        await driver.press("ctrl+f", *"qatar")
        assert "hit 1 of" in driver.text_of("#detail")
        await driver.press("z")
        assert place(driver) == "0 hits"
        assert "hit" not in driver.lines_of("#detail")[-1]


async def test_a_small_terminal_shows_the_pane_in_which_the_hit_is(
    told: Store, explore: Explore
) -> None:
    async with explore(told, size=(50, 20), state=AT_DEAL) as driver:
        await driver.press("tab", "ctrl+f", *"qatar")
        in_text = driver.explorer.detail.hit_count
        await driver.press(*["down"] * in_text)
        assert driver.relations.display
        assert driver.explorer.is_typing_inside
        await driver.press("down")
        assert driver.explorer.detail.display
        assert "hit 1 of" in driver.text_of("#detail")


async def test_the_same_is_looked_for_in_the_next_record_and_search_hits_come_back(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("slash", *"zabadani", "enter")
        found = driver.explorer.hit_count
        assert found
        await driver.press("ctrl+f", *"zzz", "enter")
        assert place(driver) == "0 hits"
        driver.explorer.show_record("kefraya")
        await driver.settle()
        assert place(driver) == "0 hits"
        driver.explorer.show_record("zabadani")
        await driver.press("escape")
        assert driver.explorer.hit_count == found


async def test_the_present_hit_looks_different(small: Store, explore: Explore) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("ctrl+f", *"towns", "enter")
        detail = driver.explorer.detail
        reversed_texts = [
            segment.text
            for y in range(detail.size.height)
            for segment in detail.render_line(y)
            if segment.style and segment.style.reverse
        ]
        assert [text.lower() for text in reversed_texts] == ["towns"]


def test_relations_are_marked_where_the_hit_stands_however_wide_they_are() -> None:
    note = Bilingual("agreed by Qatar and by others as well")
    qatar = Row("qatar", "actor", "state", Bilingual("Qatar"))
    related = [Related("mediated-by", "out", qatar, since="2015", note=note)]
    find = Inside("qatar").spans

    assert relation_hits(related, "en", find) == [0] * IN_RELATIONS
    assert relation_hits(related, "en", Inside("mediated").spans) == [0]
    for width in (26, 80):
        listing = relations_listing(related, "en", None, width, find)
        lines = [listing.line(y) for y in range(listing.line_count)]
        assert any(isinstance(line, Entry) and line.highlights for line in lines)
        words = [w for line in lines if isinstance(line, WrappedRemark) for w in line.words]
        assert [word.text for word in words if word.tone == "hit"] == ["Qatar"]
    (heading, *_) = (relations_listing(related, "en", highlighter=Inside("medi").spans).line(0),)
    assert isinstance(heading, Heading)
    assert heading.highlights == ((0, 4),)


async def test_the_border_tells_of_no_hit_after_the_end_and_in_no_other_language(
    told: Store, explore: Explore
) -> None:
    async with explore(told, state=AT_DEAL) as driver:
        border = driver.explorer.detail
        for end in ("escape", "L"):
            await driver.press("ctrl+f", *"qatar")
            assert "hit 1" in str(border.border_subtitle)
            await driver.press("enter", end)
            assert "hit" not in str(border.border_subtitle)
        await driver.press("full_stop")
        claim = str(border.border_subtitle)
        assert claim
        await driver.press("L")
        assert str(border.border_subtitle) != claim
        assert "claim 1" in str(border.border_subtitle).casefold()
