"""What Textual's own widgets draw from logical text, and what the mouse finds in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.css.styles import RulesMap
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widgets import Markdown, OptionList, Static

from tests.tui.bidi.visual_lines import unjoined
from tui.bidi import DisplayMode, set_display_mode
from tui.bidi.textual_seam import install, uninstall

TEXT = (
    "قرار مجلس الأمن 2118 (2013) — UNSCR 2118. وقد أكد مجلس الأمن من جديد أن الأمن الدولي "
    "(international security) مسؤولية جماعية."
)


def drawn(content: Content, width: int = 80, **rules: object) -> list[Strip]:
    options = RenderOptions(Style.parse, RulesMap(**rules))  # type: ignore[typeddict-item]
    return content.render_strips(width, None, Style.parse("white on black"), options)


def screen_lines(app: App[None]) -> list[str]:
    return [unjoined(strip.text) for strip in app.screen._compositor.render_strips()]


@pytest.fixture(autouse=True)
def _in_textual(installed: None) -> None:
    """Every test here draws through the installed seam."""


class Pane(App[None]):
    """One widget of text."""

    def __init__(self, *widgets: Static | Markdown | OptionList) -> None:
        super().__init__()
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self.widgets


@pytest.mark.parametrize(
    ("align", "cells"),
    [
        ("left", "      مالسلا"),
        ("start", "      مالسلا"),
        ("justify", "      مالسلا"),
        ("right", "      مالسلا"),
        ("end", "مالسلا      "),
        ("center", "   مالسلا   "),
    ],
)
def test_a_paragraph_is_aligned_by_its_direction(align: str, cells: str) -> None:
    (strip,) = drawn(Content("السلام"), 11, text_align=align)
    assert unjoined(strip.text) == cells
    assert strip.cell_length == 11


def test_each_paragraph_has_its_own_direction() -> None:
    lines = [unjoined(strip.text) for strip in drawn(Content("سوريا (1)\nSyria سوريا.\nدرعا"), 20)]
    assert lines == ["(1) ايروس".rjust(20), "Syria ايروس.".ljust(20), "اعرد".rjust(20)]


def test_wrapped_lines_are_resolved_as_one_paragraph() -> None:
    content = Content("أكد قرار مجلس الأمن رقم UNSCR 2118 (2013).")
    lines = [unjoined(strip.text.lstrip()) for strip in drawn(content, 24)]
    # The second line alone would be left-to-right, its full stop at the right.
    assert lines == ["مقر نمألا سلجم رارق دكأ", ".UNSCR 2118 (2013)"]


def test_an_ellipsis_stands_at_the_logical_end() -> None:
    (strip,) = drawn(Content("اتفاق المدن"), 6, text_wrap="nowrap", text_overflow="ellipsis")
    assert unjoined(strip.text) == "…قافتا"


def test_line_pad_is_kept_at_both_sides() -> None:
    (strip,) = drawn(Content("سوريا"), 10, line_pad=1)
    assert unjoined(strip.text) == "    ايروس "


def test_plain_text_is_drawn_as_textual_does() -> None:
    content = Content("Security Council (2013)").stylize("bold", 3, 9)
    ours = drawn(content)
    uninstall()
    assert ours == drawn(content)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.one_of(st.characters(exclude_categories=()), st.sampled_from("سلام لا\n\u202e\x1b ab"))
    ),
    st.integers(4, 40),
)
def test_any_text_keeps_the_height_and_width_that_were_measured(text: str, width: int) -> None:
    install()
    content = Content(text)
    strips = drawn(content, width)
    assert len(strips) == content.get_height(RulesMap(), width)
    assert all(strip.cell_length <= width for strip in strips)
    assert not set("".join(strip.text for strip in strips)) & set("\x1b\u202e\u2067")


def test_controls_are_seen_in_text_without_arabic_too() -> None:
    (strip,) = drawn(Content("a\x1b[31mb"), 20)
    assert strip.text.rstrip() == "a␛[31mb"
    assert Content("a\x1b[31mb").get_optimal_width(RulesMap(), 80) == 7


def test_highlights_go_with_their_letters() -> None:
    start = TEXT.index("الأمن")
    strips = drawn(Content(TEXT).stylize("black on yellow", start, start + 5))
    marked = [
        s.text
        for strip in strips
        for s in strip
        if s.style and s.style.bgcolor and s.style.bgcolor.triplet == (255, 255, 0)
    ]
    assert [unjoined(text) for text in marked] == ["نمألا"]


@pytest.mark.parametrize("letter", [0, 1])
def test_a_ligature_is_marked_when_either_letter_is(letter: int) -> None:
    (strip,) = drawn(Content("سلام").stylize("reverse", 1 + letter, 2 + letter), 6)
    assert [s.text for s in strip if s.style and s.style.reverse] == ["ﻼ"]


def test_neighbours_of_one_style_are_one_segment() -> None:
    (strip,) = drawn(Content("قرار مجلس الأمن 2118 (2013) — UNSCR"), 40)
    assert len(strip) == 2  # the free cells, the text


def test_off_mode_leaves_all_to_textual() -> None:
    set_display_mode(DisplayMode.OFF)
    (strip,) = drawn(Content("سوريا 1"), 10)
    assert strip.text.rstrip() == "سوريا 1"


async def test_static_markdown_and_options_are_in_order() -> None:
    app = Pane(
        Static("سوريا (1)"),
        Markdown("# أحكام (2)\n\n- البند [الأول](https://un.org) **مهم**"),
        OptionList("القرار 2118 (2013)"),
    )
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        lines = " / ".join(line.strip() for line in screen_lines(app))
    assert "(1) ايروس" in lines
    assert "(2) ماكحأ" in lines
    assert "مهم لوألا دنبلا" in lines
    assert "(2013) 2118 رارقلا" in lines


async def offsets(pilot: Pilot[None], y: int, width: int) -> list[int | None]:
    screen: Screen[None] = pilot.app.screen
    found = [screen.get_widget_and_offset_at(x, y)[1] for x in range(width)]
    return [None if offset is None else offset.x for offset in found]


async def test_the_mouse_finds_the_character_that_is_seen() -> None:
    app = Pane(Static(TEXT, markup=False))
    async with app.run_test(size=(80, 6)) as pilot:
        checked = 0
        for y in range(2):
            found = await offsets(pilot, y, 80)
            line = app.screen._compositor.render_strips()[y].text
            for glyph, at in zip(line, found, strict=True):
                if glyph != " ":
                    letters = unjoined(glyph)[::-1]
                    mirrored = {"(": ")", ")": "("}.get(letters, letters)
                    assert at is not None
                    assert TEXT[at : at + len(letters)] in {letters, mirrored}
                    checked += 1
        assert checked > 80


async def test_free_cells_belong_to_the_end_of_the_line() -> None:
    app = Pane(Static("سوريا"))
    async with app.run_test(size=(20, 3)) as pilot:
        found = await offsets(pilot, 0, 20)
    assert found[:15] == [5] * 15
    assert found[15:] == [4, 3, 2, 1, 0]


async def test_dragging_over_mixed_text_selects_the_logical_slice() -> None:
    text = "قرار 2118 (2013) — UNSCR 2118، لا"
    app = Pane(Static(text, markup=False))
    async with app.run_test(size=(80, 3)) as pilot:
        found = await offsets(pilot, 0, 80)
        first, last = found.index(text.index("2013")), found.index(text.index("UNSCR") + 4)
        await pilot.mouse_down(Static, offset=(first, 0))
        await pilot.hover(Static, offset=(last, 0))
        await pilot.mouse_up(Static, offset=(last, 0))
        assert app.screen.get_selected_text() == "2013) — UNSCR"


async def test_a_whole_selection_is_the_text_as_written() -> None:
    app = Pane(Static("سلام\nلا (1)"))
    async with app.run_test(size=(20, 4)) as pilot:
        app.screen.text_select_all()
        await pilot.pause()
        assert app.screen.get_selected_text() == "سلام\nلا (1)"
