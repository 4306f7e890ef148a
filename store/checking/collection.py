"""What is checked together, and what it may refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from store.model.records import Bilingual, Record, Source


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

    @classmethod
    def of(cls, records: Iterable[Record], references: References) -> Collection:
        """Gather a collection; a record is held without its texts, as there may be very many."""
        return cls([_without_texts(record) for record in records], references)


def _without_texts(record: Record) -> Record:
    return record._replace(summary=Bilingual(), facts=(), citations=())
