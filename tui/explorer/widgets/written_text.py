"""A text of blocks that scrolls: selected with the mouse, and pointed at from stop to stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import RenderOptions

from tui.bidi.isolates import without_isolates
from tui.bidi.selecting import selected_text
from tui.explorer.drawing.line_view import LineView
from tui.explorer.drawing.listing import CITED
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.sheets.blocks import STOP, Block, Sheet, in_one_line
from tui.explorer.drawing.sheets.lines import Lines, marked_lines
from tui.explorer.drawing.sheets.pointing import offset_at, with_marked, with_selected


class WrittenText(LineView, inherit_bindings=False):
    """Draws blocks for its width, once, and shows the lines on screen.

    Pieces of the blocks that bear a `STOP` are numbered from 0; one of them can be pointed at.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "detail--name",
        "detail--muted",
        "detail--label",
        "detail--citation",
        "detail--differing",
        "detail--hit",
        "detail--hit-now",
        "detail--pointed",
    }

    class Pressed(Message):
        """The mouse pressed a stop that was pointed at already, or a citation."""

        def __init__(self, text: WrittenText, number: int, cited: int) -> None:
            super().__init__()
            self.text = text
            self.number = number
            """Number of the stop, -1 for none."""
            self.cited = cited
            """Number of the citation on the page, 0 for none."""

        @property
        def control(self) -> WrittenText:
            """The text, for `@on` with a selector."""
            return self.text

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._blocks: list[Block] = []
        self._lines: Lines | None = None
        self._known_stop_lines: dict[int, tuple[int, int]] | None = None
        self._pointed = -1
        self._line = 0

    def write_blocks(self, written: list[Block]) -> None:
        """Write other blocks, or the same ones in other words."""
        if is_plain():
            written = [in_one_line(block) for block in written]
        before, self._blocks = self._paragraphs, written
        if before != self._paragraphs and self.text_selection is not None:
            self.screen.clear_selection()
        self.redraw()

    def redraw(self) -> None:
        """Draw again for another width or in other colours."""
        self._forget_lines()
        self.set_line_count(len(self._drawn()) if self.size.width else 0)
        self.refresh()

    # --- moving --------------------------------------------------------------------------------

    def move(self, lines: int) -> None:
        """Scroll by so many lines; in the plain mode go on by so many, from line to line."""
        if is_plain():
            self._go_to_line(self._line + lines)
        else:
            self.scroll_to(y=self.scroll_y + lines, animate=False)

    def _go_to_line(self, line: int) -> None:
        """Read on at a line; what is seen moves by whole pages, as all that moves is spoken."""
        count, height = len(self._drawn()), max(1, self.scrollable_content_region.height)
        self._line = max(0, min(line, count - 1))
        self._pointed = -1
        if not self.scroll_y <= self._line < self.scroll_y + height:
            top = self._line if self._line > self.scroll_y else self._line - height + 1
            self.scroll_to(y=max(0, top), animate=False)
        self.refresh()

    def move_page(self, pages: int) -> None:
        """Scroll by so many screenfuls."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def move_to_start(self) -> None:
        """Scroll to the top."""
        self._line = 0
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def move_to_end(self) -> None:
        """Scroll to the bottom."""
        self._line = max(0, len(self._drawn()) - 1)
        self.scroll_to(y=self.max_scroll_y, animate=False)
        self.refresh()

    def bring_into_sight(self, first: int, last: int) -> None:
        """Scroll so that some lines are seen, the first of them where not all can be."""
        self._line = first
        height = self.scrollable_content_region.height
        if not self.scroll_y <= first <= last < self.scroll_y + height:
            self.scroll_to(y=max(0, first - height // 3), animate=False)

    # --- pointing ------------------------------------------------------------------------------

    @property
    def current_line(self) -> int:
        """Where what is pointed at begins, else the first line that is seen, or that is read."""
        if is_plain():
            return self._line
        pointed = self.pointed
        return self._stop_lines[pointed][0] if pointed >= 0 else super().current_line

    @property
    def pointed(self) -> int:
        """The stop that is pointed at; -1 where none is in sight."""
        if self._pointed < 0:
            return -1
        return self._pointed if self._pointed in self._in_sight() else -1

    def point(self, stop: int) -> None:
        """Point at a stop and bring it into sight; -1 points at none."""
        self._pointed = stop
        if stop >= 0 and (lines := self._stop_lines.get(stop)):
            self.bring_into_sight(*lines)
        self.refresh()

    def step(self, step: int) -> int:
        """Point at the stop so many further on, at first at one in sight.

        Returns:
            The stop that is pointed at, -1 where there are none.
        """
        stops = sorted(self._stop_lines)
        if not stops:
            return -1
        if (pointed := self.pointed) >= 0:
            at = stops.index(pointed) + step
        else:
            seen = (self._from_line() if is_plain() else self._in_sight()) or stops
            at = stops.index(seen[0] if step >= 0 else seen[-1])
        self.point(stops[max(0, min(at, len(stops) - 1))])
        return self._pointed

    def _from_line(self) -> list[int]:
        return [stop for stop, (_, last) in self._stop_lines.items() if last >= self._line]

    def _in_sight(self) -> list[int]:
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        lines = sorted(self._stop_lines.items())
        return [stop for stop, (first, last) in lines if first < top + height and last >= top]

    def on_click(self, event: events.Click) -> None:
        """Point at what is under the mouse; a press on that, or on a citation, opens it."""
        if self.text_selection is not None:
            return  # the mouse has selected something
        meta = event.style.meta
        stop, cited = meta.get(STOP, -1), meta.get(CITED, 0)
        if cited or (stop >= 0 and stop == self.pointed):
            self.post_message(self.Pressed(self, stop, cited))
        if stop >= 0:
            self.point(stop)

    # --- drawing -------------------------------------------------------------------------------

    def draw_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view."""
        at, lines = y + self.scroll_offset.y, self._drawn()
        if at >= len(lines):
            return Strip.blank(self._width, self.visual_style.rich_style)
        line = lines[at]._replace(strip=self.with_marks(lines[at].strip))
        if (selection := self.text_selection) is None:
            return line.strip
        style = self.screen.get_visual_style("screen--selection").rich_style
        return with_selected(line, self._paragraphs, selection, style)

    def with_marks(self, strip: Strip) -> Strip:
        """A line with what is pointed at."""
        if self._pointed < 0 or is_plain():
            return strip
        return with_marked(strip, STOP, self._pointed, self._on_stop)

    @property
    def _on_stop(self) -> Style:
        return self.get_component_rich_style("detail--pointed", partial=True)

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def _drawn(self) -> Lines:
        if self._lines is None:
            self._lines = self.drawn(self._blocks, self._width)
        return self._lines

    @property
    def _stop_lines(self) -> dict[int, tuple[int, int]]:
        """For each stop its first and its last line."""
        if self._known_stop_lines is None:
            self._known_stop_lines = self.find_stops(self._drawn()) if self.size.width else {}
        return self._known_stop_lines

    def find_stops(self, lines: Lines) -> dict[int, tuple[int, int]]:
        """Where stops stand; as they may stand anywhere in a block, all lines have to be drawn."""
        return marked_lines(lines, STOP)

    def _forget_lines(self) -> None:
        self._lines = self._known_stop_lines = None

    def drawn(self, blocks: list[Block], width: int) -> Lines:
        """The lines of a text where there is room for so many cells."""
        options = RenderOptions(self._get_style, {})
        sheet = Sheet(max(1, width), self.visual_style, options, is_mirrored())
        return sheet.draw(blocks)

    def notify_style_update(self) -> None:
        """Draw again when the theme or the focus changed the colours."""
        super().notify_style_update()
        self._forget_lines()

    # --- selecting -----------------------------------------------------------------------------

    @property
    def _paragraphs(self) -> Sequence[str]:
        return [text for block in self._blocks for _, text in block.paragraphs]

    def text_offset_at(self, x: int, y: int) -> Offset | None:
        """The character at a cell of the pane, the nearest one for a cell without any.

        Args:
            x: column, from the pane's left border; beyond the pane the nearest in it is meant.
            y: line, from the top border.

        Returns:
            Character and paragraph; None where no record is shown.
        """
        lines = self._drawn() if self.size.width else []
        if not lines:
            return None
        row = max(0, min(y - self.gutter.top, self.scrollable_content_region.height - 1))
        return offset_at(lines, x - self.gutter.left, row + self.scroll_offset.y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected, in logical order; a paragraph is one line however it was wrapped."""
        joints = [joint for block in self._blocks for joint, _ in block.paragraphs]
        return without_isolates(selected_text(self._paragraphs, selection, joints)), "\n"
