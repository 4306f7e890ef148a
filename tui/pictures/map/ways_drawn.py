"""Which arrows a map has for the ways that are seen; they are worked out once for many frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from store.maps.ground import Point
from store.model.vocabulary import Language
from store.tuples import NamedTuple
from tui.pictures.cells import Style
from tui.pictures.map.arrows import Arrow
from tui.pictures.map.content import Map, Way, figure
from tui.pictures.map.sight import Sight
from tui.terminal.widths import cut

MOST_ARROWS: Final = 200
_LONGEST_NUMBER: Final = 24


class Arrows(NamedTuple):
    """Arrows to draw, the most important last."""

    arrows: tuple[Arrow, ...]
    numbers: tuple[str, ...]
    """What stands beside each; once for a way, and empty for what does not stand out."""
    left_out: int
    """How many more there are."""


def arrows_of(shown: Map, sight: Sight, language: Language) -> Arrows:
    """The arrows for the ways that are seen: of those that stand out, and happened, last."""
    found: list[tuple[int, Arrow, bool]] = []
    left_out = 0
    for number in sorted(range(len(sight.ways)), key=lambda each: _rank(sight, each), reverse=True):
        way = sight.ways[number]
        for place, (start, end) in enumerate(_ends(shown, way)):
            if len(found) >= MOST_ARROWS:
                left_out += 1
                continue
            arrow = _arrow(way, start, end, is_lit=number in sight.lit_ways)
            found.append((number, arrow, not place))
    found.reverse()
    numbers = (
        cut(figure(sight.ways[number], language), _LONGEST_NUMBER)
        if is_first and number in sight.lit_ways
        else ""
        for number, _, is_first in found
    )
    return Arrows(tuple(arrow for _, arrow, _ in found), tuple(numbers), left_out)


def _rank(sight: Sight, number: int) -> tuple[bool, bool]:
    return number in sight.lit_ways, sight.ways[number].is_reached


def _ends(shown: Map, way: Way) -> Iterable[tuple[Point, Point]]:
    """Each place from which people went with each to which they went, if both are on the map."""
    points = shown.points
    pairs: Iterator[tuple[str, str]] = product(way.origins, way.destinations)
    return (
        (points[start], points[end])
        for start, end in pairs
        if start in points and end in points and points[start] != points[end]
    )


def _arrow(way: Way, start: Point, end: Point, *, is_lit: bool) -> Arrow:
    style: Style = "uncertain"
    if is_lit:
        style = "arrow" if way.is_reached else "planned"
    return Arrow(start, end, style, way.told.record.key, not way.is_reached)
