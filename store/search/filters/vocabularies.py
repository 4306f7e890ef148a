"""Values that are words of a vocabulary: what a person means by them, and what there is to type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.model.vocabulary import Label, Language
from store.text import folding
from store.typed import TypeVar

Word = TypeVar("Word", bound=str)


def words_meant(value: str, *vocabularies: Mapping[Word, Label]) -> list[Word]:
    """The words of vocabularies that a value names: by word or label, in any language."""
    wanted = _comparable(value)
    return [
        word
        for vocabulary in vocabularies
        for word, label in vocabulary.items()
        if wanted in {_comparable(text) for text in (word, *label)}
    ]


def words_and_labels(language: Language, vocabulary: Mapping[Word, Label]) -> Iterator[str]:
    """What completes a value; in English also the words, which need no quotation marks."""
    for word, label in vocabulary.items():
        if language == "en":
            yield word
        yield label.in_(language)


def _comparable(text: str) -> str:
    return folding.fold(text).removeprefix("ال")
