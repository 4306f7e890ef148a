"""A picture on the screen; what its keys do is the screen's own affair."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.bidi import Direction, direction_of, visual
from tui.bidi.settings import DisplaySettings, display_settings
from tui.explorer.drawing.cells import fitted, width_of
from tui.pictures.cells import STYLES, Picture, Run, is_signs
from tui.pictures.plain import in_ascii
from tui.terminal.environment import has_utf8

_MOST_KEPT: Final = 2_000
_PLAIN: Final = "text"
"""Name of the style of what has none."""


class PictureView(Widget, can_focus=True, inherit_bindings=False):
    """Draws a picture as large as it is; lines that stay as they were are not drawn again."""

    ALLOW_SELECT = False  # a press points at what stands there
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"picture--{style or _PLAIN}" for style in STYLES}

    class Pressed(Message):
        """A cell was pressed with the mouse."""

        def __init__(self, column: int, line: int, key: str, times: int) -> None:
            """A press.

            Args:
                column: of the cell, from the left.
                line: from the top.
                key: of the record that stands there, empty for none.
                times: how often in a row; twice opens.
            """
            super().__init__()
            self.column, self.line, self.key, self.times = column, line, key, times

    class Wheeled(Message):
        """The mouse's wheel was turned over a cell."""

        def __init__(self, column: int, line: int, steps: int, *, is_zoom: bool) -> None:
            """A turn.

            Args:
                column: of the cell, from the left.
                line: from the top.
                steps: 1 down, -1 up.
                is_zoom: with Ctrl held.
            """
            super().__init__()
            self.column, self.line, self.steps, self.is_zoom = column, line, steps, is_zoom

    class Sized(Message):
        """There is another number of cells to draw on."""

        def __init__(self, size: Size) -> None:
            """A size in cells."""
            super().__init__()
            self.size = size

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._picture = Picture(0, 0, ())
        self._width = 0
        """Cells of a line: to ask Textual for them takes longer than to draw one."""
        self._strips: dict[int, Strip] = {}
        self._cells: dict[tuple[str, int, DisplaySettings], str] = {}
        """What a terminal is given of text that was drawn, by the text, its width and how."""
        self._styles: dict[str, Style] = {}

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    def show(self, picture: Picture) -> None:
        """Show a picture in the place of the one before."""
        before, self._picture = self._picture, picture
        if (picture.width, picture.height) != (before.width, before.height):
            self._strips.clear()
            self.refresh()
            return
        pairs = enumerate(zip(before.lines, picture.lines, strict=True))
        changed = [y for y, (old, new) in pairs if old != new]
        for y in changed:
            self._strips.pop(y, None)
        regions: list[Region] = []
        for y in changed:  # Textual takes its time over each region
            above = regions.pop() if regions and regions[-1].bottom == y else Region(0, y)
            regions.append(Region(0, above.y, self._width, y + 1 - above.y))
        self.refresh(*regions, repaint=bool(regions))

    def rewrite(self) -> None:
        """Draw all again, as the language or how Arabic is shown changed."""
        self._strips.clear()
        self.refresh()

    # --- drawing -------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw a line from cell to cell."""
        if (strip := self._strips.get(y)) is None:
            runs = self._picture.lines[y] if y < len(self._picture.lines) else ()
            strip = self._strips[y] = self._drawn(runs, self._width)
        return strip

    def _drawn(self, runs: tuple[Run, ...], width: int) -> Strip:
        free = self._style("")
        settings = display_settings()
        segments: list[Segment] = []
        column = 0
        for run in runs:
            if run.column > column:
                segments.append(Segment(" " * (run.column - column), free))
            cells = self._cells_of(run, settings)
            segments.append(Segment(cells, self._style(run.style)))
            column = run.column + run.width
        if column < width:
            segments.append(Segment(" " * (width - column), free))
        return Strip(segments, max(column, width))

    def _cells_of(self, run: Run, settings: DisplaySettings) -> str:
        """The cells of a run: what is moved is ordered once."""
        asked = run.text, run.width, settings
        if (cells := self._cells.get(asked)) is None:
            if len(self._cells) >= _MOST_KEPT:
                self._cells.clear()
            cells = self._cells[asked] = cells_of(run, only_ascii=not has_utf8())
        return cells

    def _style(self, name: str) -> Style:
        if (style := self._styles.get(name)) is None:
            part = self.get_component_rich_style(f"picture--{name or _PLAIN}")
            # A part that has no ground of its own stands on that of the picture.
            style = self._styles[name] = self.rich_style + part
        return style

    def notify_style_update(self) -> None:
        """Forget styles when the theme or the focus changed them."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    # --- events --------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Ask for a picture of the new size."""
        self._strips.clear()
        self._width = event.size.width
        self.post_message(self.Sized(event.size))

    def on_click(self, event: events.Click) -> None:
        """Tell what was pressed."""
        column, line = event.x - self.gutter.left, event.y - self.gutter.top
        key = self._picture.key_at(column, line)
        self.post_message(self.Pressed(column, line, key, event.chain))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell of a turn downwards."""
        self._tell_of_wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell of a turn upwards."""
        self._tell_of_wheel(event, -1)

    def _tell_of_wheel(self, event: events.MouseEvent, steps: int) -> None:
        event.stop()
        column, line = event.x - self.gutter.left, event.y - self.gutter.top
        self.post_message(self.Wheeled(column, line, steps, is_zoom=event.ctrl))


def cells_of(run: Run, *, only_ascii: bool) -> str:
    """What a terminal is given of a run, filled up where its reading ends."""
    said = in_ascii(run.text) if only_ascii else run.text
    if is_signs(run.text):
        return said
    text = fitted(said, run.width)
    free = " " * (run.width - width_of(text))
    drawn = visual(text)
    return free + drawn if direction_of(text) is Direction.RIGHT_TO_LEFT else drawn + free
