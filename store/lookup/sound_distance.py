"""How far apart two words sound, in one script or across two.

The distance is a weighted edit distance (Wagner and Fischer, "The String-to-String Correction
Problem", J. ACM 21, 1974) over the units of store/lookup/sounds.py: the prices say what a reader of
a spelling may take a unit for, and what writers leave out.
"""

from __future__ import annotations

import math
from itertools import accumulate

from store.lookup.weights import WEIGHTS
from store.tuples import NamedTuple
from store.typed import Final

# What a Latin unit may stand for, dearer the less usual: "letter price letter price …", in
# hundredths; what is not named costs a whole letter.
_READINGS: Final = {
    "b": "ب0 ف60", "p": "ب6 ف25", "ph": "ف0", "f": "ف0 و60 ح62", "v": "و28 ف10 ب42", "w": "و0 ف40",
    "t": "ت0 ط0 ث24 د54", "T": "ت0 ط0 ة12 ث18 د41", "th": "ث0 ذ15 ط15 ظ25 ت31 س32 د35",
    "d": "د0 ض0 ذ10 ظ21 ط40 ت52", "dh": "ذ0 ظ0 ض5 د23 ز24", "z": "ز0 ذ10 ظ14 څ14 ض22 ص25 س35",
    "zh": "ج12 ظ10 ز25", "dz": "ج5 ظ15 ز30 د41", "ts": "ص10 څ1 ز30 س31", "s": "س0 ص3 ث20 ز25 ش25",
    "sh": "ش0 س25 چ26 ص41", "sch": "ش0 چ15", "sz": "س0 ص5 ش5", "rh": "غ0 ر10",
    "ch": "ش14 چ1 خ10 ح30 ك35 ج39 ق43", "tch": "ش26 چ0 ج20 خ40", "j": "ج0 خ22 ي22 ى27 ز35 ش49",
    "dj": "ج0", "g": "ج6 غ5 ق10 ك29", "gh": "غ0 ق20 ج28", "k": "ك0 ق18 خ25 ح40 غ44",
    "q": "ق0 ك9 غ35", "c": "ك12 چ10 ق12 څ15 ج23 س25 ص30 ش40 ح40 خ48",
    "kh": "خ0 ح13 ه20 ك20 ق27 ة30 غ42", "x": "خ18 ڭ0 غ25 ح26 ش32 ك36 س38", "h": "ح0 ه0 ة13 خ23 ع49",
    "l": "ل0 ر51", "m": "م0 ن56", "n": "ن0 م62 ل68", "r": "ر0 ل50 غ55", "y": "ي0 ى0 ا36 أ40 و40",
    "a": "ا0 أ0 ة0 ع2 ى15 ي37 و48", "e": "ا19 ة0 ي0 أ0 ى7 ع20 و51", "i": "ي0 ى0 أ5 ة10 ع29 ا40 و52",
    "o": "و0 ا9 ع15 أ22 ة46 ى54 ي64", "u": "و0 ع13 أ13 ا35 ي45 ى45", "ou": "و0 أ11 ع26 ا42",
    "ee": "ي0 أ0 ى2 ع15 ا31", "ai": "ي0 ى4 ع20 أ30 ا36", "au": "و0 أ24 ا27 ع34",
    "aa": "ا0 أ0 ع1 ة7", "H": "ح0 ه0 ة7 خ15 ع40", "N": "ن0 م50 ل62", "S": "س0 ص0 ث24 ش25 ز25",
    "TH": "ث0 ت10 ذ15 ط15 ة17 ظ25 س30 د35", "Y": "ي0 ى0 أ5 ا40 و45",
    "J": "ج0 ى20 أ25 خ32 ي33 ز35 ش45",
}  # fmt: skip
# Units of their own: أ is an alef at the beginning of a word; ة and ى are ha and ya, T, N and S are
# t, n and s at its end, of which European habit adds the last two (Damaskus, Sidon).

# What it costs to leave a unit out, in hundredths; others cost 100 (WEIGHTS.whole_letter).
_OMISSIONS: Final = {
    "a": 7, "e": 1, "i": 22, "o": 35, "u": 10, "ou": 27, "ee": 37, "ai": 52, "au": 41, "aa": 30,
    "h": 49, "H": 0, "N": 70, "S": 60, "y": 51, "Y": 45, "w": 46, "ا": 22, "أ": 21, "ع": 18,
    "ه": 44, "ة": 29, "ح": 40, "و": 47, "ي": 44, "ى": 41,
}  # fmt: skip

# How much a unit says, in hundredths, others 100: what a distance is measured against.
_WEIGHTS: Final = {
    "a": 25, "e": 25, "i": 25, "o": 30, "u": 30, "ou": 45, "ee": 45, "ai": 45, "au": 45, "aa": 35,
    "h": 60, "H": 10, "y": 55, "Y": 55, "w": 60,
    "ا": 35, "أ": 35, "ع": 35, "ه": 60, "ة": 15, "ح": 80, "و": 50, "ي": 50, "ى": 45,
}  # fmt: skip


def _parse(readings: str) -> dict[str, float]:
    return {reading[0]: int(reading[1:]) / 100 for reading in readings.split()}


READINGS: Final = {unit: _parse(readings) for unit, readings in _READINGS.items()}
"""What each Latin unit may stand for, with the price of taking it so."""
_PLAIN: Final = {
    "أ": "ا", "ة": "ه", "ى": "ي", "H": "h", "N": "n", "S": "s", "T": "t", "TH": "th", "Y": "y",
    "J": "j",
}  # fmt: skip
OMISSIONS: Final = {unit: price / 100 for unit, price in _OMISSIONS.items()}
"""What it costs to leave a unit out, for those that cost less than a whole letter."""
_OMITTED_WRITTEN: Final = {
    unit: max(WEIGHTS.least_written, price) for unit, price in OMISSIONS.items()
}
_WEIGHED: Final = {unit: weight / 100 for unit, weight in _WEIGHTS.items()}
_WEIGHED_WRITTEN: Final = {
    unit: max(WEIGHTS.least_written, says) for unit, says in _WEIGHED.items()
}
_VOWELS: Final = "aeiou"
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
    omitted, weighed = OMISSIONS, _WEIGHED
    if as_written:
        omitted, weighed = _OMITTED_WRITTEN, _WEIGHED_WRITTEN
    priced = tuple([(unit, omitted.get(unit, WEIGHTS.whole_letter)) for unit in word_units])
    first, price = priced[0]
    # Arabic writes no short vowel but one that opens a word: Adan is no دان.
    if first[0] in _VOWELS and len(word_units) > 1:
        priced = ((first, max(price, WEIGHTS.first_vowel)), *priced[1:])
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
                prices[other] = price(unit, other)


def price(unit: str, other: str) -> float:
    """What it costs to take a unit for another, from 0 to 1."""
    if _PLAIN.get(unit, unit) == _PLAIN.get(other, other):
        return 0.0
    # What either stands for, where it is Latin.
    readings, others = READINGS.get(unit), READINGS.get(other)
    if readings is not None and others is not None:
        shared = [readings[letter] + others[letter] for letter in readings.keys() & others.keys()]
        least = (
            WEIGHTS.same_vowels
            if unit[0] in _VOWELS and other[0] in _VOWELS
            else WEIGHTS.same_consonants
        )
        return min(1.0, max(least, min(shared, default=1.0)))
    if readings is not None:
        return _taken_for(readings, other)
    if others is not None:
        return _taken_for(others, unit)
    through = [
        prices[unit] + prices[other]
        for prices in READINGS.values()
        if unit in prices and other in prices
    ]
    return min(1.0, max(WEIGHTS.same_consonants, min(through, default=1.0)))


def _taken_for(readings: dict[str, float], letter: str) -> float:
    """What it costs to read an Arabic letter, as it stands or else in its plain form."""
    plain = readings.get(_PLAIN.get(letter, letter), 1.0)
    return readings.get(letter, plain)


def omission(unit: str) -> float:
    """What it costs to leave a unit out, from 0 to 1."""
    return OMISSIONS.get(unit, WEIGHTS.whole_letter)
