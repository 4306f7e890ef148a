"""Claims: pointed at with keys and mouse, read whole in a card, copied, followed to a source."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.explorer.drawing.listing import source_key
from tui.explorer.widgets import web_address
from tui.explorer.widgets.footer import Footer
from tui.messages import say
from tui.state import State

AT_DEAL = State(record="four-towns")
DISPATCH = "https://example.org/dispatch"
TOLD = {
    "en": (
        ["Four Towns agreement — Date: 28 March 2017"],
        ["[2]  Agency, A dispatch, 6 May 2017", f"opens at {DISPATCH}"],
        ["Differs from ≠", "April 2017 (as told) — the article [1]"],
        "Four Towns agreement — Date: 28 March 2017. "
        f"Sources: Agency, A dispatch, 6 May 2017, {DISPATCH}.",
    ),
    "ar": (
        ["خيراتلا — عبرألا ندملا قافتا"],
        ["[2]", "ةيقرب ،Agency", f"{DISPATCH} يف حتفي"],
        ["≠ هفلاخي", "(درو امك)"],
        "اتفاق المدن الأربع — التاريخ: 28 آذار/مارس 2017. "
        f"المصادر: Agency، برقية، 6 أيار/مايو 2017، {DISPATCH}.",
    ),
}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    found: list[str] = []

    def open_address(address: str) -> bool:
        found.append(address)
        return len(found) == 1

    monkeypatch.setattr(web_address, "open_address", open_address)
    return found


def opened_source(driver: Driver) -> str:
    """Key of the source whose page is shown."""
    assert driver.app.screen is driver.explorer
    return source_key(driver.key)


async def click_on(driver: Driver, selector: str, text: str) -> None:
    """Click on the first cells of a pane that show a text."""
    lines = driver.lines_of(selector)
    y = next(y for y, line in enumerate(lines) if text in line)
    corner = driver.app.screen.query_one(selector).region.offset
    await driver.pilot.click(offset=corner + Offset(lines[y].index(text) + 1, y))
    await driver.settle()


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_fact_is_read_whole_copied_opened_and_followed(
    small: Store, explore: Explore, opened: list[str], language: Language
) -> None:
    said, source, differs, copied = TOLD[language]
    async with explore(small, language=language, state=AT_DEAL) as driver:
        await driver.press(*"...")
        detail = driver.explorer.detail
        assert driver.app.focused is detail
        assert say("detail.claim", number=3, total=len(detail.stops)).split()[1] in (
            unjoined(driver.lines_of("#detail")[-1])
        )
        await driver.press("c")
        card = unjoined(driver.text_of("#card"))
        assert [words for words in (*said, *source, *differs) if words not in card] == []
        await driver.press("y")
        assert driver.app.clipboard == copied
        await driver.press("x", "x")
        assert opened == [DISPATCH] * 2
        assert driver.app.clipboard == DISPATCH, "where no browser opens, it is copied"
        await driver.press("escape")
        assert driver.app.focused is detail
        assert detail.pointed == 2
        await driver.press("c", "enter")
        assert opened_source(driver) == "agency-2017"


async def test_a_source_without_an_address_is_said_to_have_none(
    small: Store, explore: Explore, opened: list[str]
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press(".", ".", "c")
        assert "Text: The evacuation of four towns, with a ceasefire of nine months." in " ".join(
            line.strip("│ ") for line in driver.lines_of("#card")
        )
        assert "no address is known" in driver.text_of("#card")
        await driver.press("x")
        assert opened == []
        assert driver.notices == ["This source has no address to open."]


async def test_a_citation_in_the_text_leads_to_its_source_with_keys_and_mouse(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press("tab", ".", ".", "enter")
        assert opened_source(driver) == "article"
        await driver.press("backspace")
        await click_on(driver, "#detail", "[2]")
        assert opened_source(driver) == "agency-2017"
        await driver.press("backspace")
        # What is only text does nothing, and what is pointed at opens at the next press.
        await click_on(driver, "#detail", "four towns, with")
        await click_on(driver, "#detail", "9 months")
        assert driver.app.screen is driver.explorer
        await click_on(driver, "#detail", "28 March 2017")
        assert driver.app.screen is driver.explorer
        await click_on(driver, "#detail", "28 March 2017")
        assert "Date: 28 March 2017" in driver.text_of("#card")
        await click_on(driver, "#card", "[1]")
        assert opened_source(driver) == "article"


async def test_a_relation_is_a_claim_with_the_numbers_of_the_page(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=State(record="zabadani")) as driver:
        await driver.press("tab", "tab", ".")
        while driver.relations.selected_key != "kefraya":
            await driver.press(".")
        assert "    ≠ disputed" in driver.text_of("#relations")
        await driver.press("c")
        card = driver.text_of("#card")
        assert "Zabadani — evacuated in exchange for: Kefraya" in card
        assert "since April 2017 · disputed" in card
        assert "in two stages" in card
        assert "[3]  Agency" in card
        await driver.press("j", "enter")
        assert opened_source(driver) == "agency-2017"
        await driver.press("backspace")
        assert driver.app.focused is driver.relations
        assert driver.relations.selected_key == "kefraya"
        await click_on(driver, "#relations", "[3]")
        assert opened_source(driver) == "agency-2017"


@pytest.mark.parametrize("size", [(60, 20), (50, 16)])
async def test_in_a_narrow_terminal_the_record_comes_into_sight_and_the_card_fits(
    shipped: Store, explore: Explore, size: tuple[int, int]
) -> None:
    async with explore(shipped, size=size, state=State(record="zabadani")) as driver:
        await driver.press(".", ".", ".")
        detail = driver.explorer.detail
        assert detail.display
        assert detail.pointed == 2
        await driver.press("c")
        lines = driver.lines_of("#card")
        assert " y copy  x browser  ↵ source" in lines[-2]
        card = driver.app.screen.query_one("#card")
        assert driver.app.screen.region.contains_region(card.region)


async def test_what_is_pointed_at_stays_so_in_the_other_language_and_another_width(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press(*"....")
        detail = driver.explorer.detail
        said = detail.pointed_said
        await driver.press("L")
        assert detail.pointed_said == said
        await driver.pilot.resize_terminal(80, 30)
        await driver.settle()
        assert detail.pointed_said == said
        driver.explorer.go_to("qatar")
        await driver.settle()
        assert detail.pointed_said is None


async def test_another_record_is_not_said_to_be_at_the_claim_of_the_one_before(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_DEAL) as driver:
        await driver.press(".")
        detail = driver.explorer.detail
        assert str(detail.border_subtitle) == say("detail.claim", number=1, total=len(detail.stops))
        driver.explorer.go_to("zabadani")
        await driver.settle()
        assert "claim" not in str(detail.border_subtitle)


async def test_the_card_says_at_once_that_the_source_it_points_at_can_be_opened(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State(record="four-towns-agreement-2017")) as driver:
        await driver.press("c")
        (browse,) = [
            hint for hint in driver.app.screen.query_one(Footer)._hints if hint.command == "browse"
        ]
        assert browse.possible
