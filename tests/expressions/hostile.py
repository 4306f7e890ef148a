"""Texts that make an expression work hardest, grown out of the expression itself.

What costs most is what nearly matches, again and again: a long run of something that the expression
repeats or begins with, behind what leads it there, before what makes it fail at last.
"""

from __future__ import annotations

import re._constants as sre
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from tests.expressions.backtracking import Expression, Tree, predicate

_TRIED = "a0 -.:/[]^*_`\"'<>=#()@%\nAZ\tاw،"
"""Characters that stand for the classes of an expression, besides those it names."""
_MOST_CHARACTERS = 12
_FAILING = ("", "\0", "\n", "!")


class Hostile(NamedTuple):
    """A text of any length."""

    lead: str
    repeated: str
    end: str

    def of_length(self, length: int) -> str:
        return self.lead + self.repeated * max(1, length // len(self.repeated)) + self.end


def hostile_texts(expression: Expression) -> list[Hostile]:
    """The texts to try with an expression."""
    tree = expression.tree
    flags = tree.state.flags
    characters = _characters(tree, flags)
    samples = dict.fromkeys(sample for sample in _samples(tree, flags, characters) if sample)
    leads = ["", *(lead for lead in dict.fromkeys(_leads(tree, flags, characters)) if lead)]
    repeated = dict.fromkeys([
        *samples,
        *characters,
        *("".join(pair) for pair in product(characters, repeat=2)),
        *(f"{sample}{character}" for sample in samples for character in characters[:4]),
    ])  # fmt: skip
    several = [unit for unit in repeated if unit in samples or unit in characters]
    found = [Hostile("", unit, end) for unit in repeated for end in _FAILING]
    found += [
        Hostile(lead, unit, end) for lead in leads[1:] for unit in several for end in _FAILING[1:3]
    ]
    return list(dict.fromkeys(found))


def has_repeats(tree: Tree) -> bool:
    """Whether anything in it may be repeated: else each place costs the same at most."""
    repeats = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
    return any(operator in repeats for operator, _, _ in _nodes(tree, 0))


def largest_bound(tree: Tree) -> int:
    """The largest number of times that something is repeated where the number is bounded."""
    repeats = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
    bounds = [
        int(number)
        for operator, argument, _ in _nodes(tree, 0)
        if operator in repeats
        for number in argument[:2]
        if number is not sre.MAXREPEAT
    ]
    return max(bounds, default=0)


def _inner(operator: Any, argument: Any) -> list[Tree]:
    """The trees inside a node."""
    if operator is sre.SUBPATTERN:
        return [argument[3]]
    if operator is sre.BRANCH:
        return list(argument[1])
    if operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [argument[2]]
    if operator is sre.ATOMIC_GROUP:
        return [argument]
    if operator in (sre.ASSERT, sre.ASSERT_NOT):
        return [argument[1]]
    return []


def _nodes(tree: Tree, flags: int) -> Iterator[tuple[Any, Any, int]]:
    for operator, argument in tree:
        yield operator, argument, flags
        for inner in _inner(operator, argument):
            yield from _nodes(inner, flags)


def _characters(tree: Tree, flags: int) -> list[str]:
    """One or two characters for every class and literal, those that the expression names first."""
    named = [
        chr(argument)
        for operator, argument, _ in _nodes(tree, flags)
        if operator in (sre.LITERAL, sre.NOT_LITERAL)
    ]
    listed = [
        chr(item if isinstance(item, int) else item[0])
        for operator, argument, _ in _nodes(tree, flags)
        if operator is sre.IN
        for kind, item in argument
        if kind in (sre.LITERAL, sre.RANGE)
    ]
    tried = [*dict.fromkeys(named), *dict.fromkeys(listed), *_TRIED]
    chosen: dict[str, None] = {}
    for operator, argument, node_flags in _nodes(tree, flags):
        if operator in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            is_meant = predicate(operator, argument, node_flags)
            chosen |= dict.fromkeys([c for c in tried if is_meant(c)][:2])
            chosen |= dict.fromkeys([c for c in tried if not is_meant(c)][:1])
    return list(chosen)[:_MOST_CHARACTERS]


def _sample(tree: Tree, flags: int, characters: list[str], times: int) -> str:
    """A text that a tree matches, more or less: repeats stand there `times` at least."""
    parts = []
    for operator, argument in tree:
        if operator in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            is_meant = predicate(operator, argument, flags)
            tried = [*characters, *_TRIED]
            parts.append(next((c for c in tried if is_meant(c)), ""))
        elif operator in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = argument
            number = min(max(int(least), times), int(most))
            parts.append(_sample(inner, flags, characters, times) * number)
        elif operator in (sre.ASSERT, sre.ASSERT_NOT):
            continue
        else:
            parts += [
                _sample(each, flags, characters, times) for each in _inner(operator, argument)[:1]
            ]
    return "".join(parts)


def _samples(tree: Tree, flags: int, characters: list[str]) -> Iterator[str]:
    """What each part of a tree matches: its nodes, all that leads up to each, and the rest."""
    for place, (operator, argument) in enumerate(tree):
        for times in (0, 1, 2):
            yield _sample(tree[place : place + 1], flags, characters, times)
            yield _sample(tree[: place + 1], flags, characters, times)
            yield _sample(tree[place:], flags, characters, times)
        for inner in filter(has_repeats, _inner(operator, argument)):
            yield from _samples(inner, flags, characters)


def _leads(tree: Tree, flags: int, characters: list[str]) -> Iterator[str]:
    """What leads an expression up to each of its parts."""
    for place, (operator, argument) in enumerate(tree):
        before = _sample(tree[:place], flags, characters, 1)
        if has_repeats(tree[place : place + 1]):
            yield before
        for inner in filter(has_repeats, _inner(operator, argument)):
            for lead in _leads(inner, flags, characters):
                yield before + lead
