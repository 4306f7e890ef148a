"""Documents made up in any number, always the same ones, and what is asked of them.

Their words have a Zipf distribution: the commonest stands in nearly all of them, the second in over
90 %. One in ten is an agreement with a date, one in a thousand an actor, the rest are zones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from store.model.records import Bilingual, Fact, Record

_VOCABULARY: Final = 30_000
_LETTERS: Final = "abcdefghijklmnoprstuvwyz"
_WORDS_A_TEXT: Final = 60
_QUERIES: Final = 60
_FIRST_YEAR: Final = 2012
_YEARS: Final = 7


def vocabulary(choose: random.Random) -> list[str]:
    """Made-up words, the commonest first."""
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(choose.choices(_LETTERS, k=choose.randint(3, 9)))] = None
    return list(words)


def documents(count: int, words: list[str], choose: random.Random) -> Iterator[Record]:
    """Records whose words are the rarer the later they stand in the vocabulary (Zipf)."""
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(words))))
    for number in range(count):
        text = choose.choices(words, cum_weights=weights, k=_WORDS_A_TEXT)
        named, told = Bilingual(" ".join(text[:3])), Bilingual(" ".join(text))
        if number % 1_000 == 1:
            yield Record(f"text-{number}", "actor", named, summary=told)
        elif number % 10 == 2:
            date = Fact("date", str(_FIRST_YEAR + number // 10 % _YEARS))
            yield Record(f"text-{number}", "agreement", named, summary=told, facts=(date,))
        else:
            yield Record(f"text-{number}", "zone", named, summary=told)


def queries(words: list[str], choose: random.Random) -> dict[str, list[str]]:
    """Queries by the frequency of their words; complete words, as a blank ends each."""

    def some(first: int, last: int, length: int) -> list[str]:
        picked = [choose.choices(words[first:last], k=length) for _ in range(_QUERIES)]
        return [" ".join(query) + " " for query in picked]

    return {
        "one of the 3 commonest words": some(0, 3, 1),
        "one of the 100 commonest": some(0, 100, 1),
        "a rare word": some(1_000, 20_000, 1),
        "two of the 100 commonest": some(0, 100, 2),
        "two words of any frequency": some(0, 3_000, 2),
        "three words of any frequency": some(0, 3_000, 3),
        "words that none holds": ["qqqqqqqqqq ", "qqqqqqqqqq wwwwwwwwww "] * (_QUERIES // 2),
        "three letters that words begin with": [
            word[:3] + "*" for word in choose.choices(words, k=_QUERIES)
        ],
    }


def narrowed_queries(words: list[str], choose: random.Random) -> dict[str, list[str]]:
    """Queries with filters and operators, all of common words, which only masarat understands."""
    common = choose.choices(words[:100], k=_QUERIES)
    others = choose.choices(words[:100], k=_QUERIES)
    years = [_FIRST_YEAR + number % _YEARS for number in range(_QUERIES)]
    pairs = list(zip(common, others, strict=True))
    return {
        "a common word, of one kind in ten": [f"{word} kind:agreement" for word in common],
        "a common word, of one kind in a thousand": [f"{word} kind:actor" for word in common],
        "a common word, of one year": [
            f"{word} year:{year}" for word, year in zip(common, years, strict=True)
        ],
        "a year alone": [f"year:{year}" for year in years],
        "two common words as a phrase": [f'"{one} {other}"' for one, other in pairs],
        "one common word or another": [f"{one} OR {other}" for one, other in pairs],
        "a common word without another": [f"{one} -{other}" for one, other in pairs],
    }
