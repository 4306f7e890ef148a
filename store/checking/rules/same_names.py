"""Both languages name the same towns, people and groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.phrases import Phrases
from store.checking.rule import Rule
from store.checking.texts import texts_of
from store.errors import Problem, Sentence
from store.expressions import expression
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record
from store.model.vocabulary import Language
from store.text.folding import fold, words

_PROPER: Final = (
    "city", "town", "village", "neighbourhood", "camp", "person", "armed-group",
)  # fmt: skip
"""Types whose names are names alone: those of areas and states are words too."""
_SHORTEST: Final = 4
"""Letters of a name: a shorter one may be a word, or a part of one."""
_JOINED: Final = expression("[وف]?[بكل]?")
_JOINED_WITH_ARTICLE: Final = expression("[وف]?[بكل]?(?:ال|ل)?")
_ARTICLE: Final = "ال"
_LANGUAGES: Final[tuple[tuple[Language, Language], ...]] = (("en", "ar"), ("ar", "en"))

_Phrase = tuple[str, ...]


class SameNames(Rule):
    """A reader of either language reads of the same town and the same people."""

    name = "same-names"
    place = 104
    asks = (
        "a town, quarter or camp, a person or an armed group of the collection that a text names in"
        " one language is named in the other one too, by any of its names"
    )

    def __init__(self, collection: Collection) -> None:
        bearers = [record for record in collection.records if record.type in _PROPER]
        self._own, self._any = {}, {}
        for language, other in _LANGUAGES:
            self._own[language] = _Bearers(
                (record.key, [record.name.in_(language)])
                for record in bearers
                if record.name.in_(other) and len(record.name.in_(language)) >= _SHORTEST
            )
            self._any[language] = _Bearers(
                (record.key, _with_and_without_article(record, language)) for record in bearers
            )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find texts that name somebody or a place in one language alone."""
        for path, text in texts_of(record):
            for language, other in _LANGUAGES if text.en and text.ar else ():
                known = self._any[other].of_any_in(text.in_(other)) | {record.key}
                for name, keys in self._own[language].of_longest_in(text.in_(language)):
                    if known.isdisjoint(keys):
                        yield Problem(
                            (*path, other),
                            Sentence("{name} is named in the other language alone", name=name),
                            Sentence("Name the same in both"),
                        )


class _Bearers:
    """Who bears each name, found in texts however many there are."""

    def __init__(self, named: Iterable[tuple[str, list[str]]]) -> None:
        self._keys: dict[_Phrase, set[str]] = defaultdict(set)
        for key, names in named:
            for name in filter(None, names):
                self._keys[tuple(words(fold(name)))].add(key)
        self._phrases = Phrases(self._keys)

    def of_longest_in(self, text: str) -> Iterator[tuple[str, set[str]]]:
        """Each name that a text has, the longest at a word, with the keys of who bears it."""
        written = _words(text)
        place = 0
        while place < len(written):
            joined = _length(_JOINED, written[place])
            before, length = self._phrases.longest_at(written, place, joined)
            if length:
                name = (written[place][before:], *written[place + 1 : place + length])
                yield " ".join(name), self._keys[name]
            place += length or 1

    def of_any_in(self, text: str) -> set[str]:
        """The keys of all who bear a name that a text has, be it a part of another one."""
        written = _words(text)
        found: set[str] = set()
        for place, word in enumerate(written):
            joined = _length(_JOINED_WITH_ARTICLE, word)
            for before, length in self._phrases.all_at(written, place, joined):
                found |= self._keys[(word[before:], *written[place + 1 : place + length])]
        return found


def _words(text: str) -> list[str]:
    return words(fold(FOOTNOTE_MARK.sub("", text)))


def _length(pattern: re.Pattern[str], word: str) -> int:
    match = pattern.match(word)
    return match.end() if match else 0


def _with_and_without_article(record: Record, language: Language) -> list[str]:
    """What a record is called; in Arabic a preposition may swallow the article: للزبداني."""
    names = [record.name.in_(language), *record.aliases.in_(language)]
    return [*names, *(fold(name).removeprefix(_ARTICLE) for name in names)]
