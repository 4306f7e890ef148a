"""Which words of a name tell which one is meant."""

from __future__ import annotations

import pytest

from store.lookup.meant.telling import is_of_agreements, is_of_kinds, tells
from store.text.folding import fold


@pytest.mark.parametrize(
    "word",
    [
        "agreement",
        "Accords",
        "trêve",
        "Waffenruhe",
        "ateşkes",
        "hudna",
        "اتفاق",
        "الهدنة",
        "اتفاقية",
    ],
)
def test_words_of_agreements_are_known_in_several_languages(word: str) -> None:
    assert is_of_agreements(fold(word))
    assert is_of_kinds(fold(word))


@pytest.mark.parametrize("word", ["Oslo", "دايتون", "Zabadani", "2118", "الزبداني"])
def test_what_tells_which_one_is_meant_says_no_kind(word: str) -> None:
    assert not is_of_kinds(fold(word))


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("Accord de", False),
        ("وقف إطلاق النار في", False),
        ("agreement of May 2018", False),
        ("the northern truce", False),
        ("Oslo agreement", True),
        ("هدنة غزة", True),
        ("", False),
    ],
)
def test_a_text_tells_by_any_of_its_words(text: str, telling: bool) -> None:
    assert tells(text) is telling
