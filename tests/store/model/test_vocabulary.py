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
    """A heading stands for one predicate in one direction, so no two may share a label."""
    labels = [predicate.label for predicate in vocabulary.PREDICATES.values()]
    labels += [each.inverse for each in vocabulary.PREDICATES.values() if not each.symmetric]
    assert len({label.en for label in labels}) == len(labels)
    assert len({label.ar for label in labels}) == len(labels)


def test_arabic_headings_of_relations_fit_either_gender() -> None:
    """A verb (يشمل, راقبه, هُجّر) or a pronoun (أطرافه) would take the gender of one of the two."""
    labels = [
        label.ar
        for predicate in vocabulary.PREDICATES.values()
        for label in (predicate.label, predicate.inverse)
    ]
    finite_verb_or_pronoun = re.compile(r"^ي\w{2,}|^ت\w+ُ|[\u064b-\u0652]|\w{2}(ه|ها)\b")
    assert [label for label in labels if finite_verb_or_pronoun.search(label)] == []


def test_kinds_of_a_predicate_are_kinds_and_the_same_both_ways_where_it_reads_so() -> None:
    for name, predicate in vocabulary.PREDICATES.items():
        assert {*predicate.subjects, *predicate.objects} <= set(vocabulary.KINDS), name
        assert not predicate.symmetric or predicate.subjects == predicate.objects, name


def test_a_former_predicate_reads_as_one_of_today() -> None:
    for former, now in vocabulary.FORMER_PREDICATES.items():
        assert former not in vocabulary.PREDICATES
        assert now in vocabulary.PREDICATES


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
