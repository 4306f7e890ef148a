"""Two records beside each other: which of their properties and relations are the same.

Whether two values differ is for `store.model.statements` to say. Values that are not the same and
do not exclude each other either complete each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from store.model.properties import by_property
from store.model.records import Direction, Fact, Record, Related
from store.model.statements import exclude_each_other
from store.tuples import NamedTuple
from store.typed import Literal, TypeVar

Likeness = Literal["same", "differs", "completes", "one-sided"]
"""Of what two records say: all of it is the same; some of it excludes what the other says; it is
not the same, but may both be true; one of them says nothing."""

Side = TypeVar("Side")
Two = tuple[Side, Side]
"""Of the first record and of the second."""


class ComparedFacts(NamedTuple):
    """What two records state of one property."""

    property: str
    facts: Two[tuple[Fact, ...]]
    likeness: Likeness


class ComparedRelations(NamedTuple):
    """The relations of two records that read alike: of one predicate, in one direction."""

    predicate: str
    direction: Direction
    related: Two[tuple[Related, ...]]
    likeness: Likeness


class Comparison(NamedTuple):
    """Two records beside each other."""

    records: Two[Record]
    facts: tuple[ComparedFacts, ...]
    """In the vocabulary's order of properties."""
    relations: tuple[ComparedRelations, ...]
    """In the order of the first record's relations, then what the second one alone has."""

    @property
    def are_of_one_kind(self) -> bool:
        """Whether all that one may say can be said of the other."""
        one, other = self.records
        return one.kind == other.kind


def comparison(records: Two[Record], related: Two[Sequence[Related]] = ((), ())) -> Comparison:
    """Compare two records.

    Args:
        records: the two, of any kinds.
        related: the relations of each in both directions, in the order of the vocabulary.
    """
    one, other = records
    return Comparison(
        records,
        tuple(
            ComparedFacts(name, facts, _likeness_of_facts(facts))
            for name, facts in _facts_by_property(one, other)
        ),
        tuple(
            ComparedRelations(predicate, direction, sides, _likeness_of_relations(sides))
            for (predicate, direction), sides in _by_reading(*related).items()
        ),
    )


def stated(fact: Fact) -> Hashable:
    """What makes two facts the same: the value and what it is about, whoever says so."""
    return fact.value, fact.about


def related_to(related: Related) -> Hashable:
    """What makes two relations of one predicate the same: with whom they are, and how they are."""
    return related.other.key, related.since, related.until, related.as_of, related.disputed


def _facts_by_property(one: Record, other: Record) -> Iterable[tuple[str, Two[tuple[Fact, ...]]]]:
    first, second = dict(by_property(one.facts)), dict(by_property(other.facts))
    for name, _ in by_property([*one.facts, *other.facts]):
        yield name, (tuple(first.get(name, ())), tuple(second.get(name, ())))


def _by_reading(
    one: Iterable[Related], other: Iterable[Related]
) -> dict[tuple[str, Direction], Two[tuple[Related, ...]]]:
    found: dict[tuple[str, Direction], Two[list[Related]]] = {}
    for side, relations in enumerate((one, other)):
        for each in relations:
            found.setdefault((each.predicate, each.direction), ([], []))[side].append(each)
    return {reading: (tuple(first), tuple(second)) for reading, (first, second) in found.items()}


def _likeness_of_facts(facts: Two[tuple[Fact, ...]]) -> Likeness:
    likeness = _likeness(facts, stated)
    if likeness == "completes" and exclude_each_other(*facts):
        return "differs"
    return likeness


def _likeness_of_relations(related: Two[tuple[Related, ...]]) -> Likeness:
    return _likeness(related, related_to)


Said = TypeVar("Said", Fact, Related)


def _likeness(sides: Two[tuple[Said, ...]], meaning: Callable[[Said], Hashable]) -> Likeness:
    one, other = sides
    if not (one and other):
        return "one-sided"
    return "same" if set(map(meaning, one)) == set(map(meaning, other)) else "completes"
