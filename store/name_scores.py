"""How like a query a name is: words compared by letters and by sound, weighed by rarity."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from store.name_keys import NameKeys, bare_words, folded_keys, is_generic
from store.sound_distance import Sound, distances, sound
from store.sounds import cuts, skeleton, units

_Way = Literal["exact", "prefix", "word", "spelling", "cross-script", "acronym"]
Vocabulary = dict[str, tuple[str, int, int]]
"""Words by themselves: the word, its id, and how many names hold it."""

_LEAST_LIKENESS: Final = 0.5  # of a word, below which it is another word
_ALIAS_COSTS: Final = 1.0
_MOST_COMPARED = 80
_LATER_READING: Final = 0.02
ASKED = 0.7
PA = 0.45
PB = 0.45
GENERIC = 0.35
POWER = 1.5


class Scorer:
    """Scores names against one query, remembering what it has compared."""

    def __init__(self, connection: sqlite3.Connection, query: NameKeys) -> None:
        self._connection = connection
        self._query = query
        self._together = query.folded.replace(" ", "")
        self._likeness: dict[tuple[str, str], float] = {}
        self._frequencies: dict[str, int] = {}
        self._compared = 0
        (self._names,) = connection.execute("SELECT coalesce(max(id), 1) FROM names").fetchone()
        self._considered: dict[str, dict[str, tuple[float, int, int]]] = {}

    def consider(self, word: str, vocabulary: Vocabulary) -> None:
        """Compare a word of the query with some of the vocabulary."""
        considered = self._considered.setdefault(word, {})
        for other, word_id, frequency in vocabulary.values():
            if other not in considered:
                self._frequencies[other] = frequency
                considered[other] = (self.likeness(word, other), word_id, frequency)

    def likeliest(self, word: str) -> float:
        """How like the word is the likest that was considered."""
        return max(self._considered.get(word, {}).values(), default=(0.0, 0, 0))[0]

    def near(self, word: str, most: int) -> list[tuple[int, float]]:
        """The likest of the words considered, with their ids: what leads to names."""
        best = sorted(self._considered.get(word, {}).values(), reverse=True)[:most]
        return [(word_id, likeness) for likeness, word_id, _ in best if likeness > 0]

    def weigh(self, names: Iterable[str]) -> None:
        """Learn how common the words of some folded names are."""
        unknown = {word for name in names for word in folded_keys(name.split()).words}
        unknown -= self._frequencies.keys()
        self._frequencies.update(dict.fromkeys(unknown, 1))
        self._frequencies.update(
            self._connection.execute(
                "SELECT word, frequency FROM words WHERE word IN (SELECT value FROM json_each(?))",
                (json.dumps(list(unknown)),),
            )
        )

    def likeness(self, word: str, other: str) -> float:
        """From 0 to 1, how like a word of the query is to a word of a name."""
        known = self._likeness.get((word, other))
        if known is None:
            if self._compared > _MOST_COMPARED and word != other:
                return 0.0
            self._compared += 1
            known = self._likeness[word, other] = self._compare(word, other)
        return known

    def _compare(self, word: str, other: str) -> float:
        if word == other:
            return 1.0
        if _swapped(word, other):
            return 1 - 1 / (len(word) + 1)
        if not word.isascii() and not other.isascii():
            return _by_sound(_written(word), _written(other))
        if _differ(_consonants(word), _consonants(other)):
            return 0.0
        (name, *_) = _sounds(other)
        return max(
            _by_sound(reading, name) - _LATER_READING * later
            for later, reading in enumerate(_readings(word))
        )

    def score(self, folded: str, role: str) -> tuple[float, _Way]:
        """A name's score from 0 to 100, and what makes it like the query."""
        score, way = self._score(folded)
        return score - (_ALIAS_COSTS if role == "alias" else 0.0), way

    def _score(self, folded: str) -> tuple[float, _Way]:
        query = self._query
        if folded == query.folded:
            return 100.0, "exact"
        keys = folded_keys(folded.split())
        if keys.initials and keys.initials == self._together:
            return 97.0, "acronym"
        best = self._by_words(keys)
        together = query.joined or query.words[0]
        if keys.joined or query.joined:
            best = max(best, self.likeness(together, keys.joined or keys.words[0]))
        way: _Way = "spelling" if _script(folded) == _script(query.folded) else "cross-script"
        if folded.startswith(query.folded):
            return max(90 + 8 * len(query.folded) / len(folded), 98 * best), "prefix"
        if query.words == keys.words:
            return 99.0, "spelling"
        if way == "spelling" and set(query.words) <= set(keys.words):
            way = "word"
        return 98 * best, way

    def _by_words(self, keys: NameKeys) -> float:
        others = list(keys.words)
        asked = weighed = 0.0
        answered: dict[str, float] = {}
        for word in self._query.words:
            pairs = [(self.likeness(word, other), other) for other in others]
            likeness, other = max(pairs)
            if likeness < _LEAST_LIKENESS:
                likeness = 0.0
            else:
                answered[other] = max(likeness, answered.get(other, 0.0))
            told = self._rarity(word, self._frequency_asked(word))
            asked += told
            weighed += told * likeness
        held = sum(self._rarity(other, self._frequencies[other]) for other in others)
        covered = sum(
            self._rarity(other, self._frequencies[other]) * likeness
            for other, likeness in answered.items()
        )
        q, n = weighed / asked, min(1.0, covered / held)
        if q < 0.4:
            return ASKED * q + (1 - ASKED) * n
        return ASKED * max(q, n) + (1 - ASKED) * min(q, n)

    def _frequency_asked(self, word: str) -> int:
        likeness, _, frequency = max(self._considered.get(word, {}).values(), default=(0.0, 0, 1))
        return frequency if likeness > 0.8 else 1

    def _rarity(self, word: str, frequency: int) -> float:
        return (GENERIC if is_generic(word) else 1.0) * math.log(
            1 + self._names / frequency
        ) ** POWER


def _by_sound(query: Sound, name: Sound) -> float:
    together = query.weight + name.weight
    whole, beginning = distances(query, name, together * (1 - _LEAST_LIKENESS) / 2)
    if whole > together:
        return 0.0
    by_sound = 1 - 2 * whole / together
    if beginning < whole:
        share = query.weight / max(query.weight, name.weight)
        begun = 1 - beginning / max(query.weight, 0.3)
        by_sound = max(by_sound, begun * max(0.6, PA + PB * share))
    return max(0.0, by_sound)


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> tuple[Sound, ...]:
    return tuple(sound(cut) for cut in cuts(word))


@lru_cache(maxsize=100)
def _readings(word: str) -> tuple[Sound, ...]:
    readings = _sounds(word)
    return readings + tuple(sound(units(bare)) for bare in bare_words(word))


@lru_cache(maxsize=20_000)
def _written(word: str) -> Sound:
    return sound(units(word), as_written=True)


@lru_cache(maxsize=20_000)
def _consonants(word: str) -> frozenset[str]:
    return frozenset(skeleton(word).rough)


def _differ(query: frozenset[str], name: frozenset[str]) -> bool:
    """Whether words share so few consonants that comparing their sounds is not worth the while."""
    shared = len(query & name)
    return shared < len(query) and 2 * shared < max(len(query), len(name))


def _swapped(word: str, other: str) -> bool:
    """Whether the words differ in two neighbouring letters that changed places."""
    if len(word) != len(other) or len(word) < 3:
        return False
    differ = [i for i, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
    return len(differ) == 2 and (
        word[differ[0]] + word[differ[1]] == other[differ[1]] + other[differ[0]]
        and differ[1] == differ[0] + 1
    )


def _script(folded: str) -> bool:
    return folded.isascii()
