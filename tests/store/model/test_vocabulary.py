"""The vocabularies of the model and of the schema are the same, and read in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.model import vocabulary
from store.paths import SCHEMA_FILE

SCHEMA = Path(SCHEMA_FILE).read_text("utf-8")


def _words(table: str, column: str) -> set[str]:
    """The words that the schema's CHECK allows in a column."""
    body = SCHEMA.split(f"CREATE TABLE {table} (", 1)[1].split(") STRICT", 1)[0]
    check = re.search(rf"CHECK \({column} IN \(([^)]*)\)", body)
    assert check is not None, f"{table}.{column} has no CHECK"
    return set(re.findall(r"'([^']+)'", check[1]))


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("records", "kind", vocabulary.KINDS),
        ("records", "confidence", vocabulary.CONFIDENCES),
        ("zones", "type", vocabulary.ZONE_TYPES),
        ("agreements", "type", vocabulary.AGREEMENT_TYPES),
        ("actors", "type", vocabulary.ACTOR_TYPES),
        ("consequences", "type", vocabulary.CONSEQUENCE_TYPES),
        ("consequences", "standing", vocabulary.STANDINGS),
        ("facts", "property", vocabulary.PROPERTIES),
        ("sources", "type", vocabulary.SOURCE_TYPES),
    ],
)
def test_the_schema_knows_the_same_words(table: str, column: str, words: dict[str, object]) -> None:
    assert _words(table, column) == set(words)


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
    pairs = [(label.en, label.ar) for label in labels]
    pairs += [(description.en, description.ar) for description in vocabulary.PROPERTIES.values()]
    for english, arabic in pairs:
        assert re.search("[a-zA-Z]", english)
        assert re.search("[\u0621-\u064a]", arabic)


def test_every_predicate_reads_from_both_sides_in_both_languages() -> None:
    for name, predicate in vocabulary.PREDICATES.items():
        sides = (predicate.en, predicate.ar), (predicate.inverse_en, predicate.inverse_ar)
        assert all(en and ar for en, ar in sides), name
        assert predicate.symmetric == (sides[0] == sides[1]), name


def test_a_predicate_and_its_inverse_are_told_apart() -> None:
    """A heading stands for one predicate only, so no two may share a label in one direction."""
    for language in ("en", "ar"):
        labels = [getattr(predicate, language) for predicate in vocabulary.PREDICATES.values()]
        assert len(set(labels)) == len(labels)
