"""Where on a picture a point of the Earth lies, and back.

Equirectangular: a degree of longitude is as long as one of latitude times the cosine of the
view's middle latitude (Snyder, *Map Projections: A Working Manual*, 1987, p. 90). Of a country the
size of Syria the shape is right to a few per cent, which is less than a cell shows. East is to the
right in every language: geography is not mirrored.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from store.tuples import NamedTuple

DOTS_ACROSS: Final = 2
DOTS_DOWN: Final = 4
"""Dots of a cell in braille; a cell is about twice as high as wide, so dots are square."""
_STEEPEST: Final = 85.0
"""Degrees of latitude; beyond, a degree of longitude is nearly nothing."""
_NO_DOT: Final = 1e-4
"""Cells; so little is a matter of rounding."""
_SMALLEST: Final = 1e-6
"""Degrees that a view shows at least: one record alone has no extent."""


class Extent(NamedTuple):
    """A rectangle of the Earth in decimal degrees."""

    west: float
    south: float
    east: float
    north: float


class Projection(NamedTuple):
    """A view of the Earth on dots, counted from the top left corner."""

    longitude: float
    """Of the middle of the view."""
    latitude: float
    across: float
    """Dots to a degree of longitude."""
    down: float
    """Dots to a degree of latitude."""
    width: int
    """Of the picture, in cells."""
    height: int

    def dot(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies: dots from the left and from the top, maybe outside the picture."""
        return (
            self.width * DOTS_ACROSS / 2 + (longitude - self.longitude) * self.across,
            self.height * DOTS_DOWN / 2 - (latitude - self.latitude) * self.down,
        )

    def cell(self, longitude: float, latitude: float) -> tuple[int, int] | None:
        """The column and line of a point; None where it lies outside the picture."""
        x, y = self.dot(longitude, latitude)
        column, line = math.floor(x / DOTS_ACROSS), math.floor(y / DOTS_DOWN)
        return (column, line) if 0 <= column < self.width and 0 <= line < self.height else None

    def moved_from(self, other: Projection) -> tuple[int, int] | None:
        """By how many columns and lines another view has to be moved to be this one.

        Returns:
            None where these are not whole, or it shows the Earth in another size.
        """
        if self[2:] != other[2:]:
            return None
        columns = (self.longitude - other.longitude) * self.across / DOTS_ACROSS
        lines = (other.latitude - self.latitude) * self.down / DOTS_DOWN
        moved = round(columns), round(lines)
        is_whole = abs(columns - moved[0]) < _NO_DOT and abs(lines - moved[1]) < _NO_DOT
        return moved if is_whole else None


def extent_of(points: Iterable[tuple[float, float]]) -> Extent | None:
    """The least rectangle around points, each longitude and latitude; None around nothing."""
    seen = list(points)
    if not seen:
        return None
    longitudes, latitudes = zip(*seen, strict=True)
    return Extent(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def shortened_at(latitude: float) -> float:
    """How long a degree of longitude is there, beside one of latitude."""
    return math.cos(math.radians(max(-_STEEPEST, min(_STEEPEST, latitude))))


def fitted(extent: Extent, width: int, height: int) -> Projection:
    """The view on which a rectangle is as large as a picture of so many cells allows."""
    longitude = (extent.west + extent.east) / 2
    latitude = (extent.south + extent.north) / 2
    shortened = shortened_at(latitude)
    wide = max((extent.east - extent.west) * shortened, _SMALLEST)
    high = max(extent.north - extent.south, _SMALLEST)
    # A dot is left at each side, so that the outermost points lie inside.
    down = min(
        max(width * DOTS_ACROSS - 2, 1) / wide,
        max(height * DOTS_DOWN - 2, 1) / high,
    )
    return Projection(longitude, latitude, down * shortened, down, width, height)
