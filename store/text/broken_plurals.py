"""Arabic words whose plural changes inside: the patterns of one number led to those of the other.

Pairs of patterns as grammars have them (Wright, A Grammar of the Arabic Language, I, 304; Ryding, A
Reference Grammar of Modern Standard Arabic, 7.3.2), for folded stems: without hamza, the ending ta
marbuta and doubling. Which of the words that come of it exist, an index knows.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from store.text.root_patterns import filled, root
from store.typed import Final

# Of each pattern of a singular those of its plurals; 1 to 4 are the letters of the root.
_PLURALS: Final = {
    "12": "12و2",
    "123": "12و3 12ا3 ا12ا3 ا123",
    "1ا3": "ا1وا3",
    "1ا23": "12ا3 1وا23 123ا",
    "1ا2": "1وا2",
    "1اي3": "1ا3 1وا3",
    "12ي3": "123ا ا123ا 12ا3 123ي 12اي3",
    "12ا3": "12اي3",
    "12و3": "123 12اي3",
    "م123": "م1ا23",
    "م12ا3": "م1ا2ي3",
    "م12و3": "م1ا2ي3",
    "م12ي3": "م1ا2ي3",
    "1234": "12ا34",
    "123ا4": "12ا3ي4",
    "123و4": "12ا3ي4",
    "123ي4": "12ا3ي4",
    "1ا2و3": "1وا2ي3",
}
_ONE_WAY: Final = {
    ("123", "12ا3"), ("1ا23", "12ا3"), ("12ي3", "12ا3"), ("123", "ا123"),
}  # fmt: skip
"""A verbal noun (سباق) or a verb (سبق) is more often what looks like such a plural."""
_FEMININE: Final = ("ه", "ات", "تها", "تهم", "تنا")
_OF_FEMININE: Final = {"12اي3", "1وا23", "1وا2", "م1ا23", "12ا34"}
"""Plurals of singulars in ta marbuta."""

_Pairs = dict[int, list[tuple[str, list[str]]]]


def _by_length() -> _Pairs:
    others: defaultdict[str, list[str]] = defaultdict(list)
    for singular, plurals in _PLURALS.items():
        for plural in plurals.split():
            others[singular].append(plural)
            if (singular, plural) not in _ONE_WAY:
                others[plural].append(singular)
    by_length: _Pairs = defaultdict(list)
    for pattern, patterns in others.items():
        by_length[len(pattern)].append((pattern, patterns))
    return dict(by_length)


_PATTERNS: Final = _by_length()


@lru_cache(maxsize=4_096)
def in_other_number(stem: str, word: str = "") -> tuple[str, ...]:
    """Words that may be the plurals of a singular, or singulars of a broken plural.

    Args:
        stem: of a folded Arabic word, without article and endings.
        word: with its endings, which tell whether it is feminine.

    Returns:
        Folded words, each once; most are none that anybody says.
    """
    found: dict[str, None] = {}
    is_feminine = word.endswith(_FEMININE)
    for pattern, others in _PATTERNS.get(len(stem), ()):
        if (letters := root(stem, pattern)) is None:
            continue
        for other in others:
            if not (is_feminine and pattern in _PLURALS and other not in _OF_FEMININE):
                found[filled(other, letters)] = None
    found.pop(stem, None)
    return tuple(found)
