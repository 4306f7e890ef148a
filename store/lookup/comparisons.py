"""The words of a query, each compared once with words that may be meant by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from store.lookup.candidates import Vocabulary
from store.lookup.likeness import differ, likeness, likeness_if_sure, likeness_to_longer
from store.lookup.sounds import Skeleton, skeleton
from store.lookup.weights import WEIGHTS
from store.text.folding import is_arabic
from store.tuples import NamedTuple

Compared = tuple[float, int, int]
"""How like a word of the query is to one of the vocabulary, then that one's id and frequency."""


class Known(NamedTuple):
    """What is known of words, whatever they are asked for: parts of one query share it."""

    frequencies: dict[str, int]
    """How many names hold a word, for each word of the vocabulary that was considered."""
    skeletons: dict[str, Skeleton]
    """Of the words of the query and of those that were considered."""
    likeness: dict[str, dict[str, float]]
    """How like a word of the query is to others."""
    compared: dict[str, int]
    """With how many others each has been compared by sound."""
    unsure: dict[str, set[str]]
    """Others than words written together, not as like as names must be: how like is not known."""
    rarities: dict[str, tuple[float, float]]
    """How much a word of names tells: beside generic terms alone, and beside any others."""
    telling: dict[str, bool]
    """Whether a word tells which one is meant."""


class Bounds(NamedTuple):
    """How much of a query is compared by sound."""

    at_each_step: int
    """Words of the vocabulary, for all words of the query together …"""
    at_least: int
    """… but so many for one of them."""
    pairs: int
    """Of words, in all."""
    by_letters: int
    """Words that are likest in letters, of all that a store has; none of a large one."""


class Comparisons:
    """What has been found out of the words of one query; all words are folded."""

    def __init__(
        self,
        query_words: Collection[str],
        other_forms: Mapping[str, str],
        known: Known,
        most: int = WEIGHTS.sounds_compared,
    ) -> None:
        """Begin with what is known.

        Args:
            query_words: all words of the query.
            other_forms: how some of them may stand in the other script; see `keys.other_form`.
            known: from other parts of the same query.
            most: how many pairs of words may be compared by sound.
        """
        self._most = most
        self.frequencies, self.skeletons = known.frequencies, known.skeletons
        self.rarities, self.telling = known.rarities, known.telling
        self._likeness, self._unsure = known.likeness, known.unsure
        self._compared_with = known.compared
        self.skeletons.update({word: skeleton(word) for word in query_words})
        self._other_forms = other_forms
        self._compared = sum([known.compared.get(word, 0) for word in query_words])
        self._considered: dict[str, dict[str, Compared]] = {}

    def consider(self, word: str, vocabulary: Vocabulary) -> None:
        """Compare a word of the query with some of the vocabulary."""
        considered = self._considered.setdefault(word, {})
        for other, word_id, frequency, fine, rough in vocabulary.values():
            if other not in considered:
                self.frequencies[other] = frequency
                self.skeletons[other] = Skeleton(fine, rough)
                considered[other] = (self.likeness(word, other), word_id, frequency)

    def best(self, word: str) -> Compared:
        """The word considered that is most like a word of the query; 0.0, 0, 1 without any."""
        return max(self._considered.get(word, {}).values(), default=(0.0, 0, 1))

    def is_nearer(self, word: str, term: str) -> bool:
        """Whether a word of the query is more like an Arabic word considered than like a term."""
        likest = max(
            [met[0] for other, met in self._considered.get(word, {}).items() if is_arabic(other)],
            default=0.0,
        )
        return likest > likeness(word, term)

    def nearest(self, word: str, most: int) -> dict[int, int]:
        """The words considered that are most like a word of the query, best first.

        Returns:
            Their ids with their frequencies.
        """
        best = sorted(self._considered.get(word, {}).values(), reverse=True)[:most]
        return {word_id: frequency for alike, word_id, frequency in best if alike > 0}

    def likenesses(self, word: str) -> dict[str, float]:
        """What is known already: how like a word of the query is to others."""
        known = self._likeness.setdefault(word, {word: 1.0})
        for other in self._unsure.pop(word, ()):
            known[other] = likeness(word, other, WEIGHTS.sure_together)
        return known

    def sure_likeness(self, word: str, other: str) -> float:
        """How like some words written together are to others, where they surely are; else 0.

        It counts as any comparison and costs less.
        """
        known = self._likeness.setdefault(word, {word: 1.0})
        found = known.get(other)
        if found is None and other not in self._unsure.get(word, ()):
            found = self._find_if_sure(known, word, other)
        return found if found is not None and found >= WEIGHTS.sure_together else 0.0

    def _find_if_sure(self, known: dict[str, float], word: str, other: str) -> float:
        if self.is_spent:
            return self._likeness_beyond(word, other)
        if other.startswith(word) or word in self._other_forms:
            return self.likeness(word, other, WEIGHTS.sure_together)
        if differ(word, self.skeleton(other)):
            known[other] = 0.0
            return 0.0
        self._count(word)
        found = likeness_if_sure(word, other, WEIGHTS.sure_together)
        if self.is_spent:  # another part may compare them yet
            return found
        if found >= WEIGHTS.sure_together:
            known[other] = found
        else:
            self._unsure.setdefault(word, set()).add(other)
        return found

    def likeness(self, word: str, other: str, least: float = WEIGHTS.least_likeness) -> float:
        """From 0 to 1, how like a word of the query is to a word of a name.

        What is less than `least` need not be exact, which costs less. Of one query only so many
        pairs are compared by sound; the others are taken to be unlike.
        """
        known = self.likenesses(word)
        if other in known:
            return known[other]
        if self.is_spent:
            return self._likeness_beyond(word, other)
        found = self._find_likeness(word, other, least)
        if not self.is_spent:  # else another part may compare them yet
            known[other] = found
        return found

    @property
    def is_spent(self) -> bool:
        """Whether as many words have been compared by sound as one query may cost."""
        return self._compared >= self._most

    def may_be_alike(self, word: str, other: str) -> bool:
        """Whether words may be alike at all: where no more is compared, few are."""
        return not self.is_spent or other.startswith(word) or other in self._likeness.get(word, ())

    def alike_to(self, words: Iterable[str], other: str) -> dict[str, float]:
        """Which words are like a word of a name, and how much; once no more is compared."""
        found = {}
        for word in words:
            likeness = self.likenesses(word).get(other)
            if likeness is None:
                likeness = self._likeness_beyond(word, other)
            if likeness > 0:
                found[word] = likeness
        return found

    def _likeness_beyond(self, word: str, other: str) -> float:
        """How like they are where no more is compared by sound: only a beginning is."""
        return likeness_to_longer(word, other) if other.startswith(word) else 0.0

    def _find_likeness(self, word: str, other: str, least: float) -> float:
        if other.startswith(word):
            return likeness_to_longer(word, other)
        found = self._by_sound(word, other, least)
        form = self._other_forms.get(word)
        if form is None or form.isascii() is other.isascii() or not _may_have_article(form, other):
            return found
        costs = WEIGHTS.later_reading if form.isascii() else 0.0  # what is cut says less
        return max(found, self._by_sound(form, other, least) - costs)

    def _by_sound(self, word: str, other: str, least: float) -> float:
        if self.is_spent or differ(word, self.skeleton(other)):
            return 0.0
        self._count(word)
        return likeness(word, other, least)

    def _count(self, word: str) -> None:
        """Count a comparison by sound."""
        self._compared += 1
        self._compared_with[word] = self._compared_with.get(word, 0) + 1

    def skeleton(self, word: str) -> Skeleton:
        """The keys of a word by its sound."""
        found = self.skeletons.get(word)
        if found is None:
            found = self.skeletons[word] = skeleton(word)
        return found


def _may_have_article(form: str, other: str) -> bool:
    """Whether a word may begin with what looks like an article in the form of the query's word."""
    return form.isascii() or "l" in other[:2]
