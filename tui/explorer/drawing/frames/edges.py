"""A pane's lines between its left edge and its right one, and titles that are drawn alone.

Textual (8.2.8) looks up border, outline, tint, hatch, opacity and theme for each line it draws, and
draws a whole widget anew when a word in its border changes. It passes each line through its filters
at every frame, and makes each of its segments anew for colours that it leaves as they are; and it
looks up all of this for each widget beside which something else is drawn.
`StylesCache.render_widget`, `render`, `render_line`, `set_dirty` and `clear` are overridden here,
as are `_border_title` and `_border_subtitle` set; tests fail when a release has them no more.
"""

from __future__ import annotations

from typing import Any, Final

import textual.widget
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual._border import get_box
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.content import Content
from textual.css.styles import StylesBase
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from store.tuples import NamedTuple

_MOST_KNOWN: Final = 256
"""Styles of a widget."""


class _Edges(NamedTuple):
    """What stands at either side of each line, padding included."""

    left: list[Segment]
    right: list[Segment]
    top: int
    """Lines above the content."""
    blank: RichStyle
    """Of cells that the content leaves."""


class EdgedLines(StylesCache):
    """Looks the edges of a widget up once for all its lines, and filters each when it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._edges: _Edges | None = None
        self._filters: tuple[LineFilter, ...] = ()
        self._ground: Color | None = None
        self._standing: tuple[Region, list[Strip]] | None = None
        """The lines that were drawn last, and of which part, while none of them is to be drawn."""
        self._left: dict[int, RichStyle] = {}
        """Styles that filters leave as they are, by identity: to compare them takes longer."""
        self._asked = 0
        """How often lines were to be drawn again."""

    def set_dirty(self, *regions: Region) -> None:
        """Have lines drawn again."""
        self._standing = None
        self._asked += 1
        super().set_dirty(*regions)

    def clear(self) -> None:
        """Have all lines drawn again."""
        self._standing = None
        super().clear()

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Draw a part of a widget, or take what was drawn where none of it is to be drawn again."""
        filters = tuple(widget.get_line_filters())
        if self._standing and self._standing[0] == crop and self._filters == filters:
            return self._standing[1]
        asked, strips = self._asked, super().render_widget(widget, crop)
        # Drawing may itself have lines drawn again.
        self._standing = (crop, strips) if asked == self._asked else None
        return strips

    def render(self, styles: StylesBase, *arguments: Any, **options: Any) -> list[Strip]:  # noqa: ANN401 — Textual's
        """Draw lines; what stands at their sides may have changed since the last time."""
        size, base, ground, content_line, filters, *titles = arguments
        self._edges = _edges(styles, base, ground, options.get("opacity", 1.0))
        if (self._filters, self._ground) != (tuple(filters), ground):
            self.clear()  # what is kept was seen through others
            self._left.clear()
            self._filters, self._ground = tuple(filters), ground
        return super().render(styles, size, base, ground, content_line, (), *titles, **options)

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
            return self._filtered(super().render_line(styles, y, size, content_size, *others))
        render_content_line = others[3]
        line: Strip = render_content_line(y - edges.top)
        line = line.adjust_cell_length(content_size.width, edges.blank)
        if edges.left or edges.right:
            line = Strip([*edges.left, *line._segments, *edges.right], size.width)
        return self._filtered(line)

    def _filtered(self, strip: Strip) -> Strip:
        ground = self._ground
        if ground is None:
            return strip
        for each in self._filters:
            if not (isinstance(each, ANSIToTruecolor) and self._is_left(strip, each, ground)):
                strip = strip.apply_filter(each, ground)
        return strip

    def _is_left(self, strip: Strip, each: ANSIToTruecolor, ground: Color) -> bool:
        """Whether a strip has colours alone of which the terminal's own theme decides nothing."""
        left = self._left
        for _, style, _ in strip:
            if style is None or id(style) in left:
                continue
            # The filter keeps what it made: of an equal style it gives back the one it saw first.
            if each.truecolor_style(style, ground.rich_color) != style:
                return False
            if len(left) >= _MOST_KNOWN:
                left.clear()
            left[id(style)] = style
        return True


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
    return _Edges(at_left, at_right, styles.gutter.top, blank)


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
