"""Words that stand beside a name, as `words.txt` has them in seven languages."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from store.lookup.keys import without_article
from store.text.folding import fold, words
from store.typed import Final

_FILE: Final = os.path.join(os.path.dirname(__file__), "words.txt")
KINDS: Final = "kinds"
"""Sections whose words say what is named, together with those that merely stand beside it."""
_NO_KINDS: Final = frozenset({"also", "so-called", "and", "identifier"})
_NO_TYPES: Final = _NO_KINDS | {"beside", "asking", "group", "person"}
_PARTICLES: Final = "وبلك"
_BY: Final = "ب"
_SHORTEST_WITH_PARTICLE: Final = 4

Phrase = tuple[str, ...]
"""Folded words in order."""


@lru_cache(maxsize=1)
def _sections() -> Mapping[str, tuple[Phrase, ...]]:
    """By a section's heading its phrases, those of most words first."""
    phrases: dict[str, dict[Phrase, None]] = {}
    section = ""
    with open(_FILE, encoding="utf-8") as lines:
        for line in map(str.strip, lines):
            if line.startswith("["):
                section = line.strip("[]")
            elif line and not line.startswith("#"):
                found = phrases.setdefault(section, {})
                for phrase in line.partition(":")[2].split(","):
                    folded = _without_articles(words(fold(phrase)))
                    found[folded] = None
                    if folded[-1:] == (_BY,):  # which is written to the name that follows
                        found[folded[:-1]] = None
    return {
        section: tuple(sorted(filter(None, found), key=len, reverse=True))
        for section, found in phrases.items()
    }


def _without_articles(folded: Sequence[str]) -> Phrase:
    return tuple(map(without_article, folded))


@lru_cache(maxsize=8)
def phrases(section: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a section by their first word, those of most words first."""
    wanted = [section]
    if section == KINDS:
        wanted = [heading for heading in _sections() if heading not in _NO_KINDS]
    found: dict[str, dict[Phrase, None]] = {}
    for heading in wanted:
        for phrase in _sections()[heading]:
            found.setdefault(phrase[0], {})[phrase] = None
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def length_at(folded: Sequence[str], place: int, section: str) -> int:
    """How many words from a place on are a phrase of a section; 0 where none is.

    Args:
        folded: words of a text.
        place: where the phrase may begin.
        section: its heading in `words.txt`, or `KINDS`.
    """
    known = phrases(section)
    for first in _forms(folded[place]):
        for phrase in known.get(first, ()):
            rest = _without_articles(folded[place + 1 : place + len(phrase)])
            if rest == phrase[1:]:
                return len(phrase)
    return 0


def types_named(folded: Sequence[str]) -> frozenset[str]:
    """The types of records that words of a text name: of *İdlib ili* that of governorates."""
    return frozenset(
        name
        for heading in _sections()
        if heading not in _NO_TYPES
        if any(form in _first_words(heading) for word in folded for form in _forms(word))
        for name in heading.split(", ")
    )


@lru_cache(maxsize=16)
def _first_words(heading: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _sections()[heading])


def _forms(word: str) -> Iterator[str]:
    """A word without the article, and without a particle that is written to it."""
    yield without_article(word)
    if word[0] in _PARTICLES and len(word) >= _SHORTEST_WITH_PARTICLE:
        rest = word[1:]
        yield without_article("ا" + rest if rest.startswith("ل") and word[0] == "ل" else rest)
