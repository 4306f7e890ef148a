"""How far apart two words sound, in one script or across two.

The distance is a weighted edit distance (Wagner and Fischer, "The String-to-String Correction
Problem", J. ACM 21, 1974) over the units of store/lookup/sounds.py: the prices say what a reader of
a spelling may take a unit for, and what writers leave out.
"""

from __future__ import annotations

import math
from itertools import accumulate

from store.lookup.sounds import SHORT_VOWELS
from store.lookup.weights import WEIGHTS
from store.tuples import NamedTuple
from store.typed import Final

# What a Latin unit may stand for, dearer the less usual: "letter price letter price …", in
# hundredths; what is not named costs a whole letter.
_READINGS: Final = {
    "b": "ب0 ف60", "p": "ب5 ف25", "ph": "ف0", "f": "ف0 و50 ح50", "v": "و10 ف10 ب35", "w": "و0 ف40",
    "t": "ت0 ط0 ث15 د40", "T": "ت0 ط0 ة5 ث15 د40", "th": "ث0 ت10 ط15 ذ15 س30 ظ25 د35",
    "d": "د0 ض0 ذ10 ظ15 ت40 ط40", "dh": "ذ0 ظ0 ض5 د10 ز20", "z": "ز0 ظ5 ذ10 ض20 س20 ص25 څ10",
    "zh": "ج10 ز25 ظ10", "dz": "ج5 ظ15 ز30 د40", "ts": "ص10 س20 ز30 څ0", "s": "س0 ص0 ش25 ث20 ز25",
    "sh": "ش0 س25 ص35 چ20", "sch": "ش0 چ15", "sz": "س0 ص5 ش5", "rh": "غ0 ر10",
    "ch": "ش5 خ10 ج30 ك25 ح30 ق30 چ0", "tch": "ش15 ج20 خ40 چ0",
    "j": "ج0 خ20 ي20 ز35 ش45", "dj": "ج0", "g": "ج5 غ5 ق10 ك25", "gh": "غ0 ج15 ق20",
    "k": "ك0 ق0 خ25 غ40 ح40", "q": "ق0 ك5 غ25", "c": "ك5 ق5 ج10 س25 ش30 ص30 خ40 ح40 چ10 څ10",
    "kh": "خ0 ح10 ه20 ك20 ق25 غ40", "x": "خ5 ح20 غ25 ش30 س35 ك30 ڭ0",
    "h": "ح0 ه0 خ15 ة0 ع40", "l": "ل0 ر50", "m": "م0 ن50", "n": "ن0 م50 ل60",
    "r": "ر0 ل50 غ50", "y": "ي0 ا40 و45",
    "a": "ا0 أ0 ع5 ة0 ى5 ي30 و45", "e": "ا10 أ5 ع10 ة0 ى10 ي5 و45",
    "i": "ي0 أ5 ى0 ة15 ا25 ع15 و50", "o": "و0 أ10 ا25 ع15 ة40 ي50", "u": "و0 أ5 ع10 ا25 ي45",
    "ou": "و0 أ10 ع20 ا30", "ee": "ي0 ى0 أ15 ا30 ع25", "ai": "ي0 ى10 ا15 أ20 ع25",
    "au": "و0 ا15 أ20 ع25", "aa": "ا0 أ0 ع0 ة10",
}  # fmt: skip
# Units of their own: أ is an alef at the beginning of a word; ة and ى are ha and ya, T, N and S are
# t, n and s at its end, of which European habit adds the last two (Damaskus, Sidon).

# What it costs to leave a unit out, in hundredths; others cost 100 (WEIGHTS.whole_letter).
_OMISSIONS: Final = {
    "a": 12, "e": 12, "i": 15, "o": 20, "u": 18, "ou": 35, "ee": 35, "ai": 35, "au": 35, "aa": 25,
    "h": 35, "H": 5, "N": 70, "S": 60, "y": 35, "Y": 35, "w": 45,
    "ا": 22, "أ": 30, "ع": 12, "ه": 40, "ة": 8, "ح": 40, "و": 38, "ي": 38, "ى": 35,
}  # fmt: skip

# How much a unit says, in hundredths, others 100: what a distance is measured against.
_WEIGHTS: Final = {
    "a": 25, "e": 25, "i": 25, "o": 30, "u": 30, "ou": 45, "ee": 45, "ai": 45, "au": 45, "aa": 35,
    "h": 60, "H": 10, "y": 55, "Y": 55, "w": 60,
    "ا": 35, "أ": 35, "ع": 35, "ه": 60, "ة": 15, "ح": 80, "و": 50, "ي": 50, "ى": 45,
}  # fmt: skip


def _parse(readings: str) -> dict[str, float]:
    return {reading[0]: int(reading[1:]) / 100 for reading in readings.split()}


_PLAINLY: Final = {unit: _parse(readings) for unit, readings in _READINGS.items()}
_PLAIN: Final = {
    "أ": "ا", "ة": "ه", "ى": "ي", "H": "h", "N": "n", "S": "s", "T": "t", "TH": "th", "Y": "y",
    "J": "j",
} | SHORT_VOWELS  # fmt: skip
_LATIN: Final = _PLAINLY | {
    "H": _PLAINLY["h"],
    "N": _PLAINLY["n"],
    "S": _PLAINLY["s"],
    "TH": _PLAINLY["th"] | {"ة": 0.15},
    "Y": _PLAINLY["y"] | {"أ": 0.2},
    "J": _PLAINLY["j"] | {"أ": 0.25},
}
_OMITTED: Final = {unit: price / 100 for unit, price in _OMISSIONS.items()}
_WEIGHED: Final = {unit: weight / 100 for unit, weight in _WEIGHTS.items()}
_LONG: Final = frozenset("اوي")
for _short, _vowel in SHORT_VOWELS.items():
    _LATIN[_short] = {
        letter: price + WEIGHTS.short_written * (letter in _LONG)
        for letter, price in _LATIN[_vowel].items()
    }
    _OMITTED[_short] = max(0.0, _OMITTED[_vowel] - WEIGHTS.short_omitted)
    _WEIGHED[_short] = _WEIGHED[_vowel]
_OMITTED_WRITTEN: Final = {
    unit: max(WEIGHTS.least_written, price) for unit, price in _OMITTED.items()
}
_WEIGHED_WRITTEN: Final = {
    unit: max(WEIGHTS.least_written, says) for unit, says in _WEIGHED.items()
}
_VOWELS: Final = "aeiou"
_SPOKEN_AS_ONE: Final = frozenset("اويى")
_PRICES: Final[dict[str, dict[str, float]]] = {}


class Sound(NamedTuple):
    """A word cut into units, with what each costs to leave out and what all say together."""

    units: tuple[str, ...]
    priced: tuple[tuple[str, float], ...]
    """Each unit with the price of leaving it out."""
    weight: float


def sound(word_units: tuple[str, ...], *, as_written: bool = False) -> Sound:
    """The units of a word with their prices.

    Args:
        word_units: what `units` cut the word into.
        as_written: price every letter, for words of Arabic script that are compared with another
            of the same script: there a missing alef is a slip, not a habit.
    """
    omitted, weighed = _OMITTED, _WEIGHED
    if as_written:
        omitted, weighed = _OMITTED_WRITTEN, _WEIGHED_WRITTEN
    priced = tuple([(unit, omitted.get(unit, WEIGHTS.whole_letter)) for unit in word_units])
    first, price = priced[0]
    # Arabic writes no short vowel but one that opens a word: Adan is no دان. An ain that opens one
    # is spoken, if not together with a glide: Bidya is no عبيدية, but Ain عين.
    if first[0] in _VOWELS and len(word_units) > 1:
        priced = ((first, max(price, WEIGHTS.first_vowel)), *priced[1:])
    elif first == "ع" and word_units[1:2] and word_units[1] not in _SPOKEN_AS_ONE:
        priced = ((first, max(price, WEIGHTS.first_ain)), *priced[1:])
    return Sound(
        word_units, priced, sum([weighed.get(unit, WEIGHTS.whole_letter) for unit in word_units])
    )


def distances(query: Sound, name: Sound, most: float) -> tuple[float, float]:
    """How far apart two words sound, as a whole and when the query is only a beginning.

    Args:
        query: a word that somebody typed, perhaps not to its end.
        name: a word that is stored.
        most: the distance beyond which words are simply far apart.

    Returns:
        The least price of turning one into the other, and into some beginning of the other;
        infinite for both where even that is beyond `most`.
    """
    try:
        return _distances(query, name, most)
    except KeyError:  # the first time that these units meet
        _learn(query.units, name.units)
        return _distances(query, name, most)


def _distances(query: Sound, name: Sound, most: float) -> tuple[float, float]:
    # The innermost loop of look-up: no call in it, and plain dictionaries.
    others = name.priced
    row = [0.0, *accumulate([price for _, price in others])]
    for unit, left_out in query.priced:
        prices = _PRICES[unit]
        above = iter(row)
        diagonal = next(above)
        cost = least = diagonal + left_out
        row = [cost]
        for (other, put_in), over in zip(others, above):  # noqa: B905 — strict= costs a fifth here
            cost += put_in
            read = diagonal + prices[other]
            if read < cost:  # noqa: PLR1730 — min() is a call
                cost = read
            read = over + left_out
            if read < cost:  # noqa: PLR1730
                cost = read
            diagonal = over
            if cost < least:  # noqa: PLR1730
                least = cost
            row.append(cost)
        if least > most:
            return math.inf, math.inf
    return row[-1], min(row)


def _learn(units: tuple[str, ...], others: tuple[str, ...]) -> None:
    """Put down the price of each pair of units."""
    for unit in units:
        prices = _PRICES.setdefault(unit, {})
        for other in others:
            if other not in prices:
                prices[other] = _price(unit, other)


def _price(unit: str, other: str) -> float:
    """What it costs to take a unit for another, from 0 to 1."""
    if _PLAIN.get(unit, unit) == _PLAIN.get(other, other):
        return 0.0
    # What either stands for, where it is Latin.
    readings, others = _LATIN.get(unit), _LATIN.get(other)
    if readings is not None and others is not None:
        shared = [readings[letter] + others[letter] for letter in readings.keys() & others.keys()]
        least = (
            WEIGHTS.same_vowels
            if unit[0] in _VOWELS and other[0] in _VOWELS
            else WEIGHTS.same_consonants
        )
        return min(1.0, max(least, min(shared, default=1.0)))
    if readings is not None:
        return min(readings.get(other, 1.0), readings.get(_PLAIN.get(other, other), 1.0))
    if others is not None:
        return min(others.get(unit, 1.0), others.get(_PLAIN.get(unit, unit), 1.0))
    through = [
        prices[unit] + prices[other]
        for prices in _LATIN.values()
        if unit in prices and other in prices
    ]
    return min(1.0, max(WEIGHTS.same_consonants, min(through, default=1.0)))
