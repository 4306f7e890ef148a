"""A fixed sample of Unicode's own cases; `make conformance` runs them all."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.bidi.conformance import SAMPLE, character_cases, passes
from tui.bidi import Direction
from tui.bidi.algorithm.classes import CLASS_OF, CODES
from tui.bidi.algorithm.levels import MAX_DEPTH, resolve_levels
from tui.bidi.algorithm.reordering import line_levels, visual_order

SAMPLED = list(character_cases(SAMPLE.read_text(encoding="utf-8").splitlines()))


def test_the_sample_holds_enough_cases_of_either_kind() -> None:
    assert len(SAMPLED) > 300
    assert {case.base for case in SAMPLED} == {None, *Direction}
    assert any("\u2067" in case.text for case in SAMPLED)
    assert any("(" in case.text for case in SAMPLED)


def test_levels_and_order_are_those_of_unicode() -> None:
    assert [case for case in SAMPLED if not passes(case)] == []


def test_a_wrong_order_would_be_noticed() -> None:
    case = next(case for case in SAMPLED if len(set(case.order)) > 2)
    assert not passes(case._replace(order=case.order[::-1]))


@given(
    st.text(alphabet=st.sampled_from("aאبء1١+$,\u0300 \t!()[]\u202b\u202e\u202c\u2067\u2068\u2069"))
)
def test_order_is_a_permutation_and_levels_stay_in_bounds(text: str) -> None:
    paragraph = resolve_levels(text)
    levels = line_levels(paragraph)
    assert sorted(visual_order(levels)) == list(range(len(text)))
    assert all(level <= MAX_DEPTH + 1 for level in levels)


@given(st.text())
def test_any_text_resolves(text: str) -> None:
    assert len(resolve_levels(text).levels) == len(text)


@given(st.integers(0, 400))
def test_deep_embeddings_stay_in_bounds(depth: int) -> None:
    assert max(resolve_levels("\u202b" * depth + "a").levels) <= MAX_DEPTH + 1


def test_characters_newer_than_unicodedata_have_the_class_of_their_block() -> None:
    assert CLASS_OF["\u20ce"] == CODES["ET"]  # in the block of currency signs, not assigned yet
    assert CLASS_OF["\U00010ec5"] == CODES["AL"]  # in Arabic Extended-C
    assert CLASS_OF["\U0001e8e0"] == CODES["R"]


def test_classes_of_known_characters_are_those_of_unicodedata() -> None:
    for character in "aب1١,\u064e٪$\u200f\u2067":
        assert CLASS_OF[character] == CODES[unicodedata.bidirectional(character)]
