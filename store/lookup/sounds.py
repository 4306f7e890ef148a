"""How words sound, in either script: keys under which the spellings of one name meet.

A folded word is cut into units: Arabic letters, and the letters and digraphs by which English,
French, German, Turkish, Slavic and Spanish habit write Arabic sounds (kh, x and ch for خ; sh, sch
and ch for ش; j, dj and dzh for ج; ou, w and u for و). The keys are consonant skeletons, after
Soundex (Odell 1918) and, for Arabic and Latin, Freeman, Condon and Ackerman, "Cross Linguistic Name
Matching in English and Arabic", HLT-NAACL 2006. How far apart two words sound, once their keys have
brought them together, is a matter of store/lookup/sound_distance.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, groupby, islice
from operator import add, eq

from store.expressions import expression
from store.text.folding import is_arabic
from store.tuples import NamedTuple
from store.typed import Final

_SPELLINGS: Final = {
    "dsch": "dj", "tsch": "tch", "dzh": "dj", "sch": "sch", "tch": "tch", "dj": "dj", "dg": "dj",
    "kh": "kh", "sh": "sh", "ch": "ch", "th": "th", "dh": "dh", "gh": "gh", "zh": "zh", "ph": "ph",
    "ck": "k", "dz": "dz", "ts": "ts", "tz": "ts", "ou": "ou", "oo": "ou", "uw": "ou", "uu": "ou",
    "ow": "au", "eu": "u", "ee": "ee", "ii": "ee", "iy": "ee", "ie": "ee", "ai": "ai", "ay": "ai",
    "ei": "ai", "ey": "ai", "au": "au", "aw": "au", "ao": "au", "aa": "aa", "ayy": "ai",
    "aiy": "ai", "eiy": "ai", "eyy": "ai", "ayi": "ai", "iyy": "ee", "sz": "sz",
}  # fmt: skip
# At the start of a word: French maps write غ as rh, Greek has no other d, b and g; y and j may
# stand for a mere hamza (Jericho, Jordan).
_DIGRAPHS_AT_THE_START: Final = {"rh": "rh", "nt": "d", "mp": "b", "gk": "g"}
_FIRST_FORMS: Final = {"ا": "أ", "y": "Y", "j": "J"}

_FINAL_FORMS: Final = {"ه": "ة", "ي": "ى", "h": "H", "t": "T", "th": "TH", "n": "N", "s": "S"}
# A letter at the end of a word often stands for another sound, so it is a unit of its own; so is an
# alef at the beginning, أ. (These units cannot be mistaken: folded words have no ة, ى and أ.)

_DECLINED: Final = frozenset("aeo")
_SHORTEST_DECLINED: Final = 3
_ENDINGS: Final = frozenset({"o", "i", "u"})  # of European habit: Jericho, Sidoni

# Foreign sounds that Arabic writes with two letters, each as a unit of its own (letters that folded
# words lack): the ch of Chechnya, the dj of Djibouti, the z of Zürich, the x of Mexico, a dz.
_TWO_LETTERS: Final = {"تش": "چ", "دج": "ج", "تس": "څ", "كس": "ڭ", "دز": "ز", "تز": "څ"}

# The skeleton's letter for a unit, then others that it may stand for; a blank for none at all, and
# a small letter for two that Arabic may write (_TWO_KEYS).
_FINE: Final = {
    "b": "B", "p": "BF", "ph": "F", "f": "F", "v": "WFB", "w": "W", "t": "T", "T": "TH", "th": "T",
    "TH": "TH", "N": "N ", "S": "S ", "a": "a", "e": "a", "aa": "a", "ا": "a", "أ": "a",
    "d": "D", "dh": "DZ", "z": "ZDs", "zh": "J", "dz": "JD", "ts": "Ss", "s": "S", "sh": "C",
    "sch": "C", "sz": "SC", "ch": "CXKHc", "tch": "Cc", "j": "JXYZj", "J": "JXY j", "dj": "Jj",
    "g": "GJK", "gh": "G", "rh": "GR", "k": "KH", "q": "KG", "c": "KcJSH", "kh": "XH", "x": "XHGk",
    "h": "HX", "l": "L", "m": "M", "n": "N", "r": "R", "y": "Y", "Y": "Y ", "ou": "W", "u": "u",
    "o": "u", "au": "u", "ee": "i", "i": "i", "ai": "i", "ب": "B",
    "ت": "T", "ث": "TZ", "ج": "JGY", "ح": "H", "خ": "XCH", "د": "D", "ذ": "DZ", "ر": "R",
    "ز": "ZS", "س": "SK", "ش": "C", "ص": "SZ", "ض": "D", "ط": "T", "ظ": "DZ", "غ": "GR", "ف": "FW",
    "ق": "K", "ك": "KC", "ل": "L", "م": "M", "ن": "N", "ه": "H", "و": "W", "ي": "YJ", "ى": "Y",
    "چ": "CK", "څ": "SZK", "ڭ": "X",
}  # fmt: skip
_TWO_KEYS: Final = str.maketrans({" ": None, "c": "TC", "j": "DJ", "s": "TS", "k": "KS"})
_GLIDES: Final = {"e": "Y", "i": "Y", "ee": "Y", "ai": "Y", "o": "W", "u": "W", "au": "W"}
"""What Arabic may write after the alef of a word that begins with a vowel: Elena, إيلينا."""
SHORT_VOWELS: Final = {vowel + ".": vowel for vowel in "aeiou"}
"""Units of vowels before two consonants or a doubled one: short, so that Arabic has no letter."""
_FINE.update({short: _FINE[vowel] for short, vowel in SHORT_VOWELS.items()})
_GLIDES.update({short: _GLIDES[vowel] for short, vowel in SHORT_VOWELS.items() if vowel != "a"})
_ONE_LETTER_VOWELS: Final = frozenset(SHORT_VOWELS.values())
_NO_CONSONANTS: Final = frozenset("aeiouwy")
FINE_LETTERS: Final = "BCDFGHJKLMNRSTWXYZ"
ROUGH_LETTERS: Final = "BDFKLMNRST"
_ROUGH: Final = str.maketrans(
    {"C": "S", "Z": "S", "J": "K", "X": "K", "G": "K", "H": None, "W": None, "Y": None}
)


class _Letters(dict[int, str]):
    """The key's letter for a character; none for a character that is not known."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, "0123456789"[code - 48] if 48 <= code < 58 else "")


_ARABIC_UNIT_OR_DIGRAPH: Final = expression("((" + "|".join(_TWO_LETTERS) + "|لل|.))")
_OF_THE_ARTICLE: Final = "لل"  # else Arabic writes no letter twice
_CONSONANT_DIGRAPHS: Final = ("dh", "gh", "sh", "ph", "th", "kh", "zh", "ts", "tz", "dz", "dj")
_SOUNDS: Final = _SPELLINGS | _DIGRAPHS_AT_THE_START | _TWO_LETTERS
_BEGIN_LONGER: Final = frozenset({written[:2] for written in _SPELLINGS if len(written) > 2})
_BEGIN_SPELLINGS: Final = frozenset(
    {written[:2] for written in _SPELLINGS} | _DIGRAPHS_AT_THE_START.keys()
)
_LONGEST_SPELLING: Final = 4
_MOST_READINGS: Final = 28
_MOST_RANKS: Final = max(map(len, _FINE.values()))
_MOST_GLIDING: Final = 6  # of these, how many are read with or without a first glide too
_LETTERS: Final = _Letters(
    {ord(unit): letters[0] for unit, letters in _FINE.items() if len(unit) == 1}
)
_LETTERS.update((ord(letter), letter) for letter in FINE_LETTERS)
_ROMAN: Final = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
        "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
        "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "a", "و": "u",
        "ي": "i",
    }
)  # fmt: skip
_MEDIAL: Final = str.maketrans("", "", "WYaiu")
_FINAL: Final = {"a": "", "i": "Y", "u": "W"}


class Skeleton(NamedTuple):
    """A word's consonants as keys; an empty key means that no letter of the word is known."""

    fine: str
    """One letter a sound, with the word's first and last glide."""
    rough: str
    """As `fine`, with one letter for all sibilants and one for all velars, without glides and h."""


def romanised(word: str) -> str:
    """A folded word letter by letter in Latin script, to be compared roughly."""
    return word if word.isascii() else word.translate(_ROMAN)


def units(word: str, *, digraphs: bool = True) -> tuple[str, ...]:
    """Cut a folded word into the units that sounds are made of; doubled letters count once.

    Vowels before what was doubled, or before two consonants, are units of their own.

    Args:
        word: a folded word.
        digraphs: take two letters that are usually one sound as one: those of Latin and, else not
            usual, those of Arabic; see `cuts`.
    """
    if word.isascii() or not is_arabic(word):
        found = _latin_units(word, digraphs=digraphs)
    elif digraphs:
        found = list(word.replace(_OF_THE_ARTICLE, _OF_THE_ARTICLE[0]))
    else:
        cut = _ARABIC_UNIT_OR_DIGRAPH.findall(word)
        found = [_SOUNDS.get(letters, letters[0]) for letters, _ in cut]
    found[0] = _FIRST_FORMS.get(found[0], found[0])
    if len(found) > 1:
        found[-1] = _FINAL_FORMS.get(found[-1], found[-1])
    if len(found) > _SHORTEST_DECLINED and found[-2] == "n" and found[-1] in _DECLINED:
        found[-2] = "N"  # European habit lengthens names: Sidone, Sidona
    return tuple(found)


def _latin_units(word: str, *, digraphs: bool) -> list[str]:
    """Letters and digraphs, from the left; a letter that is doubled, but not more often, is one."""
    found: list[str] = []
    doubled: list[bool] = []
    first = 0
    while first < len(word):
        pair = word[first : first + 2]
        spelling = _spelling_at(word, first) if digraphs and pair in _BEGIN_SPELLINGS else ""
        if spelling:
            found.append(_SOUNDS[spelling])
            doubled.append(False)
            first += len(spelling)
            continue
        letter = pair[0]
        is_doubled = pair == letter + letter and letter not in (
            word[max(first - 1, 0) : first] + word[first + 2 : first + 3]
        )
        found.append(_SOUNDS.get(pair, letter) if is_doubled else letter)
        doubled.append(is_doubled and letter != "s")  # French writes ss for a mere s
        first += 2 if is_doubled else 1
    return [
        unit + "." if unit in _ONE_LETTER_VOWELS and _is_closed(found, doubled, place) else unit
        for place, unit in enumerate(found)
    ]


def _is_closed(found: list[str], doubled: list[bool], place: int) -> bool:
    """Whether a doubled consonant or two of them stand behind a unit."""
    behind = found[place + 1 : place + 3]
    if not behind or behind[0][0] in _NO_CONSONANTS:
        return False
    return doubled[place + 1] or (len(behind) > 1 and behind[1][0] not in _NO_CONSONANTS)


def _spelling_at(word: str, first: int) -> str:
    """The longest of the known spellings that stands there; empty for none."""
    pair = word[first : first + 2]
    if first == 0 and pair in _DIGRAPHS_AT_THE_START:
        return pair
    if pair in _BEGIN_LONGER:
        for length in range(_LONGEST_SPELLING, 2, -1):
            if word[first : first + length] in _SPELLINGS:
                return word[first : first + length]
    return pair if pair in _SPELLINGS else ""


@lru_cache(maxsize=20_000)  # words of names that are compared again and again
def skeleton(word: str) -> Skeleton:
    """The keys of a folded word under its most usual reading."""
    letters = _without_digraphs(word) if word.isascii() else word
    return _skeleton(letters.translate(_LETTERS))


def skeletons(word: str) -> list[Skeleton]:
    """The keys of a folded word under its usual readings (ch as in French …), best first."""
    readings = [skeleton(word)]
    for cut in cuts(word):
        variants = list(islice(_variants(cut), _MOST_READINGS))
        readings += map(_skeleton, variants)
        if cut[0] in _GLIDES:
            readings += [_skeleton(_GLIDES[cut[0]] + each[1:]) for each in variants[:_MOST_GLIDING]]
        elif cut[0] == "أ" and cut[1:2] in (("و",), ("ي",)):
            readings += [_skeleton(each[2:]) for each in variants[:_MOST_GLIDING]]
    return list(dict.fromkeys(readings))


def _variants(cut: tuple[str, ...]) -> Iterator[str]:
    """The usual reading of a word cut into units, then those that differ in one or two habits.

    Whoever writes j for a y does so throughout the word.
    """
    places: dict[str, list[int]] = {}
    for place, unit in enumerate(cut):
        places.setdefault(unit, []).append(place)
    usual = [_FINE.get(unit, "")[:1].translate(_TWO_KEYS) for unit in cut]
    changes = [
        (places[unit], other.translate(_TWO_KEYS), rank)
        for unit in places
        for rank, other in enumerate(_FINE.get(unit, "")[1:])
    ]
    if len(cut) > _SHORTEST_DECLINED and cut[-1] in _ENDINGS:
        changes.append((places[cut[-1]], "", 0))
    yield "".join(usual)
    for change in changes:
        yield _changed(usual, change)
    for rank in range(_MOST_RANKS):  # a long word has pairs of the first for all that are asked for
        usual_ones = [change for change in changes if change[2] <= rank]
        for first, second in combinations(usual_ones, 2):
            if rank in (first[2], second[2]):
                yield _changed(usual, first, second)


def _changed(usual: list[str], *changes: tuple[list[int], str, int]) -> str:
    letters = usual.copy()
    for places, other, _ in changes:
        for place in places:
            letters[place] = other
    return "".join(letters)


def _without_digraphs(word: str) -> str:
    """A Latin word with the key's letter for each digraph."""
    if _BEGIN_SPELLINGS.isdisjoint(map(add, word, word[1:])):  # as many words, found out at once
        return word
    letters, first = [], 0
    while first < len(word):
        begins = word[first : first + 2] in _BEGIN_SPELLINGS
        spelling = _spelling_at(word, first) if begins else ""
        letters.append(_FINE.get(_SOUNDS[spelling], "")[:1] if spelling else word[first])
        first += len(spelling) or 1
    return "".join(letters)


def _once(letters: str) -> str:
    """Each letter once that stands several times in a row."""
    if not any(map(eq, letters, letters[1:])):
        return letters
    return "".join([letter for letter, _ in groupby(letters)])


def _skeleton(letters: str) -> Skeleton:
    # Vowels that open a word are no part of the key (Idlib, إدلب); glides inside it are written
    # in one script and not in the other; those that end it tell names apart.
    letters = letters.lstrip("aiu")
    if len(letters) > 2:
        letters = letters[0] + letters[1:-1].translate(_MEDIAL) + letters[-1]
    if len(letters) > 1 and letters[-1] == "H":
        letters = letters[:-1]  # mostly ta marbuta, which Latin spells -ah, -a or -e
    if letters[-1:] in _FINAL:  # a vowel is left nowhere else
        letters = letters[:-1] + _FINAL[letters[-1]]
    fine = _once(letters)
    return Skeleton(fine, _once(fine.translate(_ROUGH)))


def neighbours(key: str, alphabet: str) -> list[str]:
    """Every key one letter away: left out, put in, another in its place, or two swapped."""
    found = []
    for position in range(len(key) + 1):
        before, after = key[:position], key[position:]
        found += [before + letter + after for letter in alphabet]
        if after:
            rest = after[1:]
            found += [before + letter + rest for letter in alphabet]
            found += [before + rest, before + rest[:1] + after[0] + rest[1:]]
    return found


def cuts(word: str) -> list[tuple[str, ...]]:
    """The ways to cut a folded word, the usual one first.

    Latin th is one sound, or the t and the h of سطح; Arabic تش two, or the ch of a foreign name.
    """
    several = _CONSONANT_DIGRAPHS if word.isascii() else _TWO_LETTERS
    if any(digraph in word for digraph in several):
        return [units(word), units(word, digraphs=False)]
    return [units(word)]
