"""Which words of names only say what kind of place is meant."""

from __future__ import annotations

import pytest

from store.lookup.forms.generic_terms import is_generic
from store.lookup.sounds import skeleton
from store.text.folding import fold


def generic(word: str) -> bool:
    folded = fold(word)
    return is_generic(folded, skeleton(folded))


@pytest.mark.parametrize(
    "word",
    ["قرية", "خربة", "مدينة", "Khirbat", "Khirbet", "Kheurbet", "Qaryat", "Karyet", "Medinet",
     "Mazraat", "Muhafazat", "village", "Governorate"],
)  # fmt: skip
def test_a_generic_term_is_one_in_either_script_and_any_spelling(word: str) -> None:
    assert generic(word)


@pytest.mark.parametrize(
    "word", ["قارة", "كرة", "قرار", "Cairo", "Corps", "Kobani", "دوما", "Daraya"]
)
def test_a_word_with_the_same_consonants_is_none(word: str) -> None:
    assert not generic(word)
