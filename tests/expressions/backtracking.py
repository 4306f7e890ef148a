"""A regular expression matched as `re` matches it, by backtracking, with every step counted.

The expression's own parse tree, as `re` has it, becomes a program for a small machine (Cox,
"Regular Expression Matching: the Virtual Machine Approach", 2009) that tries what `re` tries, in
its order.
"""

from __future__ import annotations

import re
import re._constants as sre
import sys
from collections.abc import Callable
from re._parser import parse
from typing import Any, NamedTuple

Predicate = Callable[[str], bool]
Program = list[tuple[Any, ...]]
Tree = Any
"""What `re._parser` makes of an expression: pairs of an operator and what it is applied to."""

LINE_END = "\n"


class Expression(NamedTuple):
    """An expression as it was compiled."""

    pattern: str | bytes
    flags: int = 0

    @property
    def tree(self) -> Tree:
        return parse(self.pattern, self.flags)

    @property
    def compiled(self) -> re.Pattern[Any]:
        return re.compile(self.pattern, self.flags)


class TooManySteps(Exception):
    """The counter went beyond what it may count."""


class StepCounter:
    """Finds an expression in texts, counting the steps.

    Args:
        expression: what is looked for.
        bound: as often as anything with a bound is repeated at most, whatever its own is.
    """

    def __init__(self, expression: Expression, *, bound: int = sys.maxsize) -> None:
        tree = expression.tree
        flags = tree.state.flags
        self._program = [*_Compiler(flags, bound).sequence(tree, flags), ("match",)]
        self._groups = tree.state.groups
        self.steps = 0
        self._most = 0

    def count(self, text: str, most: int) -> int:
        """The steps that it takes to find every place in a text, at most so many."""
        self.steps, self._most = 0, most
        start = 0
        try:
            while start <= len(text):
                end = self.match(text, start)
                start = start + 1 if end is None or end == start else end
        except TooManySteps:
            return most
        return self.steps

    def search(self, text: str) -> tuple[int, int] | None:
        """Where the first match lies: this must be what `re` says, or the count means nothing."""
        self.steps, self._most = 0, 1_000_000
        for start in range(len(text) + 1):
            end = self.match(text, start)
            if end is not None:
                return start, end
        return None

    def match(self, text: str, start: int) -> int | None:
        """Where the match that begins at a place ends."""
        registers = (-1,) * (2 * self._groups)
        state = self._run(self._program, text, start, registers)
        return state[0] if state else None

    def _run(  # noqa: C901, PLR0912, PLR0915 — a machine's loop: one branch an instruction
        self, program: Program, text: str, place: int, registers: tuple[int, ...]
    ) -> tuple[int, tuple[int, ...]] | None:
        waiting: list[tuple[int, int, tuple[int, ...], tuple[int, ...]]] = [
            (0, place, registers, ())
        ]
        length = len(text)
        while waiting:
            at, place, registers, loops = waiting.pop()
            while True:
                self.steps += 1
                if self.steps >= self._most:
                    raise TooManySteps
                step = program[at]
                kind = step[0]
                if kind == "character":
                    if place >= length or not step[1](text[place]):
                        break
                    place += 1
                elif kind == "split":
                    waiting.append((at + step[2], place, registers, loops))
                    at += step[1]
                    continue
                elif kind == "jump":
                    at += step[1]
                    continue
                elif kind == "match":
                    return place, registers
                elif kind == "save":
                    slot = step[1]
                    registers = (*registers[:slot], place, *registers[slot + 1 :])
                elif kind == "enter":
                    loops = (*loops, place)
                elif kind == "leave":
                    if loops[-1] == place:  # a round that took nothing ends the loop
                        at += step[1]
                        loops = loops[:-1]
                        continue
                    loops = loops[:-1]
                elif kind == "at":
                    if not step[1](text, place):
                        break
                elif kind == "reference":
                    first, last = registers[2 * step[1]], registers[2 * step[1] + 1]
                    if min(first, last) < 0 or not text.startswith(text[first:last], place):
                        break
                    place += last - first
                elif kind == "atomic":
                    state = self._run(step[1], text, place, registers)
                    if state is None:
                        break
                    place, registers = state
                else:  # a look around
                    _, inner, behind, is_negated = step
                    begin = place - behind
                    state = self._run(inner, text, begin, registers) if begin >= 0 else None
                    if (state is None) is not is_negated:
                        break
                    if state and not is_negated:
                        registers = state[1]
                at += 1
        return None


class _Compiler:
    """Turns a parse tree into a program, all of whose jumps are relative."""

    def __init__(self, flags: int, bound: int) -> None:
        self._flags = flags
        self._bound = bound

    def sequence(self, tree: Tree, flags: int) -> Program:
        program: Program = []
        for operator, argument in tree:
            program += self._one(operator, argument, flags)
        return program

    def _one(self, operator: Any, argument: Any, flags: int) -> Program:  # noqa: C901
        if operator in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            return [("character", predicate(operator, argument, flags))]
        if operator is sre.AT:
            return [("at", _position(argument, flags))]
        if operator is sre.SUBPATTERN:
            group, added, removed, inner = argument
            program = self.sequence(inner, (flags | added) & ~removed)
            if group is None:
                return program
            return [("save", 2 * group), *program, ("save", 2 * group + 1)]
        if operator is sre.BRANCH:
            return self._branch([self.sequence(each, flags) for each in argument[1]])
        if operator is sre.MAX_REPEAT or operator is sre.MIN_REPEAT:
            return self._repeat(argument, flags, is_greedy=operator is sre.MAX_REPEAT)
        if operator is sre.POSSESSIVE_REPEAT:
            return [("atomic", [*self._repeat(argument, flags, is_greedy=True), ("match",)])]
        if operator is sre.ATOMIC_GROUP:
            return [("atomic", [*self.sequence(argument, flags), ("match",)])]
        if operator is sre.GROUPREF:
            return [("reference", argument)]
        if operator in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = argument
            behind = inner.getwidth()[0] if direction < 0 else 0
            program = [*self.sequence(inner, flags), ("match",)]
            return [("look", program, behind, operator is sre.ASSERT_NOT)]
        raise NotImplementedError(operator)

    def _branch(self, branches: list[Program]) -> Program:
        program = branches[-1]
        for branch in reversed(branches[:-1]):
            program = [
                ("split", 1, len(branch) + 2),
                *branch,
                ("jump", len(program) + 1),
                *program,
            ]
        return program

    def _repeat(self, argument: Any, flags: int, *, is_greedy: bool) -> Program:
        least, most, inner = argument
        once = self.sequence(inner, flags)
        if most is sre.MAXREPEAT:
            # split, enter, body, leave, jump back to the split
            loop: Program = [("enter",), *once, ("leave", 2), ("jump", -len(once) - 3)]
            rest = [_split(is_greedy, len(loop) + 1), *loop]
        else:
            rest = []
            least, most = min(least, self._bound), min(most, self._bound)
            for _ in range(most - least):
                rest = [_split(is_greedy, len(once) + len(rest) + 1), *once, *rest]
        return once * least + rest


def _split(is_greedy: bool, beyond: int) -> tuple[str, int, int]:
    return ("split", 1, beyond) if is_greedy else ("split", beyond, 1)


def predicate(operator: Any, argument: Any, flags: int) -> Predicate:
    """Whether one character is what a node of the tree asks for."""
    if operator is sre.ANY:
        return lambda character: bool(flags & re.DOTALL) or character != LINE_END
    items = argument if operator is sre.IN else [(sre.LITERAL, argument)]
    known: dict[str, bool] = {}
    is_negated = operator is sre.NOT_LITERAL or items[0][0] is sre.NEGATE

    def is_meant(character: str) -> bool:
        if character not in known:
            forms = {character}
            if flags & re.IGNORECASE:
                forms |= {character.lower(), character.upper()}
            listed = any(_is_listed(form, items, flags) for form in forms)
            known[character] = listed is not is_negated
        return known[character]

    return is_meant


def _is_listed(character: str, items: list[tuple[Any, Any]], flags: int) -> bool:
    for operator, argument in items:
        if operator is sre.LITERAL and character == chr(argument):
            return True
        if operator is sre.RANGE and argument[0] <= ord(character[:1] or "\0") <= argument[1]:
            return True
        if operator is sre.CATEGORY and _is_of(character, argument, flags):
            return True
    return False


def _is_of(character: str, category: Any, flags: int) -> bool:
    name = str(category).removeprefix("CATEGORY_")
    wanted = not name.startswith("NOT_")
    name = name.removeprefix("NOT_")
    is_so = {
        "DIGIT": character.isdecimal(),
        "SPACE": character.isspace(),
        "WORD": character.isalnum() or character == "_",
    }[name]
    if not flags & re.UNICODE or flags & re.ASCII:
        is_so = is_so and character.isascii() and character not in "\x1c\x1d\x1e\x1f"
    return is_so is wanted


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")


def _position(kind: Any, flags: int) -> Callable[[str, int], bool]:
    lines = bool(flags & re.MULTILINE)
    positions: dict[Any, Callable[[str, int], bool]] = {
        sre.AT_BEGINNING: lambda text, at: at == 0 or (lines and text[at - 1] == LINE_END),
        sre.AT_BEGINNING_STRING: lambda text, at: at == 0,
        sre.AT_END: lambda text, at: (
            at == len(text) or (text[at] == LINE_END and (lines or at == len(text) - 1))
        ),
        sre.AT_END_STRING: lambda text, at: at == len(text),
        sre.AT_BOUNDARY: lambda text, at: _is_word(text, at - 1) is not _is_word(text, at),
        sre.AT_NON_BOUNDARY: lambda text, at: _is_word(text, at - 1) is _is_word(text, at),
    }
    return positions[kind]
