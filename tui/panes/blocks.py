"""The pieces a detail pane is built of, drawn to lines of a given width."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from textual.visual import RenderOptions


_GAP: Final = 2
"""Cells between a label and what it labels."""
_NARROWEST: Final = 24
"""Cells that must be left beside the labels."""


class Block(NamedTuple):
    """A paragraph, perhaps with a label beside its first line."""

    body: Content
    label: Content = Content("")
    gap: bool = False
    """An empty line stands above."""


HIT: Final = "hit"
"""Name under which the style of a search hit carries its number, counted within the record."""


def hit_span(number: int, start: int, end: int) -> list[Span]:
    """The spans that make a piece of a text a search hit: its look, and which one it is."""
    return [Span(start, end, ".detail--hit"), Span(start, end, Style.from_meta({HIT: number}))]


class Sheet(NamedTuple):
    """What blocks are drawn on."""

    width: int
    """Cells of a line."""
    style: Style
    options: RenderOptions
    right_to_left: bool
    """Labels stand at the right edge."""

    def draw(self, blocks: list[Block]) -> list[Strip]:
        """Draw blocks under each other; labels that follow each other share a column."""
        strips: list[Strip] = []
        for labelled, group in groupby(blocks, key=lambda block: bool(block.label.plain)):
            some = list(group)
            widest = max(cell_len(block.label.plain) for block in some)
            column = widest + _GAP if labelled else 0
            for block in some:
                if block.gap and strips:
                    strips.append(self._blank(self.width))
                strips += self._block(block, column)
        return strips

    def _block(self, block: Block, column: int) -> list[Strip]:
        if not column:
            return self._lines(block.body, self.width)
        if self.width - column < _NARROWEST:
            # No room beside the label: it stands above.
            label = self._lines(block.label, self.width) if block.label.plain.strip() else []
            return [*label, *self._beside([], block.body, _GAP)]
        return self._beside(self._lines(block.label, column), block.body, column)

    def _beside(self, labels: list[Strip], body: Content, column: int) -> list[Strip]:
        """The lines of a body, with those of its label or nothing in the column beside them."""
        rows = zip_longest(labels, self._lines(body, self.width - column))
        return [
            Strip.join((row, label) if self.right_to_left else (label, row))
            for label, row in (
                (label or self._blank(column), row or self._blank(self.width - column))
                for label, row in rows
            )
        ]

    def _lines(self, content: Content, width: int) -> list[Strip]:
        drawn = content.render_strips(max(1, width), None, self.style, self.options)
        return [strip.adjust_cell_length(width, self.style.rich_style) for strip in drawn]

    def _blank(self, width: int) -> Strip:
        return Strip.blank(width, self.style.rich_style)


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
