"""What stands in a list without lines: wrapped paragraphs, the first like a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions

from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.drawing.sheets.blocks import Block, Sheet

if TYPE_CHECKING:
    from textual.widget import Widget


def hint_strips(hint: str, width: int, widget: Widget, quiet: str) -> list[Strip]:
    """Draw a hint.

    Args:
        hint: paragraphs by line breaks, in logical order.
        width: cells of a line.
        widget: in whose style.
        quiet: component class of all but the first paragraph.
    """
    first, *others = hint.split("\n")
    blocks = [Block(Content(first))]
    blocks += [Block(Content(text).stylize(quiet), gap=True) for text in others]
    sheet = Sheet(width, widget.visual_style, RenderOptions(widget._get_style, {}), is_mirrored())
    return [line.strip for line in sheet.draw(blocks)]
