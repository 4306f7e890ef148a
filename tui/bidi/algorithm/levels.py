"""Embedding levels of a paragraph: the Unicode Bidirectional Algorithm, rules P2 to I2.

Unicode Standard Annex #9, https://www.unicode.org/reports/tr9/. Classes are kept as a string with
one letter a character (`classes.py`), so that most rules are one substitution on it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from store.expressions import expression
from store.tuples import NamedTuple
from store.typed import Final
from tui.bidi.algorithm.brackets import resolve_brackets
from tui.bidi.algorithm.classes import EMBEDDINGS, ISOLATES, REMOVED, classes_of
from tui.bidi.algorithm.direction import Direction

MAX_DEPTH: Final = 125

_EXPLICIT: Final = expression("[xyXYplrfib]")
_NONSPACING: Final = expression("([^m])(m+)")
_AFTER_ARABIC: Final = expression("A[^LRA]+")
_BETWEEN_NUMBERS: Final = expression("(?<=0)[ec](?=0)|(?<=9)c(?=9)")
_TERMINATORS: Final = expression("(?<!t)t++(?=0)|(?<=0)t++")
_AFTER_LATIN: Final = expression("L[^LR]+")
_NEUTRALS: Final = expression("([LR09])([^LR09]+)(?=([LR09]))")
_SEPARATORS_TO_NEUTRAL: Final = str.maketrans("etc", "ooo")


class Paragraph(NamedTuple):
    """A resolved paragraph; `levels` and `classes` have one item a character."""

    base: Direction
    levels: bytes
    classes: str


def first_strong(classes: str) -> Direction | None:
    """Direction of the first strong character of a paragraph outside isolates (P2, P3)."""
    depth = 0
    for letter in classes:
        if letter in ISOLATES:
            depth += 1
        elif letter == "i":
            depth = max(0, depth - 1)
        elif not depth:
            if letter == "L":
                return Direction.LEFT_TO_RIGHT
            if letter in "RA":
                return Direction.RIGHT_TO_LEFT
    return None


def resolve_levels(
    text: str,
    base: Direction | None = None,
    default: Direction = Direction.LEFT_TO_RIGHT,
    classes: str | None = None,
) -> Paragraph:
    """Resolve the embedding levels of a paragraph, before L1.

    Args:
        text: One paragraph, in logical order.
        base: Its direction; by its first strong character when None.
        default: Its direction when it has no strong character.
        classes: Class letters to use in place of the text's own.
    """
    if classes is None:
        classes = classes_of(text)
    if base is None:
        base = first_strong(classes)
    direction = default if base is None else Direction(base)
    if _EXPLICIT.search(classes) is None:
        edge = "LR"[direction]
        levels = _resolve_sequence(text, classes, classes, (edge, edge), int(direction))
        return Paragraph(direction, levels, classes)
    return Paragraph(direction, _resolve_explicit(text, classes, int(direction)), classes)


def _resolve_explicit(text: str, classes: str, base: int) -> bytes:
    """Levels of a paragraph with embeddings, isolates or removed characters (X1 to X10)."""
    levels, overridden = _ExplicitRules(classes, base).apply()
    kept = [i for i, letter in enumerate(classes) if letter not in REMOVED]
    for sequence, edges in _isolating_run_sequences(classes, levels, kept, base):
        resolved = _resolve_sequence(
            "".join([text[i] for i in sequence]),
            "".join([classes[i] for i in sequence]),
            "".join([overridden[i] for i in sequence]),
            edges,
            levels[sequence[0]],
        )
        for i, level in zip(sequence, resolved, strict=True):
            levels[i] = level
    # Removed characters go with what stands before them, as section 5.2 advises.
    before = base
    for i, letter in enumerate(classes):
        if letter in REMOVED:
            levels[i] = before
        before = levels[i]
    return bytes(levels)


def _leftward_isolates(classes: str) -> set[int]:
    """Places of isolates whose first strong character outside inner ones reads leftward (X5c)."""
    leftward: set[int] = set()
    decided: set[int] = set()
    inside: list[int] = []
    for i, letter in enumerate(classes):
        if letter in ISOLATES:
            inside.append(i)
        elif letter == "i":
            del inside[-1:]
        elif letter in "LRA" and inside and inside[-1] not in decided:
            decided.add(inside[-1])
            if letter != "L":
                leftward.add(inside[-1])
    return leftward


class _ExplicitRules:
    """Rules X1 to X8: the stack of embeddings, overrides and isolates."""

    def __init__(self, classes: str, base: int) -> None:
        self.classes = classes
        self.leftward = _leftward_isolates(classes) if "f" in classes else set()
        self.stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self.isolate_overflow = self.embedding_overflow = self.valid_isolates = 0

    def apply(self) -> tuple[bytearray, list[str]]:
        """Explicit levels, and classes with overrides applied."""
        levels = bytearray(len(self.classes))
        overridden = list(self.classes)
        for i, letter in enumerate(self.classes):
            if letter == "i":
                self._end_isolate()
            level, override, _ = self.stack[-1]
            levels[i] = self.stack[0][0] if letter == "B" else level
            if letter in EMBEDDINGS:
                self._begin_embedding(letter)
            elif letter == "p":
                self._end_embedding()
            elif letter not in "bB":
                if override:
                    overridden[i] = override
                if letter in ISOLATES:
                    self._begin_isolate(i, letter)
        return levels, overridden

    def _next_level(self, rightward: bool) -> int | None:
        level = self.stack[-1][0]
        level = (level + 2) & ~1 if rightward else (level + 1) | 1
        fits = level <= MAX_DEPTH and not self.isolate_overflow and not self.embedding_overflow
        return level if fits else None

    def _begin_embedding(self, letter: str) -> None:
        level = self._next_level(letter in "xX")
        if level is not None:
            self.stack.append((level, {"X": "L", "Y": "R"}.get(letter, ""), False))
        elif not self.isolate_overflow:
            self.embedding_overflow += 1

    def _begin_isolate(self, i: int, letter: str) -> None:
        rightward = letter == "l"
        if letter == "f":
            rightward = i not in self.leftward
        level = self._next_level(rightward)
        if level is not None:
            self.valid_isolates += 1
            self.stack.append((level, "", True))
        else:
            self.isolate_overflow += 1

    def _end_isolate(self) -> None:
        if self.isolate_overflow:
            self.isolate_overflow -= 1
        elif self.valid_isolates:
            self.embedding_overflow = 0
            while not self.stack.pop()[2]:
                pass
            self.valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self.isolate_overflow:
            return
        if self.embedding_overflow:
            self.embedding_overflow -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _matching_isolates(classes: str) -> dict[int, int]:
    """Isolate initiator to its PDI (BD9)."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for i, letter in enumerate(classes):
        if letter in ISOLATES:
            open_isolates.append(i)
        elif letter == "i" and open_isolates:
            matches[open_isolates.pop()] = i
    return matches


def _isolating_run_sequences(
    classes: str, levels: bytearray, kept: list[int], base: int
) -> list[tuple[list[int], tuple[str, str]]]:
    """Index lists of the isolating run sequences with their sos and eos (BD13, X10)."""
    runs: list[list[int]] = []
    starts: list[int] = []
    for place, i in enumerate(kept):
        if not runs or levels[i] != levels[runs[-1][-1]]:
            runs.append([])
            starts.append(place)
        runs[-1].append(i)
    matches = _matching_isolates(classes)
    continued = set(matches.values())
    run_at = {run[0]: number for number, run in enumerate(runs)}
    sequences = []
    for number, run in enumerate(runs):
        if run[0] in continued:
            continue
        sequence, last = list(run), number
        while (following := run_at.get(matches.get(sequence[-1], -1))) is not None:
            sequence += runs[following]
            last = following
        level = levels[run[0]]
        before = levels[kept[starts[number] - 1]] if number else base
        # After an isolate without end, what follows belongs to it: the paragraph's level counts.
        ends = classes[sequence[-1]] in ISOLATES or last + 1 == len(runs)
        after = base if ends else levels[runs[last + 1][0]]
        sequences.append((sequence, ("LR"[max(before, level) & 1], "LR"[max(after, level) & 1])))
    return sequences


def _resolve_sequence(
    text: str, original: str, classes: str, edges: tuple[str, str], level: int
) -> bytes:
    """Levels of one isolating run sequence (W1 to I2); `edges` are its sos and eos."""
    sos, eos = edges
    types = _resolve_weak(sos + classes)
    direction = "LR"[level & 1]
    types = resolve_brackets(text, original, types, direction)

    def resolve_neutral(match: re.Match[str]) -> str:
        """N1 and N2; numbers count as R."""
        before = "L" if match[1] == "L" else "R"
        after = "L" if match[3] == "L" else "R"
        return match[1] + (before if before == after else direction) * len(match[2])

    types = _NEUTRALS.sub(resolve_neutral, types + eos)[1:-1]
    return types.encode().translate(_implicit_levels(level))


def _resolve_weak(types: str) -> str:
    """Rules W1 to W7, on classes that begin with sos."""
    if "m" in types:
        types = _NONSPACING.sub(
            lambda m: m[1] + ("o" if m[1] in "lrfi" else m[1]) * len(m[2]), types
        )
    if "A" in types:
        types = _AFTER_ARABIC.sub(lambda m: m[0].replace("0", "9"), types).replace("A", "R")
    types = _BETWEEN_NUMBERS.sub(lambda m: "0" if types[m.start() - 1] == "0" else "9", types)
    types = _TERMINATORS.sub(lambda m: "0" * len(m[0]), types)
    types = types.translate(_SEPARATORS_TO_NEUTRAL)
    return _AFTER_LATIN.sub(lambda m: m[0].replace("0", "L"), types)


@lru_cache(MAX_DEPTH + 2)
def _implicit_levels(level: int) -> bytes:
    """Table from resolved class to level (I1, I2)."""
    rises = {"L": 1, "R": 0, "0": 1, "9": 1} if level & 1 else {"L": 0, "R": 1, "0": 2, "9": 2}
    table = bytearray(256)
    for letter, rise in rises.items():
        table[ord(letter)] = level + rise
    return bytes(table)
