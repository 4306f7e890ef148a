"""The list: what its lines show, and that it reads and draws no more than that."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from textual.app import App, ComposeResult

from store.model.records import Bilingual, Row
from store.store import Store
from tests.tui.conftest import Explore
from tui.bidi import visual
from tui.explorer.drawing.listing import Entry, FixedListing, Heading, Remark, RowsListing
from tui.explorer.widgets.cursor_list import CursorList


class ManyRows:
    """A hundred thousand rows that remember which of them were read."""

    def __init__(self) -> None:
        self.read: set[int] = set()

    def __len__(self) -> int:
        return 100_000

    def __getitem__(self, index: int) -> Row:
        self.read.add(index)
        return Row(f"key-{index}", "zone", "town", Bilingual(f"Town {index}", f"بلدة {index}"))

    def position(self, key: str) -> int | None:
        return int(key.removeprefix("key-"))


class ListApp(App[None]):
    def __init__(self, listing: Any, cursor: int = 0) -> None:
        super().__init__()
        self.listing, self.start = listing, cursor
        self.moved: list[str] = []

    def compose(self) -> ComposeResult:
        yield CursorList(id="list")

    def on_mount(self) -> None:
        self.query_one(CursorList).show(self.listing, self.start)

    def on_cursor_list_moved(self, event: CursorList.Moved) -> None:
        self.moved.append(event.key)


async def test_a_hundred_thousand_rows_are_read_only_where_they_show() -> None:
    rows = ManyRows()
    app = ListApp(RowsListing(rows, nullcontext()))  # type: ignore[arg-type]
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert rows.read <= set(range(70))  # with those from which they must be told apart

        app.query_one(CursorList).move_to_end()
        await pilot.pause()
        assert rows.read <= set(range(70)) | set(range(99_930, 100_000))
        assert app.moved == ["key-99999"]


@pytest.mark.usefixtures("every_frame")
async def test_a_move_redraws_only_the_two_entries() -> None:
    rows = ManyRows()
    app = ListApp(RowsListing(rows, nullcontext()))  # type: ignore[arg-type]
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        records = app.query_one(CursorList)
        records._draw = lambda line, *rest: (
            drawn.append(line)
            or CursorList._draw(  # type: ignore[method-assign,func-returns-value]
                records, line, *rest
            )
        )
        records.move(1)
        await pilot.pause()
        assert sorted(drawn) == [0, 1]


async def test_the_cursor_skips_headings_and_takes_remarks_along() -> None:
    def row(name: str) -> Row:
        return Row(name, "actor", "", Bilingual(name))

    listing = FixedListing(
        [
            Heading("names"),
            Entry(row("a")),
            Remark("alias: b"),
            Heading("in text"),
            Entry(row("c")),
        ]
    )
    app = ListApp(listing)
    async with app.run_test(size=(40, 10)) as pilot:
        records = app.query_one(CursorList)
        assert records.selected_key == "a"
        records.move(1)
        await pilot.pause()
        assert records.selected_key == "c"
        records.move(1)
        assert records.selected_key == "c"
        assert listing.lines_of(0) == (1, 3)
        assert listing.entry_at(2) == 0
        assert listing.entry_at(3) is None


async def test_the_heading_above_the_first_entry_comes_back_into_sight() -> None:
    lines = [Heading("names"), *(Entry(ManyRows()[i]) for i in range(50))]
    app = ListApp(FixedListing(lines), cursor=49)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        records = app.query_one(CursorList)
        assert records.scroll_offset.y > 0
        records.move_to_start()
        await pilot.pause()
        assert records.scroll_offset.y == 0


async def test_an_empty_list_takes_every_move() -> None:
    app = ListApp(FixedListing([]))
    async with app.run_test(size=(40, 10)) as pilot:
        records = app.query_one(CursorList)
        for move in (records.move_to_end, records.move_to_start):
            move()
        records.move(3)
        records.move_page(-1)
        await pilot.pause()
        assert records.selected_key == ""
        assert app.moved == []


async def test_a_row_shows_letter_and_both_names_the_second_at_the_far_edge(
    small: Store, explore: Explore
) -> None:
    async with explore(small) as driver:
        row = next(line for line in driver.lines_of("#list") if "Zabadani" in line)
        assert row.strip("│").split() == ["Z", "Zabadani", visual("الزبداني")]
        assert row.rstrip("│ ").endswith(visual("الزبداني"))


async def test_a_row_in_the_arabic_interface_begins_at_the_right_edge(
    small: Store, explore: Explore
) -> None:
    async with explore(small, language="ar") as driver:
        row = next(line for line in driver.lines_of("#list") if "Zabadani" in line)
        assert row.strip("│").split() == ["Zabadani", visual("الزبداني"), "Z"]


async def test_a_date_has_a_column_of_its_own_at_the_far_edge(
    small: Store, explore: Explore
) -> None:
    async with explore(small, size=(240, 30)) as driver:
        (row,) = (line for line in driver.lines_of("#list") if "Four Towns" in line)
        assert row.rstrip("│▁▂▃▄▅▆▇█ ").endswith("28 March 2017")
    async with explore(small, size=(80, 24)) as driver:
        (row,) = (line for line in driver.lines_of("#list") if "Four Towns" in line)
        assert row.rstrip("│▁▂▃▄▅▆▇█ ").endswith("2017")


@pytest.mark.parametrize("hostile", ["[red]x[/red]", "\x1b[2Jx", "a\nb", "\u202eabc", "\ud800z"])
async def test_hostile_names_are_shown_and_never_obeyed(hostile: str, explore: Explore) -> None:
    row = Row("k", "zone", "", Bilingual(hostile, "اسم"))
    app = ListApp(FixedListing([Entry(row), Remark(hostile, ((0, 1),)), Heading(hostile)]))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        text = "".join(segment.text for strip in strips for segment in strip)
        assert not set(text) & {"\x1b", "\n", "\u202e", "\ud800"}
        assert "[red]x" in text or "[red]" not in hostile
        assert all(strip.cell_length == 40 for strip in strips)


async def test_clicking_selects_and_clicking_again_opens(small: Store, explore: Explore) -> None:
    async with explore(small) as driver:
        await driver.pilot.click("#list", offset=(5, 3))
        await driver.settle()
        assert driver.explorer.record_list.cursor == 2
        assert driver.key == driver.explorer.record_list.selected_key
        await driver.pilot.click("#list", offset=(5, 3))
        await driver.settle()
        assert driver.app.focused is driver.explorer.detail
