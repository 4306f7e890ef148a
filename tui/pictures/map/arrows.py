"""Arrows from zone to zone: bent a little, so that there and back are told apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from store.maps.ground import Point
from store.tuples import NamedTuple
from tui.pictures.cells import Canvas, Style
from tui.pictures.dots import Dot, Dots, Sheet, braille
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN, Projection

_BEND: Final = 0.1
"""How far an arrow leaves the straight line, of its length."""
_LONGEST_PIECE: Final = 4.0
"""Dots."""
_MOST_PIECES: Final = 80
_DASH: Final = 1
"""Pieces that are drawn of a dashed arrow, before as many that are not."""
_LONGEST: Final = 2_000.0
"""Dots; longer ones are drawn no farther than they are seen."""
_PIECES_OF_HEAD: Final = 5
_HEADS: Final = "→↘↓↙←↖↑↗"
"""By eighths of a turn, clockwise from the east."""


class Arrow(NamedTuple):
    """From a point of the Earth to another."""

    start: Point
    end: Point
    style: Style
    key: str
    """Of the record that says so."""
    is_dashed: bool = False


class DrawnArrow(NamedTuple):
    """Where an arrow is on a picture, in cells."""

    head: tuple[int, int] | None
    middle: tuple[int, int]
    """Where its number belongs; maybe outside."""


class _Shaft(NamedTuple):
    """An arrow as it lies on the first view, in cells."""

    head: tuple[int, int] | None
    """The cell of its sign, which may lie outside."""
    sign: str
    middle: tuple[int, int]


class LaidArrows:
    """Arrows laid out, later ones over earlier ones, to be drawn wherever a view is moved to."""

    def __init__(self, arrows: Sequence[Arrow], first: Projection) -> None:
        """Lay arrows out.

        Args:
            arrows: the most important one last.
            first: where a point lies.
        """
        self._arrows, self._first = arrows, first
        ends = [(Dot(*first.dot(*each.start)), Dot(*first.dot(*each.end))) for each in arrows]
        self._is_whole = all(
            abs(start.x - end.x) + abs(start.y - end.y) < _LONGEST for start, end in ends
        )
        """Whether all of each is laid out, and not what is seen on the first view alone."""
        layers: dict[tuple[Style, str], Dots | Sheet] = {}
        self._shafts = [
            self._laid(layers, arrow, *both) for arrow, both in zip(arrows, ends, strict=True)
        ]
        self._cells = _by_line(layers)

    def _laid(
        self, layers: dict[tuple[Style, str], Dots | Sheet], arrow: Arrow, start: Dot, end: Dot
    ) -> _Shaft:
        first, layer = self._first, (arrow.style, arrow.key)
        if layer not in layers:
            layers[layer] = Sheet() if self._is_whole else Dots(first.width, first.height)
        if not (self._is_whole or _may_be_seen(start, end, first)):
            return _Shaft(None, "", _cell(start))
        points = list(_curve(start, end))
        _draw(layers[layer], points, is_dashed=arrow.is_dashed)
        return _Shaft(*_head(points), _cell(points[len(points) // 2]))

    def moved(self, view: Projection) -> tuple[int, int] | None:
        """By how many columns and lines a view is the first one moved; None where it is another."""
        moved = view.moved_from(self._first)
        return moved if self._is_whole or moved == (0, 0) else None

    def draw(self, canvas: Canvas, left: int, view: Projection) -> list[DrawnArrow]:
        """Draw the arrows.

        Args:
            canvas: on which they are drawn.
            left: column at which the map begins.
            view: of which `moved` is not None.

        Returns:
            Where each is, in their order.
        """
        across, down = self.moved(view) or (0, 0)
        for line in range(view.height):
            for column, sign, style, key in self._cells.get(line + down, ()):
                if 0 <= column - across < view.width:
                    canvas.put_sign(left + column - across, line, sign, style, key)
        drawn: list[DrawnArrow] = []
        for arrow, (head, sign, middle) in zip(self._arrows, self._shafts, strict=True):
            at = (head[0] - across, head[1] - down) if head else None
            if at and not (0 <= at[0] < view.width and 0 <= at[1] < view.height):
                at = None
            if at:
                canvas.put_sign(left + at[0], at[1], sign, arrow.style, arrow.key)
            drawn.append(DrawnArrow(at, (middle[0] - across, middle[1] - down)))
        return drawn


def _by_line(
    layers: dict[tuple[Style, str], Dots | Sheet],
) -> dict[int, list[tuple[int, str, Style, str]]]:
    """In each cell the dots of all arrows, in the style of the one that is drawn last."""
    cells: dict[tuple[int, int], tuple[int, Style, str]] = {}
    for (style, key), dots in layers.items():
        for column, line, bits in dots.filled():
            before = cells.get((column, line), (0, style, key))[0]
            cells[column, line] = before | bits, style, key
    found: dict[int, list[tuple[int, str, Style, str]]] = {}
    for (column, line), (bits, style, key) in cells.items():
        found.setdefault(line, []).append((column, braille(bits), style, key))
    return found


def _curve(start: Dot, end: Dot) -> Iterator[Dot]:
    """Points of a quadratic Bézier curve that leaves the straight line to its left."""
    across, down = end.x - start.x, end.y - start.y
    length = math.hypot(across, down)
    bend = _BEND if length > 3 * _LONGEST_PIECE else 0.0
    middle = Dot(
        (start.x + end.x) / 2 + down * bend * 2,
        (start.y + end.y) / 2 - across * bend * 2,
    )
    pieces = max(min(math.ceil(length / _LONGEST_PIECE), _MOST_PIECES), 2)
    for piece in range(pieces + 1):
        t = piece / pieces
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield Dot(a * start.x + b * middle.x + c * end.x, a * start.y + b * middle.y + c * end.y)


def _may_be_seen(start: Dot, end: Dot, view: Projection) -> bool:
    """Whether the rectangle in which an arrow lies has a part in the picture."""
    bend = _BEND * (abs(end.x - start.x) + abs(end.y - start.y))
    return (
        max(start.x, end.x) + bend >= 0
        and max(start.y, end.y) + bend >= 0
        and min(start.x, end.x) - bend <= view.width * DOTS_ACROSS
        and min(start.y, end.y) - bend <= view.height * DOTS_DOWN
    )


def _draw(dots: Dots | Sheet, points: list[Dot], *, is_dashed: bool) -> None:
    for number in range(len(points) - 1):
        if not is_dashed or number // _DASH % 2 == 0:
            dots.draw(points[number], points[number + 1])


def _head(points: list[Dot]) -> tuple[tuple[int, int] | None, str]:
    """The cell before that of the end, and the sign that points on from there."""
    end = _cell(points[-1])
    for here in _backwards(points):
        column, line = _cell(here)
        if (column, line) == end:
            continue
        before = points[max(len(points) - 3, 0)]
        turn = math.atan2(points[-1].y - before.y, points[-1].x - before.x)
        return (column, line), _HEADS[round(turn / (math.pi / 4)) % len(_HEADS)]
    return None, ""


def _backwards(points: list[Dot]) -> Iterator[Dot]:
    """Points from the end of a curve, about a dot from each other, a few pieces long."""
    for start, end in pairwise(points[:-_PIECES_OF_HEAD:-1]):
        pieces = max(math.ceil(max(abs(end.x - start.x), abs(end.y - start.y))), 1)
        for piece in range(min(pieces, _MOST_PIECES) + 1):
            t = piece / pieces
            yield Dot(start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t)


def _cell(dot: Dot) -> tuple[int, int]:
    return math.floor(dot.x / DOTS_ACROSS), math.floor(dot.y / DOTS_DOWN)
