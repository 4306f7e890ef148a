from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.bidi.algorithm.shaping import shape

FORMS = {"<isolated>": "0", "<final>": "1", "<initial>": "2", "<medial>": "3"}


def forms(text: str) -> str:
    """The form of each letter as a digit; `-` where a letter went into a ligature, `.` if none."""
    return "".join(
        FORMS.get(unicodedata.decomposition(glyph).split(" ")[0], ".") if glyph else "-"
        for glyph in (drawn[:1] for drawn in shape(text))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سوريا", "21021"),
        ("هدنة", "2121"),
        ("مجلس", "2331"),
        ("داريا", "00021"),
        ("حمص حلب", "231.231"),
        ("ء", "0"),
        ("ماء", "210"),
        ("شيء", "210"),
        ("سلام", "21-0"),
        ("لا", "0-"),
        ("للأمن", "21-21"),
        ("بـم", "2.1"),
        ("ب\u200cم", "0.0"),
        ("ه\u200d", "2."),
        ("بَم", "2.1"),
        ("لَا", "0.-"),
        ("ل\u200dا", "2.1"),
        ("(س)", ".0."),
        ("2س3", ".0."),
        ("پچژگ", "2310"),
    ],
)
def test_letters_join_as_their_types_say(text: str, expected: str) -> None:
    assert forms(text) == expected


def test_a_letter_without_forms_stays_and_its_neighbours_join() -> None:
    beh_with_dots = "\u0750"
    assert shape(f"ب{beh_with_dots}م")[1] == beh_with_dots
    assert forms(f"ب{beh_with_dots}م") == "2.1"


def test_all_four_lam_alefs_are_one_cell() -> None:
    for alef in "اأإآ":
        drawn = shape(f"ب\u0644{alef}")
        assert unicodedata.normalize("NFKC", drawn[1]) == f"\u0644{alef}"
        assert drawn[2] == ""


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x8FF)))
def test_shaping_changes_forms_never_letters(text: str) -> None:
    drawn = shape(text)
    assert len(drawn) == len(text)
    plain = "".join(drawn)
    unshaped = unicodedata.normalize("NFKC", plain)
    assert sorted(unshaped) == sorted(unicodedata.normalize("NFKC", text))
