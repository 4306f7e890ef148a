"""No expression takes more than linear time, whatever text it meets: counted in steps."""

from __future__ import annotations

import re

import pytest

from store.checking import wording
from store.checking.rules import neutral_words
from store.model.vocabulary import Language
from tests.expressions.backtracking import Expression, StepCounter
from tests.expressions.every_expression import expressions
from tests.expressions.hostile import Hostile, has_repeats, hostile_texts, largest_bound

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

_FEW, _MANY = 24, 96
_ROUNDED = 1.5
"""How much more a character may cost in a text four times as long, as leads and ends weigh less."""
_LOW_BOUND, _BEYOND_LOW_BOUNDS = 8, 64
_TO_THEIR_BOUNDS = 2
"""So many texts."""
_FARTHEST = 5_000
"""Steps a character may take in any text; no honest bound comes near."""

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


def _growing(expression: Expression) -> Hostile | None:
    """A text in which a character costs the more the longer the text is; None without one."""
    tree = expression.tree
    if not has_repeats(tree):
        return None
    counter, with_low_bounds = StepCounter(expression), StepCounter(expression, bound=_LOW_BOUND)
    few, many = (_BEYOND_LOW_BOUNDS, 4 * _BEYOND_LOW_BOUNDS)
    grown: dict[Hostile, int] = {}
    for text in hostile_texts(expression):
        if not _grows(counter, text.of_length(_FEW), text.of_length(_MANY)):
            continue
        # Beyond its bounds a bounded repeat costs no more, whatever follows and however high it is.
        if _grows(with_low_bounds, text.of_length(few), text.of_length(many)):
            return text
        grown[text] = counter.count(text.of_length(_MANY), _FARTHEST * _MANY)
    # What costs most in a short text is read to the expression's own bounds as well.
    beyond = 4 * max(_LOW_BOUND, largest_bound(tree))
    for text in sorted(grown, key=grown.__getitem__)[-_TO_THEIR_BOUNDS:]:
        if _grows(counter, text.of_length(beyond), text.of_length(4 * beyond)):
            return text
    return None


def _grows(counter: StepCounter, few: str, many: str) -> bool:
    each = counter.count(few, _FARTHEST * len(few)) / len(few)
    if each >= _FARTHEST:
        return True
    most = int((_ROUNDED * each + 1) * len(many)) + 1
    return counter.count(many, most) >= most


@pytest.mark.parametrize("place", EVERY)
def test_an_expression_takes_steps_in_proportion_to_its_text(place: str) -> None:
    assert _growing(EVERY[place]) is None


def test_expressions_made_as_they_run_are_known() -> None:
    assert {place.partition(":")[0] for place in MADE_AS_THEY_RUN} == KNOWN_TO_BE_MADE_SO.keys()


@pytest.mark.parametrize("module", KNOWN_TO_BE_MADE_SO)
def test_expressions_made_as_they_run_are_linear_too(module: str) -> None:
    assert not [each for each in KNOWN_TO_BE_MADE_SO[module] if _growing(each)]


@pytest.mark.parametrize("pattern", QUADRATIC)
def test_what_takes_more_is_found_out(pattern: str) -> None:
    assert _growing(Expression(pattern)) is not None


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
