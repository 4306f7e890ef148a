"""A word that takes sides stands only where it is quoted or claimed by somebody.

The words are data, in seeds/neutrality.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import FieldPath, Problem, Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Bilingual, Record
from store.model.vocabulary import Language
from store.paths import SEEDS_FOLDER

_FILE: Final = "neutrality.yaml"
_SENTENCE_END: Final = re.compile(r"(?<=[.!?؟])\s+|\n\n")
_QUOTED: Final = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')
_CONJUNCTIONS: Final = "[وف]?[بكل]?"


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
        self._loaded_names = frozenset(
            name for record in collection.records for name in _loaded_names(record)
        )

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find loaded words in sentences that neither quote them nor say whose claim they are."""
        for path, texts in _texts(record):
            languages: tuple[tuple[Language, str], ...] = (("en", texts.en), ("ar", texts.ar))
            for language, text in languages:
                for word in _loaded(_without(text, self._loaded_names), language):
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


def _texts(record: Record) -> Iterator[tuple[FieldPath, Bilingual]]:
    """The name, summary, notes and texts of a record."""
    yield ("name",), record.name
    yield ("summary",), record.summary
    for index, relation in enumerate(record.relations):
        yield ("relations", index, "note"), relation.note
    for fact in record.facts:
        yield (fact.property, "note"), fact.note
        if isinstance(fact.value, Bilingual):
            yield (fact.property, "value"), fact.value


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text


def _loaded(text: str, language: Language) -> Iterator[str]:
    """The first loaded word of each sentence that needs a claimant and has none."""
    words = _words()[language]
    for sentence in _SENTENCE_END.split(FOOTNOTE_MARK.sub("", text)):
        if not words.attribution.search(sentence):
            found = words.loaded.search(_QUOTED.sub(" ", sentence))
            if found:
                yield found["word"]


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
