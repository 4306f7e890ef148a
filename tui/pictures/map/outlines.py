"""The outlines of a ground: as many points as the dots can show, drawn once for a scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from store.maps.ground import Ground, Line, Point
from tui.pictures.dots import Dot, Dots, Sheet
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN, Extent, Projection, extent_of

_LEVELS_KEPT: Final = 8
_FINEST: Final = 1.4
"""Dots from one point of a line to the next at least; up to half as much, as levels are doubled."""
_PIECE: Final = 24
"""Points of a line that are drawn together."""
_LONGEST: Final = 400.0
"""Dots; a longer piece is drawn no farther than it is seen."""
_MOST_DOTS: Final = 400_000
"""Kept of a ground that is moved on and on."""
_Drawn = list[tuple[Extent, Line]]


class Outlines:
    """Lines with the rectangles in which they lie, without points that no dot would tell apart."""

    def __init__(self, ground: Ground) -> None:
        """Of a ground; nothing is worked out before it is drawn."""
        self._ground = ground
        self._lines: tuple[Line, ...] | None = None
        self._levels: dict[int, _Drawn] = {}
        self._sheet: _GroundSheet | None = None

    def seen(self, view: Projection) -> Iterable[tuple[int, int, int]]:
        """Column, line and bits of each cell in which a view has a part of them.

        A view that is the one before but moved is not drawn again.
        """
        if self._sheet is None or not self._sheet.serves(view):
            self._sheet = _GroundSheet(self._level(view.down), view)
        return self._sheet.seen(view)

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


class _GroundSheet:
    """Outlines at one scale, each piece drawn when it first comes into sight."""

    def __init__(self, level: _Drawn, first: Projection) -> None:
        self._first = first
        self._sheet = Sheet()
        self._waiting = level
        self._long: _Drawn = []
        """Pieces that are drawn in each frame, as far as they are seen."""

    def serves(self, view: Projection) -> bool:
        """Whether a view is the first one, moved."""
        return self._sheet.size < _MOST_DOTS and view.moved_from(self._first) is not None

    def seen(self, view: Projection) -> Iterator[tuple[int, int, int]]:
        """What of them a view shows."""
        moved = view.moved_from(self._first) or (0, 0)
        area = _seen(view)
        waiting: _Drawn = []
        for extent, line in self._waiting:
            if not _meet(extent, area):
                waiting.append((extent, line))
            elif _reach(extent, view) > _LONGEST:
                self._long.append((extent, line))
            else:
                _draw(self._sheet, line, self._first)
        self._waiting = waiting
        yield from self._sheet.seen(moved, (view.width, view.height))
        if self._long:
            dots = Dots(view.width, view.height)
            for extent, line in self._long:
                if _meet(extent, area):
                    _draw(dots, line, view)
            yield from dots.filled()


def _draw(dots: Dots | Sheet, line: Line, view: Projection) -> None:
    middle = (view.width * DOTS_ACROSS / 2, view.height * DOTS_DOWN / 2)
    west, north, across, down = view[:4]
    before: Dot | None = None
    for longitude, latitude in line:
        here = Dot(middle[0] + (longitude - west) * across, middle[1] - (latitude - north) * down)
        if before is not None:
            dots.draw(before, here)
        before = here


def _reach(extent: Extent, view: Projection) -> float:
    """How many dots a rectangle is wide or high."""
    wide = (extent.east - extent.west) * view.across
    return max(wide, (extent.north - extent.south) * view.down)


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
    """Lines in pieces of few points, so that what is out of sight is not looked at."""
    for line in lines:
        points = tuple(_points(line, least))
        for start in range(0, max(len(points) - 1, 1), _PIECE):
            piece = points[start : start + _PIECE + 1]
            extent = extent_of(piece)
            if extent is not None:
                yield extent, piece


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
