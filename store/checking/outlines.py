"""Outlines of governorates, and how far a point lies outside one."""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from store.model.records import Coordinates
from store.paths import GOVERNORATES_FILE

_KILOMETRES_PER_DEGREE: Final = 111.2

Ring = list[tuple[float, float]]
"""Longitude and latitude of each corner in degrees, the first one again at the end (RFC 7946)."""


@cache
def outlines() -> dict[str, list[Ring]]:
    """The outer rings of each governorate, by its OCHA p-code."""
    collection = json.loads(Path(GOVERNORATES_FILE).read_text("utf-8"))
    found: dict[str, list[Ring]] = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        several = geometry["type"] == "MultiPolygon"
        polygons = geometry["coordinates"] if several else [geometry["coordinates"]]
        found[feature["properties"]["pcode"]] = [polygon[0] for polygon in polygons]
    return found


def distance_outside(point: Coordinates, rings: list[Ring]) -> float:
    """How far a point lies outside some rings, in kilometres; 0 inside any of them."""
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
