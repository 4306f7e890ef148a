"""What of a map is to be seen, and what of it stands out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from store.maps.mapped import Control
from store.model.records import Row
from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.pictures.map.camera import Camera
from tui.pictures.map.content import Days, Map, Way, held_at, records_at, ways_of

LEAST_WIDTH: Final = 24
LEAST_HEIGHT: Final = 6
"""Cells of the smallest map."""
_WIDE: Final = 68
"""Cells of a picture that has room for a list beside the map."""
_WIDEST_LIST: Final = 46
_LEAST_FOR_TIME: Final = 10
"""Lines of a picture that has one for the time."""


class View(NamedTuple):
    """What of a map is to be seen, and how large."""

    width: int
    height: int
    language: Language
    camera: Camera | None = None
    """None for where all is seen."""
    zone: str = ""
    """The key of the one under the cursor, empty for none."""
    record: str = ""
    """The key of the one that is chosen, of which zones and ways stand out; empty for none."""
    at: Days | None = None
    """None for all of the time."""
    top: int = 0
    """The first line of the list beside it that is seen."""
    has_list: bool = True
    """Whether a list stands beside it where there is room for one."""


class Area(NamedTuple):
    """Which cells of the picture are the map's; the rest has the list, the time and the signs."""

    left: int
    width: int
    height: int
    list_left: int
    list_width: int
    """No cells where there is no list."""
    time: int
    """The line of the time, -1 for none."""
    signs: int
    """The line that explains signs."""

    @property
    def size(self) -> tuple[int, int]:
        """Of the map."""
        return self.width, self.height


def area_of(view: View, *, has_time: bool) -> Area:
    """Share the cells of a picture out; the list stands where reading ends."""
    is_listed = view.has_list and view.width >= _WIDE
    listed = min(max(view.width * 3 // 10, 26), _WIDEST_LIST) if is_listed else 0
    gap = 1 if listed else 0
    width = view.width - listed - gap
    has_time = has_time and view.height >= _LEAST_FOR_TIME
    height = max(view.height - 1 - has_time, 1)
    is_mirrored = view.language == "ar"
    return Area(
        left=listed + gap if is_mirrored else 0,
        width=width,
        height=height,
        list_left=0 if is_mirrored else width + gap,
        list_width=listed,
        time=height if has_time else -1,
        signs=view.height - 1,
    )


class Sight(NamedTuple):
    """What is shown of a map at a time, and what stands out."""

    ways: tuple[Way, ...]
    """Those of what is chosen, else all."""
    lit_ways: frozenset[int]
    """The numbers of those that are not of an earlier time."""
    lit: frozenset[str]
    """Keys of the zones that stand out; empty where none does."""
    held: tuple[Control, ...]
    records: tuple[Row, ...]
    """Of the time, or of the zone under the cursor."""


def sight_of(shown: Map, view: View) -> Sight:
    """What a view shows: of the record that is chosen, else of the zone under the cursor."""
    zone = "" if view.record else view.zone
    found = ways_of(shown, view.record, view.at)
    ways = tuple(way for way in found if not zone or zone in way.places)
    lit_ways = frozenset(number for number, way in enumerate(ways) if not way.is_earlier)
    records = tuple(records_at(shown, view.at, zone)) if zone or view.at else ()
    lit = {key for number in lit_ways for key in ways[number].places}
    if view.record:
        lit |= set(shown.found.places.get(view.record, ()))
    elif zone:
        lit.add(zone)
    elif view.at:
        lit.update(_places(shown, records))
    else:
        lit = set()
    held = tuple(
        control for control in held_at(shown, view.at) if _concerns(control, view, lit, zone)
    )
    return Sight(ways, lit_ways, frozenset(lit), held, records)


def _places(shown: Map, records: tuple[Row, ...]) -> Iterator[str]:
    for record in records:
        yield from shown.found.places[record.key]


def _concerns(control: Control, view: View, lit: set[str], zone: str) -> bool:
    """Whether who held a zone is told: of the cursor's, of those of a record, else of all."""
    if zone:
        return control.zone == zone
    return control.zone in lit if view.record else True
