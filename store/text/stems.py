"""Stems of folded words in both languages: what brings the forms of one word together."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from store.text.folding import is_arabic

if TYPE_CHECKING:
    from collections.abc import Callable

# Light10, for folded words (ta marbuta is ha, alef maqsura is ya). Larkey, Ballesteros and
# Connell, "Light Stemming for Arabic Information Retrieval", in Soudi et al. (eds), Arabic
# Computational Morphology, Springer 2007, chapter 12.
_PREFIXES: Final = ("ال", "بال", "كال", "فال", "لل")
_SUFFIXES: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST_AFTER_CONJUNCTION: Final = 3
_SHORTEST_STEM: Final = 2

_AND: Final = "و"
_SHORTEST_WITH_AND: Final = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one folded word: light10 for Arabic, Snowball's English for Latin.

    Args:
        word: a word of folded text, see `folding.words`.
    """
    if is_arabic(word):
        return light_stem(word)
    return _english_stemmer()(word) if word.isascii() and word.isalpha() else word


def with_other_conjunction(word: str) -> str:
    """The stem that a folded word has if its و is read the other way, empty where it has none.

    Light stemming takes the و of وسيط for "and", but cannot in الوسيط, so that the two differ.
    """
    own = stem(word)
    if word.startswith(_AND) and not own.startswith(_AND):
        return _AND + own
    return own[1:] if own.startswith(_AND) and len(own) > _SHORTEST_WITH_AND else ""


def light_stem(word: str) -> str:
    """Remove conjunction, article and endings from a folded word (light10).

    A letter that may belong to the root stays: ف before a noun is not taken for a conjunction, so
    that فصائل keeps its first letter, which Snowball's stemmer cuts off.

    Args:
        word: one folded word; a word that is not Arabic comes back as it is.

    Returns:
        The stem, at least two letters unless the word was shorter.
    """
    if word.isascii():
        return word
    if word.startswith("و") and len(word) > _SHORTEST_AFTER_CONJUNCTION:
        word = word[1:]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_STEM:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) >= len(suffix) + _SHORTEST_STEM:
            word = word[: -len(suffix)]
    return word


@cache
def _english_stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer  # only searches and writes need it

    stem_word: Callable[[str], str] = Stemmer("english").stemWord
    return stem_word
