"""Irregular forms of English words, and nouns that are made of verbs."""

from __future__ import annotations

import pytest

from store.text.stems import made_of, stem


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("departed", "departure"), ("seizing", "seizure"), ("lost", "loss"), ("dies", "death"),
        ("chosen", "choice"), ("expelled", "expulsion"),
        ("settlements", "settle"), ("denied", "denial"), ("invasion", "invade"),
    ],
)  # fmt: skip
def test_a_noun_and_the_verb_it_is_made_of_find_each_other(asked: str, written: str) -> None:
    assert stem(written) in made_of(stem(asked))


@pytest.mark.parametrize("word", ["", "s", "ing", "ed", "zeppelin", "هدنة"])
def test_other_words_have_none(word: str) -> None:
    assert made_of(word) == ()
