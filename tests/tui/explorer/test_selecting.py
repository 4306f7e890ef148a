"""Selecting text with the mouse: what is dragged over is lit, and copied as it was written."""

from __future__ import annotations

import base64
import itertools
import re
import unicodedata
from typing import Final

import pytest
from textual.geometry import Offset
from textual.widgets import Static

from store.model.mapping import record_from_mapping
from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of, thorough_but
from tests.tui.bidi.visual_lines import unjoined
from tests.tui.conftest import Driver, Explore
from tui.explorer.screens.confirm_dialog import Confirm
from tui.state import State

ARABIC: Final = (
    "أكد قرار مجلس الأمن رقم UNSCR 2118 (2013) أن الأمن الدولي (international security) مسؤولية "
    "جماعية، وأن الإسلام والسلام مُحَمَّدٌ لا يختلفان في ذلك."
)
ENGLISH: Final = (
    "The council met in Zabadani (الزبداني، ريف دمشق) in May 2017 and agreed on everything that "
    "had been left open by the parties before."
)


@pytest.fixture
def bilingual(small: Store) -> Store:
    """The small store with a record whose summaries wrap and mix both scripts."""
    small.put(
        record_from_mapping(
            {
                "key": "mixed",
                "kind": "agreement",
                "name": {"en": "Mixed", "ar": "مختلط"},
                "date": "2017-05",
                "summary": {"en": ENGLISH, "ar": ARABIC},
            }
        )
    )
    return small


def cell_of(driver: Driver, text: str, within: str) -> tuple[int, int]:
    """The cell, within the detail pane, of the first letter of a piece of one of its paragraphs."""
    detail = driver.explorer.detail
    paragraph = next(i for i, each in enumerate(detail._paragraphs) if within in each)
    at = detail._paragraphs[paragraph].index(text)
    for y in range(detail.gutter.top, detail.size.height + detail.gutter.top):
        for x in range(detail.gutter.left, detail.gutter.left + detail.size.width):
            if detail.text_offset_at(x, y) == Offset(at, paragraph):
                return x, y
    raise AssertionError(text)


async def drag(driver: Driver, start: tuple[int, int], end: tuple[int, int]) -> None:
    await driver.pilot.mouse_down("#detail", offset=start)
    await driver.pilot.hover("#detail", offset=end)
    await driver.pilot.mouse_up("#detail", offset=end)
    await driver.settle()


def lit(driver: Driver) -> str:
    """What is highlighted in the detail pane, line by line from left to right, joined."""
    style = driver.explorer.get_visual_style("screen--selection").rich_style
    detail = driver.explorer.detail
    strips = [detail.render_line(y) for y in range(detail.size.height)]
    return "/".join(
        "".join(
            segment.text
            for segment in strip
            if segment.style and segment.style.bgcolor == style.bgcolor
        )
        for strip in strips
    ).strip("/")


def clean(text: str) -> bool:
    return text == unicodedata.normalize("NFKC", text) and not re.search(
        "[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff\x00-\x09]", text
    )


@pytest.mark.parametrize(
    ("ends", "way"),
    in_turns_of(
        [
            ("council", "Zabadani", "council", "council met in Z"),
            ("Zabadani", "May", "council", "Zabadani (الزبداني، ريف دمشق) in M"),
            ("الزبداني", "دمشق", "council", "الزبداني، ريف د"),
            ("مجلس", "(2013)", "مجلس", "مجلس الأمن رقم UNSCR 2118 ("),
            ("UNSCR", "أن الأمن", "مجلس", "UNSCR 2118 (2013) أ"),
            ("security", "لا يختلفان", "مجلس", ARABIC[ARABIC.index("security") :].split(" يخ")[0]),
            ("مُحَمَّدٌ", "دٌ", "مجلس", "مُحَمَّدٌ"),
        ],
        itertools.product(("en", "ar"), (False, True)),
    ),
)
async def test_what_is_dragged_over_is_copied_as_it_is_written(
    bilingual: Store,
    explore: Explore,
    ends: tuple[str, str, str, str],
    way: tuple[Language, bool],
) -> None:
    first, last, within, expected = ends
    language, backwards = way
    at = State(record="mixed")
    async with explore(bilingual, language=language, size=(140, 40), state=at) as driver:
        cells = cell_of(driver, first, within), cell_of(driver, last, within)
        await drag(driver, *(reversed(cells) if backwards else cells))
        selected = driver.app.screen.get_selected_text()
        assert selected == expected
        assert clean(selected)


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_the_letters_that_are_dragged_over_are_lit(
    bilingual: Store, explore: Explore, language: Language
) -> None:
    at = State(record="mixed")
    async with explore(bilingual, language=language, size=(140, 40), state=at) as driver:
        for first, last, within, cells in (
            ("الزبداني", "ي،", "council", "ينادبزلا"),
            ("council", "met", "council", "council m"),
            ("رقم", "8 (2013)", "مجلس", "UNSCR 2118 مقر"),
        ):
            await drag(driver, cell_of(driver, first, within), cell_of(driver, last, within))
            assert unjoined(lit(driver)).replace("/", "") == cells


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_lines_that_were_only_wrapped_are_joined_and_paragraphs_are_not(
    bilingual: Store, explore: Explore, language: Language
) -> None:
    at = State(record="mixed")
    async with explore(bilingual, language=language, size=(140, 40), state=at) as driver:
        first, last = (ARABIC, ENGLISH) if language == "ar" else (ENGLISH, ARABIC)
        top, bottom = cell_of(driver, first[:3], first[:9]), cell_of(driver, last[-4:], last[-9:])
        assert bottom[1] - top[1] > 6
        await drag(driver, top, bottom)
        selected = driver.app.screen.get_selected_text()
        label = "التاريخ أيار/مايو 2017" if language == "ar" else "Date May 2017"
        assert selected == f"{first}\n\n{label}\n\n{last[:-3]}"


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_a_drag_that_leaves_the_pane_ends_at_its_edge(
    bilingual: Store, explore: Explore, language: Language
) -> None:
    at = State(record="mixed")
    async with explore(bilingual, language=language, size=(140, 40), state=at) as driver:
        x, y = cell_of(driver, "met in", "council")
        detail = driver.explorer.detail
        await drag(driver, (x, y), (detail.region.width + 20, y))
        selected = driver.app.screen.get_selected_text()
        assert selected is not None
        assert selected.rstrip() == "met in Zabadani (الزبداني، ريف دمشق)"
        await drag(driver, (x, y), (x, 36))
        selected = driver.app.screen.get_selected_text()
        assert selected
        assert selected.startswith("met in Zabadani")
        assert selected.endswith(detail._paragraphs[-1][-12:])


@pytest.mark.parametrize("language", thorough_but(["ar"], ["en", "ar"]))
async def test_the_copy_key_sends_what_is_selected_to_the_terminal(
    bilingual: Store, explore: Explore, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = State(record="mixed")
    async with explore(bilingual, language=language, size=(140, 40), state=at) as driver:
        written: list[str] = []
        assert driver.app._driver is not None
        monkeypatch.setattr(driver.app._driver, "write", written.append)
        await drag(driver, cell_of(driver, "قرار", "مجلس"), cell_of(driver, "2013", "مجلس"))
        await driver.press("ctrl+c")
        sent = next(text for text in written if text.startswith("\x1b]52;c;"))
        copied = base64.b64decode(sent.removeprefix("\x1b]52;c;").rstrip("\a")).decode()
        assert copied == "قرار مجلس الأمن رقم UNSCR 2118 (2"
        assert driver.app.clipboard == copied


async def test_nothing_selected_is_said_and_leaves_the_clipboard_alone(
    bilingual: Store, explore: Explore
) -> None:
    async with explore(bilingual, language="ar") as driver:
        await driver.press("ctrl+c")
        assert driver.app.clipboard == ""
        assert driver.notices == ["لا نص محددًا لنسخه. للخروج اضغط Ctrl+Q."]


async def test_hostile_characters_are_not_copied_but_leave_a_sign(
    small: Store, explore: Explore
) -> None:
    hostile = "a\u202eb \x1b[31mred\u2067 \u200bend"
    small.put(
        record_from_mapping(
            {
                "key": "k",
                "kind": "actor",
                "name": {"en": "N", "ar": "س"},
                "summary": {"en": hostile},
            }
        )
    )
    async with explore(small, state=State(record="k")) as driver:
        detail = driver.explorer.detail
        y = next(y for y, line in enumerate(driver.lines_of("#detail")) if "red" in line)
        await drag(driver, (detail.gutter.left, y), (detail.region.width - 1, y))
        assert driver.app.screen.get_selected_text() == "ab ␛[31mred end"


async def test_another_record_begins_with_nothing_selected(
    bilingual: Store, explore: Explore
) -> None:
    async with explore(bilingual, size=(140, 40), state=State(record="mixed")) as driver:
        await drag(driver, cell_of(driver, "council", "council"), cell_of(driver, "met", "council"))
        assert driver.app.screen.selections
        driver.explorer.record_list.move(1)
        await driver.settle()
        assert not driver.app.screen.selections


async def test_what_a_dialog_says_is_copied_as_it_is_written(
    small: Store, explore: Explore
) -> None:
    async with explore(small, language="ar") as driver:
        driver.app.push_screen(Confirm("السلام عليكم (2017)\u202e"))
        await driver.settle()
        text = driver.app.screen.query(Static).first()
        text.text_select_all()
        await driver.settle()
        assert unjoined("مكيلع مالسلا") in unjoined("\n".join(driver.lines()))
        copied = driver.app.screen.get_selected_text()
        assert copied is not None
        assert copied.splitlines()[0] == "السلام عليكم (2017)"
