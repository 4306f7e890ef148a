"""Numbers in words, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.folding import fold, words
from store.text.numbers import numbers_in
from store.text.stems import stem


def found(text: str) -> list[str]:
    return [number.digits for number in numbers_in(words(fold(text)))]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("twenty-five people", ["25"]),
        ("three hundred observers", ["300"]),
        ("two thousand five hundred men", ["2500"]),
        ("1,500 prisoners and 12,345,678 more", ["1500", "12345678"]),
        ("خمس عشرة حافلة", ["15"]),
        ("أحد عشر بندًا", ["11"]),
        ("خمسة وعشرون شخصًا", ["25"]),
        ("ثلاثة آلاف مدني", ["3000"]),
    ],
)
def test_a_number_of_several_words_is_one(text: str, digits: list[str]) -> None:
    assert found(text) == digits


@pytest.mark.parametrize(
    "text", ["four towns", "on 4 May 2017", "2016 500", "nine four", "الف", "one of"]
)
def test_what_stands_side_by_side_is_not_always_a_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["four", "4", "أربع", "الأربعة", "٤", "وأربع"])
def test_a_number_in_one_word_has_its_digits_for_a_stem(text: str) -> None:
    assert [stem(word) for word in words(fold(text))] == ["4"]


@given(
    st.lists(st.sampled_from("two hundred thousand and five 1 000 99 خمسه عشره وعشرون الف".split()))
)
def test_any_words_have_numbers_that_follow_each_other(some: list[str]) -> None:
    end = 0
    for number in numbers_in(some):
        assert end <= number.start < number.end <= len(some)
        end = number.end
