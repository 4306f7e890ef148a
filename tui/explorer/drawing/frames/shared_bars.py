"""Scroll bars whose lines are made once for each place of the thumb.

A list changes its length with each letter, so that its bar is drawn anew: a style for each piece
and a line for each row, by way of Rich (Textual 8.2.8). What a bar is made of `slim_bar` says.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

from store.tuples import NamedTuple
from tui.explorer.drawing.frames.slim_bar import SlimBar, half_cell

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.style import Style


class _Place(NamedTuple):
    """All that the lines of an upright bar follow from."""

    width: int
    height: int
    virtual_size: float
    window_size: float
    position: float
    look: RichStyle
    ground: RichStyle
    half: str


class SharedBar(SlimBar):
    """Draws as Textual does; upright bars by lines that are kept."""

    def visualize(self) -> Visual | SharedBar:
        """What draws it; a bar that lies is left to Rich."""
        if self.vertical and isinstance(self.style, RichStyle):
            return _Upright(self, self.style)
        return self


class _Upright(Visual):
    def __init__(self, bar: ScrollBarRender, look: RichStyle) -> None:
        self._bar = bar
        self._look = look

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Its lines from top to bottom."""
        bar = self._bar
        sizes = bar.virtual_size, bar.window_size, bar.position
        return [
            *_lines(_Place(width, height or 0, *sizes, self._look, style.rich_style, half_cell()))
        ]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as it is thick."""
        return self._bar.thickness

    def get_height(self, rules: RulesMap, width: int) -> int:
        """It takes what height there is."""
        return 1


@lru_cache(256)
def _lines(place: _Place) -> tuple[Strip, ...]:
    """The lines of a bar, each piece that comes again as the same strip."""
    pieces = SlimBar.render_bar(
        size=place.height,
        virtual_size=place.virtual_size,
        window_size=place.window_size,
        position=place.position,
        thickness=place.width,
        back_color=place.look.bgcolor or Color.default(),
        bar_color=place.look.color or Color.default(),
    ).segments
    strips = {
        piece: Strip([Segment(piece.text, place.ground + piece.style)], place.width)
        for piece in dict.fromkeys(pieces)
    }
    return tuple(strips[piece] for piece in pieces)


def use_shared_bars() -> None:
    """Have every scroll bar draw itself so."""
    ScrollBar.renderer = SharedBar
