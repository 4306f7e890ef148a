"""The keys of a name: its words without articles, the same written together, its initials."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.expressions import expression
from store.text.folding import folded_words, is_arabic, words
from store.tuples import NamedTuple
from store.typed import Final

_ARTICLES: Final = frozenset({"al", "el", "ul", "il", "the", "le", "la", "les"})
# The article before a sun letter, as it is spoken: "ash" only before sh, "ez" only before z …, and
# as French maps double it: Enn Nasriyé, Ett Tine.
_ASSIMILATED: Final = {
    vowel + consonant * times: consonant
    for vowel in "aeiu"
    for consonant in ("t", "th", "d", "dh", "r", "z", "s", "sh", "ch", "n")
    for times in (1, 2)
}
_ARABIC_ARTICLE: Final = "ال"
_SHORTEST_AFTER_ARTICLE: Final = 2
_CUT: Final = frozenset({"al", "el", "ul", "il", "ol"})
_VOWELS: Final = "aeiouy"
_SHORTEST_BEFORE_VOWEL: Final = 4
_SILENT_IN_INITIALS: Final = frozenset({"of", "and", "in", "on", "for", "to", "from", "و", "في"})
_PIECES: Final = expression(r"[0-9]+|[^0-9]")  # of initials: numbers are whole
MOST_WORDS: Final = 12
LONGEST_WORD: Final = 40


class NameKeys(NamedTuple):
    """The keys of a name or of what somebody typed; all empty when it has no letter or digit."""

    folded: str
    """Its folded words with one blank between."""
    words: tuple[str, ...]
    """Its words without articles, in order."""
    joined: str
    """All words written together, where there are several; else empty."""
    initials: str
    """First letters of its words (numbers whole), where there are several; else empty."""


def name_keys(text: str) -> NameKeys:
    """The keys of a name.

    Args:
        text: any string, in logical order.
    """
    return folded_keys(folded_words(text))


def folded_keys(its_words: Sequence[str]) -> NameKeys:
    """The keys of a name that is folded and cut into words already."""
    if len(its_words) == 1:
        word = its_words[0]
        return NameKeys(word, (without_article(word)[:LONGEST_WORD],), "", "")
    if not its_words:
        return NameKeys("", (), "", "")
    folded = " ".join(its_words)
    bare = telling_words(its_words[: MOST_WORDS + 4])[:MOST_WORDS]
    if len(bare) == 1:
        return NameKeys(folded, (bare[0],), "", "")
    return NameKeys(folded, tuple(bare), "".join(bare)[:LONGEST_WORD], _initials(bare))


def are_capitals(text: str, initials: str) -> bool:
    """Whether a name's initials stand in it as capitals, as those of a group's name do.

    Of a mere description (*negotiation committee of northern Homs*) they are small letters. Arabic
    has no capitals, and numbers none either.

    Args:
        text: the name as written.
        initials: of `NameKeys`.
    """
    if not text.isascii() and is_arabic(text):
        return True
    begun = (word[0] for word in words(text) if word.casefold() not in _ARTICLES)
    return sum(letter.isupper() or letter.isdigit() for letter in begun) >= len(
        _PIECES.findall(initials)
    )


def telling_words(its_words: Sequence[str]) -> list[str]:
    """The folded words of a name without its articles, which stand alone or are written to a word.

    Returns:
        The words that are left: at least one, where there was any.
    """
    bare = []
    last = len(its_words) - 1
    for position, word in enumerate(its_words):
        if position < last and len(word) <= 4 and _is_article(word, its_words[position + 1]):
            continue
        bare.append(without_article(word)[:LONGEST_WORD])
    return bare


def without_article(word: str) -> str:
    """A folded word without the Arabic article written to it."""
    if word.startswith(_ARABIC_ARTICLE) and len(word) >= 2 + _SHORTEST_AFTER_ARTICLE:
        return word[2:]
    return word


def bare_words(word: str) -> list[str]:
    """What is left of a Latin word if it begins with an article (alzabadani); often nothing."""
    if len(word) >= 4 and word[:2] in ("al", "el", "ul") and word[2] not in "eiou":
        return [word[2:]]
    return []


def other_form(word: str, folded_words: Collection[str]) -> str:
    """How a word of a query may stand in the other script, where its article may be none.

    ألبرتو keeps what looks like an article, as Latin names keep one (Elyounoussi for اليونسي); what
    is stored as إليزا was cut, so that Eliza is sought as iza too.

    Args:
        word: of the query, without an article.
        folded_words: the words of the query as they stand.

    Returns:
        The other form; empty where the word has none.
    """
    if not word.isascii():
        written = _ARABIC_ARTICLE + word
        return written if written in folded_words else ""
    if len(word) >= _SHORTEST_BEFORE_VOWEL and word[:2] in _CUT and word[2] in _VOWELS:
        return word[2:]
    return ""


def _is_article(word: str, following: str) -> bool:
    return word in _ARTICLES or (word in _ASSIMILATED and following.startswith(_ASSIMILATED[word]))


def _initials(bare: list[str]) -> str:
    return "".join(
        word if word.isdigit() else word[0] for word in bare if word not in _SILENT_IN_INITIALS
    )
