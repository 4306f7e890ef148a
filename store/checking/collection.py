"""What is checked together, and what it may refer to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping

from store.checking.figures import numbers_told
from store.model.reading.quantities import number_span
from store.model.records import Bilingual, Fact, Record, Source
from store.tuples import NamedTuple


class References(NamedTuple):
    """What a record may refer to."""

    is_record: Callable[[str], bool]
    """Whether there is a record with a key."""
    is_zone: Callable[[str], bool]
    """Whether there is a zone with a key."""
    source: Callable[[str], Source | None]
    """Finds a source by its key."""


class Collection(NamedTuple):
    """What a rule may know of the collection around a record."""

    records: list[Record]
    """All records, with their names and relations alone."""
    references: References
    numbers: Mapping[str, frozenset[str]]
    """The numbers that the facts and relations of each record give, by its key."""
    inhabitants: Mapping[str, int]
    """The most people that any value says to live in a place, by its key."""

    @classmethod
    def of(cls, records: Iterable[Record], references: References) -> Collection:
        """Gather a collection; a record is held without its texts, as there may be very many."""
        held, numbers, inhabitants = [], {}, {}
        for record in records:
            held.append(_without_texts(record))
            numbers[record.key] = numbers_told(record)
            if counts := record.facts_of("inhabitants"):
                inhabitants[record.key] = max(map(_most, counts))
        return cls(held, references, numbers, inhabitants)


def _most(fact: Fact) -> int:
    """The most that a number may mean; beyond a bound that has no end, nothing can be said."""
    _, most = number_span(str(fact.value))
    return sys.maxsize if most is None else most


def _without_texts(record: Record) -> Record:
    return record._replace(summary=Bilingual(), facts=(), citations=())
