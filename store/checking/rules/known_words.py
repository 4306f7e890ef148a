"""Types, standings, properties and predicates are words of a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from store.checking.rule import Rule
from store.errors import FieldPath, Listed, Problem, Sentence
from store.model.records import Record, Source
from store.model.vocabulary import (
    PREDICATES,
    PROPERTIES,
    SOURCE_TYPES,
    STANDINGS,
    STATES,
    SUBJECTS,
    TYPES,
)


class KnownWords(Rule):
    """Files are proved when they are read, but another program may have written a store."""

    name = "known-words"
    place = 20
    asks = (
        "a record has a type, and its type, standing, properties and predicates, whom its values"
        " are of and their state, and the type of a source are words of their vocabularies"
    )
    is_named = False

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find words that no vocabulary has, and a missing type."""
        for path, word, vocabulary in _words(record):
            if word and word not in vocabulary:
                yield _unknown(path, word, vocabulary)
        if not record.type:
            todo = Sentence("Take one of {words}", words=Listed(TYPES[record.kind]))
            yield Problem(("type",), Sentence("the type is missing"), todo)

    def of_source(self, source: Source) -> Iterator[Problem]:
        """Find a type that sources do not have."""
        if source.type and source.type not in SOURCE_TYPES:
            yield _unknown(("type",), source.type, SOURCE_TYPES)


def _words(record: Record) -> Iterator[tuple[FieldPath, str, Mapping[str, object]]]:
    """The words of a record, each with the vocabulary that should have it."""
    yield ("type",), record.type, TYPES[record.kind]
    yield ("standing",), record.standing, STANDINGS
    for fact in record.facts:
        yield (fact.property,), fact.property, PROPERTIES
        yield (fact.property, "of"), fact.about.of, SUBJECTS
        yield (fact.property, "state"), fact.about.state, STATES
    for index, relation in enumerate(record.relations):
        yield ("relations", index, "predicate"), relation.predicate, PREDICATES


def _unknown(path: FieldPath, word: str, vocabulary: Iterable[str]) -> Problem:
    return Problem(
        path,
        Sentence("{word} is not known", word=repr(word)),
        Sentence("Take one of {words}", words=Listed(vocabulary)),
    )
