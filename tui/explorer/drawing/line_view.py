"""A view that scrolls over lines it draws itself, and says how many there are without much ado."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual.geometry import Region, Size, Spacing
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.explorer.drawing.plain_mode import is_mirrored


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """What list and detail have in common; its scroll bar stands where lines end.

    Calls `_scroll_update`, which is private to Textual (8.2.8): the public way, to assign
    `virtual_size`, lays the whole screen out and draws it twice whenever a list changes its length.
    Overrides `_arrange_scrollbars`, for which there is no public way at all.
    """

    _known_style: Style | None = None

    def set_line_count(self, lines: int) -> None:
        """Scroll over so many lines, each as wide as there is room."""
        room = self.scrollable_content_region
        if self.styles.auto_dimensions:
            # The widget is as high as its lines: others have to move.
            self.virtual_size = Size(room.width, lines)
            return
        # Lines that leave room fill it, so that a bar which always stands there shows no thumb.
        size = Size(room.width, max(lines, room.height))
        self.set_reactive(LineView.virtual_size, size)
        if self.is_mounted:
            self._scroll_update(size)

    def draw_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view, as wide as there is room beside the scroll bar."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view, with the cells over which the scroll bar stands."""
        strip = self.draw_line(y)
        if not (left := self.scrollbar_gutter.left):
            return strip  # Textual fills it up
        return Strip.join((Strip.blank(left, self._bar_style), strip))

    @property
    def current_line(self) -> int:
        """The line at which the user is: the first that is seen, where none is pointed at."""
        return round(self.scroll_y)

    @property
    def current_cells(self) -> range:
        """The cells of that line to which it belongs, empty for all of them."""
        return range(0)

    @property
    def _bar_style(self) -> Style:
        # Looking it up costs more than drawing the line.
        if self._known_style is None:
            self._known_style = self.rich_style
        return self._known_style

    def notify_style_update(self) -> None:
        """Forget the style when the theme or the focus changed it."""
        super().notify_style_update()
        self._known_style = None

    @property
    def scrollbar_gutter(self) -> Spacing:
        """Where the scroll bars stand: in Arabic at the left."""
        gutter = super().scrollbar_gutter
        if is_mirrored():
            return Spacing(gutter.top, gutter.left, gutter.bottom, gutter.right)
        return gutter

    def _arrange_scrollbars(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        for bar, place in super()._arrange_scrollbars(region):
            if is_mirrored():
                yield bar, place.at_offset((region.x + region.right - place.right, place.y))
            else:
                yield bar, place
