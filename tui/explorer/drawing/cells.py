"""Logical text cut to a width and turned into cells, for lines that the panes draw themselves."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.style import Style

from tui.bidi import sanitise, visual, visual_line
from tui.explorer.drawing.listing import Marks

Piece = tuple[str, Style]
"""Cells from left to right, in one style."""


def width_of(text: str) -> int:
    """How many cells a logical text takes."""
    return cell_len(text) if text.isascii() else cell_len(visual(text))


def fitted(text: str, width: int) -> str:
    """A logical text that takes at most `width` cells, with an ellipsis where it was cut.

    Nothing is left of it where there is no room, which is what a negative `width` says too.
    """
    if width_of(text) <= width:
        return text
    end = max(0, min(len(text), width))
    while end and width_of(cut := text[:end].rstrip() + "…") > width:
        end -= 1
    return cut if end else ""


def pieces(text: str, marks: Marks, style: Style, mark: Style) -> list[Piece]:
    """A logical text as cells from left to right, its marks in a style of their own."""
    if not marks:
        return [(visual(text), style)]
    marked = {i for start, end in marks for i in range(start, end)}
    line = visual_line(sanitise(text, one_line=True))
    runs = groupby(line.clusters, key=lambda cluster: cluster.start in marked)
    return [
        ("".join(cluster.glyph for cluster in run), mark if on_mark else style)
        for on_mark, run in runs
    ]
