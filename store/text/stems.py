"""Stems of folded words in both languages: what brings the forms of one word together."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from store.text import folding

if TYPE_CHECKING:
    from collections.abc import Callable

_AND: Final = "و"
_SHORTEST_WITH_AND: Final = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one folded word: light10 for Arabic, Snowball's English for Latin.

    Args:
        word: a word of folded text, see `folding.words`.
    """
    if folding.is_arabic(word):
        return folding.light_stem(word)
    return _english_stemmer()(word) if word.isascii() and word.isalpha() else word


def with_other_conjunction(word: str) -> str:
    """The stem that a folded word has if its و is read the other way, empty where it has none.

    Light stemming takes the و of وسيط for "and", but cannot in الوسيط, so that the two differ.
    """
    own = stem(word)
    if word.startswith(_AND) and not own.startswith(_AND):
        return _AND + own
    return own[1:] if own.startswith(_AND) and len(own) > _SHORTEST_WITH_AND else ""


@cache
def _english_stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer  # only searches and writes need it

    stem_word: Callable[[str], str] = Stemmer("english").stemWord
    return stem_word
