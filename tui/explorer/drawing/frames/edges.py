"""A pane's lines between its left edge and its right one, and titles that are drawn alone.

Textual (8.2.8) looks up border, outline, tint, hatch, opacity and theme for each line it draws, and
draws a whole widget anew when a word in its border changes. `StylesCache.render` and `render_line`
are overridden here, as are `_border_title` and `_border_subtitle` set; tests fail when a release
has them no more.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import textual.widget
from rich.segment import Segment
from textual._border import get_box
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.content import Content
from textual.css.styles import StylesBase
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class _Edges(NamedTuple):
    """What stands at either side of each line, padding included."""

    left: list[Segment]
    right: list[Segment]
    top: int
    """Lines above the content."""


class EdgedLines(StylesCache):
    """Looks the edges of a widget up once for all its lines."""

    def __init__(self) -> None:
        super().__init__()
        self._edges: _Edges | None = None

    def render(self, styles: StylesBase, *arguments: Any, **options: Any) -> list[Strip]:  # noqa: ANN401 — Textual's
        """Draw lines; what stands at their sides may have changed since the last time."""
        _, base, ground = arguments[:3]
        self._edges = _edges(styles, base, ground, options.get("opacity", 1.0))
        return super().render(styles, *arguments, **options)

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        *others: Any,  # noqa: ANN401
    ) -> Strip:
        """Draw a line, without looking anything up where it is one of content."""
        edges = self._edges
        if edges is None or not 0 <= y - edges.top < content_size.height:
            return super().render_line(styles, y, size, content_size, *others)
        _, base, ground, render_content_line = others[:4]
        inner, _ = self.get_inner_outer(base, ground)
        line = render_content_line(y - edges.top)
        line = line.adjust_cell_length(content_size.width, inner.rich_style)
        return Strip([*edges.left, *line, *edges.right], size.width)


def _edges(styles: StylesBase, base: Color, ground: Color, opacity: float) -> _Edges | None:
    """What stands beside lines of content; None where more is to be done with these."""
    if (
        opacity != 1.0
        or styles.text_opacity != 1.0
        or styles.tint.a
        or styles.has_rule("hatch")
        or any(kind for kind, _ in styles.outline)
    ):
        return None
    inner, outer = StylesCache().get_inner_outer(base, ground)
    (_, _), (right, right_colour), (_, _), (left, left_colour) = styles.border
    padding = styles.padding
    blank = inner.rich_style
    at_left, at_right = [], []
    if left:
        at_left.append(get_box(left, inner, outer, Style(foreground=base + left_colour))[1][0])
    if padding.left:
        at_left.append(Segment(" " * padding.left, blank))
    if padding.right:
        at_right.append(Segment(" " * padding.right, blank))
    if right:
        at_right.append(get_box(right, inner, outer, Style(foreground=base + right_colour))[1][2])
    return _Edges(at_left, at_right, styles.gutter.top)


def use_edged_lines() -> None:
    """Have every widget that is made from now on draw its lines so."""
    setattr(textual.widget, "StylesCache", EdgedLines)  # noqa: B010 — Textual does not export it


class BorderTitles(Widget):
    """A widget of whose border one line alone is drawn again when another title stands in it."""

    def entitle_above(self, title: str) -> None:
        """Put a title, in visual order, into the first line of the border."""
        self._entitle("_border_title", title, 0)

    def entitle_below(self, title: str) -> None:
        """Put a title, in visual order, into the last line of the border."""
        self._entitle("_border_subtitle", title, self.outer_size.height - 1)

    def _entitle(self, name: str, title: str, y: int) -> None:
        before: Content | None = getattr(self, name)
        if before is not None and before.plain == title:
            return
        setattr(self, name, Content(title))
        corner = self.content_offset
        self.refresh(Region(-corner.x, y - corner.y, self.outer_size.width, 1))
