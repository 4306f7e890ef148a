"""The interface in Arabic: its words, mirrored, and switched without losing the place."""

from __future__ import annotations

import pytest

from store.model.vocabulary import Language
from store.store import Store
from tests.thoroughly import in_turns_of
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.messages.locale import language_of_locale
from tui.state import State

AT_ZABADANI = State(record="zabadani")


def left_to_right(driver: Driver) -> list[str]:
    panes = sorted(driver.explorer.panes, key=lambda pane: pane.region.x)
    return [str(pane.id) for pane in panes]


async def test_panes_tabs_and_footer_are_mirrored(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, language="ar", state=AT_ZABADANI) as driver:
        assert left_to_right(driver) == ["relations", "detail", "list"]
        lines = driver.lines()
        assert lines[0].rstrip().endswith("/")
        assert lines[1].rstrip().endswith(visual("الكل"))
        assert lines[-1].rstrip().endswith(f"{visual('قراءة')} ↵")
        assert visual("السجلات") in lines[2]
        assert visual("الإخلاء بموجب") in driver.text_of("#relations")


async def test_the_arabic_summary_and_name_lead(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, language="ar", state=AT_ZABADANI) as driver:
        assert driver.lines_of("#detail")[1].strip("│▌ ") == visual("الزبداني")


async def test_switching_keeps_the_record_the_query_and_the_focus(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=State(record="madaya", query="zabad")) as driver:
        await driver.press("down", "tab")
        before = driver.key
        for language, order in (("ar", "list"), ("en", "relations")):
            await driver.press("L")
            assert left_to_right(driver)[-1] == order, language
            assert driver.key == before
            assert driver.explorer.record_list.selected_key == before
            assert driver.explorer.search_box.text == "zabad"
            assert driver.app.focused is driver.explorer.detail


async def test_no_message_in_the_language_that_was_left_stays(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, state=AT_ZABADANI) as driver:
        await driver.press("y")
        assert driver.notices
        await driver.press("L")
        assert not driver.notices


async def test_keys_follow_the_reading_direction(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, language="ar", state=AT_ZABADANI) as driver:
        await driver.press("left")
        assert driver.app.focused is driver.explorer.detail
        await driver.press("left")
        assert driver.app.focused is driver.relations
        await driver.press("enter")
        assert driver.key != "zabadani"
        await driver.press("alt+right")
        assert driver.key == "zabadani"
        await driver.press("right", "right")
        assert driver.app.focused is driver.explorer.record_list


async def test_browsing_with_arabic_keys_only(shipped: Store, explore: Explore) -> None:
    async with explore(shipped, language="ar") as driver:
        await driver.press("ظ", *"زبداني", "enter")
        assert driver.key == "zabadani"
        await driver.press("ا", "ا", "enter")  # the key h: left, on to the relations
        assert driver.key != "zabadani"
        await driver.press("ج")  # the key [
        assert driver.key == "zabadani"
        await driver.press("ث", "escape", "arabic_question_mark", "escape")
        await driver.press("ض")
        assert driver.app.return_code == 0


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ar_SY.UTF-8"}, "ar"),
        ({"LANG": "ar_SY.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "ar_EG"}, "ar"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
    ],
)
def test_the_locale_chooses_the_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of_locale() == language


async def test_what_the_store_says_is_told_in_the_language_of_the_interface(
    shipped: Store, explore: Explore
) -> None:
    async with explore(shipped, language="ar") as driver:
        with driver.explorer.telling():
            shipped.get("zabadan")
        await driver.settle()
        told = [notification.message for notification in driver.app._notifications]
        assert len(told) == 1
        assert told[0].startswith("لا سجل بالمفتاح 'zabadan'؛ هل قصدت zabadani أو ")
        assert told[0].endswith("؟")


@pytest.mark.parametrize(
    ("keys", "language"),
    in_turns_of(["L", "i", "L i", "i L", "i L i", "i L 1 enter", "i L z 1 L"], ["en", "ar"], of=2),
)
async def test_however_often_the_overview_comes_and_goes_panes_stand_in_reading_order(
    keys: str, language: Language, small: Store, explore: Explore
) -> None:
    """The language may change while the overview stands in the place of a record's panes."""
    async with explore(small, language=language, state=AT_ZABADANI) as driver:
        await driver.press(*keys.split())
        row = [str(part.id) for part in driver.explorer.query_one("#panes").children]
        is_arabic = (language == "ar") != (keys.count("L") % 2 == 1)
        in_reading = ["list", "detail", "relations", *(["overview"] if "overview" in row else [])]
        assert row == (in_reading[::-1] if is_arabic else in_reading)
