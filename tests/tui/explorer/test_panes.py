"""A pane is an entry: one more in the list of panes is all that the screen needs to know of it."""

from __future__ import annotations

from typing import ClassVar

import pytest

from store.store import Store
from tests.tui.conftest import Driver, Explore
from tui.bidi import visual
from tui.explorer import panes
from tui.explorer.drawing.listing import Entry, FixedListing, Heading
from tui.explorer.panes.pane import Browsed, Pane
from tui.explorer.widgets.cursor_list import CursorList
from tui.state import State

AT_ZABADANI = State(record="zabadani")


class Neighbours(CursorList, Pane):
    """A fourth pane: the other records under the name of this one."""

    pane_id: ClassVar[str] = "neighbours"
    place: ClassVar[int] = 90
    weight: ClassVar[int] = 3
    least_width: ClassVar[int] = 20

    def title(self, browsed: Browsed) -> str:
        return "Neighbours"

    def called(self) -> str:
        return "neighbours"

    def follow(self, browsed: Browsed) -> None:
        entries = [Entry(related.other) for related in browsed.related]
        heading = browsed.record.name.en if browsed.record else "nobody"
        self.show(FixedListing([Heading(heading), *entries]))


@pytest.fixture(autouse=True)
def four_panes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panes, "PANES", (*panes.PANES, Neighbours))


def shown(driver: Driver) -> list[str]:
    """Ids of the panes on the screen, from left to right."""
    visible = [pane for pane in driver.explorer.panes if pane.display]
    return [pane.pane_id for pane in sorted(visible, key=lambda pane: pane.region.x)]


async def test_it_stands_beside_the_others_under_its_title(small: Store, explore: Explore) -> None:
    async with explore(small, size=(160, 30), state=AT_ZABADANI) as driver:
        assert shown(driver) == ["list", "detail", "relations", "neighbours"]
        assert driver.explorer.panes[3].region.right == 160
        lines = driver.lines_of("#neighbours")
        assert lines[0].strip("╭╮─ ") == "Neighbours"
        assert lines[1].strip("│ ") == "Zabadani"


async def test_it_follows_the_record(small: Store, explore: Explore) -> None:
    async with explore(small, size=(160, 30), state=AT_ZABADANI) as driver:
        driver.explorer.go_to("four-towns")
        await driver.settle()
        assert "Four Towns" in driver.lines_of("#neighbours")[1]


async def test_tab_leads_through_it_and_enter_to_its_record(small: Store, explore: Explore) -> None:
    async with explore(small, size=(160, 30), state=AT_ZABADANI) as driver:
        await driver.press("tab", "tab", "tab")
        assert driver.explorer.pane.pane_id == "neighbours"
        while driver.explorer.pane.selected_key != "four-towns":
            await driver.press("j")
        left_at = driver.explorer.pane.cursor
        await driver.press("enter")
        assert driver.key == "four-towns"
        await driver.press("tab")
        assert driver.app.focused is driver.explorer.record_list
        await driver.press("backspace")
        assert driver.key == "zabadani"
        assert driver.explorer.pane.pane_id == "neighbours"
        assert driver.explorer.pane.cursor == left_at


async def test_it_is_mirrored_in_arabic(small: Store, explore: Explore) -> None:
    async with explore(small, size=(160, 30), language="ar", state=AT_ZABADANI) as driver:
        assert shown(driver) == ["neighbours", "relations", "detail", "list"]
        title, name = driver.lines_of("#neighbours")[:2]
        assert title.startswith("╭──")
        assert title.endswith("Neighbours ─╮")
        assert name.endswith("Zabadani│")
        await driver.press("L")
        assert shown(driver) == ["list", "detail", "relations", "neighbours"]
        assert visual("السجلات") not in driver.text_of("#list")


@pytest.mark.parametrize(("columns", "count"), [(50, 1), (80, 2), (120, 3), (140, 4)])
async def test_where_there_is_no_room_it_comes_when_it_is_entered(
    small: Store, explore: Explore, columns: int, count: int
) -> None:
    async with explore(small, size=(columns, 30), state=AT_ZABADANI) as driver:
        assert shown(driver) == ["list", "detail", "relations", "neighbours"][:count]
        await driver.press("tab", "tab", "tab")
        assert shown(driver) == [*["list", "detail", "relations"][: count - 1], "neighbours"]
        await driver.press("tab")
        assert shown(driver) == ["list", "detail", "relations", "neighbours"][:count]
