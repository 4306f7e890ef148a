"""Light stems of Arabic words, and the stems of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.folding import fold, words
from store.text.stems import light_stem, stem, with_other_conjunction


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("المصالحة", "والمصالحات"),
        ("هدنة", "بالهدنة"),
        ("هدنة", "للهدنة"),
        ("مدينة", "والمدينة"),
        ("لبناني", "اللبنانية"),
        ("اتفاق", "الاتفاقات"),
        ("مقاتل", "المقاتلين"),
        ("مقاتل", "مقاتليهم"),
        ("عائلة", "وعائلاتهم"),
        ("بلدة", "بلدتهم"),
        ("بلدة", "بلدتان"),
        ("هدنة", "هدنتين"),
        ("سجناء", "سجناؤهم"),
        ("مدني", "فللمدنيين"),
        ("غادر", "غادروا"),
        ("حاصر", "يحاصرون"),
        ("رفض", "رفضت"),
        ("أربع", "الأربعة"),
    ],
)
def test_forms_of_a_word_have_one_light_stem(one: str, other: str) -> None:
    assert light_stem(fold(one)) == light_stem(fold(other))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("فصائل", "فصايل"),
        ("صايل", "صايل"),
        ("والفصائل", "فصايل"),
        ("وقف", "وقف"),
        ("بيت", "بيت"),
        ("فهم", "فهم"),
        ("بستان", "بست"),
        ("truces", "truces"),
    ],
)
def test_letters_of_the_root_stay(word: str, stem: str) -> None:
    assert light_stem(fold(word)) == stem


@given(st.text())
def test_any_word_has_a_stem_that_is_part_of_it(text: str) -> None:
    for word in words(fold(text)):
        stem = light_stem(word)
        if stem.isdigit():  # a number in words
            continue
        assert stem
        assert stem in word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("truces", "truce"),
        ("evacuated", "evacu"),
        ("2401", "2401"),
        ("اتفاقات", "اتفاق"),
        ("left", "leav"),
        ("women", "woman"),
        ("fought", "fight"),
        ("held", "hold"),
        ("four", "4"),
        ("one", "one"),
    ],
)
def test_a_word_is_stemmed_by_its_language(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(("word", "expected"), [("وسيط", "وسيط"), ("سيط", ""), ("هدنه", "")])
def test_a_conjunction_may_be_a_letter_of_the_root(word: str, expected: str) -> None:
    assert with_other_conjunction(word) == expected
