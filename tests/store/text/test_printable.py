"""What a terminal or a page would obey, or not draw, is shown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.printable import (
    escape_unsafe,
    is_printable,
    printable,
    printable_lines,
    visible_controls,
)
from store.text.unsafe_characters import (
    CONTROLS,
    DIRECTION_MARKS,
    EMBEDDINGS,
    INVISIBLE,
    ISOLATES,
    JOINERS,
    LINE_FEED_AND_TAB,
    LINE_SEPARATORS,
    MARKS,
    NONCHARACTERS,
    SURROGATES,
    UNSAFE,
    VARIATION_SELECTORS,
)

CLASSES = {
    "controls": CONTROLS,
    "direction marks": DIRECTION_MARKS,
    "embeddings": EMBEDDINGS,
    "invisible": INVISIBLE,
    "isolates": ISOLATES,
    "joiners": JOINERS,
    "line feed and tab": LINE_FEED_AND_TAB,
    "line separators": LINE_SEPARATORS,
    "noncharacters": NONCHARACTERS,
    "surrogates": SURROGATES,
    "variation selectors": VARIATION_SELECTORS,
}
EVERY_CHARACTER = "".join(map(chr, range(0x110000)))
DRAWN_FORMAT = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"
)
"""Format characters that a font draws: signs of numbers, of ends of verses, of hieroglyphs."""

DEFAULT_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""DerivedCoreProperties.txt of Unicode 16: what no font draws."""

any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from(
            "\n\t\x1b\x9b\u202e\u2066\u2069\u200c\u200b\u00ad\ufe0f\ud800\U000e0101 ab سلام"
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zabadani الزبداني", "Zabadani الزبداني"),
        ("هُدْنَةٌ می\u200cخواهم", "هُدْنَةٌ می\u200cخواهم"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("a\nb\tc\x7f", "a␊b␉c␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202egnorts\u202c", "\ufffdgnorts\ufffd"),
        ("\u2066isolate", "\ufffdisolate"),
        ("\ud800", "\ufffd"),
        ("a\u200bb\u00adc\u034fd\u115fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("a\U000e0101", "a\ufffd"),
        ("a\ufdd0\uffff", "a\ufffd\ufffd"),
        ("a\u200cb \u200d", "a\ufffdb \ufffd"),
        ("م\u200c\u200c\u200d", "م\u200c\ufffd\ufffd"),
        (
            "👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
            "👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3",
        ),
        ("☺\ufe0f\ufe01\ufe02", "☺\ufe0f\ufffd\ufffd"),
        ("a\ufe0f\u180b \ufe00", "a\ufffd\ufffd \ufffd"),
        # a tower of marks, and what the most marked writing has
        ("e" + "\u0301" * 10 + "a", "e" + "\u0301" * 8 + "\ufffd\ufffda"),
        ("ب" + "\u064e\u0651" * 5, "ب" + "\u064e\u0651" * 4 + "\ufffd\ufffd"),
        ("هَـٰٓؤُلَآءِ رَبُّهُۥٓ", "هَـٰٓؤُلَآءِ رَبُّهُۥٓ"),
    ],
)
def test_what_is_obeyed_or_hidden_becomes_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_lines_and_tabs_stay_in_texts_of_several_lines() -> None:
    assert printable_lines("a\n\tb\r\x1b") == "a\n\tb␍␛"


def test_controls_alone_can_be_made_visible() -> None:
    assert visible_controls("a\n\t\x1b\x7f\x85\ud800\u2067b\u2069") == (
        "a\n\t␛␡\ufffd\ufffd\u2067b\u2069"
    )


@given(any_text)
def test_nothing_unsafe_is_left_and_no_character_moves(text: str) -> None:
    for shown in (printable(text), printable_lines(text)):
        assert len(shown) == len(text)
        assert is_printable(shown)
        assert printable_lines(shown) == shown
        pairs = zip(shown, text, strict=True)
        kept = re.compile(f"[^\n\t{MARKS}]")
        assert all(a == b or not (kept.match(b) and is_printable(b)) for a, b in pairs)
        shown.encode()
    assert printable(printable(text)) == printable(text)


@given(any_text)
def test_escapes_are_made_by_the_caller(text: str) -> None:
    escaped = escape_unsafe(text, lambda character: f"<{ord(character):x}>")

    assert is_printable(escaped)
    assert (escaped == text) == is_printable(text)


def test_an_escape_takes_the_place_of_its_character() -> None:
    assert escape_unsafe("a\x9bb\n", lambda character: f"<{ord(character):x}>") == "a<9b>b\n"


def test_each_character_is_in_one_class_at_most() -> None:
    found = [
        character
        for each in CLASSES.values()
        for character in re.findall(f"[{each}]", EVERY_CHARACTER)
    ]

    assert len(found) == len(set(found))


def test_every_character_that_no_font_draws_has_a_class() -> None:
    """All controls, separators of lines, surrogates and format characters are unsafe or kept."""
    classified = re.compile(f"[{''.join(CLASSES.values())}{DRAWN_FORMAT}]")
    undrawn = [
        c for c in EVERY_CHARACTER if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]

    assert [hex(ord(c)) for c in undrawn if not classified.fullmatch(c)] == []


@pytest.mark.parametrize("before", ["", "a", " ", "\n"])
def test_nothing_that_is_not_drawn_hides_where_it_is_not_needed(before: str) -> None:
    """Direction marks aside, every ignorable character shows after a letter that needs none."""
    ignorable = re.findall(f"[{DEFAULT_IGNORABLE}]", EVERY_CHARACTER)
    hidden = [c for c in ignorable if is_printable(before + c)]

    assert hidden == re.findall(f"[{DIRECTION_MARKS}]", EVERY_CHARACTER)


def test_every_letter_and_mark_in_use_is_safe() -> None:
    """Of letters and marks only fillers and the selectors of plane 14 are unsafe."""
    letters = "".join(c for c in EVERY_CHARACTER if unicodedata.category(c)[0] in "LMNPS")

    unsafe = {c for c in re.findall(f"[{UNSAFE}]", letters) if c < "\U000e0000"}
    assert unsafe == set("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
