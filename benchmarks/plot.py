"""One line in a plot whose axes are both logarithmic, as SVG for a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10
from typing import Final

_WIDTH: Final = 480
_HEIGHT: Final = 260
_LEFT: Final = 64
_RIGHT: Final = 36
_TOP: Final = 40
_BOTTOM: Final = 36
_STYLE: Final = """<style>
  text { font: 12px sans-serif; fill: #1f2328 } .title { font-weight: bold; font-size: 14px }
  .grid { stroke: #d1d9e0 } .line { stroke: #0969da; fill: none; stroke-width: 2 }
  .point { fill: #0969da }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .grid { stroke: #3d444d } .line { stroke: #4493f8 }
    .point { fill: #4493f8 }
  }
</style>"""


def svg(title: str, points: Sequence[tuple[float, float]]) -> str:
    """Draw points, from the left to the right.

    Args:
        title: what is drawn, and in which unit.
        points: how many records, and the figure, both above 0.
    """
    wide = _Axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    high = _Axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    places = [(wide.place(x), high.place(y)) for x, y in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    shapes = [
        f'<text class="title" x="{_LEFT}" y="22">{escape(title)}</text>',
        *_grid(wide, high),
        f'<polyline class="line" points="{line}"/>',
        *(f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places),
        *(
            f'<text x="{max(x, _LEFT + 22):.1f}" y="{y - 9:.1f}" text-anchor="middle">{told}</text>'
            for (x, y), told in zip(places, [f"{each:.3g}" for _, each in points], strict=True)
        ),
    ]
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">'
    return "\n".join([head, f"<title>{escape(title)}</title>", _STYLE, *shapes, "</svg>", ""])


class _Axis:
    """From one power of ten to another, drawn from one place to another."""

    def __init__(self, values: Sequence[float], begin: float, end: float) -> None:
        self.first = floor(log10(min(values)))
        self.last = max(ceil(log10(max(values))), self.first + 1)
        self._begin = begin
        self._length = end - begin

    def place(self, value: float) -> float:
        """Where a value stands."""
        share = (log10(value) - self.first) / (self.last - self.first)
        return self._begin + share * self._length

    @property
    def marks(self) -> Iterator[tuple[float, str]]:
        """Each power of ten: where it stands, and how it is written."""
        for power in range(self.first, self.last + 1):
            yield self.place(10.0**power), f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"


def _grid(wide: _Axis, high: _Axis) -> Iterator[str]:
    right, low = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    for x, name in wide.marks:
        yield f'<path class="grid" d="M{x:.1f} {_TOP}V{low}"/>'
        yield f'<text x="{x:.1f}" y="{low + 18}" text-anchor="middle">{name}</text>'
    for y, name in high.marks:
        yield f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{name}</text>'
