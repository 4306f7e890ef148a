"""Arabic verbs, their participles and verbal nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.folding import fold
from store.text.stems import stem, without_prefixes
from store.text.verb_forms import other_verb_forms


def forms_of(word: str) -> set[str]:
    folded = fold(word)
    stems = (stem(folded), without_prefixes(folded))
    return {stem(form) for each in stems for form in other_verb_forms(each, folded)}


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("يفاوضون", "مفاوض"), ("مفاوضات", "فاوض"), ("المغادرون", "غادر"), ("سيغادرون", "غادر"),
        ("تغادر", "غادر"), ("الخارجين", "خرج"), ("انسحبت", "انسحاب"), ("المنسحبون", "انسحب"),
        ("إعلان", "أعلن"), ("أعلنت", "إعلان"), ("استعاد", "يستعيد"), ("متظاهرون", "تظاهر"),
        ("المحاصرون", "حاصر"), ("تسليم", "سلم"), ("انتقلوا", "انتقال"), ("استقبل", "استقبال"),
    ],
)  # fmt: skip
def test_what_one_root_makes_of_a_verb_finds_each_other(asked: str, written: str) -> None:
    assert stem(fold(written)) in forms_of(asked)


@pytest.mark.parametrize(("asked", "other"), [("سباق", "سابق"), ("مركز", "ركز"), ("كتاب", "كاتب")])
def test_nouns_that_look_like_verbal_ones_are_left_alone(asked: str, other: str) -> None:
    assert other not in forms_of(asked)


@given(st.text(), st.text())
def test_any_string_has_forms_or_none(text: str, word: str) -> None:
    assert text not in other_verb_forms(text, word)
