"""Labels of marks on a picture: none over another, none over a mark; what finds no place is told.

Greedy in the order given: right of the mark, left, above, below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.tuples import NamedTuple


class Labelled(NamedTuple):
    """A mark in a cell, and how many cells its label is wide."""

    column: int
    line: int
    width: int


class Place(NamedTuple):
    """Where a label begins, counted from the left in either direction of reading."""

    column: int
    line: int


def placed(
    marks: Sequence[Labelled],
    width: int,
    height: int,
    taken_before: Iterable[tuple[int, int]] = (),
) -> list[Place | None]:
    """Find a place for each label.

    Args:
        marks: the most important one first.
        width: of the picture, in cells.
        height: likewise.
        taken_before: cells, by column and line, in which no label may stand.

    Returns:
        A place for each mark in its order, None for a label that finds none or is empty.
    """
    taken = {*taken_before, *((mark.column, mark.line) for mark in marks)}
    places: list[Place | None] = []
    for mark in marks:
        place = _free_place(mark, taken, width, height) if mark.width > 0 else None
        if place:
            taken.update(_cells(place, mark.width))
        places.append(place)
    return places


def _free_place(
    mark: Labelled, taken: set[tuple[int, int]], width: int, height: int
) -> Place | None:
    for place in _around(mark):
        if not (0 <= place.line < height and 0 <= place.column <= width - mark.width):
            continue
        if taken.isdisjoint(_cells(place, mark.width)):
            return place
    return None


def _around(mark: Labelled) -> Iterator[Place]:
    middle = mark.column - mark.width // 2
    yield Place(mark.column + 1, mark.line)
    yield Place(mark.column - mark.width, mark.line)
    yield Place(middle, mark.line - 1)
    yield Place(middle, mark.line + 1)


def _cells(place: Place, width: int) -> Iterator[tuple[int, int]]:
    return ((column, place.line) for column in range(place.column, place.column + width))
