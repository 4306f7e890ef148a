from __future__ import annotations

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.suggester import SuggestFromList

from tests.tui.bidi.visual_lines import unjoined
from tui.bidi import Direction, DisplayMode, set_display_mode
from tui.bidi.field import BidiInput

RTL = Direction.RIGHT_TO_LEFT


class Search(App[None]):
    """A field of twenty cells."""

    CSS = "BidiInput { width: 20; border: none; padding: 0; height: 1; }"

    def __init__(self, value: str = "", **options: object) -> None:
        super().__init__()
        self.value = value
        self.options = options

    def compose(self) -> ComposeResult:
        field = BidiInput(self.value, select_on_focus=False, **self.options)  # type: ignore[arg-type]
        field.cursor_blink = False
        yield field

    @property
    def field(self) -> BidiInput:
        return self.query_one(BidiInput)


def seen(field: BidiInput) -> str:
    return unjoined(field.render_line(0).text[:20])


def cells_in(field: BidiInput, component: str) -> str:
    """What is drawn in a component's background."""
    background = field.get_component_rich_style(component).bgcolor
    return "".join(
        s.text for s in field.render_line(0) if (s.style or Style()).bgcolor == background
    )


async def typed(pilot: Pilot[None], text: str) -> None:
    for character in text:
        field = pilot.app.query_one(BidiInput)
        field.insert_text_at_cursor(character)
    await pilot.pause()


@pytest.mark.parametrize(
    ("text", "cells", "cursor"),
    [
        ("سوريا", " " * 15 + "ايروس", 14),
        ("سوريا ", " " * 15 + "ايروس", 13),
        ("سوريا 12", " " * 11 + "12  ايروس", 13),
        ("سوريا ab", " " * 11 + "ab  ايروس", 13),
        ("abc سوريا", "abc  ايروس", 4),
        ("(سوريا)", " " * 13 + "(ايروس)", 12),
    ],
)
async def test_the_cursor_stands_where_the_next_letter_will_appear(
    text: str, cells: str, cursor: int
) -> None:
    app = Search()
    async with app.run_test(size=(40, 3)) as pilot:
        await typed(pilot, text)
        field = app.field
        assert field.value == text
        assert seen(field).rstrip() == cells
        assert field._cursor_offset == cursor


async def test_letters_appear_at_the_cursor() -> None:
    app = Search("سوريا")
    async with app.run_test(size=(40, 3)) as pilot:
        at = app.field._cursor_offset
        await typed(pilot, "ب")
        assert unjoined(app.field.render_line(0).text)[at] == "ب"


@pytest.mark.parametrize(
    ("value", "start", "keys", "expected"),
    [
        ("سوريا", 5, ["right"] * 3, [4, 3, 2]),
        ("سوريا", 0, ["left"] * 6, [1, 2, 3, 4, 5, 5]),
        ("سلام", 4, ["right"] * 3, [3, 1, 0]),
        ("مُحَمد", 0, ["left", "left"], [2, 4]),
        ("ab سر", 0, ["right"] * 6, [1, 2, 5, 4, 3, 3]),
        ("سر ab", 0, ["left"] * 6, [1, 2, 5, 4, 3, 3]),
        ("سر", 1, ["home", "end"], [0, 2]),
        ("هدنة في سوريا", 0, ["ctrl+left", "ctrl+left", "ctrl+right"], [5, 8, 5]),
        ("هُدْنَة في", 0, ["ctrl+left"], [8]),
        ("truce في سوريا", 0, ["ctrl+right", "ctrl+right", "ctrl+left"], [6, 9, 6]),
    ],
)
async def test_keys_move_as_the_eye_does(
    value: str, start: int, keys: list[str], expected: list[int]
) -> None:
    app = Search(value)
    async with app.run_test(size=(40, 3)) as pilot:
        app.field.cursor_position = start
        positions = []
        for key in keys:
            await pilot.press(key)
            positions.append(app.field.cursor_position)
    assert positions == expected


async def test_every_stop_is_left_of_the_one_before() -> None:
    app = Search("في 2013-09-16 (لا) abc")
    async with app.run_test(size=(60, 3)) as pilot:
        app.field.styles.width = 50
        await pilot.pause()
        stops = app.field._caret_line
        order = [cluster.start for cluster in stops.line.clusters]
        app.field.cursor_position = order[-1]
        seen_positions = [order[-1]]
        for _ in range(len(order)):
            await pilot.press("left")
            seen_positions.append(app.field.cursor_position)
        assert sorted(seen_positions) == sorted([*order, len(app.field.value)])


async def test_shift_selects_the_letters_that_are_seen() -> None:
    app = Search("سوريا abc")
    async with app.run_test(size=(40, 3)) as pilot:
        app.field.cursor_position = 0
        await pilot.press("shift+left", "shift+left")
        assert app.field.selected_text == "سو"
        assert unjoined(cells_in(app.field, "input--selection")) == "وس"
        await pilot.press("right")
        assert app.field.cursor_position == 0


async def test_a_click_finds_the_letter_under_it() -> None:
    app = Search("سوريا abc")
    async with app.run_test(size=(40, 3)) as pilot:
        app.field.cursor_position = 0
        line = unjoined(app.field.render_line(0).text)
        for letter in "ياbس":
            await pilot.click(BidiInput, offset=(line.index(letter), 0))
            assert app.field.value[app.field.cursor_position] == letter
        await pilot.click(BidiInput, offset=(1, 0))
        assert app.field.cursor_at_end


async def test_dragging_selects_what_is_seen() -> None:
    app = Search("سوريا")
    async with app.run_test(size=(40, 3)) as pilot:
        app.field.cursor_position = 0
        await pilot.mouse_down(BidiInput, offset=(19, 0))
        await pilot.hover(BidiInput, offset=(17, 0))
        await pilot.mouse_up(BidiInput, offset=(17, 0))
        assert app.field.selected_text == "سو"


async def test_deleting_is_logical_and_takes_marks_along() -> None:
    app = Search("مُحمد لا")
    async with app.run_test(size=(40, 3)) as pilot:
        await pilot.press("backspace")
        assert app.field.value == "مُحمد ل"
        await pilot.press("home", "delete")
        assert app.field.value == "حمد ل"


async def test_a_paste_is_cleaned() -> None:
    app = Search("قبل ")
    async with app.run_test(size=(40, 3)) as pilot:
        app.field.post_message(events.Paste("\u202bﺳﻼﻡ\u202c\x1b[0m\nثم"))
        await pilot.pause()
        assert app.field.value == "قبل سلام[0m ثم"


async def test_long_text_keeps_the_cursor_in_sight() -> None:
    app = Search()
    async with app.run_test(size=(40, 3)) as pilot:
        await typed(pilot, "اتفاق المدن الأربع في سوريا")
        field = app.field
        assert seen(field) == " ايروس يف عبرألا ندملا"[:21]
        assert field._cursor_offset - field.scroll_offset.x == 0
        await pilot.press("home")
        assert seen(field).endswith("ندملا قافتا")
        assert field._cursor_offset - field.scroll_offset.x in {19, 20}


async def test_a_placeholder_is_in_order_at_its_side() -> None:
    app = Search(placeholder="بحث (اسم)")
    async with app.run_test(size=(40, 3)):
        assert seen(app.field) == "(مسا) ثحب".rjust(20)


async def test_a_suggestion_is_accepted_with_the_key_that_goes_forward() -> None:
    app = Search("الزب", suggester=SuggestFromList(["الزبداني"]))
    async with app.run_test(size=(40, 3)) as pilot:
        await typed(pilot, "د")
        await pilot.pause(0.1)
        assert seen(app.field).strip() == "ينادبزلا"
        await pilot.press("left")
        assert app.field.value == "الزبداني"


async def test_an_empty_field_of_an_arabic_interface_begins_at_the_right() -> None:
    set_display_mode(DisplayMode.APP, default_direction=RTL)
    app = Search()
    async with app.run_test(size=(40, 3)):
        assert app.field._cursor_offset == 19


async def test_a_field_with_a_direction_keeps_it() -> None:
    app = Search("abc")
    async with app.run_test(size=(40, 3)):
        app.field.base = RTL
        assert seen(app.field).rstrip() == " " * 16 + "abc"


async def test_a_password_gives_no_hint() -> None:
    app = Search("سلام", password=True)
    async with app.run_test(size=(40, 3)):
        assert seen(app.field).rstrip() == "••••"


async def test_controls_in_a_value_are_seen() -> None:
    app = Search("a\x1b[1m\u202e")
    async with app.run_test(size=(40, 3)):
        assert seen(app.field).rstrip() == "a␛[1m\ufffd"


async def test_a_hint_without_room_ends_in_an_ellipsis_where_reading_ends() -> None:
    async with Search(placeholder="a name, or words of the text").run_test(size=(40, 3)) as pilot:
        assert seen(pilot.app.query_one(BidiInput)).rstrip().endswith("…")
    async with Search(placeholder="اسم أو كلمات من النص كله").run_test(size=(40, 3)) as pilot:
        assert seen(pilot.app.query_one(BidiInput)).lstrip().startswith("…")


async def test_where_reading_begins_at_the_right_so_does_what_is_typed_in_latin() -> None:
    set_display_mode(DisplayMode.APP, default_direction=Direction.RIGHT_TO_LEFT)
    async with Search("year:20").run_test(size=(40, 3)) as pilot:
        field = pilot.app.query_one(BidiInput)
        field.cursor_position = 7
        assert seen(field) == " " * 12 + "year:20 "
        await typed(pilot, "1")  # type: ignore[arg-type]
        assert seen(field) == " " * 11 + "year:201 "
        await pilot.click(BidiInput, offset=(11, 0))
        assert field.cursor_position == 0
        assert seen(field) == " " * 11 + "year:201 "
        await pilot.click(BidiInput, offset=(3, 0))
        assert field.cursor_position == 0
