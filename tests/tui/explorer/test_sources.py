"""Sources: a tab, a page each with who cites it for what, the way there and back, the browser."""

from __future__ import annotations

import json

import pytest

from store.model.records import Bilingual, Citation, Origin, Source
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.explorer.drawing.listing import source_address, source_key
from tui.explorer.widgets import web_address
from tui.messages import say
from tui.state import State

DISPATCH = "https://example.org/dispatch"
AT_DISPATCH = State(record=source_address("agency-2017"))
AT_DEAL = State(record="four-towns")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    found: list[str] = []

    def open_address(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(web_address, "open_address", open_address)
    return found


def listed(driver: Driver) -> list[str]:
    listing = driver.explorer.record_list.listing
    return [listing.key_of(entry) for entry in range(listing.entry_count)]


async def test_sources_have_a_tab_and_are_not_among_all(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        tabs = driver.lines()[1]
        assert "All 6" in tabs
        assert "Sources 2" in tabs
        assert not any(map(source_key, listed(driver)))
        await driver.press("5")
        assert listed(driver) == ["source:agency-2017", "source:article"]
        assert "2 sources" in driver.lines()[0]
        assert driver.lines_of("#list")[0].startswith("╭─ Sources")
        assert driver.key == "source:agency-2017"
        await driver.press("5")
        assert driver.notices, "what is listed already is said to be"
        await driver.press("0")
        assert len(listed(driver)) == 6


async def test_a_page_says_what_a_source_is_and_who_cites_it_for_what(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DISPATCH) as driver:
        assert driver.app.browser.question.kind == "source"
        page = driver.text_of("#detail")
        for words in ("A dispatch", "news agency · source", "Publisher  Agency", DISPATCH):
            assert words in page
        cited = driver.text_of("#relations")
        assert "Cited by 2 records" in cited
        assert cited.index("zones") < cited.index("Zabadani") < cited.index("agreements")
        assert "evacuated in exchange" in cited
        assert "Date: 28 March 2017" in cited


async def test_the_way_leads_from_citation_to_source_to_record_and_back(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("tab", ".", ".", ".", "enter")
        assert driver.key == "source:agency-2017"
        assert driver.app.focused is driver.explorer.detail
        await driver.press("enter")
        assert driver.app.focused is driver.relations
        await driver.press("enter")
        assert driver.key == "zabadani"
        await driver.press("backspace")
        assert driver.key == "source:agency-2017"
        assert driver.app.focused is driver.relations
        await driver.press("backspace")
        assert driver.key == "four-towns"
        assert driver.explorer.detail.pointed == 2 or driver.app.focused is driver.explorer.detail
        await driver.press("]", "]")
        assert driver.key == "zabadani"


async def test_its_address_opens_and_it_is_copied(
    small: Store, explore: Explore, opened: list[str]
) -> None:
    async with explore(small, state=AT_DISPATCH) as driver:
        assert "x browser" in driver.lines()[-1]
        await driver.press("x", "y")
        assert opened == [DISPATCH]
        assert driver.app.clipboard == f"Agency, A dispatch, 6 May 2017, {DISPATCH}."
        await driver.press("Y")
        assert "kind: source" in driver.app.clipboard
        for command, begins in (
            ("copy-bibtex", "@online{agency-2017,"),
            ("copy-ris", "TY  - NEWS"),
            ("copy-csl-json", "[\n"),
        ):
            driver.explorer.action_command(command)
            assert driver.app.clipboard.startswith(begins)
        await driver.press("j")
        await driver.press("x")
        assert opened == [DISPATCH]
        assert say("web.none") in driver.notices


async def test_from_a_record_the_source_of_what_is_pointed_at_opens(
    small: Store, explore: Explore, opened: list[str]
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("x")
        assert driver.notices == [say("obstacle.no-source-pointed-at")]
        await driver.press(".", ".", ".", "x")
        assert opened == [DISPATCH]
        driver.explorer.action_command("copy-csl-json")
        found = [item["id"] for item in json.loads(driver.app.clipboard)]
        assert found == ["article", "agency-2017"]


async def test_what_is_for_records_says_so_at_a_source(small: Store, explore: Explore) -> None:
    async with explore(small, state=AT_DISPATCH) as driver:
        for key in ("s", "v", "e", "c", ".", "equals_sign"):
            driver.app.clear_notifications()
            await driver.press(key)
            assert driver.notices == [say("obstacle.is-source")], key
            assert driver.app.screen is driver.explorer


async def test_a_search_finds_sources_in_a_group_of_their_own(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        await driver.press("slash")
        await driver.type("article")
        assert source_key(listed(driver)[-1]) == "article"
        assert driver.text_of("#list").count("sources") == 1
        assert "Sources 1" in driver.lines()[1]
        assert driver.app.browser.answer.keys == [
            key for key in listed(driver) if not source_key(key)
        ]
        await driver.press("enter", "1")
        assert not any(map(source_key, listed(driver)))
        await driver.press("5")
        assert listed(driver) == ["source:article"]
        await driver.press("slash")
        await driver.type("kind:source")
        assert len(listed(driver)) == 2


async def test_the_palette_finds_a_source_by_a_slip(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        await driver.press("colon")
        await driver.type("dispach")
        assert "sources" in driver.text_of("#chooser")
        await driver.press("enter")
        assert driver.key == "source:agency-2017"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_citation_reads_as_the_interface_does_and_is_copied_as_it_is(
    small: Store, explore: Explore, language: Language
) -> None:
    foreign = Source("foreign", Bilingual("Title in Latin"), publisher="The Paper", url=DISPATCH)
    record = small.get("qatar")._replace(citations=(Citation("foreign"),))
    small.put_many([(record, Origin())], [(foreign, Origin())])
    async with explore(small, state=State(record="qatar"), language=language) as driver:
        line = next(line for line in driver.lines_of("#detail") if "The Paper" in line)
        place = [unjoined(line).index(part) for part in ("[1]", "The Paper", "Title in Latin")]
        assert place == sorted(place, reverse=language == "ar")
        await driver.press("tab")
        driver.explorer.detail.text_select_all()
        copied, _ = driver.explorer.detail.get_selection(driver.explorer.detail.text_selection)
        joint = "، " if language == "ar" else ", "
        assert joint.join(("The Paper", "Title in Latin", DISPATCH)) in copied


async def test_an_address_is_a_link_and_nothing_in_it_ends_one(
    small: Store, explore: Explore
) -> None:
    hostile = Source("hostile", Bilingual("Title"), url="https://example.org/a\x1b]8;;b\x07c")
    arabic = Source("latin", Bilingual("Title"), url="https://example.org/داريا")
    small.put_many([], [(hostile, Origin()), (arabic, Origin())])
    links = {}
    async with explore(small) as driver:
        for key in ("agency-2017", "latin", "hostile"):
            driver.explorer.open_source(key)
            await driver.settle()
            strips = driver.app.screen._compositor.render_strips()
            styles = (segment.style for strip in strips for segment in strip)
            links[key] = {style.link for style in styles if style and style.link}
    assert links == {
        "agency-2017": {DISPATCH},
        "latin": {"https://example.org/%D8%AF%D8%A7%D8%B1%D9%8A%D8%A7"},
        "hostile": set(),
    }


async def test_a_source_that_has_gone_is_said_to_have(small: Store, explore: Explore) -> None:
    async with explore(small, state=State(record=source_address("missing"))) as driver:
        assert driver.key == "source:agency-2017"
        driver.explorer.show_record(source_address("missing"))
        await driver.settle()
        assert "missing" in driver.text_of("#detail")
        assert driver.app.is_running
