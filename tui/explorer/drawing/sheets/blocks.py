"""The pieces a detail pane is built of, drawn to lines of a given width."""

from __future__ import annotations

from functools import partial
from itertools import chain, groupby, zip_longest
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from store.tuples import NamedTuple
from tui.bidi.textual_seam import line_count
from tui.explorer.drawing.plain_mode import is_plain
from tui.explorer.drawing.sheets.lines import Line, Lines, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP: Final = 2
"""Cells between a label and what it labels."""
_NARROWEST: Final = 24
"""Cells that must be left beside the labels."""
_NARROWEST_ROW: Final = 56
"""The same beside the labels of rows of a table."""
_LEAST_OF_LABEL: Final = 12
"""Cells of a label that always stands beside what it labels, where there is room for that."""
_RULE: Final = "│ "
"""Stands between columns."""
_RULE_STYLE: Final = ".detail--muted"
_NARROWEST_COLUMN: Final = 20
"""Its rule included."""
_MOST_COLUMNS: Final = 4
_MOST_LINES: Final = 3, 7
"""Lines that a value in a column may take, and what is said of it."""


class Column(NamedTuple):
    """One of several values that stand side by side."""

    value: Content
    says: Content
    """Below the values: who says it, and what else is said of it."""

    @property
    def texts(self) -> tuple[Content, ...]:
        """What is written in it, from the top."""
        return tuple(text for text in self if text.plain)


class Block(NamedTuple):
    """A paragraph, perhaps with a label beside its first line."""

    body: Content
    label: Content = Content("")
    gap: bool = False
    """An empty line stands above."""
    columns: tuple[Column, ...] = ()
    """In place of a body: values side by side, below the label."""
    is_row: bool = False
    """The label stands beside the columns where there is room, as in a row of a table."""

    @property
    def texts(self) -> tuple[Content, ...]:
        """What it says beside its label, in reading order."""
        return tuple(chain(*(each.texts for each in self.columns))) or (self.body,)

    @property
    def label_paragraphs(self) -> int:
        """How many paragraphs the label is; a blank one only keeps its column free."""
        return len(self.label.plain.split("\n")) if self.label.plain.strip() else 0

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """What joins each paragraph to the one before, and the paragraph: first the label's."""
        found: list[tuple[str, str]] = []
        joint = "\n\n" if self.gap else "\n"
        if self.label_paragraphs:
            for line in self.label.plain.split("\n"):
                found.append((joint, line))
                joint = "\n"
            joint = "\n" if self.columns else " "
        for text in self.texts:
            for line in text.plain.split("\n"):
                found.append((joint, line))
                joint = "\n"
        return found


def in_one_line(block: Block) -> Block:
    """The block with its label before the body, for those who hear line after line.

    Values that would stand side by side follow each other, a dash for one that is not there.
    """
    said = (Content(" ").join(each.texts or (Content("–"),)) for each in block.columns)
    body = Content(" / ").join(said) if block.columns else block.body
    label = block.label.rstrip()
    if label.plain and body.plain:
        body = label + ": " + body
    return Block(body if body.plain else label, gap=block.gap)


def stand_side_by_side(columns: tuple[Column, ...], width: int) -> bool:
    """Whether so many cells are enough to read the values side by side."""
    room = _column_width(len(columns), width)
    return (
        not is_plain()
        and len(columns) <= _MOST_COLUMNS
        and room + len(_RULE) >= _NARROWEST_COLUMN
        and all(
            cell_len(text.plain) <= lines * room
            for column in columns
            for text, lines in zip(column, _MOST_LINES, strict=True)
        )
    )


def _column_width(columns: int, width: int) -> int:
    return (width - (columns - 1) * len(_RULE)) // columns


HIT: Final = "hit"
"""Name under which the style of a search hit carries its number, counted within the record."""


STOP: Final = "stop"
"""The same for what can be pointed at, counted within the text."""


def hit_span(number: int, start: int, end: int) -> list[Span]:
    """The spans that make a piece of a text a search hit: its look, and which one it is."""
    return [Span(start, end, ".detail--hit"), Span(start, end, Style.from_meta({HIT: number}))]


def hit_count(blocks: Iterable[Block]) -> int:
    """How many search hits there are in blocks."""
    spans = (
        span for block in blocks for text in (block.label, *block.texts) for span in text.spans
    )
    return sum(isinstance(span.style, Style) and HIT in span.style.meta for span in spans)


class Sheet(NamedTuple):
    """What blocks are drawn on."""

    width: int
    """Cells of a line."""
    style: Style
    options: RenderOptions
    right_to_left: bool
    """Labels stand at the right edge."""

    def draw(self, blocks: list[Block]) -> Lines:
        """Draw blocks under each other; labels that follow each other share a column."""
        lines = Lines()
        paragraph = 0
        for labelled, group in groupby(blocks, key=lambda block: bool(block.label.plain)):
            run = list(group)
            # The label of a table stands above it, and has the whole line.
            lengths = [
                cell_len(block.label.plain) for block in run if block.is_row or not block.columns
            ]
            # One long label does not take the room of all: it stands above what it labels.
            widest = max((each for each in lengths if each <= self._most_of_label), default=0)
            column = widest + _GAP if labelled else 0
            for block in run:
                if block.gap and lines:
                    lines.add_drawn([Line(self._blank(self.width))])
                first = len(lines)
                draw = partial(self._block, block, column, paragraph)
                if block.columns:
                    lines.add_drawn(draw())
                else:
                    lines.add(self._height(block, column), draw)
                lines.blocks.append((first, max(first, len(lines) - 1)))
                paragraph += len(block.paragraphs)
        return lines

    def _height(self, block: Block, column: int) -> int:
        """How many lines `_block` draws of a block without columns."""
        if not column:
            return line_count(block.body, self.width)
        column = self._fitting(column, _NARROWEST)
        lines = line_count(block.body, self.width - column)
        if cell_len(block.label.plain) > column - _GAP:
            return lines + (line_count(block.label, self.width) if block.label_paragraphs else 0)
        return max(lines, line_count(block.label, column))

    def _fitting(self, column: int, narrowest: int) -> int:
        """The column of labels; a gap alone where there is no room beside them."""
        return column if self.width - column >= narrowest else _GAP

    @property
    def _most_of_label(self) -> int:
        return max(self.width * 2 // 5, _LEAST_OF_LABEL)

    def _block(self, block: Block, column: int, paragraph: int) -> list[Line]:
        body = paragraph + block.label_paragraphs
        if block.columns and not block.is_row:
            return [*self._whole_lines(block.label, paragraph), *self._table(block.columns, body)]
        if not column:
            return self._whole_lines(block.body, body)
        column = self._fitting(column, _NARROWEST_ROW if block.is_row else _NARROWEST)
        beside = self._replace(width=self.width - column)
        if block.columns:
            lines = beside._table(block.columns, body)
        else:
            lines = beside._whole_lines(block.body, body)
        if cell_len(block.label.plain) > column - _GAP:
            above = self._whole_lines(block.label, paragraph) if block.label_paragraphs else []
            return [*above, *self._beside([], lines, column, paragraph)]
        labels = self._at_start._strips(block.label, column)
        return self._beside(labels, lines, column, paragraph)

    def _beside(
        self, labels: list[Strip], lines: list[Line], column: int, paragraph: int
    ) -> list[Line]:
        """Lines, with those of their label or nothing in the column beside them."""
        room = self.width - column
        label_at, shift = (room, 0) if self.right_to_left else (0, column)
        found = []
        for label, line in zip_longest(labels, lines):
            body = line or Line(self._blank(room))
            strips = label or self._blank(column), body.strip
            strip = Strip.join(reversed(strips) if self.right_to_left else strips)
            parts = (part._replace(x=part.x + shift) for part in body.parts)
            found.append(Line(strip, (Part(label_at, strips[0], paragraph), *parts)))
        return found

    def _whole_lines(self, text: Content, paragraph: int) -> list[Line]:
        strips = self._strips(text, self.width)
        return [Line(strip, (Part(0, strip, paragraph),)) for strip in strips]

    def _table(self, columns: tuple[Column, ...], paragraph: int) -> list[Line]:
        """The values beside each other, and below them what is said of each."""
        width = _column_width(len(columns), self.width)
        column_sheet = self._at_start
        rows: tuple[list[list[Part]], ...] = ([], [])
        for column in columns:
            for cells, text in zip(rows, column, strict=True):
                strips = column_sheet._strips(text, width) if text.plain else []
                cells.append([Part(0, strip, paragraph) for strip in strips])
                paragraph += len(text.plain.split("\n")) if text.plain else 0
        return [self._row(parts, width) for cells in rows for parts in zip_longest(*cells)]

    @property
    def _at_start(self) -> Sheet:
        """Where numbers and what is in Latin letters stand at the right too, if lines begin there.

        Labels and the cells of a table are such.
        """
        options = RenderOptions(self.options.get_style, {"text_align": "right"})
        return self._replace(options=options) if self.right_to_left else self

    def _row(self, cells: Sequence[Part | None], width: int) -> Line:
        """Cells with rules between them, from the edge where lines begin."""
        style = (self.style + self.options.get_style(_RULE_STYLE)).rich_style
        rule = Strip([Segment(_RULE[:: -1 if self.right_to_left else 1], style)])
        step = width + len(_RULE)
        free = self._blank(self.width - step * len(cells) + len(_RULE))
        strips, parts = [], []
        for i, cell in enumerate(cells):
            strip = cell.strip if cell else self._blank(width)
            strips += [rule, strip] if i else [strip]
            if cell:
                x = self.width - i * step - width if self.right_to_left else i * step
                parts.append(cell._replace(x=x))
        strips.append(free)
        return Line(Strip.join(reversed(strips) if self.right_to_left else strips), tuple(parts))

    def _strips(self, content: Content, width: int) -> list[Strip]:
        drawn = content.render_strips(max(1, width), None, self.style, self.options)
        return [strip.adjust_cell_length(width, self.style.rich_style) for strip in drawn]

    def _blank(self, width: int) -> Strip:
        return Strip.blank(width, self.style.rich_style)
