"""How words sound, in either script: keys under which spellings of one name meet, and their distance.

A folded word is cut into units: Arabic letters, and the letters and digraphs by which English,
French, German, Turkish, Slavic and Spanish habit write Arabic sounds (kh, x and ch for خ; sh, sch
and ch for ش; j, dj and dzh for ج; ou, w and u for و). Each unit has a place in two keys, and each
pair of units a price: what it costs to read one for the other.

The keys follow the idea of consonant skeletons (Soundex, Odell 1918; for Arabic and Latin: Freeman,
Condon and Ackerman, "Cross Linguistic Name Matching in English and Arabic", HLT-NAACL 2006); the
distance is the weighted edit distance of Wagner and Fischer (J. ACM 21, 1974).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import accumulate, combinations_with_replacement
from typing import Final, NamedTuple

# What a Latin unit may stand for, dearer the less usual: "letter price letter price …", in
# hundredths; what is not named costs a whole letter.
_READINGS: Final = {
    "b": "ب0 ف60", "p": "ب5 ف40", "ph": "ف0", "f": "ف0 و50 ح50", "v": "و10 ف10 ب35", "w": "و0 ف40",
    "t": "ت0 ط0 ث15 د40", "T": "ت0 ط0 ة5 ث15 د40", "th": "ث0 ت10 ط15 ذ15 س30 ظ25 د35", "d": "د0 ض0 ذ10 ظ15 ت40 ط40",
    "dh": "ذ0 ظ0 ض5 د10 ز20", "z": "ز0 ظ5 ذ10 ض20 س20 ص25", "zh": "ج10 ز25 ظ10", "dz": "ج5 ظ15 ز30 د40", "ts": "ص10 س20 ز30",
    "s": "س0 ص0 ش25 ث20 ز25", "sh": "ش0 س25 ص35", "sch": "ش0", "ch": "ش5 خ10 ج30 ك25 ح30 ق30",
    "tch": "ش15 ج20 خ40", "j": "ج0 خ20 ي20 ش45", "dj": "ج0", "g": "ج5 غ5 ق10 ك25", "gh": "غ0 ج15 ق20",
    "k": "ك0 ق0 خ25 غ40", "q": "ق0 ك5 غ25", "c": "ك5 ق5 ج10 س25 ش30 ص30 خ40", "kh": "خ0 ح10 ه20 ك20 ق25 غ40",
    "x": "خ5 ش30 س35 ك30", "h": "ح0 ه0 خ15 ة0 ع40", "l": "ل0 ر50", "m": "م0 ن50", "n": "ن0 م50 ل60",
    "r": "ر0 ل50 غ50", "y": "ي0 ا40 و45",
    "a": "ا0 أ0 ع5 ة0 ى5 ي30 و45", "e": "ا10 أ5 ع10 ة0 ى10 ي5 و45", "i": "ي0 أ5 ى0 ة15 ا25 ع15 و50",
    "o": "و0 أ10 ا25 ع15 ة40 ي50", "u": "و0 أ5 ع10 ا25 ي45",
    "ou": "و0 أ10 ع20 ا30", "ee": "ي0 ى0 أ15 ا30 ع25", "ai": "ي0 ى10 ا15 أ20 ع25", "au": "و0 ا15 أ20 ع25",
    "aa": "ا0 أ0 ع0 ة10",
}  # fmt: skip
_FINAL_FORMS: Final = {"ه": "ة", "ي": "ى", "h": "H", "t": "T"}
# A unit that ends a word often stands for something else, so it is one of its own; so is أ, an alef
# that begins one. (Folded words have no ة ى أ.)

_SPELLINGS: Final = {
    "dsch": "dj", "tsch": "tch", "dzh": "dj", "sch": "sch", "tch": "tch", "dj": "dj", "dg": "dj",
    "kh": "kh", "sh": "sh", "ch": "ch", "th": "th", "dh": "dh", "gh": "gh", "zh": "zh", "ph": "ph",
    "ck": "k", "dz": "dz", "ts": "ts", "tz": "ts", "ou": "ou", "oo": "ou", "uw": "ou", "uu": "ou", "ow": "au",
    "ee": "ee", "ii": "ee", "iy": "ee", "ie": "ee", "ai": "ai", "ay": "ai", "ei": "ai", "ey": "ai",
    "au": "au", "aw": "au", "ao": "au", "aa": "aa",
    "ayy": "ai", "aiy": "ai", "eiy": "ai", "eyy": "ai", "ayi": "ai", "iyy": "ee",
}  # fmt: skip

# What it costs to leave a unit out, in hundredths; others cost 100.
_OMISSIONS: Final = {
    "a": 12, "e": 12, "i": 15, "o": 20, "u": 18, "ou": 35, "ee": 35, "ai": 35, "au": 35, "aa": 25,
    "h": 35, "H": 5, "y": 35, "w": 45,
    "ا": 22, "أ": 30, "ع": 12, "ه": 40, "ة": 8, "ح": 50, "و": 38, "ي": 38, "ى": 35,
}  # fmt: skip

# How much a unit says, in hundredths, others 100: what a distance is measured against.
_WEIGHTS: Final = {
    "a": 25, "e": 25, "i": 25, "o": 30, "u": 30, "ou": 45, "ee": 45, "ai": 45, "au": 45, "aa": 35,
    "h": 60, "H": 10, "y": 55, "w": 60,
    "ا": 35, "أ": 35, "ع": 35, "ه": 60, "ة": 15, "ح": 80, "و": 50, "ي": 50, "ى": 45,
}  # fmt: skip

# The skeleton's letter for a unit, then others that it may stand for; a blank for none at all.
_FINE: Final = {
    "b": "B", "p": "B", "ph": "F", "f": "F", "v": "WFB", "w": "W", "t": "T", "T": "T ", "th": "T", "d": "D",
    "dh": "DZ", "z": "ZD", "zh": "J", "dz": "JD", "ts": "S", "s": "S", "sh": "C", "sch": "C",
    "ch": "CXK", "tch": "C", "j": "JXY ", "dj": "J", "g": "GJK", "gh": "G", "k": "K", "q": "KG",
    "c": "KJS", "kh": "XH", "x": "X", "h": "HX", "l": "L", "m": "M", "n": "N", "r": "R", "y": "Y", "ou": "W",
    "u": "u", "o": "u", "au": "u", "ee": "i", "i": "i", "ai": "i",
    "ب": "B", "ت": "T", "ث": "T", "ج": "J", "ح": "H", "خ": "X", "د": "D", "ذ": "D", "ر": "R",
    "ز": "Z", "س": "S", "ش": "C", "ص": "S", "ض": "D", "ط": "T", "ظ": "D", "غ": "G", "ف": "F",
    "ق": "K", "ك": "K", "ل": "L", "م": "M", "ن": "N", "ه": "H", "و": "W", "ي": "Y", "ى": "Y",
}  # fmt: skip
FINE_LETTERS: Final = "BCDFGHJKLMNRSTWXYZ"
ROUGH_LETTERS: Final = "BDFKLMNRST"
_ROUGH: Final = str.maketrans({"C": "S", "Z": "S", "J": "K", "X": "K", "G": "K", "H": "", "W": "", "Y": ""})



class _Heard(dict[int, str]):
    """The key's letter for a character; none for a character that is not known."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, "0123456789"[code - 48] if 48 <= code < 58 else "")


_UNIT: Final = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)) + r"|(.)(?:\1(?!\1)(?<!\1\1\1))?")
_LETTER: Final = re.compile(r"(.)(?:\1(?!\1)(?<!\1\1\1))?")
_CONSONANT_DIGRAPH: Final = re.compile("[dgsptkz]h|t[sz]|dz|dj")
_DIGRAPH: Final = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_MOST_READINGS: Final = 12
_TWICE: Final = re.compile(r"(.)\1+")
_HEARD: Final = _Heard({ord(unit): heard[0] for unit, heard in _FINE.items() if len(unit) == 1})
_HEARD.update((ord(letter), letter) for letter in FINE_LETTERS)
_ROMAN: Final = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
        "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
        "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "a", "و": "u",
        "ي": "i",
    }
)  # fmt: skip
_MEDIAL: Final = str.maketrans("", "", "WYiu")
_VOWELS: Final = "aeiou"
_FINAL: Final = str.maketrans({"i": "Y", "u": "W"})


class Skeleton(NamedTuple):
    """A word's consonants as keys; an empty one means that no letter of it is known."""

    fine: str
    """One letter a sound, with the word's first and last glide."""
    rough: str
    """Sibilants as one and velars as one, without glides and h."""


def romanised(word: str) -> str:
    """A folded word letter by letter in Latin script, to be compared roughly."""
    return word if word.isascii() else word.translate(_ROMAN)


def units(word: str, *, digraphs: bool = True) -> tuple[str, ...]:
    """Cut a folded word into the units that sounds are made of; doubled letters count once."""
    cuts = (_UNIT if digraphs else _LETTER).finditer(word)
    found = [_SPELLINGS.get(match[0], match[0][0]) for match in cuts]
    if found[0] == "ا":
        found[0] = "أ"
    if len(found) > 1:
        found[-1] = _FINAL_FORMS.get(found[-1], found[-1])
    return tuple(found)


def skeleton(word: str) -> Skeleton:
    """The keys of a folded word under its most usual reading."""
    heard = _DIGRAPH.sub(_heard_digraph, word) if word.isascii() else word
    return _skeleton(heard.translate(_HEARD))


def skeletons(word: str) -> list[Skeleton]:
    """The keys of a folded word under its usual readings (ch as in French, German …), best first."""
    readings = [skeleton(word)]
    for cut in cuts(word):
        choices = [_FINE.get(unit, "") for unit in cut]
        usual = "".join(choice[:1] for choice in choices)
        readings += [_skeleton(reading) for reading in _variants(choices, usual)]
    return list(dict.fromkeys(readings))


def _variants(choices: list[str], usual: str) -> list[str]:
    """The usual reading, those that differ from it in one sound, and in two."""
    changes = [(place, other) for place, choice in enumerate(choices) for other in choice[1:]]
    variants = [usual]
    for one, two in combinations_with_replacement(changes, 2):
        letters = [choice[:1] for choice in choices]
        for place, other in (one, two):
            letters[place] = other
        variants.append("".join(letters).replace(" ", ""))
    return variants[:_MOST_READINGS]


def _heard_digraph(match: re.Match[str]) -> str:
    return _FINE.get(_SPELLINGS[match[0]], "")[:1]


def _skeleton(heard: str) -> Skeleton:
    # Vowels that open a word are not heard in the key (Idlib, إدلب); glides inside it are written in
    # one script and not in the other; those that end it tell names apart.
    heard = heard.lstrip("iu")
    if len(heard) > 2:
        heard = heard[0] + heard[1:-1].translate(_MEDIAL) + heard[-1]
    fine = _TWICE.sub(r"\1", heard.translate(_FINAL))
    if len(fine) > 1:
        fine = fine.rstrip("H")  # mostly ta marbuta, which Latin spells -ah, -a or -e
    return Skeleton(fine, _TWICE.sub(r"\1", fine.translate(_ROUGH)))


def neighbours(key: str, alphabet: str) -> Iterator[str]:
    """Every key one letter away: left out, put in, another in its place, or two swapped."""
    for position in range(len(key) + 1):
        before, after = key[:position], key[position:]
        for letter in alphabet:
            yield before + letter + after
        if after:
            yield before + after[1:]
            yield before + after[1:2] + after[:1] + after[2:]
            for letter in alphabet:
                yield before + letter + after[1:]


def cuts(word: str) -> list[tuple[str, ...]]:
    """The ways to cut a folded word: th as one sound, and as the t and the h of سطح."""
    if word.isascii() and _CONSONANT_DIGRAPH.search(word):
        return [units(word), units(word, digraphs=False)]
    return [units(word)]


class _Prices(dict[str, float]):
    """What it costs to read other units for one, worked out when first asked."""

    def __init__(self, unit: str) -> None:
        self.unit = unit

    def __missing__(self, other: str) -> float:
        price = self[other] = _price(self.unit, other)
        return price


class _PriceList(dict[str, _Prices]):
    def __missing__(self, unit: str) -> _Prices:
        prices = self[unit] = _Prices(unit)
        return prices


def _parse(readings: str) -> dict[str, float]:
    return {reading[0]: int(reading[1:]) / 100 for reading in readings.split()}


_LATIN: Final = {unit: _parse(readings) for unit, readings in _READINGS.items()}
_LATIN["H"] = _LATIN["h"]
_PLAIN: Final = {"أ": "ا", "ة": "ه", "ى": "ي"}
_SAME_VOWELS: Final = 0.1  # the least that two different vowels of one script are apart
_SAME_CONSONANTS: Final = 0.35
_LEAST_WRITTEN: Final = 0.6
_PRICES: Final = _PriceList()


def _price(unit: str, other: str) -> float:
    if unit == other:
        return 0.0
    one, two = _LATIN.get(unit), _LATIN.get(other)
    if one is not None and two is not None:
        shared = [one[letter] + two[letter] for letter in one.keys() & two.keys()]
        least = _SAME_VOWELS if unit[0] in _VOWELS and other[0] in _VOWELS else _SAME_CONSONANTS
        return min(1.0, max(least, min(shared, default=1.0)))
    if one is not None:
        return min(one.get(other, 1.0), one.get(_PLAIN.get(other, other), 1.0))
    if two is not None:
        return min(two.get(unit, 1.0), two.get(_PLAIN.get(unit, unit), 1.0))
    if _PLAIN.get(unit, unit) == _PLAIN.get(other, other):
        return 0.0
    through = [
        prices[unit] + prices[other]
        for prices in _LATIN.values()
        if unit in prices and other in prices
    ]
    return min(1.0, max(_SAME_CONSONANTS, min(through, default=1.0)))


class Sound(NamedTuple):
    """A word cut into units, with what each costs to leave out and what all say together."""

    units: tuple[str, ...]
    omissions: tuple[float, ...]
    weight: float


def sound(word_units: tuple[str, ...], *, as_written: bool = False) -> Sound:
    """The units of a word with their prices.

    Args:
        word_units: what `units` cut the word into.
        as_written: price every letter, for words of Arabic script that are compared with another
            of the same script: there a missing alef is a slip, not a habit.
    """
    weights = tuple(_WEIGHTS.get(unit, 100) / 100 for unit in word_units)
    omissions = tuple(_OMISSIONS.get(unit, 100) / 100 for unit in word_units)
    if as_written:
        weights = tuple(max(_LEAST_WRITTEN, weight) for weight in weights)
        omissions = tuple(max(_LEAST_WRITTEN, price) for price in omissions)
    return Sound(word_units, omissions, sum(weights))


def distances(query: Sound, name: Sound, most: float) -> tuple[float, float]:
    """How far apart two words sound, as a whole and when the query is only a beginning.

    Args:
        query: a word that somebody typed, perhaps not to its end.
        name: a word that is stored.
        most: the distance beyond which nobody wants to know.

    Returns:
        The least price of turning one into the other, and into some beginning of the other;
        infinite for both where even that is beyond `most`.
    """
    row = [0.0, *accumulate(name.omissions)]
    others = tuple(zip(name.units, name.omissions, strict=True))
    for unit, left_out in zip(query.units, query.omissions, strict=True):
        prices = _PRICES[unit]
        above = iter(row)
        diagonal = next(above)
        cost = least = diagonal + left_out
        row = [cost]
        for (other, put_in), over in zip(others, above, strict=True):
            cost += put_in
            if diagonal + prices[other] < cost:
                cost = diagonal + prices[other]
            if over + left_out < cost:
                cost = over + left_out
            diagonal = over
            if cost < least:
                least = cost
            row.append(cost)
        if least > most:
            return math.inf, math.inf
    return row[-1], min(row)
