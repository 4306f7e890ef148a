"""Paired brackets: rule N0 of UAX #9, with definitions BD14 to BD16."""

from __future__ import annotations

from store.expressions import expression
from store.typed import Final
from tui.bidi.algorithm.tables import CLOSING_BRACKETS

MAX_OPEN: Final = 63

_EQUIVALENT: Final = {"\u232a": "\u3009"}
"""Closing brackets that are canonically another one."""
_CLOSING: Final = frozenset(CLOSING_BRACKETS.values())
_BRACKETS: Final = frozenset(CLOSING_BRACKETS) | _CLOSING
_STRONG_LEFT: Final = expression(b"L")
_STRONG_RIGHT: Final = expression(b"[R09]")
_NEUTRAL: Final = frozenset(b"owSBlrfi")


def bracket_pairs(text: str, types: str) -> list[tuple[int, int]]:
    """Places of paired brackets that are still neutral, by opening bracket.

    Args:
        text: The characters of an isolating run sequence.
        types: Their classes after the weak rules.
    """
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        if types[place] != "o" or character not in _BRACKETS:
            continue
        if closing := CLOSING_BRACKETS.get(character):
            if len(waiting) == MAX_OPEN:
                return []
            waiting.append((_EQUIVALENT.get(closing, closing), place))
            continue
        closing = _EQUIVALENT.get(character, character)
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == closing:
                pairs.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(pairs)


def resolve_brackets(text: str, original: str, types: str, direction: str) -> str:
    """Give paired brackets the direction that their content or context asks for (N0).

    Args:
        text: The characters of an isolating run sequence.
        original: Their classes before any rule.
        types: sos, then their classes after the weak rules.
        direction: `L` or `R`, the sequence's embedding direction.

    Returns:
        `types` with paired brackets resolved.
    """
    if _BRACKETS.isdisjoint(text):
        return types
    pairs = bracket_pairs(text, types[1:])
    resolved = bytearray(types.encode())
    for opening, closing in pairs:
        found = _direction_of_pair(resolved, opening + 1, closing + 1, direction)
        if not found:
            continue
        for place in (opening, closing):
            resolved[place + 1] = ord(found)
            mark = place + 1
            while mark < len(original) and original[mark] == "m":
                resolved[mark + 1] = ord(found)
                mark += 1
    return resolved.decode()


def _direction_of_pair(types: bytearray, opening: int, closing: int, direction: str) -> str:
    """Direction of a pair (N0 b to d), or nothing when it holds no strong character."""
    same, other = _STRONG_LEFT, _STRONG_RIGHT
    if direction == "R":
        same, other = other, same
    if same.search(types, opening + 1, closing):
        return direction
    if not other.search(types, opening + 1, closing):
        return ""
    before = opening - 1
    while before > 0 and types[before] in _NEUTRAL:
        before -= 1
    return "L" if types[before] == ord("L") else "R"
