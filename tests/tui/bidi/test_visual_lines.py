from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.visual import RenderOptions

from tests.tui.bidi.visual_lines import PAIRS, Pair, unjoined
from tui.bidi import (
    Direction,
    DisplayMode,
    direction_of,
    sanitise,
    set_display_mode,
    visual,
    visual_line,
)
from tui.bidi.drawing import cluster_widths
from tui.bidi.lines import VisualLine

RTL = Direction.RIGHT_TO_LEFT
mixed_text = st.text(
    alphabet=st.one_of(
        st.sampled_from("ابتلمنوهيأإآةىء مُحَّ\u0644\u0627"),
        st.sampled_from("abc 019٠١-–/.,:;()[]«»%+@#\u200c\u200d\u200e\u200f\u2067\u2069\u202e"),
        st.characters(),
    )
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: ascii(pair.logical))
def test_a_line_is_seen_in_order(pair: Pair) -> None:
    assert unjoined(visual(pair.logical, pair.base)) == pair.seen


def test_there_are_forty_pairs() -> None:
    assert len(PAIRS) >= 40


def test_a_label_without_arabic_stays_the_same_object() -> None:
    text = "Agreements (12)"
    assert visual(text) is text


@given(mixed_text, st.sampled_from([None, *Direction]))
def test_clusters_cover_each_character_once_at_most(text: str, base: Direction | None) -> None:
    text = sanitise(text, one_line=True)
    clusters = sorted(visual_line(text, base=base).clusters, key=lambda cluster: cluster.start)
    ends = [cluster.end for cluster in clusters]
    assert all(cluster.start < cluster.end for cluster in clusters)
    assert all(end <= cluster.start for end, cluster in zip(ends, clusters[1:], strict=False))
    assert not ends or ends[-1] <= len(text)


@given(mixed_text)
def test_nothing_that_steers_a_terminal_is_drawn(text: str) -> None:
    drawn = visual(text)
    assert not set(drawn) & set(map(chr, [*range(32), *range(127, 160), *range(0x202A, 0x202F)]))
    assert not set(drawn) & set("\u2066\u2067\u2068\u2069\u200e\u200f")
    drawn.encode()


@given(mixed_text, st.integers(0, 30), st.integers(0, 30))
def test_a_wrapped_line_holds_its_own_characters_only(text: str, start: int, length: int) -> None:
    text = sanitise(text, one_line=True)
    for cluster in visual_line(text, start, start + length).clusters:
        assert start <= cluster.start < cluster.end <= start + length


def test_a_wrapped_line_keeps_the_direction_of_its_paragraph() -> None:
    paragraph = "قرار مجلس UNSCR 2118 (2013)."
    start = paragraph.index("UNSCR")
    assert visual_line(paragraph, start).text == ".UNSCR 2118 (2013)"


def test_a_ligature_is_one_cluster_of_two_letters() -> None:
    line = visual_line("لا")
    assert [(c.glyph, c.start, c.end) for c in line.clusters] == [("ﻻ", 0, 2)]


def test_marks_stand_with_their_letter_in_one_cluster() -> None:
    line = visual_line("مُحَ")
    assert [(c.start, c.end) for c in line.clusters] == [(2, 4), (0, 2)]
    assert [c.glyph[1:] for c in line.clusters] == ["\u064e", "\u064f"]


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("حمامة 🕊\ufe0f هدنة", "ةنده 🕊 ةمامح"),
        ("☀\ufe0e ⌚\ufe0e", "☀ ⌚"),
        ("👨\u200d👩\u200d👧 x", "👨👩👧 x"),
        ("❤\ufe0f\u200d🔥", "❤🔥"),
        ("👍🏽👩🏿\u200d🚀", "👍👩🚀"),
        ("🏽", "◌"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("flags 🇸🇾🇱🇧", "flags SYLB"),
        ("علم 🇸🇾🇱🇧", "SYLB ملع"),
    ],
)
def test_pictures_are_drawn_in_a_width_that_terminals_share(written: str, drawn: str) -> None:
    for mode in DisplayMode:
        set_display_mode(mode)
        safe = sanitise(written)
        assert len(safe) == len(written)
        assert cell_len(safe) == cell_len(drawn)
        assert len(visual(written)) == len(drawn)
    set_display_mode(DisplayMode.APP)
    assert unjoined(visual(written)) == drawn


def test_words_mode_orders_words_and_leaves_letters_to_the_terminal() -> None:
    set_display_mode(DisplayMode.WORDS)
    assert visual("قرار مجلس الأمن 2118") == "2118 الأمن مجلس قرار"


@pytest.mark.parametrize("mode", [DisplayMode.TERMINAL, DisplayMode.OFF])
def test_other_modes_leave_logical_order_and_still_show_controls(mode: DisplayMode) -> None:
    set_display_mode(mode)
    assert visual("قرار\u202e 2118") == "قرار\ufffd 2118"


def test_guard_puts_a_mark_after_every_arabic_cell_and_no_other() -> None:
    set_display_mode(DisplayMode.APP, guard=True)
    assert visual("لا a1") == "a1 ﻻ\u200e"


def test_direction_is_that_of_the_first_letter_or_of_the_interface() -> None:
    assert direction_of("2118 قرار") is RTL
    assert direction_of("2118 UNSCR قرار") is Direction.LEFT_TO_RIGHT
    set_display_mode(DisplayMode.APP, default_direction=RTL)
    assert direction_of("2118") is RTL


def test_an_unknown_mode_names_the_choices() -> None:
    with pytest.raises(ValueError, match="'vte': choose one of app, words, terminal, off"):
        set_display_mode("vte")


def test_the_lines_that_are_kept_hold_few_characters() -> None:
    before = characters_held()
    for length, count in ((30, 3_000), (400, 200), (2_000, 50)):
        for number in range(count):
            cluster_widths(visual_line("x" * length + str(number)))
    assert characters_held() - before < 200_000


def characters_held() -> int:
    gc.collect()
    lines = (each for each in gc.get_objects() if type(each) is VisualLine)
    return sum(len(line.clusters) for line in lines)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2012–2018", "2012–2018"),
        ("١٣–١٥", "١٣–١٥"),
        ("2012-03-28", "2012-03-28"),
        ("1,500,000–2,000,000 (3)", "(3) 1,500,000–2,000,000"),
        ("١٬٥٠٠٬٠٠٠–٢٬٠٠٠٬٠٠٠ (٣)", "(٣) ١٬٥٠٠٬٠٠٠–٢٬٠٠٠٬٠٠٠"),
        ("A 2012–2018", "A 2012–2018"),  # what begins with a Latin letter reads as that does
    ],
)
@pytest.mark.usefixtures("installed")
def test_what_is_of_numbers_begins_where_the_interface_does(text: str, seen: str) -> None:
    assert visual(text) == text
    set_display_mode(DisplayMode.APP, default_direction=RTL)
    assert visual(text) == seen
    # A range reads the same within a sentence.
    assert text.split()[-1 if text[0] == "A" else 0] in visual(f"نحو {text} حسب المصدر")
    # And where Textual draws it.
    options = RenderOptions(lambda _: Style(), {})
    (strip,) = Content(text).render_strips(40, None, Style(), options)
    assert strip.text.strip() == seen
    assert strip.text.startswith(" ") is (text[0] != "A")


def test_a_letter_is_the_same_in_every_line_that_holds_it() -> None:
    first, second = (visual_line(text).clusters for text in ("الزبداني", "مضايا والزبداني"))
    letters = {cluster.glyph: cluster.glyph for cluster in first}
    shared = [cluster for cluster in second if cluster.glyph in letters]
    assert len(shared) > 3
    assert all(cluster.glyph is letters[cluster.glyph] for cluster in shared)
