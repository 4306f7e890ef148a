"""The outlines of a ground, drawn in every frame: as many points as the dots can show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from store.maps.ground import Ground, Line, Point
from tui.pictures.dots import Dot, Dots
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN, Extent, Projection, extent_of

_LEVELS_KEPT: Final = 8
_FINEST: Final = 1.4
"""Dots from one point of a line to the next at least; up to half as much, as levels are doubled."""
_Drawn = list[tuple[Extent, Line]]


class Outlines:
    """Lines with the rectangles in which they lie, without points that no dot would tell apart."""

    def __init__(self, ground: Ground) -> None:
        """Of a ground; nothing is worked out before it is drawn."""
        self._ground = ground
        self._lines: tuple[Line, ...] | None = None
        self._levels: dict[int, _Drawn] = {}
        self._drawn: tuple[Projection, Dots] | None = None

    def draw(self, view: Projection) -> Dots:
        """Draw what is to be seen of them; the same view is drawn once."""
        if self._drawn is None or self._drawn[0] != view:
            self._drawn = view, self._draw(view)
        return self._drawn[1]

    def _draw(self, view: Projection) -> Dots:
        dots = Dots(view.width, view.height)
        seen = _seen(view)
        middle = (view.width * DOTS_ACROSS / 2, view.height * DOTS_DOWN / 2)
        west, north = view.longitude, view.latitude
        across, down = view.across, view.down
        for extent, line in self._level(view.down):
            if not _meet(extent, seen):
                continue
            before: Dot | None = None
            for longitude, latitude in line:
                here = Dot(
                    middle[0] + (longitude - west) * across, middle[1] - (latitude - north) * down
                )
                if before is not None:
                    dots.draw(before, here)
                before = here
        return dots

    def _level(self, down: float) -> _Drawn:
        """The lines as fine as so many dots to a degree show them."""
        level = math.ceil(math.log2(max(down, 1e-6)))
        if level not in self._levels:
            if len(self._levels) >= _LEVELS_KEPT:
                self._levels.pop(next(iter(self._levels)))
            if self._lines is None:
                self._lines = tuple(_each_once(self._ground.lines))
            self._levels[level] = list(_simplified(self._lines, _FINEST / 2.0**level))
        return self._levels[level]


def _each_once(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without pieces that another one has too, as the border of two neighbours has."""
    known: set[tuple[Point, Point]] = set()
    for line in lines:
        chain: list[Point] = []
        for start, end in pairwise(line):
            piece = (start, end) if start < end else (end, start)
            if piece in known:
                if chain:
                    yield tuple(chain)
                chain = []
                continue
            known.add(piece)
            if not chain:
                chain.append(start)
            chain.append(end)
        if chain:
            yield tuple(chain)


def _simplified(lines: Iterable[Line], least: float) -> Iterator[tuple[Extent, Line]]:
    for line in lines:
        extent = extent_of(line)
        if extent is not None:
            yield extent, tuple(_points(line, least))


def _points(line: Line, least: float) -> Iterator[tuple[float, float]]:
    """The points of a line that lie farther from the one before, and its last one."""
    x, y = line[0]
    yield line[0]
    for point in line[1:-1]:
        if abs(point[0] - x) + abs(point[1] - y) >= least:
            x, y = point
            yield point
    if len(line) > 1:
        yield line[-1]


def _seen(view: Projection) -> Extent:
    wide = view.width * DOTS_ACROSS / 2 / view.across if view.across else 360.0
    high = view.height * DOTS_DOWN / 2 / view.down
    longitude, latitude = view.longitude, view.latitude
    return Extent(longitude - wide, latitude - high, longitude + wide, latitude + high)


def _meet(one: Extent, other: Extent) -> bool:
    return (
        one.west <= other.east
        and other.west <= one.east
        and one.south <= other.north
        and other.south <= one.north
    )
