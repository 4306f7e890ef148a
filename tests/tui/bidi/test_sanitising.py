from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.printable import printable
from store.text.unsafe_characters import ISOLATES
from tests.thoroughly import thorough_but
from tui.bidi import clean_typed, logical_copy, needs_work, sanitise
from tui.bidi.emoji import even

any_text = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\u2066\u2067\u2068\u2069\u202e\u200c\u200d\u064e\x1b\n\t ab سلام"),
    )
)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b]52;c;AAAA\x07", "␛]52;c;AAAA␇"),
        ("a\x9bm", "a\ufffdm"),
        ("\x7f", "␡"),
        ("a\u202eb\u202c", "a\ufffdb\ufffd"),
        ("\ud83d", "\ufffd"),
        ("\u2067سلام\u2069", "\u2067سلام\u2069"),
        ("\u2067سلام", "\ufffdسلام"),
        ("\u2067a\nb\u2069", "\ufffda\nb\ufffd"),
        ("سلام\u2069", "سلام\ufffd"),
        ("a\u200bb\ufeffc\u00add", "a\ufffdb\ufffdc\ufffdd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200cb", "a\ufffdb"),
        ("\u064eب", "◌ب"),
        ("ب" + "\u064e" * 10, "ب" + "\u064e" * 8 + "\ufffd\ufffd"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\u2028b\u0085c", "a\ufffdb\ufffdc"),
        ("a\u2065b\ufdd0c\uffff", "a\ufffdb\ufffdc\ufffd"),
        ("a\U000e0100b\U0001bca0c\U0001d173", "a\ufffdb\ufffdc\ufffd"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_seen(text: str, safe: str) -> None:
    assert sanitise(text) == safe


def test_one_line_shows_line_ends() -> None:
    assert sanitise("a\nb\tc", one_line=True) == "a␊b c"


@given(any_text, st.booleans())
def test_sanitising_twice_changes_nothing_and_keeps_the_length(text: str, one_line: bool) -> None:
    safe = sanitise(text, one_line=one_line)
    assert len(safe) == len(text)
    assert sanitise(safe, one_line=one_line) == safe
    safe.encode()


@pytest.mark.parametrize("before", thorough_but(["س"], ["س", "a", "☺"]))
def test_explorer_and_command_line_go_by_one_list(before: str) -> None:
    """Isolates aside, which the explorer's own lines carry closed, and tabs, which it widens."""
    characters = re.sub(rf"[\t{ISOLATES}]", "", "".join(map(chr, range(0x110000))))
    text = "".join(before + character for character in characters)

    assert sanitise(text, one_line=True) == even(printable(text))


@given(any_text)
def test_text_that_needs_no_work_is_left_alone(text: str) -> None:
    if not needs_work(text):
        assert sanitise(text) == text


LETTERS_OF_FLAGS = {ord("🇦") + place: ord("A") + place for place in range(26)}
"""Half a flag, which a field may hold while the other is typed, is drawn as a letter."""


@given(any_text)
def test_a_paste_becomes_one_clean_line(text: str) -> None:
    typed = clean_typed(text)
    assert "\n" not in typed
    drawn = sanitise(typed, one_line=True).replace("◌", "").translate(LETTERS_OF_FLAGS)
    assert drawn in {each.translate(LETTERS_OF_FLAGS) for each in (typed, typed[1:])}


def test_a_paste_of_drawn_text_becomes_letters() -> None:
    assert clean_typed("\u202bﻻ ﺳﻼﻡ\u202c\r\nثم") == "لا سلام ثم"


def test_a_copy_keeps_lines_and_loses_controls_and_forms() -> None:
    assert logical_copy("ﻻ\u200f (1)\nb\u2069\x1b") == "لا (1)\nb"
