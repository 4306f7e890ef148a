"""Stems of folded words in both languages: what brings the forms of one word together."""

from __future__ import annotations

from functools import cache, lru_cache

from store.text.english_forms import BASE_OF, NOUNS_OF_VERBS
from store.text.folding import is_arabic
from store.text.numbers import DIGITS
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Light10, for folded words (ta marbuta is ha, alef maqsura is ya). Larkey, Ballesteros and
# Connell, "Light Stemming for Arabic Information Retrieval", in Soudi et al. (eds), Arabic
# Computational Morphology, Springer 2007, chapter 12.
_PREFIXES: Final = ("ال", "بال", "كال", "فال", "فلل", "فبال", "لل")
_SUFFIXES: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_VERBAL: Final = ("وا", "ون")
_PRESENT: Final = "يت"
_PRONOUNS: Final = ("هما", "كما", "هم", "هن", "كم", "نا", "ها")
_DUAL: Final = ("تان", "تين")
_SHORTEST_AFTER_CONJUNCTION: Final = 3
_SHORTEST_STEM: Final = 2
_SHORTEST_BEFORE_PRONOUN: Final = 3
_SHORTEST_FEMININE: Final = 3
_SHORTEST_PRESENT: Final = 3
_SHORTEST_IN_CONSTRUCT: Final = 4

_AND: Final = "و"
_SHORTEST_WITH_AND: Final = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one folded word: light stemming for Arabic, Snowball's English for Latin.

    Irregular forms and numbers in words become their base form and digits first.

    Args:
        word: a word of folded text, see `folding.words`.
    """
    if is_arabic(word):
        return light_stem(word)
    if not (word.isascii() and word.isalpha()):
        return word
    return DIGITS.get(word) or _english_stemmer()(BASE_OF.get(word, word))


def made_of(stem_: str) -> tuple[str, ...]:
    """Stems of the nouns that are made of a verb, or of the verb and its other nouns: *departur*.

    Args:
        stem_: of an English word.
    """
    return _families().get(stem_, ())


@cache
def _families() -> dict[str, tuple[str, ...]]:
    families: dict[str, tuple[str, ...]] = {}
    for entry in NOUNS_OF_VERBS.split(";"):
        stems = dict.fromkeys(map(stem, entry.split()))
        for each in stems:
            others = (other for other in stems if other != each)
            families[each] = (*families.get(each, ()), *others)
    return families


def with_other_conjunction(word: str) -> str:
    """The stem that a folded word has if its و is read the other way, empty where it has none.

    Light stemming takes the و of وسيط for "and", but cannot in الوسيط, so that the two differ.
    """
    own = stem(word)
    if word.startswith(_AND) and not own.startswith(_AND):
        return _AND + own
    return own[1:] if own.startswith(_AND) and len(own) > _SHORTEST_WITH_AND else ""


def light_stem(word: str) -> str:
    """Remove conjunction, article and endings from a folded word.

    Light10, and before its endings what it leaves: pronouns written onto a word (مقاتليهم), the
    dual of words in ta marbuta (بلدتان) and what makes verbs plural (غادروا, يحاصرون). A letter
    that may belong to the root stays: ف before a noun is not taken for a conjunction, so that فصائل
    keeps its first letter, which Snowball's stemmer cuts off.

    Args:
        word: one folded word; a word that is not Arabic comes back as it is.

    Returns:
        The stem, at least two letters unless the word was shorter; of a number in words its digits.
    """
    if word.isascii():
        return word
    word = without_prefixes(word)
    if word in DIGITS:
        return DIGITS[word]
    word = _without_person(word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) >= len(suffix) + _SHORTEST_STEM:
            word = word[: -len(suffix)]
    return word


def without_prefixes(word: str) -> str:
    """A folded Arabic word without conjunction and article."""
    if word.startswith(_AND) and len(word) > _SHORTEST_AFTER_CONJUNCTION:
        word = word[1:]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_STEM:
            return word[len(prefix) :]
    return word


def _without_person(word: str) -> str:
    """The word without pronoun, dual of ta marbuta, or the plural of a verb."""
    for ending in _VERBAL:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_BEFORE_PRONOUN:
            word = word[: -len(ending)]
            is_present = word[0] in _PRESENT and word[-1] != "ي" and len(word) > _SHORTEST_PRESENT
            return word[1:] if is_present else word
    for ending in _PRONOUNS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_BEFORE_PRONOUN:
            word = word[: -len(ending)]
            if word.endswith("او"):  # سجناؤهم
                return word[:-1]
            is_feminine = word[-1] == "ت" and word[-2] != "ا" and len(word) > _SHORTEST_FEMININE
            return word[:-1] if is_feminine else word  # بلدتهم
    for ending in _DUAL:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_BEFORE_PRONOUN:
            return word[: -len(ending)]
    if word[-1] == _AND and len(word) > _SHORTEST_IN_CONSTRUCT:  # مقاتلو الجيش
        return word[:-1]
    is_past = word[-1] == "ت" and word[-2:-1] != "ا" and len(word) > _SHORTEST_FEMININE
    return word[:-1] if is_past else word  # رفضت


@cache
def _english_stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer  # only searches and writes need it

    stem_word: Callable[[str], str] = Stemmer("english").stemWord
    return stem_word
