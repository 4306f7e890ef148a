"""The mouse in a drawn text: which character is under a cell, and which cells are selected."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.strip import Strip

from tui.bidi.drawing import cells_of, nearest_cell
from tui.bidi.selecting import selected_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.selection import Selection

    from tui.explorer.drawing.sheets.lines import Line, Part


def offset_at(lines: Sequence[Line], x: int, y: int) -> Offset:
    """The character of a text under a cell, or the one that is next to it.

    Args:
        lines: the whole text as drawn, with at least one line that shows some of it.
        x: column; beyond the line its nearest end is meant.
        y: line; below the last one the end of the text is meant.
    """
    if y < len(lines) and (found := _in_line(lines[y], x)) is not None:
        return found
    # An empty line belongs to the end of the text above it.
    above = (found for line in reversed(lines[:y]) if (found := _end_of(line)) is not None)
    return next(above, Offset(0, 0))


def with_selected(
    line: Line, paragraphs: Sequence[str], selection: Selection, style: Style
) -> Strip:
    """A line with a style on its selected characters.

    Args:
        line: as drawn.
        paragraphs: of the whole text, logical.
        selection: in that text.
        style: of what is selected.
    """
    selected = [False] * line.strip.cell_length
    spans: dict[int, tuple[int, int]] = {}
    for part in line.parts:
        for x, cell in enumerate(cells_of(part.strip), start=part.x):
            if cell is None or cell.is_free:
                continue
            y = part.paragraph + cell.at.y
            if y not in spans:
                spans[y] = selected_span(paragraphs[y], selection, y)
            selected[x] = spans[y][0] <= cell.at.x < spans[y][1]
    if not any(selected):
        return line.strip
    return _styled(line.strip, selected, style)


def with_marked(strip: Strip, name: str, number: int, style: Style) -> Strip:
    """A line with a style on the cells of a piece that is marked under a number.

    Args:
        strip: as drawn.
        name: of the marks, see `lines.marked_lines`.
        number: of the piece.
        style: of its cells.
    """
    marked: list[bool] = []
    for segment in strip:
        meta = segment.style.meta if segment.style is not None and segment.style._meta else {}
        marked += [meta.get(name) == number] * segment.cell_length
    return _styled(strip, marked, style) if any(marked) else strip


def _styled(strip: Strip, cells: Sequence[bool], style: Style) -> Strip:
    runs = [(chosen, len(list(run))) for chosen, run in groupby(cells)]
    ends = [sum(length for _, length in runs[:i]) for i in range(len(runs) + 1)]
    pieces = [strip.crop(*cut) for cut in pairwise(ends)]
    return Strip.join(
        Strip(Segment.apply_style(piece, post_style=style)) if chosen else piece
        for piece, (chosen, _) in zip(pieces, runs, strict=True)
    )


def _in_line(line: Line, x: int) -> Offset | None:
    # In a column of labels that is empty, the text beside it is meant.
    for part in sorted(line.parts, key=lambda part: not part.x <= x < part.x + _width(part)):
        if (found := nearest_cell(cells_of(part.strip), x - part.x)) is not None:
            return found + Offset(0, part.paragraph)
    return None


def _end_of(line: Line) -> Offset | None:
    cells = [
        cell.at + Offset(0 if cell.is_free else 1, part.paragraph)
        for part in line.parts
        for cell in cells_of(part.strip)
        if cell
    ]
    return max(cells, key=lambda at: at.transpose, default=None)


def _width(part: Part) -> int:
    return part.strip.cell_length
