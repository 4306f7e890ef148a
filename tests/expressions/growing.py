"""Whether an expression takes more than linear time: looked for with hostile texts, in steps."""

from __future__ import annotations

from tests.expressions.backtracking import Expression, StepCounter
from tests.expressions.hostile import Hostile, has_repeats, hostile_texts, largest_bound

_FEW, _MANY = 24, 96
_ROUNDED = 1.5
"""How much more a character may cost in a text four times as long, as leads and ends weigh less."""
_LOW_BOUND, _BEYOND_LOW_BOUNDS = 8, 64
_TO_THEIR_BOUNDS = 2
"""So many texts."""
_FARTHEST = 5_000
"""Steps a character may take in any text; no honest bound comes near."""


def growing(expression: Expression) -> Hostile | None:
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
