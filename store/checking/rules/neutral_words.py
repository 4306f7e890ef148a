"""A word that takes sides stands only where it is quoted or claimed by somebody.

The words are data, in seeds/neutrality.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from store.checking.collection import Collection
from store.checking.phrases import Phrases
from store.checking.rule import Rule
from store.checking.texts import texts_of
from store.errors import Problem, Sentence
from store.expressions import expression
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Record
from store.model.vocabulary import Language
from store.paths import SEEDS_FOLDER
from store.tuples import NamedTuple

_FILE: Final = "neutrality.yaml"
_SENTENCE_END: Final = expression(r"(?<=[.!?؟])\s+|\n\n")
_OPENING: Final = expression('[“«"]')
_CLOSING: Final = {"“": "”", "«": "»", '"': '"'}
_WORD: Final = expression(r"\w+")
_CONJUNCTIONS: Final = "[وف]?[بكل]?"
_JOINED: Final = expression(_CONJUNCTIONS)


class _Words(NamedTuple):
    """The words of one language."""

    loaded: re.Pattern[str]
    attribution: re.Pattern[str]
    """What says whose claim a sentence is."""


class NeutralWords(Rule):
    """The collection itself takes no side."""

    name = "neutral-words"
    place = 110
    asks = (
        "a word that takes sides (`seeds/neutrality.yaml`) stands only in quotation marks or in a"
        " sentence that says whose claim it is"
    )

    def __init__(self, collection: Collection) -> None:
        self._loaded_names = _Names(
            name for record in collection.records for name in _loaded_names(record)
        )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find loaded words in sentences that neither quote them nor say whose claim they are."""
        for path, texts in texts_of(record):
            languages: tuple[tuple[Language, str], ...] = (("en", texts.en), ("ar", texts.ar))
            for language, text in languages:
                for word in _loaded(text, language, self._loaded_names):
                    yield Problem(
                        (*path, language),
                        Sentence("{word} takes sides and is nobody's claim here", word=repr(word)),
                        Sentence("Take a neutral word, quote it, or say who holds it"),
                        word,
                    )


def _loaded_names(record: Record) -> Iterator[str]:
    """The names of a record in which a loaded word is no judgement: a group bears what it bears."""
    languages: tuple[Language, ...] = ("en", "ar")
    for language in languages:
        for name in (*record.aliases.in_(language), record.name.in_(language)):
            if " " in name and _words()[language].loaded.search(name):
                yield name


class _Names:
    """Names that are taken out of texts, however many there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._phrases = Phrases(tuple(_WORD.findall(name)) for name in names)

    def taken_out_of(self, text: str) -> str:
        """The text with a blank in place of each name, the longest that begins at a word."""
        words = list(_WORD.finditer(text))
        written = [word[0] for word in words]
        kept, end, place = [], 0, 0
        while place < len(words):
            joined = _JOINED.match(written[place])
            before, length = self._phrases.longest_at(written, place, joined.end() if joined else 0)
            if length:
                kept.append(text[end : words[place].start() + before])
                end = words[place + length - 1].end()
            place += length or 1
        return " ".join([*kept, text[end:]])


def _loaded(text: str, language: Language, names: _Names) -> Iterator[str]:
    """The first loaded word of each sentence that needs a claimant and has none."""
    words = _words()[language]
    if not words.loaded.search(text):
        return
    for sentence in _SENTENCE_END.split(names.taken_out_of(FOOTNOTE_MARK.sub("", text))):
        if not words.attribution.search(sentence):
            found = words.loaded.search(_without_quotations(sentence))
            if found:
                yield found["word"]


def _without_quotations(sentence: str) -> str:
    """A sentence with a blank in place of each quotation; one without an end is none."""
    kept, end = [], 0
    last = {opening: sentence.rfind(closing) for opening, closing in _CLOSING.items()}
    for opening in _OPENING.finditer(sentence):
        if end <= opening.start() < last[opening[0]]:
            kept.append(sentence[end : opening.start()])
            end = sentence.index(_CLOSING[opening[0]], opening.end()) + 1
    return " ".join([*kept, sentence[end:]])


@cache
def _words() -> dict[str, _Words]:
    lists = yaml.safe_load(Path(SEEDS_FOLDER, _FILE).read_text("utf-8"))
    return {
        language: _Words(
            _pattern(lists[language]["loaded"], language),
            _pattern(lists[language]["attribution"], language),
        )
        for language in ("en", "ar")
    }


def _pattern(phrases: list[str], language: str) -> re.Pattern[str]:
    # In Arabic a conjunction or preposition is written to the word that follows.
    before = rf"(?<!\w){_CONJUNCTIONS}" if language == "ar" else r"(?<!\w)"
    joined = "|".join(map(re.escape, phrases))
    return re.compile(rf"{before}(?P<word>{joined})(?!\w)", re.IGNORECASE)
