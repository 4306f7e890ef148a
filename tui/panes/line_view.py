"""A view that scrolls over lines it draws itself, and says how many there are without much ado."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """What list and detail have in common.

    Calls `_scroll_update`, which is private to Textual (8.2.8): the public way, to assign
    `virtual_size`, lays the whole screen out and draws it twice whenever a list changes its length.
    """

    def set_line_count(self, lines: int) -> None:
        """Scroll over so many lines, each as wide as there is room."""
        size = Size(self.scrollable_content_region.width, lines)
        if self.styles.auto_dimensions:
            self.virtual_size = size  # the widget is as high as its lines: others have to move
            return
        self.set_reactive(LineView.virtual_size, size)
        if self.is_mounted:
            self._scroll_update(size)
