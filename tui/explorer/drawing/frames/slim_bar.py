"""A scroll bar of half a cell: text that reaches as far as its line does not touch it."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.terminal.environment import has_utf8

_AT_RIGHT: Final = "▐"
_AT_LEFT: Final = "▌"


class SlimBar(ScrollBarRender):
    """Draws the half of each cell that is farther from the text."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    """The thumb begins and ends with whole cells: no sign is an eighth of half a cell."""

    @classmethod
    def render_bar(cls, *places: Any, **options: Any) -> Segments:  # noqa: ANN401 — Textual's
        """Draw it where Textual has it, reversed blanks as halves in their colour."""
        drawn = super().render_bar(*places, **options)
        half = half_cell()
        if not options.get("vertical", True) or not half:
            return drawn
        back = Style(bgcolor=options["back_color"]) if "back_color" in options else Style()
        drawn.segments = [_halved(segment, half, back) for segment in drawn.segments]
        return drawn


def half_cell() -> str:
    """The sign of the half away from the text; none where one is read aloud, or is missing."""
    if is_plain() or not has_utf8():
        return ""
    return _AT_LEFT if is_mirrored() else _AT_RIGHT


def _halved(segment: Segment, half: str, back: Style) -> Segment:
    style = segment.style
    if style is None or not style.reverse:
        return segment
    standing = Style(color=style.color, meta=style.meta) + back
    return Segment(half * len(segment.text), standing)
