"""`=` on one record and on another: both side by side, to be read, copied and saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from store.exchange.comparing import Compared
from store.exchange.comparison_report import comparison_report
from store.model.records import Bilingual, Fact, Record
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import thorough_but
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.panes.record_text import MUTED
from tui.explorer.screens.comparing.comparison import ComparisonScreen
from tui.explorer.screens.comparing.comparison_text import comparison_blocks, heading_blocks
from tui.explorer.screens.confirm_dialog import Confirm
from tui.messages import say
from tui.state import State

AT_ZABADANI: Final = State(record="zabadani")
ROWS: Final[dict[Language, tuple[str, str]]] = {
    "en": ("≠ Type", "town"),
    "ar": ("≠ الصنف", "بلدة"),
}


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_two_records_stand_side_by_side_once_the_second_is_chosen(
    small: Store, explore: Explore, language: Language
) -> None:
    async with explore(small, language=language, state=AT_ZABADANI) as driver:
        await driver.press("equals_sign")
        zabadani = small.get("zabadani").name.prefer(language)
        assert driver.notices == [say("compare.kept", name=zabadani)]
        assert visual(say("compare.with", name=zabadani)) in driver.text_of("#footer")
        driver.explorer.go_to("rif-dimashq")
        await driver.press("equals_sign")
        assert isinstance(driver.app.screen, ComparisonScreen)
        label, value = ROWS[language]
        (row,) = [line for line in driver.lines() if visual(label) in line]
        assert visual(value) in row
        names = "".join(driver.lines_of("#compared-names"))
        assert visual(zabadani) in names
        await driver.press("escape")
        assert driver.key == "rif-dimashq"
        assert driver.explorer.kept_to_compare is None


async def test_chosen_twice_a_record_is_kept_no_more(small: Store, explore: Explore) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("equals_sign", "equals_sign")
        assert driver.notices[-1] == say("compare.dropped", name="Zabadani")
        assert say("compare.with", name="Zabadani") not in driver.text_of("#footer")
        await driver.press("j", "equals_sign", "j", "j", "equals_sign", "equals_sign")
        assert not isinstance(driver.app.screen, ComparisonScreen)


async def test_a_comparison_with_a_record_that_is_gone_is_told(
    small: Store, explore: Explore
) -> None:
    async with explore(small, state=AT_ZABADANI) as driver:
        driver.explorer.kept_to_compare = small.get("qatar")._replace(key="gone")
        await driver.press("equals_sign")
        assert "gone" in driver.notices[-1]
        assert driver.explorer.kept_to_compare is None


async def test_it_is_copied_and_saved_as_markdown_and_replaces_nothing_unasked(
    small: Store, explore: Explore, tmp_path: Path
) -> None:
    report = comparison_report(Compared(small, ("zabadani", "kefraya")).page("en"))
    file = tmp_path / "zabadani-kefraya.md"
    async with explore(small, state=AT_ZABADANI) as driver:
        await driver.press("equals_sign")
        driver.explorer.go_to("kefraya")
        await driver.press("equals_sign", "y")
        assert driver.app.clipboard == report
        await driver.press("e", "enter")
        assert file.read_text("utf-8") == report
        file.write_text("mine")
        for answer, content in (("n", "mine"), ("y", report)):
            await driver.pilot.press("e", "enter")
            while not isinstance(driver.app.screen, Confirm):
                await driver.pilot.pause(0.01)
            await driver.pilot.pause()
            await driver.press(answer)
            assert file.read_text("utf-8") == content
        await driver.press("e")
        await driver.press("ctrl+u")
        await driver.type("~nobody-at-all/c")
        await driver.press("enter")
        assert driver.app.defect is None


async def test_it_scrolls_and_its_names_stay(small: Store, explore: Explore) -> None:
    many = tuple(Fact("terms", Bilingual(f"Point {i}")) for i in range(60))
    for key in ("one", "other"):
        small.put(Record(key, "agreement", Bilingual(f"Deal {key}"), facts=many))
    async with explore(small, size=(80, 24), state=State(record="one")) as driver:
        await driver.press("equals_sign")
        driver.explorer.go_to("other")
        await driver.press("equals_sign", "G")
        screen = "\n".join(driver.lines())
        assert "Point 59" in screen
        assert "Point 0 " not in screen
        assert "Deal one" in driver.text_of("#compared-names")
        await driver.press("g")
        assert "Point 0 " in "\n".join(driver.lines())


def test_what_both_say_is_dim_and_stands_on_one_line() -> None:
    with Store(":memory:", seeds=None) as store:
        for key, day in (("one", "2015"), ("other", "2017")):
            facts = (Fact("date", day), Fact("issue", "detainees"))
            store.put(Record(key, "agreement", Bilingual(key), "ceasefire", facts=facts))
        page = Compared(store, ("one", "other")).page("en")
    rows = {block.label.plain.strip(): block for block in comparison_blocks(page)}

    def styles(label: str) -> list[list[str]]:
        return [[str(span.style) for span in each.value.spans] for each in rows[label].columns]

    assert styles("= Issues") == [[MUTED], [MUTED]]
    assert styles("≠ Date") == [["bold"], ["bold"]]
    assert "1" in heading_blocks(page)[-1].body.plain
