"""A place lies where it is said to lie: its coordinates fall into its governorate's outline."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from store.checking.rules.complaint import Complaint
from store.errors import Sentence
from store.model.records import Coordinates, Record
from store.paths import SEEDS_FOLDER

RULE: Final = "inside-governorate"
OUTLINES: Final = "governorates.geojson"
_KILOMETRES_PER_DEGREE: Final = 111.2
# The outlines are simplified, and points of towns at a border differ between gazetteers.
_TOLERANCE: Final = 3.0

Ring = list[tuple[float, float]]
"""Longitude and latitude of each corner in degrees, the first one again at the end (RFC 7946)."""


class Place(NamedTuple):
    """What is needed of a zone to find its governorate."""

    lies_in: tuple[str, ...]
    code: str
    """The OCHA p-code, by which a governorate's outline is known."""


def places_of(records: Iterable[Record]) -> dict[str, Place]:
    """Gather the zones of a collection, by key."""
    return {
        record.key: Place(
            tuple(one.object for one in record.relations if one.predicate == "lies-in"),
            dict(record.external).get("ocha", ""),
        )
        for record in records
        if record.kind == "zone"
    }


def lies_in_its_governorate(record: Record, places: Mapping[str, Place]) -> Iterator[Complaint]:
    """Find coordinates outside the governorates that a zone is said to lie in.

    Governorates whose outline is not known are no reason for complaint.
    """
    if record.coordinates is None:
        return
    for key in _governorates(record.key, places):
        away = _distance(record.coordinates, outlines()[places[key].code])
        if away > _TOLERANCE:
            yield Complaint(
                ("coordinates",),
                Sentence(
                    "the coordinates lie {distance} km outside {governorate}",
                    distance=round(away), governorate=key,
                ),
                Sentence("Correct the coordinates ([latitude, longitude]) or lies-in"),
                rule=RULE,
            )  # fmt: skip


def _governorates(key: str, places: Mapping[str, Place]) -> Iterator[str]:
    """The outlined governorates above a place, whatever lies between."""
    seen, waiting = {key}, [key]
    while waiting:
        for above in places.get(waiting.pop(), Place((), "")).lies_in:
            if above in seen or above not in places:
                continue
            seen.add(above)
            if places[above].code in outlines():
                yield above
            else:
                waiting.append(above)


@cache
def outlines() -> dict[str, list[Ring]]:
    """The outer rings of each governorate, by its OCHA p-code."""
    collection = json.loads(Path(SEEDS_FOLDER, OUTLINES).read_text("utf-8"))
    found: dict[str, list[Ring]] = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        several = geometry["type"] == "MultiPolygon"
        polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
        found[feature["properties"]["pcode"]] = [polygon[0] for polygon in polygons]
    return found


def _distance(point: Coordinates, rings: list[Ring]) -> float:
    """How far a point lies outside some rings, in kilometres; 0 inside."""
    latitude, longitude = point
    if any(_is_inside(longitude, latitude, ring) for ring in rings):
        return 0.0
    return min(_to_edge(longitude, latitude, ring) for ring in rings)


def _is_inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times (Shimrat 1962)."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _to_edge(x: float, y: float, ring: Ring) -> float:
    """Distance to the nearest edge in kilometres, on a plane that touches the point."""
    scale = math.cos(math.radians(y))
    corners = [
        ((cx - x) * scale * _KILOMETRES_PER_DEGREE, (cy - y) * _KILOMETRES_PER_DEGREE)
        for cx, cy in ring
    ]
    return min(_to_segment(*ends) for ends in pairwise(corners))


def _to_segment(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Distance from the origin to a segment."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = -(start[0] * dx + start[1] * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(start[0] + along * dx, start[1] + along * dy)
