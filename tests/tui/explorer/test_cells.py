"""Texts of a list as cells: cut where reading ends, marked where they are read, never too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from store.model.records import Bilingual, Row
from store.model.vocabulary import Language
from tests.tui.bidi.visual_lines import unjoined
from tui.bidi import Direction, isolated, visual
from tui.explorer.drawing.cells import fitted, pieces, width_of
from tui.explorer.drawing.listing import Choice, Entry, Heading, Remark
from tui.explorer.drawing.painting import Ink, paint

PLAIN, MARK = Style.parse("white on black"), Style.parse("bold")
KINDS = dict.fromkeys(("zone", "agreement", "actor", "consequence"), PLAIN)
INK = Ink(PLAIN, PLAIN, PLAIN, MARK, KINDS, PLAIN, PLAIN)

any_text = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from("سلام لا\u064e\u202e ab"))
)


@pytest.mark.parametrize(
    ("text", "width", "cells"),
    [
        ("اتفاق المدن الأربع", 10, "…ملا قافتا"),
        ("اتفاق المدن", 6, "…قافتا"),
        ("Zabadani evacuation", 9, "Zabadani…"),
        ("UNSCR 2118 مجلس الأمن", 13, "UNSCR 2118 م…"),
        ("سلام", 1, ""),
        ("سلام", 0, ""),
        ("سلام", -3, ""),
        ("لا إله", 5, "هلإ ال"),  # the ligature leaves a cell
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis_where_reading_ends(
    text: str, width: int, cells: str
) -> None:
    assert unjoined(visual(fitted(text, width))) == cells


def test_marks_go_with_their_letters() -> None:
    drawn = [(unjoined(text), style) for text, style in pieces("سوريا 1", ((3, 5),), PLAIN, MARK)]
    assert drawn == [("1 ", PLAIN), ("اي", MARK), ("روس", PLAIN)]


@given(any_text, any_text, st.integers(1, 60), st.sampled_from(["en", "ar"]))
def test_any_line_fills_its_width_exactly(
    text: str, other: str, width: int, language: Language
) -> None:
    row = Row("k", "zone", "town", Bilingual(text, other))
    marks = ((0, len(text)),) if text else ()
    for line in (Heading(text), Entry(row, "2017"), Choice("c", text, "k"), Remark(text, marks)):
        assert paint(line, width, INK, language).cell_length == width


def test_a_name_as_long_as_a_book_is_measured_as_far_as_a_line_could_hold_it() -> None:
    name = "م" * 1_000_000
    assert width_of(name) >= 100_000
    assert fitted(name, 10).endswith("…")


@pytest.mark.parametrize("base", Direction)
@pytest.mark.parametrize("width", range(2, 24))
def test_what_is_cut_within_a_part_of_its_own_direction_shows_no_sign_of_that(
    base: Direction, width: int
) -> None:
    line = isolated(["Enab Baldi", "مقال رأي", "TRT"], "، ", base)
    shown = visual(fitted(line, width))
    assert "\ufffd" not in shown
    assert width_of(shown) <= width


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_keys_of_a_command_stand_whole_however_long_its_words_are(language: Language) -> None:
    for label in ("Narrow by any filter: " * 4, "حصر القائمة بأي مرشح " * 4):
        drawn = paint(Choice("filter", label, "Ctrl+f"), 60, INK, language).text
        assert "Ctrl+f" in drawn
        assert "…" in drawn
