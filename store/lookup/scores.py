"""How like a query a name is: words compared by letters and by sound, weighed by rarity."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from store.lookup.generic_terms import is_generic
from store.lookup.keys import NameKeys, bare_words, folded_keys
from store.lookup.sound_distance import Sound, distances, sound
from store.lookup.sounds import Skeleton, cuts, skeleton, skeletons, units
from store.text.folding import is_arabic

Way = Literal["exact", "prefix", "word", "spelling", "cross-script", "acronym"]
Vocabulary = dict[str, tuple[str, int, int, str, str]]
"""Words by themselves: the word, its id, how many names hold it, its fine and rough skeleton."""

# Scores of 100; what is only like the query shares what is left below the first.
_EXACT: Final = 100.0
_ALL_BUT_ARTICLES: Final = 99.0
_LIKE: Final = 98.0
_ACRONYM: Final = 97.0
_SHORT_ACRONYM: Final = 80.0  # two letters are more often a beginning
_BEGINNING: Final = 90.0
_ALIAS_COSTS: Final = 1.0
_ARTICLE_COSTS: Final = 0.4  # when one has an article and the other none

_GOOD: Final = 80.0
_HEARD_COSTS: Final = 0.4  # of what is above: a beginning as written goes before what sounds alike
_LEAST_LIKENESS: Final = 0.6  # of a word, below which it is another word
_SURE_TOGETHER: Final = 0.7  # likeness of whole names, beyond which words may part elsewhere
_SURE_LIKENESS: Final = 0.87
_LETTERS_COUNT: Final = 0.3  # by how much Latin words that only sound alike are less alike
_LATER_READING: Final = 0.02  # what a less usual reading of Latin letters costs
_LEAST_BEGUN: Final = 0.6  # likeness of a word of which the query is the very beginning …
_BEGUN: Final = 0.45  # … or more, by how much of it is there
_SOUNDS_COMPARED: Final = 60  # pairs of words: what one query may cost

# A name may have more words than the query, or fewer: the side that is met better counts more, once
# enough of the query is met. Rare words tell more than common ones, and generic terms least.
_BETTER_SIDE: Final = 0.75
_ENOUGH_MET: Final = 0.4
_LEAST_MET: Final = 0.3  # likeness of a word that counts as met at all
_MANY_MORE: Final = 2  # words by which a query is longer than a name: more of it must be met
_MOST_MET: Final = 0.45
_TELLING: Final = 1.5
_GENERIC: Final = 0.1


class Scorer:
    """Scores names against one query, remembering what it has compared."""

    def __init__(self, connection: sqlite3.Connection, query: NameKeys) -> None:
        self._connection = connection
        self._query = query
        self._written_together = query.folded.replace(" ", "")
        self._is_arabic = is_arabic(query.folded)
        self._likeness: dict[str, dict[str, float]] = {}
        self._compared = 0
        self._considered: dict[str, dict[str, tuple[float, int, int]]] = {}
        self._frequencies: dict[str, int] = {}
        self._skeletons: dict[str, Skeleton] = {word: skeleton(word) for word in query.words}
        self._keys: dict[str, NameKeys] = {}
        self._asked: list[tuple[str, float]] = []
        self._only_generic = all(is_generic(*heard) for heard in self._skeletons.items())
        self._held: dict[str, float] = {}
        (self._names,) = connection.execute("SELECT coalesce(max(id), 1) FROM names").fetchone()

    def consider(self, word: str, vocabulary: Vocabulary) -> None:
        """Compare a word of the query with some of the vocabulary."""
        considered = self._considered.setdefault(word, {})
        for other, word_id, frequency, fine, rough in vocabulary.values():
            if other not in considered:
                self._frequencies[other] = frequency
                self._skeletons[other] = Skeleton(fine, rough)
                considered[other] = (self.likeness(word, other), word_id, frequency)

    def likeliest(self, word: str) -> float:
        """How like the word is the likest that was considered."""
        return max(self._considered.get(word, {}).values(), default=(0.0, 0, 0))[0]

    def near(self, word: str, most: int) -> dict[int, int]:
        """The likest of the words considered, best first: their ids with their frequencies."""
        best = sorted(self._considered.get(word, {}).values(), reverse=True)[:most]
        return {word_id: frequency for likeness, word_id, frequency in best if likeness > 0}

    def weigh(self, names: Iterable[str]) -> None:
        """Learn how telling the words of the query and of some folded names are."""
        self._keys = {name: folded_keys(name.split()) for name in names}
        held = {word for keys in self._keys.values() for word in keys.words}
        rows = self._connection.execute(
            "SELECT word, frequency, fine, rough FROM words"
            " WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(held - self._frequencies.keys())),),
        )
        for word, frequency, fine, rough in rows:
            self._frequencies[word] = frequency
            self._skeletons[word] = Skeleton(fine, rough)
        self._held = {word: self._rarity(word, self._frequencies[word]) for word in held}
        self._asked = [(word, self._rarity_asked(word)) for word in self._query.words]

    def likeness(self, word: str, other: str, least: float = _LEAST_LIKENESS) -> float:
        """From 0 to 1, how like a word of the query is to a word of a name.

        What is less than `least` need not be told: it costs less to find out no more.
        """
        known = self._known(word)
        if other not in known:
            known[other] = self._find_likeness(word, other, least)
        return known[other]

    def _known(self, word: str) -> dict[str, float]:
        return self._likeness.setdefault(word, {word: 1.0})

    def _find_likeness(self, word: str, other: str, least: float) -> float:
        if other.startswith(word):
            return _begun(word, other)
        if self._compared >= _SOUNDS_COMPARED or _differ(word, self._skeleton(other)):
            return 0.0
        self._compared += 1
        return _compare(word, other, least)

    def score(self, folded: str, role: str) -> tuple[float, Way]:
        """A name's score from 0 to 100, and what makes it like the query.

        Args:
            folded: the name, folded; one of those that were weighed.
            role: `name` or `alias`.
        """
        score, way = self._score(folded)
        return score - (_ALIAS_COSTS if role == "alias" else 0.0), way

    def _score(self, folded: str) -> tuple[float, Way]:
        query = self._query
        if folded == query.folded:
            return _EXACT, "exact"
        keys = self._keys[folded]
        if keys.initials and keys.initials == self._written_together:
            return _ACRONYM if len(keys.initials) > 2 else _SHORT_ACRONYM, "acronym"
        if query.words == keys.words:
            return _ALL_BUT_ARTICLES, "spelling"
        likeness = self._by_words(keys)
        if keys.joined or query.joined:
            one, other = query.joined or query.words[0], keys.joined or keys.words[0]
            shorter, longer = sorted((len(_skeleton_read(one)), len(self._skeleton(other).rough)))
            if longer <= 2 * shorter:
                together = self.likeness(one, other, _SURE_TOGETHER)
                if together >= _SURE_TOGETHER:
                    likeness = max(likeness, together)
        score = _LIKE * likeness
        if _has_article(keys) != _has_article(query):
            score -= _ARTICLE_COSTS
        if folded.startswith(query.folded):
            begun = len(query.folded) / len(folded)
            return max(_BEGINNING + (_LIKE - _BEGINNING) * begun, score), "prefix"
        if is_arabic(folded) != self._is_arabic:
            return score - _HEARD_COSTS * max(0.0, score - _GOOD), "cross-script"
        return score, "word" if set(query.words) <= set(keys.words) else "spelling"

    def _by_words(self, keys: NameKeys) -> float:
        """How well query and name meet, word by word, each by its likest on the other side."""
        asked = met = 0.0
        answered: dict[str, float] = {}
        for word, telling in self._asked:
            known = self._known(word)
            likeness, other = max(
                [
                    (known[other] if other in known else self.likeness(word, other), other)
                    for other in keys.words
                ]
            )
            asked += telling
            if likeness >= _LEAST_MET:
                met += telling * likeness
            if likeness > answered.get(other, 0.0):
                answered[other] = likeness
        held = sum([self._held[other] for other in keys.words])
        covered = sum([self._held[other] * likeness for other, likeness in answered.items()])
        query_met, name_met = met / asked, min(1.0, covered / held)
        surely = max(answered.values(), default=0.0) >= _SURE_LIKENESS
        enough = _ENOUGH_MET if len(self._asked) - len(keys.words) < _MANY_MORE else _MOST_MET
        if surely and enough <= query_met < name_met:
            query_met, name_met = name_met, query_met
        return _BETTER_SIDE * query_met + (1 - _BETTER_SIDE) * name_met

    def _skeleton(self, word: str) -> Skeleton:
        found = self._skeletons.get(word)
        if found is None:
            found = self._skeletons[word] = skeleton(word)
        return found

    def _rarity_asked(self, word: str) -> float:
        likeness, _, frequency = max(self._considered.get(word, {}).values(), default=(0.0, 0, 1))
        return self._rarity(word, frequency if likeness > _SURE_LIKENESS else 1)

    def _rarity(self, word: str, frequency: int) -> float:
        """How much a word tells: the logarithm of its inverse frequency, raised to set it off."""
        telling: float = math.log(1 + self._names / frequency) ** _TELLING
        if self._only_generic or not is_generic(word, self._skeletons[word]):
            return telling
        return telling * _GENERIC


def _has_article(keys: NameKeys) -> bool:
    return len(keys.folded) - keys.folded.count(" ") != sum(map(len, keys.words))


def _begun(word: str, other: str) -> float:
    """How like a word is to a longer one that begins with it: no distance is to be found out."""
    sounds = _written if is_arabic(word) else _usual
    query, name = sounds(word), sounds(other)
    rest = sum([price for _, price in name.priced]) - sum([price for _, price in query.priced])
    share = min(1.0, query.weight / name.weight)
    whole = 1 - 2 * rest / (query.weight + name.weight)
    return max(whole, _LEAST_BEGUN, _BEGUN * (1 + share))


def _compare(word: str, other: str, least: float) -> float:
    if _swapped(word, other):
        return 1 - 1 / (len(word) + 1)
    if is_arabic(word) and is_arabic(other):
        return _by_sound(_written(word), _written(other), least)
    name = _usual(other)
    likeness = max(
        _by_sound(reading, name, least) - _LATER_READING * later
        for later, reading in enumerate(_sound_readings(word))
    )
    if likeness > _LEAST_LIKENESS and word.isascii() and other.isascii():
        likeness += (
            _LETTERS_COUNT * (_letters_shared(word, other) - 1) * (other[: len(word)] != word)
        )
    return likeness


def _by_sound(query: Sound, name: Sound, least: float) -> float:
    together = query.weight + name.weight
    whole, beginning = distances(query, name, together * (1 - least) / 2)
    if whole > together:
        return 0.0
    by_sound = 1 - 2 * whole / together
    if beginning < whole:
        share = query.weight / max(query.weight, name.weight)
        begun = 1 - beginning / max(query.weight, 0.3)
        by_sound = max(by_sound, begun * max(_LEAST_BEGUN, _BEGUN * (1 + share)))
    return max(0.0, by_sound)


@lru_cache(maxsize=20_000)
def _usual(word: str) -> Sound:
    return sound(units(word))


@lru_cache(maxsize=100)
def _sound_readings(word: str) -> tuple[Sound, ...]:
    return tuple(sound(cut) for form in (word, *bare_words(word)) for cut in cuts(form))


@lru_cache(maxsize=20_000)
def _written(word: str) -> Sound:
    return sound(units(word), as_written=True)


@lru_cache(maxsize=100)
def skeletons_read(word: str) -> tuple[Skeleton, ...]:
    """The keys of a word of the query under its usual readings, with and without an article."""
    return tuple(key for form in (word, *bare_words(word)) for key in skeletons(form))


@lru_cache(maxsize=100)
def _consonants_read(word: str) -> frozenset[str]:
    return frozenset(letter for key in skeletons_read(word) for letter in key.rough)


@lru_cache(maxsize=100)
def _skeleton_read(word: str) -> str:
    return skeleton(word).rough


def _differ(word: str, other: Skeleton) -> bool:
    """Whether words share so few consonants that comparing their sounds is not worth the while."""
    name = set(other.rough)
    few = 2 * len(name & _consonants_read(word)) < len(name)
    return few and not name.issuperset(_skeleton_read(word))


def _letters_shared(word: str, other: str) -> float:
    """The share of pairs of neighbouring letters that two words have in common (Dice 1945)."""
    one = set(pairwise(f" {word} "))
    two = set(pairwise(f" {other} "))
    return 2 * len(one & two) / (len(one) + len(two))


def _swapped(word: str, other: str) -> bool:
    """Whether the words differ in two neighbouring letters that changed places."""
    if len(word) != len(other) or len(word) < 3:
        return False
    differ = [i for i, (one, two) in enumerate(zip(word, other, strict=True)) if one != two]
    return len(differ) == 2 and (
        word[differ[0]] + word[differ[1]] == other[differ[1]] + other[differ[0]]
        and differ[1] == differ[0] + 1
    )
