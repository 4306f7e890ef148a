from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from tests.tui.bidi.visual_lines import unjoined
from tui.bidi import Direction, DisplayMode, set_display_mode
from tui.bidi.display import Align, draw_row

RTL = Direction.RIGHT_TO_LEFT
ON = Style.parse("white on black")


def seen(strip: Strip) -> str:
    return unjoined(strip.text)


@pytest.mark.parametrize(
    ("text", "align", "cells"),
    [
        ("Zabadani", "start", "Zabadani    "),
        ("Zabadani", "end", "    Zabadani"),
        ("Zabadani", "right", "    Zabadani"),
        ("Zabadani", "center", "  Zabadani  "),
        ("الزبداني", "start", "    ينادبزلا"),
        ("الزبداني", "end", "ينادبزلا    "),
        ("الزبداني", "left", "ينادبزلا    "),
        ("الزبداني", "right", "    ينادبزلا"),
        ("الزبداني", "center", "  ينادبزلا  "),
    ],
)
def test_a_field_stands_where_it_is_told(text: str, align: Align, cells: str) -> None:
    assert seen(draw_row(text, 12, align=align)) == cells


def test_fields_of_a_row_do_not_mix() -> None:
    row = Strip.join([draw_row("Z Zabadani (2)", 30), draw_row("3 الزبداني", 20, align="right")])
    assert seen(row) == "Z Zabadani (2)" + " " * 26 + "ينادبزلا 3"
    assert row.cell_length == 50


@pytest.mark.parametrize(
    ("text", "width", "cells"),
    [
        ("اتفاق المدن الأربع", 10, "…ملا قافتا"),
        ("اتفاق المدن", 6, "…قافتا"),
        ("Zabadani evacuation", 9, "Zabadani…"),
        ("UNSCR 2118 مجلس الأمن", 13, "UNSCR 2118 م…"),
        ("سلام", 1, "…"),
        ("سلام", 0, ""),
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis_where_reading_ends(
    text: str, width: int, cells: str
) -> None:
    assert seen(draw_row(text, width)) == cells


def test_the_ellipsis_cuts_no_letter_from_its_marks() -> None:
    assert seen(draw_row("مُحَمَّدٌ وعلي", 4)) == "…مَّحَمُ"


def test_ligatures_leave_room_that_is_used() -> None:
    assert seen(draw_row("لا إله", 5)) == "هلإ ال"
    assert draw_row("لا إله", 5).cell_length == 5


def test_a_cut_field_keeps_the_direction_of_the_whole() -> None:
    assert seen(draw_row("2118 — 2254 — قرار", 8)) == seen(draw_row("2118 — 2254", 8, base=RTL))


def test_styles_go_with_their_letters() -> None:
    strip = draw_row([("سور", "bold"), ("يا", "italic"), (" 1", "")], 8)
    styled = [
        (s.text, bool(s.style and s.style.bold), bool(s.style and s.style.italic)) for s in strip
    ]
    assert [(unjoined(text), bold, italic) for text, bold, italic in styled if text.strip()] == [
        ("1 ", False, False),
        ("اي", False, True),
        ("روس", True, False),
    ]


@pytest.mark.parametrize("letter", [0, 1])
def test_a_ligature_is_marked_when_either_letter_is(letter: int) -> None:
    content = Content("سلام").stylize("reverse", 1 + letter, 2 + letter)
    marked = [segment.text for segment in draw_row(content, 6, style=ON) if segment.style.reverse]
    assert marked == ["ﻼ"]


def test_neighbours_of_one_style_are_one_segment() -> None:
    strip = draw_row("قرار مجلس الأمن 2118 (2013) — UNSCR", 40, style=ON)
    assert len(strip) == 2  # the free cells, the text


def test_nothing_is_read_as_markup() -> None:
    assert draw_row("[b]x[/b] [قرار]", 20).text.startswith("[b]x[/b] [")


@pytest.mark.parametrize("mode", list(DisplayMode))
@given(
    st.text(
        st.one_of(st.characters(exclude_categories=()), st.sampled_from("سلام لا\u064e\u202e ab"))
    ),
    st.integers(0, 30),
    st.sampled_from([None, *Direction]),
    st.sampled_from(["start", "end", "left", "right", "center"]),
)
def test_any_text_fills_its_width_exactly(
    mode: DisplayMode, text: str, width: int, base: Direction | None, align: Align
) -> None:
    set_display_mode(mode)
    strip = draw_row(text, width, style=ON, base=base, align=align)
    assert strip.cell_length == width
    assert sum(segment.cell_length for segment in strip) == width
