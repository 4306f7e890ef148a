"""From where a map is looked at: nearer and farther, moved, and back to all of it."""

from __future__ import annotations

import math
from typing import Final

from store.maps.ground import Point
from store.tuples import NamedTuple
from tui.pictures.map.content import Map
from tui.pictures.projection import (
    DOTS_ACROSS,
    DOTS_DOWN,
    Extent,
    Projection,
    extent_of,
    fitted,
    shortened_at,
)

ZOOM: Final = 1.6
_NEAREST: Final = 4_000.0
"""Dots to a degree: a dot is about 28 metres."""
_LARGE_GROUND: Final = 5
"""How many times as long as what is marked a ground is of which a part is shown at first."""
_UNSEEN: Final = 0.03
"""How much longer or shorter than it is a degree of longitude may be drawn after a pan."""
_LEAST_SHOWN: Final = 2.0
"""Degrees that are shown around what is marked at least."""
_WORLD: Final = Extent(-180, -90, 180, 90)


class Camera(NamedTuple):
    """A point of the Earth in the middle, and how near it is."""

    longitude: float
    latitude: float
    down: float
    """Dots to a degree of latitude."""
    shortened: float = 0.0
    """How long a degree of longitude is beside one of latitude: as it was where a pan began, so
    that what is drawn can be moved; 0 for what it is at its latitude."""

    @property
    def across(self) -> float:
        """Dots to a degree of longitude."""
        return self.down * (self.shortened or shortened_at(self.latitude))

    def projection(self, width: int, height: int) -> Projection:
        """The view on so many cells."""
        return Projection(self.longitude, self.latitude, self.across, self.down, width, height)


class Frame(NamedTuple):
    """What a map is of, and what of it is shown at first."""

    all: Extent
    first: Extent


def frame_of(shown: Map) -> Frame:
    """All of the ground and of what is marked; of a far larger ground the part with marks first."""
    marks = extent_of(shown.points.values())
    ground = extent_of(point for line in shown.ground.lines for point in line)
    known = [extent for extent in (ground, marks) if extent]
    if not known:
        return Frame(_WORLD, _WORLD)
    whole = extent_of([corner for each in known for corner in _corners(each)]) or _WORLD
    if marks is None or ground is None:
        return Frame(whole, whole)
    near = _around(marks)
    is_large = ground.east - ground.west > _LARGE_GROUND * (near.east - near.west)
    return Frame(whole, near if is_large else whole)


def _corners(extent: Extent) -> tuple[Point, Point]:
    return (extent.west, extent.south), (extent.east, extent.north)


def _around(extent: Extent) -> Extent:
    """With a tenth more at each side, and of some size even where it is a point."""
    across = max((extent.east - extent.west) / 10, _LEAST_SHOWN / 2)
    down = max((extent.north - extent.south) / 10, _LEAST_SHOWN / 2)
    west, south, east, north = extent
    return Extent(west - across, south - down, east + across, north + down)


def whole(extent: Extent, width: int, height: int) -> Camera:
    """The camera that shows a rectangle as large as so many cells allow."""
    view = fitted(extent, max(width, 1), max(height, 1))
    return Camera(view.longitude, view.latitude, min(view.down, _NEAREST))


def zoomed(camera: Camera, frame: Frame, size: tuple[int, int], steps: float) -> Camera:
    """The camera so many steps nearer, or farther until all is seen."""
    farthest = min(whole(frame.all, *size).down, camera.down)
    down = min(max(camera.down * ZOOM**steps, farthest), _NEAREST)
    return within(camera._replace(down=down, shortened=0.0), frame)


def panned(camera: Camera, frame: Frame, columns: float, lines: float) -> Camera:
    """The camera moved by some cells to the east and the south."""
    latitude = camera.latitude - lines * DOTS_DOWN / camera.down
    shortened = camera.shortened or shortened_at(camera.latitude)
    if abs(shortened / shortened_at(latitude) - 1) > _UNSEEN:
        shortened = shortened_at(latitude)
    across = max(camera.down * shortened, 1e-9)
    longitude = camera.longitude + columns * DOTS_ACROSS / across
    return within(Camera(longitude, latitude, camera.down, shortened), frame)


def within(camera: Camera, frame: Frame) -> Camera:
    """The camera with its middle somewhere on the map."""
    west, south, east, north = frame.all
    return camera._replace(
        longitude=min(max(camera.longitude, west), east),
        latitude=min(max(camera.latitude, south), north),
    )


def showing(camera: Camera, point: Point, size: tuple[int, int]) -> Camera:
    """The camera moved as little as is needed to see a point, with some room around it."""
    width, height = size
    x, y = camera.projection(width, height).dot(*point)
    column, line = x / DOTS_ACROSS, y / DOTS_DOWN
    room = (min(width / 6, 10), min(height / 6, 4))
    columns = _too_far(column, room[0], width)
    lines = _too_far(line, room[1], height)
    if not (columns or lines):
        return camera
    longitude = camera.longitude + columns * DOTS_ACROSS / max(camera.across, 1e-9)
    return camera._replace(
        longitude=longitude, latitude=camera.latitude - lines * DOTS_DOWN / camera.down
    )


def _too_far(at: float, room: float, size: int) -> float:
    if not math.isfinite(at):
        return 0.0
    if at < room:
        return at - room
    return at - (size - room) if at > size - room else 0.0
