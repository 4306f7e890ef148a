"""An agreement follows one that it has to do with: of its place, its parties or its track."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record

_PLACES: Final = frozenset({"covers", "evacuates", "establishes", "concerns"})
_PARTIES: Final = frozenset({"has-party", "signed-by"})
_WIDE: Final = frozenset({"governorate", "country"})
"""Types of zones in which too much lies for that to join two agreements."""
_RULING: Final = frozenset({"government", "state"})
"""Types of actors that are party to agreements everywhere; two of them make a pair of parties."""


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
        parties = _objects(one, _PARTIES) & _objects(other, _PARTIES)
        if len(parties) > 1 or any(self._type(party) not in _RULING for party in parties):
            return True
        return self._are_of_one_track(one, other) or self._are_of_one_place(one, other)

    def _are_of_one_track(self, one: Record, other: Record) -> bool:
        return not self._wholes([one.key], "part-of").isdisjoint(
            self._wholes([other.key], "part-of")
        )

    def _are_of_one_place(self, one: Record, other: Record) -> bool:
        here, there = (_objects(each, _PLACES) for each in (one, other))
        around_here, around_there = self._around(here), self._around(there)
        if here & around_there or there & around_here:
            return True
        return any(self._type(zone) not in _WIDE for zone in around_here & around_there)

    def _around(self, keys: Iterable[str]) -> set[str]:
        """Zones among some records, and the zones in which they lie."""
        zones = [key for key in keys if self._kind(key) == "zone"]
        return self._wholes(zones, "lies-in", "part-of")

    def _wholes(self, keys: Iterable[str], *predicates: str) -> set[str]:
        """Records, and what they are parts of, however far up."""
        found: set[str] = set()
        waiting = list(keys)
        while waiting:
            if (key := waiting.pop()) not in found:
                found.add(key)
                if record := self._records.get(key):
                    waiting += _objects(record, frozenset(predicates))
        return found

    def _type(self, key: str) -> str:
        record = self._records.get(key)
        return record.type if record else ""

    def _kind(self, key: str) -> str:
        record = self._records.get(key)
        return record.kind if record else ""


def _objects(record: Record, predicates: frozenset[str]) -> set[str]:
    return {each.object for each in record.relations if each.predicate in predicates}
