"""No expression takes more than linear time, whatever text it meets: counted in steps."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from store.checking import wording
from store.checking.rules import neutral_words
from store.model.vocabulary import Language
from tests.expressions import proven
from tests.expressions.backtracking import Expression, StepCounter
from tests.expressions.every_expression import expressions
from tests.expressions.growing import growing
from tests.expressions.hostile import hostile_texts
from tests.thoroughly import thorough_but

LANGUAGES: tuple[Language, ...] = ("en", "ar")
EVERY, MADE_AS_THEY_RUN = expressions()
KNOWN_TO_BE_MADE_SO = {
    "store/checking/rules/neutral_words.py": [
        Expression(pattern.pattern, pattern.flags)
        for words in neutral_words._words().values()
        for pattern in words
    ],
    "store/checking/wording.py": [
        Expression(pattern.pattern, pattern.flags)
        for words in map(wording.wording, LANGUAGES)
        for pattern in (words.expected, words.bounded, words.slips)
    ],
}
"""Modules that make a pattern of their own data, and what they make."""
ALL = [*EVERY.values(), *(each for made in KNOWN_TO_BE_MADE_SO.values() for each in made)]
PROVEN = proven.listed()
UNPROVEN = [place for place, each in EVERY.items() if proven.digest(each) not in PROVEN]

QUADRATIC = [
    r"\[\^[^\]\s]+\]",
    r"""<div\b[^>]*\blang=["']?ar\b[^>]*>\s*""",
    r"\[\^[^\]]+\]:",
    r"(?m)^[ \t]*(?:[-+*][ \t]+|>[ \t]*)*(?:\#|([-*_])(?:[ \t]*\1){2,}[ \t]*$)",
    r"\[(?P<link>[^\[\]\n]+)\]\([^)\s]+\)",
    r"`(?P<code>[^`\n]+)`|\[(?P<link>[^\]\n]+)\]\([^)\s]+\)",
    '“[^”]*”|«[^»]*»|"[^"]*"',
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}",
    r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "t+(?=0)|(?<=0)t+",
    r"[wlrfixyXYpb]*+(?:[SB]|$)",
    r"\[\^[^\]\s]++\]",
    r"\s+$",
    r"(?:a+)+b",
    r"x*x*y",
    r"(\w+)\s\1\s*;",
]
"""Expressions that do take more: most of them stood here once."""


@pytest.mark.parametrize("place", thorough_but(UNPROVEN, EVERY))
def test_an_expression_takes_steps_in_proportion_to_its_text(place: str) -> None:
    assert growing(EVERY[place]) is None


def test_expressions_made_as_they_run_are_known() -> None:
    assert {place.partition(":")[0] for place in MADE_AS_THEY_RUN} == KNOWN_TO_BE_MADE_SO.keys()


@pytest.mark.parametrize("module", KNOWN_TO_BE_MADE_SO)
def test_expressions_made_as_they_run_are_linear_too(module: str, *, thoroughly: bool) -> None:
    known = frozenset() if thoroughly else PROVEN
    tried = [each for each in KNOWN_TO_BE_MADE_SO[module] if proven.digest(each) not in known]
    assert not [each for each in tried if growing(each)]


def test_the_list_of_the_proven_is_of_what_there_is() -> None:
    if os.environ.get("RENEW_PROVEN"):
        proven.write(each for each in ALL if proven.digest(each) in PROVEN or not growing(each))
    assert proven.listed() == {proven.digest(each) for each in ALL}, proven.HOW_TO_RENEW


def test_what_was_proven_is_to_be_proven_anew_by_another_prover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proven, "FILE", tmp_path / "proven.txt")
    proven.write(ALL[:3])
    assert proven.listed() == {proven.digest(each) for each in ALL[:3]}
    monkeypatch.setattr(proven, "PROVER", proven.PROVER[:1])
    assert proven.listed() == frozenset()


@pytest.mark.parametrize("pattern", QUADRATIC)
def test_what_takes_more_is_found_out(pattern: str) -> None:
    assert growing(Expression(pattern)) is not None


@pytest.mark.parametrize("place", EVERY)
def test_the_steps_counted_are_those_of_the_expression(place: str) -> None:
    expression = EVERY[place]
    if isinstance(expression.pattern, bytes):
        expression = Expression(expression.pattern.decode("latin-1"), re.ASCII)
    counter, compiled = StepCounter(expression), expression.compiled
    for text in hostile_texts(expression)[:60]:
        written = text.of_length(12)
        found = compiled.search(written)
        assert counter.search(written) == (found.span() if found else None), written
