"""A place lies where its record says: its coordinates fall into its governorate's outline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.checking.collection import Collection
from store.checking.outlines import distance_outside, outlines
from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Record
from store.tuples import NamedTuple

_TOLERANCE: Final = 3
"""Kilometres: outlines are simplified, and gazetteers differ on where a town at a border is."""


class _Zone(NamedTuple):
    """What is needed of a zone to find its governorate."""

    lies_in: tuple[str, ...]
    code: str
    """The OCHA p-code, by which a governorate's outline is known."""


class InsideGovernorate(Rule):
    """A place stands on the map where a reader expects it."""

    name = "inside-governorate"
    place = 70
    asks = (
        "a place's coordinates fall into the outline of the governorate it lies in"
        f" (`seeds/governorates.geojson`), give or take {_TOLERANCE} km"
    )

    def __init__(self, collection: Collection) -> None:
        self._zones = {
            record.key: _zone(record) for record in collection.records if record.kind == "zone"
        }

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find coordinates outside the governorates that a zone is said to lie in.

        A governorate whose outline is not known is passed over.
        """
        if record.coordinates is None:
            return
        for key in self._governorates(record.key):
            away = distance_outside(record.coordinates, outlines()[self._zones[key].code])
            if away > _TOLERANCE:
                yield Problem(
                    ("coordinates",),
                    Sentence(
                        "the coordinates lie {distance} km outside {governorate}",
                        distance=round(away), governorate=key,
                    ),
                    Sentence("Correct the coordinates ([latitude, longitude]) or lies-in"),
                )  # fmt: skip

    def _governorates(self, key: str) -> Iterator[str]:
        """The outlined governorates above a zone, whatever lies between."""
        seen, waiting = {key}, [key]
        while waiting:
            zone = self._zones.get(waiting.pop())
            for above in zone.lies_in if zone else ():
                if above in seen or above not in self._zones:
                    continue
                seen.add(above)
                if self._zones[above].code in outlines():
                    yield above
                else:
                    waiting.append(above)


def _zone(record: Record) -> _Zone:
    return _Zone(
        tuple(r.object for r in record.relations if r.predicate == "lies-in"),
        dict(record.external).get("ocha", ""),
    )
