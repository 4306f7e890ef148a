"""A map in the cells of a terminal: outlines of its ground, and zones as labelled marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from store.maps.ground import Ground
from store.tuples import NamedTuple
from tui.pictures.dots import Dot, Dots
from tui.pictures.labels import Labelled, placed
from tui.pictures.projection import Projection, extent_of, fitted

_MARK: Final = "●"
_MARK_IN_ASCII: Final = "o"


class Place(NamedTuple):
    """What is marked: a label of so many cells at a point of the Earth."""

    label: str
    width: int
    longitude: float
    latitude: float


class Drawn(NamedTuple):
    """A map, and what could not be written on it."""

    lines: tuple[str, ...]
    unlabelled: tuple[str, ...]
    """Labels that found no place; their marks are drawn."""


def draw_map(
    ground: Ground, places: Sequence[Place], width: int, height: int, *, only_ascii: bool = False
) -> Drawn:
    """Draw a map as large as its cells allow.

    Args:
        ground: its outlines.
        places: what is marked, the most important one first.
        width: in cells.
        height: likewise.
        only_ascii: whether outlines and marks are of ASCII; labels are as they are.
    """
    points = [point for line in ground.lines for point in line]
    points += [(place.longitude, place.latitude) for place in places]
    extent = extent_of(points)
    if extent is None:
        return Drawn((), ())
    view = fitted(extent, width, height)
    rows = _outlines(ground, view).lines(only_ascii=only_ascii)
    unlabelled = _put_places(rows, places, view, _MARK_IN_ASCII if only_ascii else _MARK)
    return Drawn(tuple("".join(row) for row in rows), unlabelled)


def _outlines(ground: Ground, view: Projection) -> Dots:
    dots = Dots(view.width, view.height)
    for line in ground.lines:
        for start, end in pairwise(Dot(*view.dot(*point)) for point in line):
            dots.draw(start, end)
    return dots


def _put_places(
    rows: list[list[str]], places: Sequence[Place], view: Projection, mark: str
) -> tuple[str, ...]:
    cells = [view.cell(place.longitude, place.latitude) for place in places]
    shown = [(place, cell) for place, cell in zip(places, cells, strict=True) if cell]
    # A cell is left at each side of a label, so that no two of them touch.
    labels = [Labelled(*cell, place.width + 2 if place.width else 0) for place, cell in shown]
    unlabelled = []
    found = placed(labels, view.width, view.height)
    for (place, _), label in zip(shown, found, strict=True):
        if label is None:
            unlabelled.append(place.label)
            continue
        start = label.column + 1
        # Its first cell holds the whole label, the other ones nothing.
        rows[label.line][start : start + place.width] = [place.label, *[""] * (place.width - 1)]
    for _, (column, line) in shown:
        rows[line][column] = mark
    return tuple(unlabelled)
