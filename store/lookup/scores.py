"""How like a query a name is: its words compared with the query's, and weighed by rarity."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from functools import cached_property, lru_cache

from store.lookup.candidates import Candidates, Name
from store.lookup.comparisons import Comparisons
from store.lookup.forms.generic_terms import generic_term, is_generic
from store.lookup.keys import LONGEST_WORD, NameKeys, are_capitals, folded_keys, name_keys
from store.lookup.likeness import rough_skeleton
from store.lookup.meant.telling import is_of_agreements, is_of_bodies, is_of_kinds, joins
from store.lookup.sounds import Skeleton
from store.lookup.weights import WEIGHTS
from store.model.found.reasons import Meeting, WordMet
from store.tables.connection import last_number
from store.text.folding import is_arabic
from store.tuples import NamedTuple
from store.typed import Final, Literal

_UNMET: Final = (0.0, "")
_ROUNDING: Final = 1e-9
Way = Literal["exact", "prefix", "word", "spelling", "cross-script", "acronym"]


class ScoredName(NamedTuple):
    """A name, how like the query it is from 0 to 100, and what makes it so."""

    name: Name
    score: float
    way: Way


class Scorer:
    """Scores names against one query, whose words have been compared with the vocabulary."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        query: NameKeys,
        comparisons: Comparisons,
        candidates: Candidates,
    ) -> None:
        self._candidates = candidates
        self._query = query
        self._written_together = query.folded.replace(" ", "")
        self._words = frozenset(query.words)
        self._has_article = _has_article(query)
        self._known = {word: comparisons.likenesses(word) for word in query.words}
        self._is_arabic = is_arabic(query.folded)
        self._comparisons = comparisons
        self._generic_known: dict[str, bool] = {}
        self._own_telling: dict[str, bool] = {}
        self._only_generic = all(self._is_generic(word) for word in query.words)
        self._names = max(1, last_number(connection, "names"))
        self._query_rarities = [(word, self._rarity_meant(word)) for word in query.words]
        telling = [(word, rarity) for word, rarity in self._query_rarities if self._tells(word)]
        naming = [(word, rarity) for word, rarity in telling if not is_of_bodies(word)] or telling
        is_mixed = len(naming) < len(telling) or any(map(self._is_of_kinds, query.words))
        self._naming = naming if telling and is_mixed else []
        """Its words that tell which one is meant, where others say only what sort of thing."""
        self.asks_agreement = bool(telling) and any(map(is_of_agreements, query.words))
        """Whether the query speaks of an agreement and tells of which one."""
        self._rarities: dict[str, float] = {}
        self._alike: dict[str, dict[str, float]] = {}

    @property
    def telling_words(self) -> tuple[str, ...]:
        """The query without words of agreements; all of it where it has no others."""
        words = self._query.words
        return tuple(word for word in words if not is_of_agreements(word)) or words

    def rank(self, names: Iterable[Name]) -> list[ScoredName]:
        """Score names, the best first; those that score alike in the order given.

        Those that surely score less than any answer are left out, mostly without scoring them.
        """
        # A damaged index may have names without words.
        names = [name for name in names if name.folded.split()]
        keys = {name.folded: _keys_of(name.folded) for name in names}
        self._weigh({word for each in keys.values() for word in each.words})
        is_spent = False
        scored = []
        for name in names:
            its_keys = keys[name.folded]
            is_spent = is_spent or self._comparisons.is_spent
            if not (is_spent and self._is_beyond(its_keys)):
                scored.append(self._scored(name, its_keys))
        return sorted(scored, key=lambda found: -found.score)

    def _is_beyond(self, keys: NameKeys) -> bool:
        """Whether a name surely scores less than any answer, once no more is compared.

        A name scores by how much of the query its words meet; that is no more than all that each
        of them meets, which is known of each word.
        """
        query = self._query
        if (
            keys.initials == self._written_together
            or keys.folded.startswith(query.folded)
            or keys.words == query.words
        ):
            return False
        reached = self._reached
        return sum([reached.get(word, 0.0) for word in keys.words]) < self._least_reached and (
            not self._likeness_together(keys)
        )

    @cached_property
    def _reached(self) -> dict[str, float]:
        """How much of the query each word of the names can meet, once no more is compared."""
        reached: dict[str, float] = {}
        for word, rarity in self._query_rarities:
            for other, likeness in self._comparisons.likenesses(word).items():
                if likeness > 0:
                    reached[other] = reached.get(other, 0.0) + rarity * likeness
        beginnings = tuple(self._words)
        for other in self._rarities:
            if other.startswith(beginnings):
                alike = self._alike_to(other)
                reached[other] = sum([alike.get(w, 0.0) * r for w, r in self._query_rarities])
        return reached

    @cached_property
    def _least_reached(self) -> float:
        """So much of the query a name must meet to score as much as an answer does."""
        asked = sum([rarity for _, rarity in self._query_rarities])
        other_side = 1 - WEIGHTS.better_side  # which at best is met as a whole
        share = (WEIGHTS.least_score / WEIGHTS.like - other_side) / WEIGHTS.better_side
        return (min(share, WEIGHTS.enough_met, WEIGHTS.most_met) - _ROUNDING) * asked

    def _weigh(self, words: set[str]) -> None:
        """Find out how much each word of some names tells."""
        frequencies, skeletons = self._comparisons.frequencies, self._comparisons.skeletons
        for row in self._candidates.these(words - frequencies.keys()).values():
            word, _, frequencies[word], fine, rough = row
            skeletons[word] = Skeleton(fine, rough)
        known = self._comparisons.rarities
        for word in words - known.keys() - self._words:
            known[word] = self._rarities_of(word)
        own = {word: self._rarities_of(word) for word in words & self._words}
        place = 0 if self._only_generic else 1
        self._rarities = {word: (own.get(word) or known[word])[place] for word in words}

    def _rarities_of(self, word: str) -> tuple[float, float]:
        # A damaged index may have lost words of a name.
        rarity = self._rarity_of(self._comparisons.frequencies.get(word, 1))
        return rarity, rarity * self._share(word)

    def _scored(self, name: Name, keys: NameKeys) -> ScoredName:
        score, way = self._score(keys)
        if way == "acronym" and not are_capitals(name.text, keys.initials):
            score = min(score, WEIGHTS.short_acronym)
        return ScoredName(name, score - (WEIGHTS.alias_costs if name.role == "alias" else 0.0), way)

    def _score(self, keys: NameKeys) -> tuple[float, Way]:
        query = self._query
        folded = keys.folded
        if folded == query.folded:
            return WEIGHTS.exact, "exact"
        if keys.initials and keys.initials == self._written_together:
            return WEIGHTS.acronym if len(keys.initials) > 2 else WEIGHTS.short_acronym, "acronym"
        if query.words == keys.words:
            return WEIGHTS.all_but_articles, "spelling"
        by_words = self._likeness_by_words(self._query_rarities, keys.words)
        score = WEIGHTS.like * max(by_words, self._likeness_together(keys))
        if self._naming:
            score = min(score, WEIGHTS.like * self._likeness_of_naming(keys))
        if _has_article(keys) != self._has_article:
            score -= WEIGHTS.article_costs
        if folded.startswith(query.folded):
            begun = len(query.folded) / len(folded)
            return max(
                WEIGHTS.beginning + (WEIGHTS.like - WEIGHTS.beginning) * begun, score
            ), "prefix"
        if is_arabic(folded) != self._is_arabic:
            return score - WEIGHTS.by_sound_costs * max(
                0.0, score - WEIGHTS.good_score
            ), "cross-script"
        return score, "word" if self._words.issubset(keys.words) else "spelling"

    def meeting(self, name: str) -> Meeting:
        """Where the query and a name that was scored meet: what was compared, told word by word."""
        query, keys = self._query, name_keys(name)
        words = tuple(self._met(word, keys.words) for word in query.words)
        left = tuple(word for word in keys.words if self._tells(word))
        if whole := self._met_as_one(words, left if self.asks_agreement else keys.words):
            words, left = (
                (whole, *(met for met in words if self.asks_agreement and not met.tells)),
                (),
            )
        met = {met.other for met in words}
        begins = keys.folded.startswith(query.folded)
        return Meeting(
            words,
            tuple(word for word in left if word not in met),
            begins=begins,
            ends_word=begins and keys.folded[len(query.folded) :][:1] in ("", " "),
            lacks_kind=any(map(is_of_agreements, query.words))
            and not any(map(is_of_agreements, keys.words)),
        )

    def _met_as_one(
        self, words: tuple[WordMet, ...], name_words: tuple[str, ...]
    ) -> WordMet | None:
        """The words that tell, written together, where query and name meet so and not apart."""
        telling = [met for met in words if met.tells] if self.asks_agreement else words
        if not name_words or len(telling) + len(name_words) <= 2:
            return None
        asked = "".join([met.word for met in telling])[:LONGEST_WORD]
        held = "".join(name_words)[:LONGEST_WORD]
        together = self._likeness_as_one(asked, held)
        apart = [met.likeness for met in telling if met.tells] or [met.likeness for met in telling]
        is_closer = together >= WEIGHTS.sure_likeness or max(apart) < WEIGHTS.sure_likeness
        if together <= min(apart) or not is_closer:
            return None
        return WordMet(asked, held, together, tells=True)

    def names_holding(self, words: Iterable[WordMet]) -> int:
        """How many names hold the rarest of some words of a name."""
        held = [self._comparisons.frequencies.get(met.other, 1) for met in words if met.other]
        return min(held, default=0)

    def _met(self, word: str, name_words: tuple[str, ...]) -> WordMet:
        likeness, other = max(
            [(self._comparisons.likeness(word, other), other) for other in name_words],
            default=(0.0, ""),  # of a damaged name no words may be left
        )
        is_met = likeness >= WEIGHTS.least_met
        return WordMet(
            word, other if is_met else "", likeness if is_met else 0.0, self._tells(word)
        )

    def _likeness_of_naming(self, keys: NameKeys) -> float:
        """How well query and name meet without the words that say only what kind a thing is."""
        telling = tuple(word for word in keys.words if self._tells(word))
        naming = tuple(word for word in telling if not is_of_bodies(word)) or telling
        if not naming:  # a farm in the east: what tells in one script is generic in the other
            return self._likeness_by_words(self._naming, keys.words)
        by_words = self._likeness_by_words(self._naming, naming)
        asked = "".join([word for word, _ in self._naming])
        if by_words > WEIGHTS.good_met or len(self._naming) == len(naming) == 1:
            return by_words
        return max(by_words, self._likeness_as_one(asked, "".join(naming)))

    def _tells(self, word: str) -> bool:
        # What a word of the query tells depends on what else is asked beside it.
        known = self._own_telling if word in self._words else self._comparisons.telling
        if word not in known:
            known[word] = not (joins(word) or self._is_of_kinds(word))
        return known[word]

    def _is_of_kinds(self, word: str) -> bool:
        return is_of_kinds(word) or self._is_generic(word)

    def _is_generic(self, word: str) -> bool:
        known = self._generic_known
        if word not in known:
            known[word] = self._find_generic(word)
        return known[word]

    def _find_generic(self, word: str) -> bool:
        """Whether it says only what kind of place is named: a Latin word not if it is another.

        *Mazar* sounds like مزرعة, and means مزار where a name has that.
        """
        keys = self._comparisons.skeleton(word)
        if not is_generic(word, keys):
            return False
        term = generic_term(word, keys) if word in self._words and word.isascii() else ""
        return not (term and self._comparisons.is_nearer(word, term))

    def _likeness_by_words(
        self, query_words: list[tuple[str, float]], name_words: tuple[str, ...]
    ) -> float:
        """How well query and name meet, word by word, each by the most alike of the other side.

        Args:
            query_words: words of the query with how much each tells.
            name_words: of the name.
        """
        best = self._best_met(query_words, name_words)
        if not best:
            return 0.0
        met = 0.0
        answered: dict[str, float] = {}
        for word, rarity in query_words:
            likeness, other = best.get(word, _UNMET)
            if likeness >= WEIGHTS.least_met:
                met += rarity * likeness
            if likeness > answered.get(other, 0.0):
                answered[other] = likeness
        asked = sum([rarity for _, rarity in query_words])
        held = sum([self._rarities[other] for other in name_words])
        covered = sum([self._rarities[other] * likeness for other, likeness in answered.items()])
        query_met, name_met = met / asked, min(1.0, covered / held)
        surely = max(answered.values(), default=0.0) >= WEIGHTS.sure_likeness
        more = len(query_words) - len(name_words)
        enough = WEIGHTS.enough_met if more < WEIGHTS.many_more else WEIGHTS.most_met
        if surely and enough <= query_met < name_met:
            query_met, name_met = name_met, query_met
        return WEIGHTS.better_side * query_met + (1 - WEIGHTS.better_side) * name_met

    def _best_met(
        self, query_words: list[tuple[str, float]], name_words: tuple[str, ...]
    ) -> dict[str, tuple[float, str]]:
        """For words of the query the word of a name that is most like each, with its likeness."""
        best: dict[str, tuple[float, str]] = {}
        if not self._comparisons.is_spent:
            for word, _ in query_words:
                known = self._known[word]
                met = [
                    (
                        known[other] if other in known else self._comparisons.likeness(word, other),
                        other,
                    )
                    for other in name_words
                ]
                best[word] = max(met)
            return best
        for other in name_words:
            for word, likeness in self._alike_to(other).items():
                if (likeness, other) > best.get(word, _UNMET):
                    best[word] = likeness, other
        return best

    def _alike_to(self, other: str) -> dict[str, float]:
        """The words of the query that are like a word of names, once no more is compared."""
        alike = self._alike.get(other)
        if alike is None:
            alike = self._alike[other] = self._comparisons.alike_to(self._words, other)
        return alike

    def _likeness_together(self, keys: NameKeys) -> float:
        """How like query and name are as one word each, where they are surely alike; else 0."""
        query = self._query
        if not (keys.joined or query.joined):
            return 0.0
        word, other = query.joined or query.words[0], keys.joined or keys.words[0]
        return self._likeness_as_one(word, other)

    def _likeness_as_one(self, word: str, other: str) -> float:
        if not self._comparisons.may_be_alike(word, other):
            return 0.0
        lengths = len(rough_skeleton(word)), len(self._comparisons.skeleton(other).rough)
        if max(lengths) > 2 * min(lengths):
            return 0.0
        if word not in self._words:
            return self._comparisons.sure_likeness(word, other)
        likeness = self._comparisons.likeness(word, other, WEIGHTS.sure_together)
        return likeness if likeness >= WEIGHTS.sure_together else 0.0

    def _rarity_meant(self, word: str) -> float:
        """How much a word of the query tells: as much as the one that is surely meant by it."""
        likeness, _, frequency = self._comparisons.best(word)
        return self._rarity(word, frequency if likeness > WEIGHTS.sure_likeness else 1)

    def _rarity(self, word: str, frequency: int) -> float:
        """How much a word of the query tells beside the others."""
        rarity = self._rarity_of(frequency)
        return rarity if self._only_generic else rarity * self._share(word)

    def _rarity_of(self, frequency: int) -> float:
        """How much a word tells: the logarithm of its inverse frequency, raised to set it off."""
        rarity: float = math.log(1 + self._names / max(1, frequency)) ** WEIGHTS.telling
        return rarity

    def _share(self, word: str) -> float:
        """How much of that a word tells beside others that are no generic terms."""
        return WEIGHTS.generic if self._is_generic(word) else 1.0


@lru_cache(maxsize=20_000)  # of the same names, for each part of a query and each key that is typed
def _keys_of(folded: str) -> NameKeys:
    return folded_keys(folded.split())


def _has_article(keys: NameKeys) -> bool:
    return len(keys.folded) - keys.folded.count(" ") != sum(map(len, keys.words))
