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

    @property
    def label_paragraphs(self) -> int:
        """How many paragraphs the label is; a blank one only keeps its column free."""
        return len(self.label.plain.split("\n")) if self.label.plain.strip() else 0

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """What joins each paragraph to the one before, and the paragraph: first the label's."""
        label = self.label.plain.split("\n") if self.label_paragraphs else []
        above = "\n\n" if self.gap else "\n"
        joints = [
            above if i == 0 else " " if i == len(label) else "\n" for i in range(len(label) + 1)
        ]
        body = self.body.plain.split("\n")
        joints += ["\n"] * (len(body) - 1)
        return list(zip(joints, [*label, *body], strict=True))


HIT: Final = "hit"
"""Name under which the style of a search hit carries its number, counted within the record."""


def hit_span(number: int, start: int, end: int) -> list[Span]:
    """The spans that make a piece of a text a search hit: its look, and which one it is."""
    return [Span(start, end, ".detail--hit"), Span(start, end, Style.from_meta({HIT: number}))]


class Line(NamedTuple):
    """A drawn line, and which paragraphs its cells show."""

    strip: Strip
    parts: tuple[Part, ...] = ()


class Part(NamedTuple):
    """Cells of a line that show one text."""

    x: int
    strip: Strip
    paragraph: int
    """The number, within the sheet, of the text's first paragraph."""


class Sheet(NamedTuple):
    """What blocks are drawn on."""

    width: int
    """Cells of a line."""
    style: Style
    options: RenderOptions
    right_to_left: bool
    """Labels stand at the right edge."""

    def draw(self, blocks: list[Block]) -> list[Line]:
        """Draw blocks under each other; labels that follow each other share a column."""
        lines: list[Line] = []
        paragraph = 0
        for labelled, group in groupby(blocks, key=lambda block: bool(block.label.plain)):
            some = list(group)
            widest = max(cell_len(block.label.plain) for block in some)
            column = widest + _GAP if labelled else 0
            for block in some:
                if block.gap and lines:
                    lines.append(Line(self._blank(self.width)))
                lines += self._block(block, column, paragraph)
                paragraph += len(block.paragraphs)
        return lines

    def _block(self, block: Block, column: int, paragraph: int) -> list[Line]:
        body = paragraph + block.label_paragraphs
        if not column:
            return [
                Line(strip, (Part(0, strip, body),))
                for strip in self._strips(block.body, self.width)
            ]
        if self.width - column < _NARROWEST:
            # No room beside the label: it stands above.
            label = self._strips(block.label, self.width) if block.label_paragraphs else []
            above = [Line(strip, (Part(0, strip, paragraph),)) for strip in label]
            return [*above, *self._beside([], block.body, _GAP, (paragraph, body))]
        labels = self._strips(block.label, column)
        return self._beside(labels, block.body, column, (paragraph, body))

    def _beside(
        self, labels: list[Strip], body: Content, column: int, paragraphs: tuple[int, int]
    ) -> list[Line]:
        """The lines of a body, with those of its label or nothing in the column beside them."""
        room = self.width - column
        lines = []
        for label, text in zip_longest(labels, self._strips(body, room)):
            strips = label or self._blank(column), text or self._blank(room)
            x = (room, 0) if self.right_to_left else (0, column)
            strip = Strip.join(reversed(strips) if self.right_to_left else strips)
            lines.append(Line(strip, tuple(map(Part, x, strips, paragraphs))))
        return lines

    def _strips(self, content: Content, width: int) -> list[Strip]:
        drawn = content.render_strips(max(1, width), None, self.style, self.options)
        return [strip.adjust_cell_length(width, self.style.rich_style) for strip in drawn]

    def _blank(self, width: int) -> Strip:
        return Strip.blank(width, self.style.rich_style)


def hit_lines(lines: list[Line]) -> list[int]:
    """For each hit, in order, the line on which it begins."""
    found: dict[int, int] = {}
    for y, line in enumerate(lines):
        for segment in line.strip:
            if segment.style is not None and segment.style._meta is not None:
                number = segment.style.meta.get(HIT)
                if isinstance(number, int):
                    found.setdefault(number, y)
    return [found[number] for number in sorted(found)]
