"""No expression takes more than linear time, whatever text it meets: counted in steps."""

from __future__ import annotations

import os
import re
from functools import cache
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

# To read the whole tree for them takes a second: one worker does it, and none while it collects.
pytestmark = pytest.mark.xdist_group("expressions")

LANGUAGES: tuple[Language, ...] = ("en", "ar")
SHARES = 8


@cache
def every() -> tuple[dict[str, Expression], list[str]]:
    """Every expression by its place, and the places of those that are made as the program runs."""
    return expressions()


@cache
def made_as_they_run() -> dict[str, list[Expression]]:
    """What modules make that make a pattern of their own data, by their file."""
    wordings = map(wording.wording, LANGUAGES)
    made = {
        "store/checking/rules/neutral_words.py": [
            pattern for words in neutral_words._words().values() for pattern in words
        ],
        "store/checking/wording.py": [
            pattern for each in wordings for pattern in (each.expected, each.bounded, each.slips)
        ],
    }
    return {
        file: [Expression(pattern.pattern, pattern.flags) for pattern in patterns]
        for file, patterns in made.items()
    }


def all_expressions() -> list[Expression]:
    known = made_as_they_run().values()
    return [*every()[0].values(), *(each for made in known for each in made)]


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


@pytest.mark.parametrize("share", range(SHARES))
def test_an_expression_takes_steps_in_proportion_to_its_text(
    share: int, *, thoroughly: bool
) -> None:
    known = frozenset() if thoroughly else proven.listed()
    for place, each in [*every()[0].items()][share::SHARES]:
        assert proven.digest(each) in known or growing(each) is None, place


def test_expressions_made_as_they_run_are_known() -> None:
    assert {place.partition(":")[0] for place in every()[1]} == made_as_they_run().keys()


def test_expressions_made_as_they_run_are_linear_too(*, thoroughly: bool) -> None:
    known = frozenset() if thoroughly else proven.listed()
    for file, made in made_as_they_run().items():
        tried = [each for each in made if proven.digest(each) not in known]
        assert not [each for each in tried if growing(each)], file


def test_the_list_of_the_proven_is_of_what_there_is() -> None:
    there, listed = all_expressions(), proven.listed()
    if os.environ.get("RENEW_PROVEN"):
        proven.write(each for each in there if proven.digest(each) in listed or not growing(each))
    assert proven.listed() == {proven.digest(each) for each in there}, proven.HOW_TO_RENEW


def test_what_was_proven_is_to_be_proven_anew_by_another_prover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [Expression(pattern) for pattern in QUADRATIC[:3]]
    monkeypatch.setattr(proven, "FILE", tmp_path / "proven.txt")
    proven.write(some)
    assert proven.listed() == {proven.digest(each) for each in some}
    monkeypatch.setattr(proven, "PROVER", proven.PROVER[:1])
    assert proven.listed() == frozenset()


@pytest.mark.parametrize("pattern", QUADRATIC)
def test_what_takes_more_is_found_out(pattern: str) -> None:
    assert growing(Expression(pattern)) is not None


@pytest.mark.parametrize("share", range(SHARES))
def test_the_steps_counted_are_those_of_the_expression(share: int) -> None:
    for place, each in [*every()[0].items()][share::SHARES]:
        see_that_steps_are_counted_right(place, each)


def see_that_steps_are_counted_right(place: str, expression: Expression) -> None:
    if isinstance(expression.pattern, bytes):
        expression = Expression(expression.pattern.decode("latin-1"), re.ASCII)
    counter, compiled = StepCounter(expression), expression.compiled
    for text in hostile_texts(expression)[:60]:
        written = text.of_length(12)
        found = compiled.search(written)
        assert counter.search(written) == (found.span() if found else None), (place, written)
