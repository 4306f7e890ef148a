"""How like a query a name is: its words compared with the query's, and weighed by rarity."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from store.lookup.candidates import Name
from store.lookup.comparisons import Comparisons
from store.lookup.forms.generic_terms import is_generic
from store.lookup.keys import NameKeys, are_capitals, folded_keys
from store.lookup.likeness import rough_skeleton
from store.lookup.sounds import Skeleton
from store.tables.batches import fetch
from store.tables.connection import last_number
from store.text.folding import is_arabic

Way = Literal["exact", "prefix", "word", "spelling", "cross-script", "acronym"]

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
_BY_SOUND_COSTS: Final = 0.4  # of what is above: a beginning as written goes first
_SURE_TOGETHER: Final = 0.7  # likeness of whole names, beyond which words may part elsewhere
_SURE_LIKENESS: Final = 0.87

# A name may have more words than the query, or fewer: the side that is met better counts more, once
# enough of the query is met. Rare words tell more than common ones, and generic terms least.
_BETTER_SIDE: Final = 0.75
_ENOUGH_MET: Final = 0.4
_LEAST_MET: Final = 0.3  # likeness of a word that counts as met at all
_MANY_MORE: Final = 2  # words by which a query is longer than a name: more of it must be met
_MOST_MET: Final = 0.45
_TELLING: Final = 1.5
_GENERIC: Final = 0.1


class ScoredName(NamedTuple):
    """A name, how like the query it is from 0 to 100, and what makes it so."""

    name: Name
    score: float
    way: Way


class Scorer:
    """Scores names against one query, whose words have been compared with the vocabulary."""

    def __init__(
        self, connection: sqlite3.Connection, query: NameKeys, comparisons: Comparisons
    ) -> None:
        self._connection = connection
        self._query = query
        self._written_together = query.folded.replace(" ", "")
        self._is_arabic = is_arabic(query.folded)
        self._comparisons = comparisons
        self._only_generic = all(
            is_generic(word, comparisons.skeleton(word)) for word in query.words
        )
        self._names = max(1, last_number(connection, "names"))
        self._query_rarities = [(word, self._rarity_meant(word)) for word in query.words]
        self._rarities: dict[str, float] = {}

    def rank(self, names: Iterable[Name]) -> list[ScoredName]:
        """Score names, the best first; those that score alike in the order given."""
        # A damaged index may have names without words.
        names = [name for name in names if name.folded.split()]
        keys = {name.folded: folded_keys(name.folded.split()) for name in names}
        self._weigh({word for each in keys.values() for word in each.words})
        scored = [self._scored(name, keys[name.folded]) for name in names]
        return sorted(scored, key=lambda found: -found.score)

    def _weigh(self, words: set[str]) -> None:
        """Find out how much each word of some names tells."""
        frequencies, skeletons = self._comparisons.frequencies, self._comparisons.skeletons
        rows = fetch(
            self._connection,
            "SELECT word, frequency, fine, rough FROM words"
            " WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(words - frequencies.keys())),),
        )
        for word, frequency, fine, rough in rows:
            frequencies[word] = frequency
            skeletons[word] = Skeleton(fine, rough)
        # A damaged index may have lost words of a name.
        self._rarities = {word: self._rarity(word, frequencies.get(word, 1)) for word in words}

    def _scored(self, name: Name, keys: NameKeys) -> ScoredName:
        score, way = self._score(keys)
        if way == "acronym" and not are_capitals(name.text, keys.initials):
            score = min(score, _SHORT_ACRONYM)
        return ScoredName(name, score - (_ALIAS_COSTS if name.role == "alias" else 0.0), way)

    def _score(self, keys: NameKeys) -> tuple[float, Way]:
        query = self._query
        folded = keys.folded
        if folded == query.folded:
            return _EXACT, "exact"
        if keys.initials and keys.initials == self._written_together:
            return _ACRONYM if len(keys.initials) > 2 else _SHORT_ACRONYM, "acronym"
        if query.words == keys.words:
            return _ALL_BUT_ARTICLES, "spelling"
        score = _LIKE * max(self._likeness_by_words(keys), self._likeness_together(keys))
        if _has_article(keys) != _has_article(query):
            score -= _ARTICLE_COSTS
        if folded.startswith(query.folded):
            begun = len(query.folded) / len(folded)
            return max(_BEGINNING + (_LIKE - _BEGINNING) * begun, score), "prefix"
        if is_arabic(folded) != self._is_arabic:
            return score - _BY_SOUND_COSTS * max(0.0, score - _GOOD), "cross-script"
        return score, "word" if set(query.words) <= set(keys.words) else "spelling"

    def _likeness_by_words(self, keys: NameKeys) -> float:
        """How well query and name meet, word by word, each by the most alike of the other side."""
        asked = met = 0.0
        answered: dict[str, float] = {}
        for word, rarity in self._query_rarities:
            known = self._comparisons.likenesses(word)
            likeness, other = max(
                [
                    (
                        known[other] if other in known else self._comparisons.likeness(word, other),
                        other,
                    )
                    for other in keys.words
                ]
            )
            asked += rarity
            if likeness >= _LEAST_MET:
                met += rarity * likeness
            if likeness > answered.get(other, 0.0):
                answered[other] = likeness
        held = sum([self._rarities[other] for other in keys.words])
        covered = sum([self._rarities[other] * likeness for other, likeness in answered.items()])
        query_met, name_met = met / asked, min(1.0, covered / held)
        surely = max(answered.values(), default=0.0) >= _SURE_LIKENESS
        more = len(self._query_rarities) - len(keys.words)
        enough = _ENOUGH_MET if more < _MANY_MORE else _MOST_MET
        if surely and enough <= query_met < name_met:
            query_met, name_met = name_met, query_met
        return _BETTER_SIDE * query_met + (1 - _BETTER_SIDE) * name_met

    def _likeness_together(self, keys: NameKeys) -> float:
        """How like query and name are as one word each, where they are surely alike; else 0."""
        query = self._query
        if not (keys.joined or query.joined):
            return 0.0
        word, other = query.joined or query.words[0], keys.joined or keys.words[0]
        lengths = len(rough_skeleton(word)), len(self._comparisons.skeleton(other).rough)
        if max(lengths) > 2 * min(lengths):
            return 0.0
        likeness = self._comparisons.likeness(word, other, _SURE_TOGETHER)
        return likeness if likeness >= _SURE_TOGETHER else 0.0

    def _rarity_meant(self, word: str) -> float:
        """How much a word of the query tells: as much as the one that is surely meant by it."""
        likeness, _, frequency = self._comparisons.best(word)
        return self._rarity(word, frequency if likeness > _SURE_LIKENESS else 1)

    def _rarity(self, word: str, frequency: int) -> float:
        """How much a word tells: the logarithm of its inverse frequency, raised to set it off."""
        rarity: float = math.log(1 + self._names / max(1, frequency)) ** _TELLING
        if self._only_generic or not is_generic(word, self._comparisons.skeleton(word)):
            return rarity
        return rarity * _GENERIC


def _has_article(keys: NameKeys) -> bool:
    return len(keys.folded) - keys.folded.count(" ") != sum(map(len, keys.words))
