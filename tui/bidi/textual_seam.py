"""The private parts of Textual 8.2.8 that display needs, in one place.

Textual offers no hook between wrapping a text and drawing its lines, and wrapping must come first
(in logical order). So some of its methods are replaced, by one call of the app:

- `Content._wrap_and_format` is called for logical lines; replaced so that what must not reach a
  terminal is a visible placeholder before widths are measured.
- `Content.render_strips` is replaced by one that reorders the wrapped lines.
- `divide_line`, which wrapping calls, is replaced by one that breaks an address at its signs.
- `Content.get_optimal_width` and `get_minimal_width` measure the same placeholders.
- `Screen.get_widget_and_offset_at` is replaced so that the mouse finds the logical character, and
  `Widget.get_selection` so that whole characters are copied and no control character is.
- `StylesCache.get_inner_outer` is cached with its object, which so outlives its widget with every
  line that was drawn of it, be it of a dialog long closed; replaced by one cached by the colours.

`_FormattedLine.content`, `.x`, `.y` and `.get_style` are read from what `_wrap_and_format` returns.
`tui.bidi.field` overrides the private members of `Input` that it lists there. The tests fail when
a release of Textual no longer has one of these names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

import textual.content
from rich._wrap import divide_line
from rich.cells import cell_len
from rich.text import Text
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from tui.bidi.algorithm.direction import Direction
from tui.bidi.breaking import broken_line
from tui.bidi.drawing import (
    cluster_widths,
    left_space,
    line_segments,
    logical_offset,
    padding,
    style_of_each,
)
from tui.bidi.emoji import WIDTHLESS
from tui.bidi.lines import is_of_numbers, visual_line
from tui.bidi.sanitising import needs_work, sanitise
from tui.bidi.selecting import selected_text
from tui.bidi.settings import DisplayMode, display_settings

if TYPE_CHECKING:
    from textual.content import _FormattedLine
    from textual.css.styles import RulesMap
    from textual.style import Style
    from textual.visual import RenderOptions

TAB: Final = 8

_stock_wrap: Final = Content._wrap_and_format
_stock_divide_line: Final = divide_line
_stock_strips: Final = Content.render_strips
_stock_optimal_width: Final = Content.get_optimal_width
_stock_minimal_width: Final = Content.get_minimal_width
_stock_offset: Final = Screen.get_widget_and_offset_at
_stock_selection: Final = Widget.get_selection
_stock_colours: Final = StylesCache.get_inner_outer


def clean(content: Content) -> Content:
    """Content whose text is safe to draw; the same object when it already is."""
    text = content.plain
    if not needs_work(text) or (safe := sanitise(text)) == text:
        return content
    return Content(safe, list(content.spans), strip_control_codes=False)


def content_strips(
    content: Content, width: int, height: int | None, style: Style, options: RenderOptions
) -> list[Strip]:
    """Draw a content: wrapped in logical order, each line then put in visual order.

    Args:
        content: Any content, logical; each paragraph has the direction of its first letter.
        width: Cells of a line; every line with right-to-left text gets exactly so many.
        height: Lines to draw, or None for all.
        style: What it is drawn on.
        options: Rules, selection and style parser, as Textual gives them.
    """
    if not width:
        return []
    if not (needs_work(content.plain) or is_of_numbers(content.plain)):
        return _stock_strips(content, width, height, style, options)
    content = clean(content)
    if display_settings().mode is DisplayMode.OFF and WIDTHLESS not in content.plain:
        return _stock_strips(content, width, height, style, options)
    rules = options.rules
    side = rules.get("line_pad", 0)
    align: str = rules.get("text_align", "left")
    # "left" is also what an unset alignment gives: read it as the start of either direction.
    align = "start" if align == "left" else align
    paragraphs = [paragraph.expandtabs(TAB) for paragraph in content.plain.split("\n")]
    return [
        _line_strip(line, paragraphs[line.y], (width, side), style, align)
        for line in _wrapped(content, width - 2 * side, options)[:height]
    ]


def line_count(content: Content, width: int) -> int:
    """How many lines drawing a content takes where a line has so many cells; draws none."""
    width = max(1, width)
    text = clean(content).plain
    return sum(_lines_of(line.expandtabs(TAB), width) for line in text.split("\n"))


def _lines_of(paragraph: str, width: int) -> int:
    if cell_len(paragraph) <= width:
        return 1
    return 1 + len(broken_line(paragraph, width))


def _wrapped(content: Content, width: int, options: RenderOptions) -> list[_FormattedLine]:
    """Logical lines, with the selection's style on what is selected."""
    return _stock_wrap(
        content,
        width,
        overflow=options.rules.get("text_overflow", "fold"),
        no_wrap=options.rules.get("text_wrap", "wrap") == "nowrap",
        tab_size=TAB,
        selection=options.selection,
        selection_style=options.selection_style,
        post_style=options.post_style,
        get_style=options.get_style,
    )


def _line_strip(
    line: _FormattedLine, paragraph: str, room: tuple[int, int], style: Style, align: str
) -> Strip:
    """Draw one wrapped line; `room` is the width and the pad at either side."""
    width, side = room
    text, first = line.content.plain, line.x
    if not paragraph.startswith(text, first):
        # Cut with an ellipsis: the reader sees a text that ends there.
        paragraph = paragraph[:first] + text
    drawn = visual_line(paragraph, first, first + len(text))
    parts = line.content.render(style, end="", parse_style=line.get_style)
    styles = style_of_each((part, style + own) for part, own in parts)
    segments = line_segments(drawn, styles, style + style, first, line.y)
    used = sum(cluster_widths(drawn))
    free = max(0, width - 2 * side - used)
    left = left_space(align, drawn.base, free) + side
    right = free + 2 * side - left
    ends = Offset(first, line.y), Offset(first + len(text), line.y)
    at_left, at_right = ends[::-1] if drawn.base is Direction.RIGHT_TO_LEFT else ends
    segments = [*padding(left, style, at_left), *segments, *padding(right, style, at_right)]
    return Strip(segments, left + used + right).crop(0, width)


def _wrap(content: Content, *args: Any, **options: Any) -> list[_FormattedLine]:  # noqa: ANN401
    return _stock_wrap(clean(content), *args, **options)


def _optimal_width(content: Content, rules: RulesMap, container_width: int) -> int:
    return _stock_optimal_width(clean(content), rules, container_width)


def _minimal_width(content: Content, rules: RulesMap) -> int:
    return _stock_minimal_width(clean(content), rules)


@runtime_checkable
class Pointable(Protocol):
    """A widget that draws several texts, and knows itself which character is where."""

    def text_offset_at(self, x: int, y: int) -> Offset | None:
        """The character nearest to a cell, counted from the widget's corner."""


def _widget_and_offset(screen: Screen[Any], x: int, y: int) -> tuple[Widget | None, Offset | None]:
    """The widget and the logical offset in its text under a cell of the screen."""
    # A drag that leaves the pane in which it began goes on to select there.
    if (dragged := _dragged_in(screen)) is not None:
        return dragged, _pointed(dragged, x, y)
    widget, offset = _stock_offset(screen, x, y)
    if isinstance(widget, Pointable):
        return widget, _pointed(widget, x, y)
    if widget is None or offset is None:
        return widget, offset
    content = widget.content_region
    row = min(y, content.bottom - 1) - content.y
    column = content.width - 1 if y >= content.bottom else x - content.x
    if row < 0 or column < 0:
        return widget, offset
    logical = logical_offset(widget.render_line(row), column)
    return widget, offset if logical is None else logical


def _dragged_in(screen: Screen[Any]) -> Widget | None:
    state = screen._select_state
    if not screen._selecting or state is None:
        return None
    widget = state.start.content_widget
    return widget if isinstance(widget, Pointable) and widget.is_attached else None


def _pointed(widget: Widget, x: int, y: int) -> Offset | None:
    corner = widget.region.offset
    return (
        widget.text_offset_at(x - corner.x, y - corner.y) if isinstance(widget, Pointable) else None
    )


def _selected(widget: Widget, selection: Selection) -> tuple[str, str] | None:
    """What of a widget's text is selected."""
    visual = widget._render()
    if not isinstance(visual, Content | Text):
        return None
    paragraphs = visual.plain.split("\n")
    return selected_text(paragraphs, selection, ["\n"] * len(paragraphs)), "\n"


@lru_cache(256)
def _colours_of(base: Color, background: Color) -> tuple[Style, Style]:
    return _stock_colours.__wrapped__(StylesCache, base, background)


def _colours(_: StylesCache, base: Color, background: Color) -> tuple[Style, Style]:
    return _colours_of(base, background)


_REPLACED: Final = (
    (Content, "_wrap_and_format", _stock_wrap, _wrap),
    (textual.content, "divide_line", _stock_divide_line, broken_line),
    (Content, "render_strips", _stock_strips, content_strips),
    (Content, "get_optimal_width", _stock_optimal_width, _optimal_width),
    (Content, "get_minimal_width", _stock_minimal_width, _minimal_width),
    (Screen, "get_widget_and_offset_at", _stock_offset, _widget_and_offset),
    (Widget, "get_selection", _stock_selection, _selected),
    (StylesCache, "get_inner_outer", _stock_colours, _colours),
)


def install() -> None:
    """Draw every Content of the process in visual order from now on; again does nothing."""
    for owner, name, _, ours in _REPLACED:
        setattr(owner, name, ours)


def uninstall() -> None:
    """Give Textual its own methods back."""
    for owner, name, stock, _ in _REPLACED:
        setattr(owner, name, stock)
