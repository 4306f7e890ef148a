"""The keys of a name: its words without articles, the same written together, its initials."""

from __future__ import annotations

from typing import Final, NamedTuple

from store.text.folding import fold, words

_ARTICLES: Final = frozenset({"al", "el", "ul", "il", "the", "le", "la", "les"})
# The article before a sun letter, as it is heard: "ash" only before sh, "ez" only before z …, and
# as French maps double it: Enn Nasriyé, Ett Tine.
_ASSIMILATED: Final = {
    vowel + consonant * times: consonant
    for vowel in "aeiu"
    for consonant in ("t", "th", "d", "dh", "r", "z", "s", "sh", "ch", "n")
    for times in (1, 2)
}
_ARABIC_ARTICLE: Final = "ال"
_SHORTEST_AFTER_ARTICLE: Final = 2
_SILENT_IN_INITIALS: Final = frozenset({"of", "and", "in", "on", "for", "to", "from", "و", "في"})
MOST_WORDS: Final = 12
LONGEST_WORD: Final = 40


class NameKeys(NamedTuple):
    """The keys of a name or of what somebody typed; all empty when it has no letter or digit."""

    folded: str
    """Its folded words with one blank between."""
    words: tuple[str, ...]
    """Its words without articles, in order."""
    joined: str
    """The same written together, where there are several; else empty."""
    initials: str
    """First letters of its words (numbers whole), where there are several; else empty."""


def name_keys(text: str) -> NameKeys:
    """The keys of a name.

    Args:
        text: any string, in logical order.
    """
    return folded_keys(words(fold(text)))


def folded_keys(found: list[str]) -> NameKeys:
    """The keys of a name that is folded and cut into words already."""
    if len(found) == 1:
        word = found[0]
        return NameKeys(word, (without_article(word)[:LONGEST_WORD],), "", "")
    if not found:
        return NameKeys("", (), "", "")
    folded = " ".join(found)
    bare = telling_words(found[: MOST_WORDS + 4])[:MOST_WORDS]
    if len(bare) == 1:
        return NameKeys(folded, (bare[0],), "", "")
    return NameKeys(folded, tuple(bare), "".join(bare)[:LONGEST_WORD], _initials(bare))


def telling_words(found: list[str]) -> list[str]:
    """The words of a name without its articles, standing alone or written to the word.

    Args:
        found: folded words.

    Returns:
        What is left, at least one word of it.
    """
    bare = []
    last = len(found) - 1
    for position, word in enumerate(found):
        if position < last and len(word) <= 4 and _is_article(word, found[position + 1]):
            continue
        bare.append(without_article(word)[:LONGEST_WORD])
    return bare


def without_article(word: str) -> str:
    """A folded word without the Arabic article written to it."""
    if word.startswith(_ARABIC_ARTICLE) and len(word) >= 2 + _SHORTEST_AFTER_ARTICLE:
        return word[2:]
    return word


def bare_words(word: str) -> list[str]:
    """What a Latin word may be when its beginning is an article written to it (alzabadani)."""
    if len(word) >= 4 and word[:2] in ("al", "el", "ul") and word[2] not in "eiou":
        return [word[2:]]
    return []


def _is_article(word: str, following: str) -> bool:
    return word in _ARTICLES or (word in _ASSIMILATED and following.startswith(_ASSIMILATED[word]))


def _initials(bare: list[str]) -> str:
    return "".join(
        word if word.isdigit() else word[0] for word in bare if word not in _SILENT_IN_INITIALS
    )
