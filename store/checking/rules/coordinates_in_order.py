"""Latitude stands before longitude: swapped, a place lies far from all that it belongs to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median
from typing import Final

from store.checking.collection import Collection
from store.checking.outlines import distance_outside, outlines
from store.checking.rule import Rule
from store.errors import Problem, Sentence
from store.model.records import Coordinates, Record

_FAR: Final = 60
"""Kilometres from where a place belongs within which nothing is said."""
_NEARER: Final = 3
"""How many times nearer the swapped coordinates must lie."""
_ENOUGH: Final = 3
"""Other places that show together where a place belongs that is related to none."""
_KILOMETRES_PER_DEGREE: Final = 111.2


class CoordinatesInOrder(Rule):
    """A place's coordinates are not swapped."""

    name = "coordinates-in-order"
    place = 65
    asks = (
        "a place's latitude and longitude are not swapped: by the places it is related to, else by"
        " the other places, else by whether it lies in Syria"
    )

    def __init__(self, collection: Collection) -> None:
        self._places = {
            record.key: record.coordinates
            for record in collection.records
            if record.coordinates and _is_on_a_map(record.coordinates)
        }
        self._neighbours: dict[str, set[str]] = {}
        for record in collection.records:
            for relation in record.relations:
                if record.kind == "zone":
                    self._neighbours.setdefault(record.key, set()).add(relation.object)
                    self._neighbours.setdefault(relation.object, set()).add(record.key)

    def of_record(self, record: Record) -> Iterator[Problem]:
        """Find coordinates that would lie where they belong if they were swapped."""
        if record.coordinates is None:
            return
        latitude, longitude = record.coordinates
        could_be_swapped = _is_on_a_map(record.coordinates) and abs(longitude) <= 90
        if could_be_swapped and self._are_swapped(record.key, record.coordinates):
            yield Problem(
                ("coordinates",),
                Sentence(
                    "the coordinates seem to be swapped; did you mean [{latitude}, {longitude}]?",
                    latitude=longitude, longitude=latitude,
                ),
                Sentence("Write [latitude, longitude]; GeoJSON has them the other way round"),
            )  # fmt: skip

    def _are_swapped(self, key: str, given: Coordinates) -> bool:
        swapped = given[1], given[0]
        belongs = self._belongs_to(key)
        if belongs:
            away, swapped_away = (min(_distance(p, b) for b in belongs) for p in (given, swapped))
            return away > _FAR and swapped_away * _NEARER < away
        if _distance(given, swapped) <= _FAR:
            return False
        return _outside_syria(given) > 0 and not _outside_syria(swapped)

    def _belongs_to(self, key: str) -> list[Coordinates]:
        """Where a place may be looked for: at its neighbours, or amid the others."""
        near = [
            self._places[each] for each in self._neighbours.get(key, ()) if each in self._places
        ]
        others = [place for each, place in self._places.items() if each != key]
        if near or len(others) < _ENOUGH:
            return near
        return [(median(place[0] for place in others), median(place[1] for place in others))]


def _is_on_a_map(point: Coordinates) -> bool:
    """Whether these may be degrees at all, which in a damaged store they need not be."""
    return all(abs(degrees) <= 180 for degrees in point)


def _outside_syria(point: Coordinates) -> float:
    return min(distance_outside(point, rings) for rings in outlines().values())


def _distance(point: Coordinates, other: Coordinates) -> float:
    """Kilometres between two points, near enough on a plane."""
    scale = math.cos(math.radians((point[0] + other[0]) / 2))
    return _KILOMETRES_PER_DEGREE * math.hypot(point[0] - other[0], (point[1] - other[1]) * scale)
