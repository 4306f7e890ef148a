"""Arabic in Textual: what the app calls once, and what its widgets draw with.

`install()` covers everything that Textual draws from a `Content` (Static, Label, Markdown, option
lists, toasts, the palette). Widgets that draw lines themselves use `draw_row`, text fields are
`tui.bidi.field.BidiInput`, border titles take `tui.bidi.visual`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import VisualType
from textual.widgets import Static

from tui.bidi.algorithm.direction import Direction
from tui.bidi.drawing import (
    Align,
    cluster_widths,
    left_space,
    line_segments,
    padding,
    style_of_each,
)
from tui.bidi.lines import VisualLine, direction_of, visual_line
from tui.bidi.sanitising import needs_work, sanitise
from tui.bidi.textual_seam import DirectedContent, install, uninstall

__all__ = ["Align", "BidiStatic", "DirectedContent", "draw_row", "install", "uninstall"]

ELLIPSIS = "…"

StyledText = Content | str | Iterable[tuple[str, Style | str]]


def draw_row(
    text: StyledText,
    width: int,
    *,
    style: Style | None = None,
    base: Direction | None = None,
    align: Align = "start",
    parse_style: Callable[[str | Style], Style] | None = None,
) -> Strip:
    """Draw one field of a row in exactly `width` cells, cut with an ellipsis at its logical end.

    A row of several fields is `Strip.join` of several calls: fields never mix, whatever their
    directions.

    Args:
        text: Logical text: a Content, a plain string, or parts with a style each.
        width: Cells to fill.
        style: What the text is drawn on; it also fills the free cells.
        base: The field's direction; by its first strong character when None.
        align: Where the text stands in the field.
        parse_style: Reads styles given as strings, with the app's theme: give
            `app.stylesheet.parse_style`.

    Returns:
        The field in visual order.
    """
    if width <= 0:
        return Strip([])
    style = Style.null() if style is None else style
    content = text if isinstance(text, Content) else _content(text)
    if needs_work(content.plain) or base is Direction.RIGHT_TO_LEFT:
        segments, direction = _visual_segments(content, width, style, base, parse_style)
    else:
        content = _on_one_line(content).truncate(width, ellipsis=True)
        parts = content.render(style, end="", parse_style=parse_style)
        segments = [Segment(part, own.rich_style) for part, own in parts]
        direction = direction_of(content.plain)
    free = width - sum(segment.cell_length for segment in segments)
    left = left_space(align, direction, free)
    return Strip([*padding(left, style), *segments, *padding(free - left, style)], width)


def _visual_segments(
    content: Content,
    width: int,
    style: Style,
    base: Direction | None,
    parse_style: Callable[[str | Style], Style] | None,
) -> tuple[list[Segment], Direction]:
    """Segments of a field in visual order, at most `width` cells, and its direction."""
    plain = sanitise(content.plain, one_line=True)
    styles = style_of_each(content.render(style, end="", parse_style=parse_style))
    line = visual_line(plain, base=base)
    if sum(cluster_widths(line)) > width:
        line, styles = _cut(plain, line, styles, width)
    return line_segments(line, styles, style), line.base


def _on_one_line(content: Content) -> Content:
    """A content with its line ends and tabs made visible."""
    plain = sanitise(content.plain, one_line=True)
    if plain == content.plain:
        return content
    return Content(plain, list(content.spans), strip_control_codes=False)


def _content(text: str | Iterable[tuple[str, Style | str]]) -> Content:
    """Plain text or styled parts as a content; nothing in it is markup."""
    return Content(text) if isinstance(text, str) else Content.assemble(*text)


def _cut(
    text: str, line: VisualLine, styles: list[Style], width: int
) -> tuple[VisualLine, list[Style]]:
    """A line that is too wide, cut in logical order, and the styles of what is left."""
    room = width - cell_len(ELLIPSIS)
    kept = 0
    clusters = zip(line.clusters, cluster_widths(line), strict=True)
    for cluster, cells in sorted(clusters, key=lambda item: item[0].start):
        room -= cells
        if room < 0:
            break
        kept = cluster.end
    cut = text[:kept] + ELLIPSIS
    # The direction is that of the whole text: what is cut off may hold its first letter.
    return visual_line(cut, base=line.base), [*styles[:kept], styles[min(kept, len(styles) - 1)]]


class BidiStatic(Static):
    """A Static whose text has a given base direction, such as a field known to be Arabic.

    It also draws in visual order where `install` was not called.
    """

    base: reactive[Direction | None] = reactive(None)
    """Direction of every paragraph; each by its first strong character when None."""

    def __init__(
        self,
        content: VisualType = "",
        *,
        base: Direction | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        """As for Static, with the direction of its paragraphs."""
        super().__init__(content, id=id, classes=classes)
        self.base = base

    def render(self) -> RenderResult:
        """The text with its direction."""
        visual = super().render()
        if isinstance(visual, Content):
            return DirectedContent.of(visual, self.base)
        return visual
