"""Visual lines as Textual strips: styles, alignment, and the way back from cell to character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Offset
from textual.strip import Strip
from textual.style import Style

from store.tuples import NamedTuple
from tui.bidi.algorithm.direction import Direction
from tui.bidi.lines import VisualLine

CELLS: Final = "cells"
"""Key in a segment's meta: the logical index under each of its cells."""
FREE: Final = "free"
"""Key in the meta of cells in which no character stands."""


def cluster_widths(line: VisualLine) -> tuple[int, ...]:
    """Cells that each cluster takes; measured once for a line."""
    if line.widths is None:
        line.widths = tuple([cell_len(cluster.glyph) for cluster in line.clusters])
    return line.widths


def line_segments(
    line: VisualLine, styles: Sequence[Style], plain: Style, first: int = 0, y: int | None = None
) -> list[Segment]:
    """Segments of a line, neighbours of one style merged.

    Args:
        line: The line.
        styles: Style of each logical character from `first` on.
        plain: Style of text that has none of its own.
        first: Logical index at which the line begins.
        y: The paragraph's number, for the map that mouse and selection need; None leaves it out.
    """
    segments: list[Segment] = []
    glyphs: list[str] = []
    cells: list[int] = []
    current: Style | None = None

    def flush() -> None:
        if current is not None and glyphs:
            rich = current.rich_style if y is None else _mapped(current, y, cells)
            segments.append(Segment("".join(glyphs), rich))
            glyphs.clear()
            cells.clear()

    for cluster, width in zip(line.clusters, cluster_widths(line), strict=True):
        style = styles[cluster.start - first]
        if cluster.end - cluster.start > 1 and style == plain:
            # A ligature or a letter with marks shows the style of any of its characters.
            rest = styles[cluster.start - first + 1 : cluster.end - first]
            style = next((other for other in rest if other != plain), style)
        if style is not current:
            flush()
            current = style
        glyphs.append(cluster.glyph)
        cells.extend([cluster.start] * width)
    flush()
    return segments


def _mapped(style: Style, y: int, cells: Sequence[int]) -> RichStyle:
    """A style whose meta says which character stands in each cell."""
    first = cells[0] if cells else 0
    rich = style.rich_style_with_offset(first, y)
    if len(cells) == 1 or (cells[-1] - first == len(cells) - 1 and sorted(cells) == list(cells)):
        return rich
    return rich + RichStyle(meta={CELLS: tuple(cells)})


def padding(width: int, style: Style, at: Offset | None = None) -> list[Segment]:
    """Blank cells, which belong to one end of a line for the mouse."""
    if width <= 0:
        return []
    background = style.background_style
    if at is None:
        return [Segment(" " * width, background.rich_style)]
    rich = background.rich_style_with_offset(at.x, at.y) + RichStyle(
        meta={CELLS: (at.x,), FREE: True}
    )
    return [Segment(" " * width, rich)]


def left_space(align: str, base: Direction, free: int) -> int:
    """How much of the free cells goes to the left of a line.

    Args:
        align: `start` and `end` follow the direction, `left`, `right` and `center` do not;
            Textual's `justify` counts as `start`.
        base: Base direction of the paragraph.
        free: Cells that the text leaves.
    """
    if align == "center":
        return free // 2
    starts_right = base is Direction.RIGHT_TO_LEFT
    rightmost = {"left": False, "right": True, "end": not starts_right}.get(align, starts_right)
    return free if rightmost else 0


def style_of_each(parts: Iterable[tuple[str, Style]]) -> list[Style]:
    """Styled text as one style a character; neighbours share one object."""
    styles: list[Style] = []
    for text, style in parts:
        styles.extend([style] * len(text))
    return styles


def logical_offset(strip: Strip, x: int) -> Offset | None:
    """The character under a cell, when the strip was put in visual order there.

    Args:
        strip: A line as a widget drew it.
        x: A cell in it.

    Returns:
        Logical index and paragraph, or None where the strip has no map.
    """
    end = 0
    for segment in strip:
        start, end = end, end + segment.cell_length
        if start <= x < end and segment.style is not None:
            meta = segment.style.meta
            if cells := meta.get(CELLS):
                return Offset(cells[min(x - start, len(cells) - 1)], meta["offset"][1])
            return None
    return None


class Cell(NamedTuple):
    """What a cell of a drawn line belongs to."""

    at: Offset
    """Logical index and paragraph."""
    is_free: bool
    """No character stands here: it is the space beside a line, which belongs to one of its ends."""


def cells_of(strip: Strip) -> list[Cell | None]:
    """For each cell of a line drawn from a text what it belongs to, None where nothing says so.

    Args:
        strip: As `Content.render_strips` gives it, ours or Textual's own.
    """
    found: list[Cell | None] = []
    for segment in strip:
        meta = segment.style.meta if segment.style is not None and segment.style._meta else {}
        width = segment.cell_length
        if "offset" not in meta:
            found += [None] * width
            continue
        x, y = meta["offset"]
        cells = meta.get(CELLS) or [
            x + i for i, letter in enumerate(segment.text) for _ in range(cell_len(letter))
        ]
        # Of free cells the map holds one; of a line without right-to-left text a mark may be short.
        places = [cells[min(i, len(cells) - 1)] for i in range(width)] if cells else [x] * width
        found += [Cell(Offset(place, y), FREE in meta) for place in places]
    return found


def nearest_cell(cells: Sequence[Cell | None], x: int) -> Offset | None:
    """The character at a cell, or the end of the line at its side; None for a line without text."""
    if not cells:
        return None
    x = max(0, min(x, len(cells) - 1))
    if (cell := cells[x]) is not None:
        return cell.at
    # Only lines without right-to-left text have cells of which nothing is known.
    if (cell := next((cell for cell in reversed(cells[:x]) if cell), None)) is not None:
        return cell.at + Offset(1, 0)
    return next((cell.at for cell in cells[x:] if cell), None)
