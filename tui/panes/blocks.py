"""The pieces a detail pane is built of, drawn to lines of a given width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from textual.visual import RenderOptions


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, perhaps with a label beside its first line."""

    body: Content
    label: Content = Content("")
    gap: bool = False
    """An empty line stands above."""


HIT = "hit"
"""Name under which the style of a search hit carries its number, counted within the record."""


def hit_span(number: int, start: int, end: int) -> list[Span]:
    """The spans that make a piece of a text a search hit: its look, and which one it is."""
    return [Span(start, end, ".detail--hit"), Span(start, end, Style.from_meta({HIT: number}))]


def label_width(blocks: list[Block], width: int) -> int:
    """Cells for the labels' column: as the longest wants, at most two fifths of the pane."""
    widest = max((cell_len(block.label.plain) for block in blocks), default=0)
    return min(widest, width * 2 // 5)


def draw(
    blocks: list[Block], width: int, style: Style, options: RenderOptions, *, right_to_left: bool
) -> list[Strip]:
    """Draw blocks under each other.

    Args:
        blocks: in logical order.
        width: cells of a line.
        style: the pane's own.
        options: as Textual hands them to a visual.
        right_to_left: labels stand at the right edge.
    """
    column = label_width(blocks, width)
    blank = Strip.blank(width, style.rich_style)
    strips: list[Strip] = []
    for block in blocks:
        if block.gap and strips:
            strips.append(blank)
        if not block.label.plain:
            strips += _lines(block.body, width, style, options)
            continue
        body = _lines(block.body, max(1, width - column - 2), style, options)
        label = _lines(block.label, column, style, options)
        gap = Strip.blank(2, style.rich_style)
        empty = Strip.blank(column, style.rich_style), Strip.blank(width - column - 2)
        for index in range(max(len(body), len(label))):
            sides = [
                label[index] if index < len(label) else empty[0],
                gap,
                body[index] if index < len(body) else empty[1],
            ]
            strips.append(Strip.join(reversed(sides) if right_to_left else sides))
    return strips


def _lines(content: Content, width: int, style: Style, options: RenderOptions) -> list[Strip]:
    rich_style = style.rich_style
    return [
        strip.adjust_cell_length(width, rich_style)
        for strip in content.render_strips(width, None, style, options)
    ]


def hit_lines(strips: list[Strip]) -> list[int]:
    """For each hit, in order, the line on which it begins."""
    found: dict[int, int] = {}
    for y, strip in enumerate(strips):
        for segment in strip:
            if segment.style is not None and segment.style._meta is not None:
                number = segment.style.meta.get(HIT)
                if isinstance(number, int):
                    found.setdefault(number, y)
    return [found[number] for number in sorted(found)]
