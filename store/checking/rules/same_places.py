"""Both languages name the same towns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.phrases import Phrases
from store.checking.rule import Rule
from store.checking.texts import texts_of
from store.errors import Problem, Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record
from store.model.vocabulary import Language
from store.text.folding import fold, words

_SETTLEMENTS: Final = ("city", "town", "village", "neighbourhood", "camp")
_SHORTEST: Final = 4
"""Letters of a name: a shorter one may be a word, or a part of one."""
_JOINED: Final = re.compile("[وف]?[بكل]?")
_ARTICLE: Final = "ال"
_LANGUAGES: Final[tuple[tuple[Language, Language], ...]] = (("en", "ar"), ("ar", "en"))

_Phrase = tuple[str, ...]


class SamePlaces(Rule):
    """A reader of either language reads of the same place."""

    name = "same-places"
    place = 104
    asks = (
        "a town, village, quarter or camp of the collection that a text names in one language is"
        " named in the other one too, by any of its names"
    )

    def __init__(self, collection: Collection) -> None:
        settlements = [record for record in collection.records if record.type in _SETTLEMENTS]
        self._names = {language: _Names(settlements, language) for language, _ in _LANGUAGES}

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find texts that name a place in one language alone."""
        for path, text in texts_of(record):
            for language, other in _LANGUAGES if text.en and text.ar else ():
                repeated = fold(text.in_(other))
                for name, places in self._names[language].named_in(text.in_(language)):
                    known = [each for place in places for each in _bare_names(place, other)]
                    if known and not any(each in repeated for each in known):
                        yield Problem(
                            (*path, other),
                            Sentence("{name} is named in the other language alone", name=name),
                            Sentence("Name the same places in both"),
                        )


class _Names:
    """The places' own names in one language, found in texts however many there are."""

    def __init__(self, places: list[Record], language: Language) -> None:
        self._places: dict[_Phrase, list[Record]] = defaultdict(list)
        for place in places:
            phrase = tuple(words(fold(place.name.in_(language))))
            if len("".join(phrase)) >= _SHORTEST:
                self._places[phrase].append(place)
        self._phrases = Phrases(self._places)

    def named_in(self, text: str) -> Iterator[tuple[str, list[Record]]]:
        """Each place that a text names, the longest name at a word, with all that have it."""
        written = words(fold(FOOTNOTE_MARK.sub("", text)))
        place = 0
        while place < len(written):
            joined = _JOINED.match(written[place])
            before, length = self._phrases.longest_at(written, place, joined.end() if joined else 0)
            if length:
                name = (written[place][before:], *written[place + 1 : place + length])
                yield " ".join(name), self._places[name]
            place += length or 1


def _bare_names(place: Record, language: Language) -> Iterator[str]:
    """What a place is called, without the article that a preposition may swallow in Arabic."""
    for name in (place.name.in_(language), *place.aliases.in_(language)):
        if name:
            yield fold(name).removeprefix(_ARTICLE if language == "ar" else "")
