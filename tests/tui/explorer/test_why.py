"""What is surely meant and what may be stand apart in the list; why a row is there is told."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.explorer.drawing.listing import Heading


def headings(driver: Driver) -> list[str]:
    listing = driver.explorer.record_list.listing
    lines = map(listing.line, range(listing.line_count))
    return [line.text for line in lines if isinstance(line, Heading)]


def screen(driver: Driver) -> str:
    return type(driver.app.screen).__name__


async def look_up(driver: Driver, name: str) -> None:
    await driver.press("slash")
    await driver.type(name)
    await driver.press("enter")


async def test_what_may_be_meant_stands_below_a_heading_of_its_own(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await look_up(driver, "Hamas")
        assert headings(driver)[0] == "perhaps meant"
        await look_up(driver, "zabadani")
        assert headings(driver)[0] == "names"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Why it was found", "92 % like", "perhaps meant: only the sound is alike"]),
        ("ar", ["دوصقملا هلعل"]),
    ],
)
async def test_space_on_a_hit_tells_why_it_was_found_and_closes_again(
    language: Language, told: list[str], shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, language=language) as driver:
        await look_up(driver, "Hamas")
        await driver.press("space")
        assert screen(driver) == "WhyCard"
        drawn = "\n".join(map(unjoined, driver.lines()))
        for words in told:
            assert words in drawn
        await driver.press("space")
        assert screen(driver) != "WhyCard"


async def test_space_on_a_hit_in_the_text_tells_its_words_and_elsewhere_it_pages(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped) as driver:
        await look_up(driver, "buses evacuated")
        await driver.press("G", "space")
        assert screen(driver) == "WhyCard"
        await driver.press("escape", "tab", "space")
        assert screen(driver) != "WhyCard"
