"""Logical text cut to a width and turned into cells, for lines that the panes draw themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from store.typed import TYPE_CHECKING, Final, TypeAlias
from tui.bidi import Direction, sanitise, visual, visual_line
from tui.bidi.isolates import closed
from tui.explorer.drawing.listing import Highlights
from tui.terminal.widths import cell_len

if TYPE_CHECKING:
    from rich.style import Style  # with which Textual comes: lists are drawn before it is there

Piece: TypeAlias = "tuple[str, Style]"
"""Cells from left to right, in one style."""

AROUND_TITLE: Final = 6
"""Cells of a frame's line that a title leaves: on each side its corner, some line, a space."""


_MEASURED: Final = 4_096
"""Characters of a text that are measured: no line has as many cells, and a name may be a book."""


def width_of(text: str) -> int:
    """How many cells a logical text takes; a cell a character beyond what any line holds."""
    if len(text) > _MEASURED:
        return width_of(text[:_MEASURED]) + len(text) - _MEASURED
    return cell_len(text) if text.isascii() else cell_len(visual(text))


def fitted(text: str, width: int) -> str:
    """A logical text that takes at most `width` cells, with an ellipsis where it was cut.

    Nothing is left of it where there is no room, which is what a negative `width` says too.
    """
    if width_of(text) <= width:
        return text
    end = end_of_cut(text, width)
    return closed(text[:end].rstrip() + "…") if end else ""


def end_of_cut(text: str, width: int) -> int:
    """Where a text must end so that it takes at most `width` cells with an ellipsis behind it.

    No number is cut in two: a part of a year would be another year.
    """
    end = max(0, min(len(text), width))
    while end and width_of(text[:end].rstrip() + "…") > width:
        end -= 1
    before = end
    while 0 < before < len(text) and text[before].isdigit() and text[before - 1].isdigit():
        before -= 1
    return len(text[:before].rstrip(" ([«–-")) or end


def pieces(
    text: str,
    highlights: Highlights,
    style: Style,
    highlight: Style,
    base: Direction | None = None,
) -> list[Piece]:
    """A logical text as cells from left to right, its highlights in a style of their own.

    Args:
        text: in logical order.
        highlights: where they stand in it.
        style: of the text.
        highlight: of the highlights.
        base: its direction; by its first strong character when None.
    """
    if not highlights:
        return [(visual(text, base), style)]
    highlighted = {i for start, end in highlights for i in range(start, end)}
    line = visual_line(sanitise(text, one_line=True), base=base)
    runs = groupby(line.clusters, key=lambda cluster: cluster.start in highlighted)
    return [
        ("".join(cluster.glyph for cluster in run), highlight if is_highlighted else style)
        for is_highlighted, run in runs
    ]


def styled_pieces(parts: Sequence[Piece], base: Direction) -> list[Piece]:
    """Parts of one logical text, each in its style, as cells from left to right.

    Args:
        parts: in logical order.
        base: direction of the text.
    """
    text = "".join(part for part, _ in parts)
    styles = [style for part, style in parts for _ in part]
    line = visual_line(sanitise(text, one_line=True), base=base)
    last = len(styles) - 1
    runs = groupby(line.clusters, key=lambda cluster: styles[min(cluster.start, last)])
    return [("".join(cluster.glyph for cluster in run), style) for style, run in runs]
