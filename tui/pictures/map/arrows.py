"""Arrows from zone to zone: bent a little, so that there and back are told apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from store.maps.ground import Point
from store.tuples import NamedTuple
from tui.pictures.cells import Canvas, Style
from tui.pictures.dots import Dot, Dots, braille
from tui.pictures.projection import DOTS_ACROSS, DOTS_DOWN, Projection

_BEND: Final = 0.1
"""How far an arrow leaves the straight line, of its length."""
_LONGEST_PIECE: Final = 4.0
"""Dots."""
_MOST_PIECES: Final = 80
_DASH: Final = 1
"""Pieces that are drawn of a dashed arrow, before as many that are not."""
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


def draw_arrows(
    canvas: Canvas, left: int, view: Projection, arrows: Iterable[Arrow]
) -> list[DrawnArrow]:
    """Draw arrows, later ones over earlier ones.

    Args:
        canvas: on which they are drawn.
        left: column at which the map begins.
        view: where a point lies.
        arrows: the most important one last.

    Returns:
        Where each is, in their order.
    """
    drawn: list[DrawnArrow] = []
    layers: dict[tuple[Style, str], Dots] = {}
    heads: list[tuple[tuple[int, int], str, Style, str]] = []
    for arrow in arrows:
        dots = layers.setdefault((arrow.style, arrow.key), Dots(view.width, view.height))
        start, end = Dot(*view.dot(*arrow.start)), Dot(*view.dot(*arrow.end))
        if not _may_be_seen(start, end, view):
            drawn.append(DrawnArrow(None, _cell(start)))
            continue
        points = list(_curve(start, end))
        _draw(dots, points, is_dashed=arrow.is_dashed)
        head, sign = _head(points, view)
        drawn.append(DrawnArrow(head, _cell(points[len(points) // 2])))
        if head:
            heads.append((head, sign, arrow.style, arrow.key))
    _put_layers(canvas, left, layers)
    for (column, line), sign, style, key in heads:
        canvas.put(left + column, line, sign, style, key)
    return drawn


def _put_layers(canvas: Canvas, left: int, layers: dict[tuple[Style, str], Dots]) -> None:
    """In each cell the dots of all arrows, in the style of the one that is drawn last."""
    cells: dict[tuple[int, int], tuple[int, Style, str]] = {}
    for (style, key), dots in layers.items():
        for column, line, bits in dots.filled():
            before = cells.get((column, line), (0, style, key))[0]
            cells[column, line] = before | bits, style, key
    for (column, line), (bits, style, key) in cells.items():
        canvas.put(left + column, line, braille(bits), style, key)


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


def _draw(dots: Dots, points: list[Dot], *, is_dashed: bool) -> None:
    for number in range(len(points) - 1):
        if not is_dashed or number // _DASH % 2 == 0:
            dots.draw(points[number], points[number + 1])


def _head(points: list[Dot], view: Projection) -> tuple[tuple[int, int] | None, str]:
    """The cell before that of the end, and the sign that points on from there."""
    end = _cell(points[-1])
    for here in _backwards(points):
        column, line = _cell(here)
        if (column, line) == end:
            continue
        before = points[max(len(points) - 3, 0)]
        turn = math.atan2(points[-1].y - before.y, points[-1].x - before.x)
        sign = _HEADS[round(turn / (math.pi / 4)) % len(_HEADS)]
        is_seen = 0 <= column < view.width and 0 <= line < view.height
        return ((column, line) if is_seen else None), sign
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
