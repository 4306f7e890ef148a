"""The ground of a map: outlines out of any GeoJSON (RFC 7946), read within bounds.

What is wrong with the whole is an error; a feature that cannot be drawn is left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from store.errors import MasaratError, Sentence
from store.files.json_values import JsonError, read_whole
from store.files.text_file import UnreadableFileError, decoded, read_bytes
from store.tuples import NamedTuple

MOST_BYTES: Final = 20_000_000
MOST_POINTS: Final = 500_000
_DEPTHS: Final = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""The geometries that have lines, and how many lists stand around a line in each."""
_LARGEST_LONGITUDE: Final = 180
_LARGEST_LATITUDE: Final = 90
_LONGEST_ATTRIBUTION: Final = 300
_NUMBERS_OF_A_POINT: Final = 2
_POINTS_OF_A_LINE: Final = 2
"""At least; of fewer nothing is to be seen."""

Point = tuple[float, float]
"""Longitude and latitude in decimal degrees, in the order of GeoJSON."""
Line = tuple[Point, ...]


class GroundError(MasaratError):
    """A file is no ground for a map: the sentence says why."""


class Ground(NamedTuple):
    """Lines to draw below the marks of a map."""

    lines: tuple[Line, ...]
    left_out: int = 0
    """How many of its geometries have lines that cannot be read or lie outside the world."""
    attribution: str = ""
    """Who made it and under which licence, where the file says so."""


class _UnreadableError(ValueError):
    """A geometry is not as RFC 7946 has it."""


def ground_file(file: Path) -> Ground:
    """Read a GeoJSON file from the disk.

    Raises:
        GroundError: it cannot be read, or is no ground; the sentence names the file.
    """
    try:
        return read_ground(read_bytes(file, MOST_BYTES))
    except MasaratError as error:
        said = Sentence("{field}: {message}", field=str(file), message=error.sentence)
        raise GroundError(said) from error


def read_ground(content: bytes) -> Ground:
    """Read a GeoJSON file.

    Raises:
        GroundError: it is too large, no GeoJSON, or has no line that can be drawn.
    """
    if len(content) > MOST_BYTES:
        raise GroundError(Sentence("the ground of a map has at most {most} bytes", most=MOST_BYTES))
    try:
        value = read_whole(decoded(content))
    except UnreadableFileError as error:
        why = error.sentence
        raise GroundError(Sentence("this is no GeoJSON: {reason}", reason=why)) from None
    except JsonError as error:
        raise GroundError(Sentence("this is no GeoJSON: {reason}", reason=error.what)) from None
    return _drawn(value)


def _drawn(value: object) -> Ground:
    lines: list[Line] = []
    left_out = points = 0
    for geometry in _geometries(value):
        try:
            found = [line for line in _lines_of(geometry) if len(line) >= _POINTS_OF_A_LINE]
        except _UnreadableError:
            found = []
        if not found:
            left_out += 1
            continue
        points += sum(map(len, found))
        if points > MOST_POINTS:
            raise GroundError(
                Sentence("the ground of a map has at most {most} points", most=MOST_POINTS)
            )
        lines += found
    if not lines:
        raise GroundError(Sentence("this is no GeoJSON with outlines that can be drawn"))
    return Ground(tuple(lines), left_out, _attribution(value))


def _attribution(value: object) -> str:
    """What stands in a file as its member `attribution`, on one line and within bounds."""
    said = value.get("attribution") if isinstance(value, dict) else None
    return " ".join(said.split())[:_LONGEST_ATTRIBUTION] if isinstance(said, str) else ""


def _geometries(value: object) -> Iterator[dict[str, Any]]:
    """Every geometry with lines, in the order of the file; without recursion."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            continue
        kind = each.get("type")
        if kind == "Feature":
            waiting.append(each.get("geometry"))
        elif kind in ("FeatureCollection", "GeometryCollection"):
            parts = each.get("features" if kind == "FeatureCollection" else "geometries")
            waiting += reversed(parts) if isinstance(parts, list) else ()
        elif isinstance(kind, str) and kind in _DEPTHS:
            yield each


def _lines_of(geometry: dict[str, Any]) -> list[Line]:
    level = [geometry.get("coordinates")]
    for _ in range(_DEPTHS[geometry["type"]]):
        level = [part for whole in level for part in _listed(whole)]
    return [tuple(_point(each) for each in _listed(line)) for line in level]


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise _UnreadableError
    return value


def _point(value: object) -> Point:
    numbers = _listed(value)[:_NUMBERS_OF_A_POINT]
    if len(numbers) < _NUMBERS_OF_A_POINT or any(
        type(each) not in (int, float) for each in numbers
    ):
        raise _UnreadableError
    longitude, latitude = numbers
    # Also false for a number that is none (NaN).
    if not (abs(longitude) <= _LARGEST_LONGITUDE and abs(latitude) <= _LARGEST_LATITUDE):
        raise _UnreadableError
    return float(longitude), float(latitude)
