"""The vocabularies read in both languages, and words that are not in them by their keys."""

from __future__ import annotations

import re

import pytest

from store.model import vocabulary
from store.model.vocabulary import Label, Predicate, Property


def test_every_word_reads_in_both_languages() -> None:
    labels = [
        *vocabulary.KINDS.values(),
        *vocabulary.KIND_PLURALS.values(),
        *(label for words in vocabulary.TYPES.values() for label in words.values()),
        *vocabulary.STANDINGS.values(),
        *vocabulary.SOURCE_TYPES.values(),
        *vocabulary.CONFIDENCES.values(),
        *vocabulary.COLLECTIONS.values(),
    ]
    words = [*labels, *vocabulary.STAGES.values(), *vocabulary.PROPERTIES.values()]
    for word in words:
        assert re.search("[a-zA-Z]", word.in_("en"))
        assert re.search("[\u0621-\u064a]", word.in_("ar"))


def test_every_predicate_reads_from_both_sides_in_both_languages() -> None:
    for name, predicate in vocabulary.PREDICATES.items():
        sides = (predicate.en, predicate.ar), (predicate.inverse_en, predicate.inverse_ar)
        assert all(en and ar for en, ar in sides), name
        assert predicate.symmetric == (sides[0] == sides[1]), name


def test_a_predicate_and_its_inverse_are_told_apart() -> None:
    """A heading stands for one predicate only, so no two may share a label in one direction."""
    labels = [predicate.label for predicate in vocabulary.PREDICATES.values()]
    assert len({label.en for label in labels}) == len(labels)
    assert len({label.ar for label in labels}) == len(labels)


def test_a_word_that_only_a_store_knows_reads_as_its_key() -> None:
    assert vocabulary.ZONE_TYPES["canal"] == Label("canal", "canal")
    assert vocabulary.PROPERTIES["tolls"] == Property("tolls", "tolls", "text")
    assert vocabulary.PREDICATES["overlooks"].inverse == Label("overlooks", "overlooks")
    assert "canal" not in vocabulary.ZONE_TYPES


@pytest.mark.parametrize(
    ("words", "key", "word"),
    [
        (vocabulary.ZONE_TYPES, "canal", Label("canal", "قناة")),
        (vocabulary.KIND_PLURALS, "zone", Label("places", "أماكن")),
        (vocabulary.PROPERTIES, "deaths", Property("Deaths", "عدد القتلى", "text")),
        (vocabulary.PREDICATES, "covers", Predicate("covers", "يشمل", "under", "مشمول في")),
    ],
)
def test_the_stamp_changes_with_every_word_and_label(
    monkeypatch: pytest.MonkeyPatch, words: dict[str, object], key: str, word: object
) -> None:
    before = vocabulary.stamp()
    monkeypatch.setitem(words, key, word)

    assert vocabulary.stamp() != before
    monkeypatch.undo()
    assert vocabulary.stamp() == before
