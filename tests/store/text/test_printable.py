"""What a terminal or a page would obey is shown, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.printable import escape_controls, is_printable, printable, printable_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zabadani الزبداني", "Zabadani الزبداني"),
        ("هُدْنَةٌ می‌خواهم", "هُدْنَةٌ می‌خواهم"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\nb\tc\x7f", "a␊b␉c␡"),
        ("\x9b2J", "�2J"),
        ("\u202egnorts\u202c", "�gnorts�"),
        ("\u2066isolate", "�isolate"),
        ("\ud800", "�"),
    ],
)
def test_controls_become_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_lines_and_tabs_stay_in_texts_of_several_lines() -> None:
    assert printable_lines("a\n\tb\r\x1b") == "a\n\tb␍␛"


@given(st.text(st.characters()))
def test_nothing_that_is_obeyed_is_left(text: str) -> None:
    shown = printable(text)

    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    assert is_printable(shown)
    assert printable(shown) == shown


def test_escapes_are_made_by_the_caller() -> None:
    assert escape_controls("a\x9bb\n", lambda character: f"<{ord(character):x}>") == "a<9b>b\n"
