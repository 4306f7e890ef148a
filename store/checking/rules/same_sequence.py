"""An agreement follows one that it has to do with: of its place, its parties or its track."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record
from store.tuples import NamedTuple

_PLACES: Final = frozenset({"covers", "evacuates", "establishes", "concerns"})
_PARTIES: Final = frozenset({"has-party", "signed-by"})
_WIDE: Final = frozenset({"governorate", "country"})
"""Types of zones in which too much lies for that to join two agreements."""
_RULING: Final = frozenset({"government", "state"})
"""Types of actors that are party to agreements everywhere; two of them make a pair of parties."""


class _Ties(NamedTuple):
    """What an agreement may have in common with another one."""

    parties: frozenset[str]
    tracks: frozenset[str]
    """The agreement itself and what it is part of, however far up."""
    places: frozenset[str]
    around: frozenset[str]
    """Its places and the zones in which they lie, however far up."""


class SameSequence(Rule):
    """What came after what is told where the one bears on the other, and not by date alone."""

    name = "same-sequence"
    place = 77
    asks = (
        "an agreement follows only one of the same place (or of two places in one region), of the"
        " same party (where that is a state or government: of two of the same) or of the same track"
    )

    def __init__(self, collection: Collection) -> None:
        self._records = {record.key: record for record in collection.records}
        self._known_ties: dict[str, _Ties] = {}

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find agreements that an agreement follows and shares nothing with."""
        if record.kind != "agreement":
            return
        for index, relation in enumerate(record.relations):
            earlier = self._records.get(relation.object)
            if relation.predicate == "follows" and earlier and not self._share(record, earlier):
                yield Problem(
                    ("relations", index),
                    Sentence(
                        "it shares no place, party or track with {key}, which it follows",
                        key=relation.object,
                    ),
                    Sentence("Take the relation out, or add what the two share"),
                )

    def _share(self, one: Record, other: Record) -> bool:
        here, there = self._ties(one), self._ties(other)
        parties = here.parties & there.parties
        return (
            len(parties) > 1
            or any(self._type(party) not in _RULING for party in parties)
            or not here.tracks.isdisjoint(there.tracks)
            or not here.places.isdisjoint(there.around)
            or not there.places.isdisjoint(here.around)
            or any(self._type(zone) not in _WIDE for zone in here.around & there.around)
        )

    def _ties(self, record: Record) -> _Ties:
        if record.key not in self._known_ties:
            named = _objects(record, _PLACES)
            places = frozenset(key for key in named if self._kind(key) == "zone")
            self._known_ties[record.key] = _Ties(
                parties=_objects(record, _PARTIES),
                tracks=self._wholes([record.key], frozenset({"part-of"})),
                places=places,
                around=self._wholes(places, frozenset({"lies-in", "part-of"})),
            )
        return self._known_ties[record.key]

    def _wholes(self, keys: Iterable[str], predicates: frozenset[str]) -> frozenset[str]:
        """Records, and what they are parts of, however far up."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            if (key := waiting.pop()) not in found:
                found.add(key)
                if record := self._records.get(key):
                    waiting += _objects(record, predicates)
        return frozenset(found)

    def _type(self, key: str) -> str:
        record = self._records.get(key)
        return record.type if record else ""

    def _kind(self, key: str) -> str:
        record = self._records.get(key)
        return record.kind if record else ""


def _objects(record: Record, predicates: frozenset[str]) -> frozenset[str]:
    return frozenset(each.object for each in record.relations if each.predicate in predicates)
