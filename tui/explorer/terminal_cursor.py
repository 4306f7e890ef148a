"""Where the terminal's own cursor stands: on the current row, or in the box that is typed into.

Screen readers, magnifiers and input methods follow it, whether it is shown or not.
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.explorer.drawing.line_view import LineView
from tui.explorer.drawing.plain_mode import is_mirrored
from tui.explorer.drawing.pressable_line import PressableLine


@runtime_checkable
class MovesBesideFocus(Protocol):
    """A screen on which a list may be moved while a field has the focus."""

    def moved_widget(self) -> Widget | None:
        """What was moved last, None where it is what has the focus."""


def cursor_of(screen: Screen[Any], before: Offset) -> Offset:
    """The cell of the screen at which the user is.

    Args:
        screen: the one on top.
        before: where the cursor stood; it stays where there is nothing on the screen.
    """
    moved = screen.moved_widget() if isinstance(screen, MovesBesideFocus) else None
    widget = moved or screen.focused
    widget = widget or next(iter(screen.children), None)
    if widget is None or not widget.is_attached:
        return before
    if isinstance(widget, LineView):
        return _in_view(widget)
    if isinstance(widget, Input):
        return widget.cursor_screen_offset
    if isinstance(widget, PressableLine):
        return widget.region.offset + Offset(widget.chosen_cell, 0)
    return widget.content_region.offset


def _in_view(view: LineView) -> Offset:
    """Where the line begins at which the user is, or the edge of what is seen of the lines."""
    room = view.scrollable_content_region
    row = max(0, min(view.current_line - round(view.scroll_y), room.height - 1))
    cells = view.current_cells or range(room.width)
    x = max(0, cells.stop - 1) if is_mirrored() else cells.start
    return Offset(room.x + x, room.y + row)
