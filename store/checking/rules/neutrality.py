"""Loaded words stand only inside attributed claims; they are data, in seeds/neutrality.yaml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from store.checking.rules.complaint import Complaint
from store.errors import FieldPath, Sentence
from store.files.markdown_text import FOOTNOTE_MARK
from store.model.records import Bilingual, Record
from store.model.vocabulary import Language
from store.paths import SEEDS_FOLDER

RULE: Final = "neutral-words"
WORDS: Final = "neutrality.yaml"
_SENTENCE_END: Final = re.compile(r"(?<=[.!?؟])\s+|\n\n")
_QUOTED: Final = re.compile('“[^”]*”|«[^»]*»|"[^"]*"')
_CONJUNCTIONS: Final = "[وف]?[بكل]?"


class _Words(NamedTuple):
    loaded: re.Pattern[str]
    attribution: re.Pattern[str]


def loaded_names(records: Iterable[Record]) -> frozenset[str]:
    """Gather the names and aliases that hold a loaded word: an armed group bears what it bears."""
    return frozenset(
        name
        for record in records
        for names, language in ((record.aliases.en, "en"), (record.aliases.ar, "ar"))
        for name in (*names, getattr(record.name, language))
        if _words()[language].loaded.search(name) and " " in name
    )


def words_are_neutral(record: Record, names: Collection[str]) -> Iterator[Complaint]:
    """Find loaded words in sentences that neither quote them nor say whose claim they are.

    Args:
        record: whose name, summary, notes and texts are read.
        names: in which a loaded word is no judgement.
    """
    for path, texts in _texts(record):
        languages: tuple[tuple[Language, str], ...] = (("en", texts.en), ("ar", texts.ar))
        for language, text in languages:
            for word in _loaded(_without(text, names), language):
                yield Complaint(
                    (*path, language),
                    Sentence("{word} takes sides and is nobody's claim here", word=repr(word)),
                    Sentence("Take a neutral word, quote it, or say who holds it"),
                    word,
                    RULE,
                )


def _texts(record: Record) -> Iterator[tuple[FieldPath, Bilingual]]:
    yield ("name",), record.name
    yield ("summary",), record.summary
    for index, relation in enumerate(record.relations):
        yield ("relations", index, "note"), relation.note
    for fact in record.facts:
        yield (fact.property, "note"), fact.note
        if isinstance(fact.value, Bilingual):
            yield (fact.property, "value"), fact.value


def _without(text: str, names: Collection[str]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text


def _loaded(text: str, language: Language) -> Iterator[str]:
    words = _words()[language]
    for sentence in _SENTENCE_END.split(FOOTNOTE_MARK.sub("", text)):
        if not words.attribution.search(sentence):
            found = words.loaded.search(_QUOTED.sub(" ", sentence))
            if found:
                yield found["word"]


@cache
def _words() -> dict[str, _Words]:
    lists = yaml.safe_load(Path(SEEDS_FOLDER, WORDS).read_text("utf-8"))
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
