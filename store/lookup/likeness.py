"""How alike two words are, by letters and by sound, in one script or across two."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from store.lookup.keys import bare_words
from store.lookup.sound_distance import Sound, distances, sound
from store.lookup.sounds import Skeleton, cuts, skeleton, skeletons, units
from store.lookup.weights import WEIGHTS
from store.text.folding import is_arabic
from store.typed import Final

_ROUNDING: Final = 1e-9


def likeness_to_longer(word: str, longer: str) -> float:
    """From 0 to 1, how like a word is to a longer one that begins with it."""
    sounds = _written if is_arabic(word) else _usual
    query, name = sounds(word), sounds(longer)
    rest = sum([price for _, price in name.priced]) - sum([price for _, price in query.priced])
    rest = max(0.0, rest)  # a vowel of which more shows that it is short may be left out for less
    share = min(1.0, query.weight / name.weight)
    whole = 1 - 2 * rest / (query.weight + name.weight)
    return max(whole, WEIGHTS.least_begun, WEIGHTS.begun * (1 + share))


@lru_cache(maxsize=4_000)  # the parts of a query are looked up one by one: the same words again
def likeness(word: str, other: str, least: float = WEIGHTS.least_likeness) -> float:
    """From 0 to 1, how like a word of a query is to a word of a name, by letters and by sound.

    Args:
        word: a folded word that somebody typed, perhaps not to its end.
        other: a folded word of a name.
        least: below this the answer need not be exact, which costs less.
    """
    if _swapped(word, other):
        return 1 - 1 / (len(word) + 1)
    if is_arabic(word) and is_arabic(other):
        return _by_sound(_written(word), _written(other), least)
    names, readings = _readings_of_name(other), _sound_readings(word)
    if len(names) == len(readings) == 1:
        alike = _by_sound(readings[0], names[0], least)
    else:
        alike = max(
            _by_sound(reading, name, least) - WEIGHTS.later_reading * later
            for name in names
            for later, reading in enumerate(readings)
        )
    if alike > WEIGHTS.least_likeness and word.isascii() and other.isascii():
        alike += (
            WEIGHTS.letters_count
            * (_letters_shared(word, other) - 1)
            * (other[: len(word)] != word)
        )
    return alike


def likeness_if_sure(word: str, other: str, least: float) -> float:
    """What `likeness` says of two words where that is as much as `least`, else anything less.

    Long words of one script that share few letters are far from sounding alike, which shows at
    their first letters.
    """
    if not (word.isascii() and other.isascii()):
        return likeness(word, other, least)
    if _swapped(word, other):
        return 1 - 1 / (len(word) + 1)
    unlike = (
        WEIGHTS.letters_count * (_letters_shared(word, other) - 1) * (other[: len(word)] != word)
    )
    name = _usual(other)
    alike = max(
        [
            _by_sound(reading, name, least, least - unlike) - WEIGHTS.later_reading * later
            for later, reading in enumerate(_sound_readings(word))
        ]
    )
    return alike + unlike if alike > WEIGHTS.least_likeness else alike


def _by_sound(query: Sound, name: Sound, least: float, needed: float = 0.0) -> float:
    """How alike two words sound, as a whole or as a beginning and its whole.

    Args:
        query: a word of the query.
        name: a word of a name.
        least: below this the answer need not be exact.
        needed: below this, where it is more, it need only be less.
    """
    together = query.weight + name.weight
    most = together * (1 - least) / 2
    if needed > least:
        needed -= _ROUNDING
        share = query.weight / max(query.weight, name.weight)
        begun = max(WEIGHTS.least_begun, WEIGHTS.begun * (1 + share))
        of_beginning = max(query.weight, 0.3) * (1 - needed / begun)
        most = min(most, max(together * (1 - needed) / 2, of_beginning))
    whole, beginning = distances(query, name, most)
    if whole > together:
        return 0.0
    by_sound = 1 - 2 * whole / together
    if beginning < whole:
        share = query.weight / max(query.weight, name.weight)
        begun = 1 - beginning / max(query.weight, 0.3)
        by_sound = max(by_sound, begun * max(WEIGHTS.least_begun, WEIGHTS.begun * (1 + share)))
    return max(0.0, by_sound)


@lru_cache(maxsize=20_000)
def _usual(word: str) -> Sound:
    return sound(units(word))


@lru_cache(maxsize=20_000)
def _readings_of_name(word: str) -> tuple[Sound, ...]:
    """A word of a name cut as usual and, where Arabic letters may be one foreign sound, so too."""
    if word.isascii():
        return (_usual(word),)
    return tuple(map(sound, cuts(word)))


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
def rough_skeleton(word: str) -> str:
    """The rough key of a word of the query under its most usual reading."""
    return skeleton(word).rough


def differ(word: str, other: Skeleton) -> bool:
    """Whether words share so few consonants that comparing their sounds is not worth it."""
    name = _letters(other.rough)
    few = 2 * len(name & _consonants_read(word)) < len(name)
    return few and not name.issuperset(rough_skeleton(word))


@lru_cache(maxsize=4_000)
def _letters(key: str) -> frozenset[str]:
    return frozenset(key)


def _letters_shared(word: str, other: str) -> float:
    """The share of pairs of neighbouring letters that two words have in common (Dice 1945)."""
    pairs, others = set(pairwise(f" {word} ")), set(pairwise(f" {other} "))
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _swapped(word: str, other: str) -> bool:
    """Whether the words differ in two neighbouring letters that changed places."""
    if len(word) != len(other) or len(word) < 3:
        return False
    places = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    if len(places) != 2:
        return False
    first, second = places
    return second == first + 1 and word[first] + word[second] == other[second] + other[first]
