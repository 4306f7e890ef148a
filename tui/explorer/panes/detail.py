"""The record itself: names, facts, summaries and sources, with the hits of a search marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import RenderOptions

from store.model.vocabulary import KINDS
from tui.bidi import visual
from tui.bidi.selecting import selected_text
from tui.explorer.drawing.blocks import Block, Line, Sheet, hit_lines
from tui.explorer.drawing.line_view import LineView
from tui.explorer.drawing.pointing import offset_at, with_selected
from tui.explorer.panes.pane import Browsed, Openings, Pane
from tui.explorer.panes.record_text import Highlighter, Shown, blocks, remark_blocks
from tui.messages import say, spoken


class Detail(LineView, Pane, inherit_bindings=False):
    """Draws a record's blocks for its width, once, and shows the lines on screen."""

    pane_id: ClassVar[str] = "detail"
    place: ClassVar[int] = 20
    weight: ClassVar[int] = 6

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "detail--name",
        "detail--muted",
        "detail--label",
        "detail--citation",
        "detail--differing",
        "detail--hit",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._shown: Shown | None = None
        self._remarks: list[str] = []
        self._find_highlights: Highlighter = _no_highlights
        self._blocks: list[Block] = []
        self._lines: list[Line] | None = None
        self._hit = -1

    # --- as a pane -----------------------------------------------------------------------------

    def title(self, browsed: Browsed) -> str:
        """The kind of the record."""
        if not browsed.record:
            return say("detail.title")
        label = KINDS[browsed.record.kind].in_(spoken())
        return label.capitalize()

    def follow(self, browsed: Browsed) -> None:
        """Show the record, with what was looked for marked in it."""
        self.show(browsed.shown, browsed.highlighter, browsed.remarks)

    def mirror(self, *, right_to_left: bool) -> None:
        """Begin where reading begins."""
        super().mirror(right_to_left=right_to_left)
        # The scroll bar stands where lines end and keeps the text from the border there.
        self.styles.padding = (0, 1, 0, 0) if right_to_left else (0, 0, 0, 1)

    def obstacle(self, browsed: Browsed) -> str:
        """A record without sources has none to list."""
        shown = browsed.shown
        return "" if shown and shown.has_sources else say("obstacle.nothing-to-open")

    def opening(self) -> str:
        """It leads to the sources."""
        return say("enter.sources")

    def open(self, explorer: Openings) -> None:
        """List the sources of the record."""
        explorer.open_sources()

    # --- what is shown -------------------------------------------------------------------------

    def show(
        self,
        shown: Shown | None,
        highlighter: Highlighter | None = None,
        remarks: Sequence[str] = (),
    ) -> None:
        """Show a record from its top, or nothing.

        Args:
            shown: the record and its sources.
            highlighter: finds what to mark in its texts.
            remarks: stand above the record; texts in logical order.
        """
        changed = shown is None or self._shown is None or shown.record.key != self._shown.record.key
        self._shown = shown
        self._remarks = list(remarks)
        self._find_highlights = highlighter or _no_highlights
        self._hit = -1
        self.rewrite()
        if changed:
            self.scroll_to(y=0, animate=False)

    def rewrite(self) -> None:
        """Write the record out again, in the language of the interface."""
        before, self._blocks = self._paragraphs, remark_blocks(self._remarks)
        if self._shown:
            self._blocks += blocks(self._shown, spoken(), self._find_highlights, self._width)
        if before != self._paragraphs:
            self._forget_selection()
        self.redraw()

    def _forget_selection(self) -> None:
        if self.text_selection is not None:
            self.screen.clear_selection()

    def redraw(self) -> None:
        """Draw again for another width or in other colours."""
        self._lines = None
        self.set_line_count(len(self._drawn()) if self.size.width else 0)
        self.refresh()

    # --- moving --------------------------------------------------------------------------------

    def move(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def move_page(self, pages: int) -> None:
        """Scroll by so many screenfuls."""
        self.move(pages * max(1, self.scrollable_content_region.height - 1))

    def move_to_start(self) -> None:
        """Scroll to the top."""
        self.scroll_to(y=0, animate=False)

    def move_to_end(self) -> None:
        """Scroll to the bottom."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    # --- hits ----------------------------------------------------------------------------------

    @property
    def hit_count(self) -> int:
        """How many pieces of the text are marked."""
        return len(hit_lines(self._drawn())) if self.size.width else 0

    def show_hit(self, step: int) -> None:
        """Bring the next hit, or the one before, into sight; after the last comes the first."""
        lines = hit_lines(self._drawn())
        if self._hit < 0 and step < 0:
            self._hit = 0
        self._hit = (self._hit + step) % len(lines)
        height = self.scrollable_content_region.height
        y = lines[self._hit]
        if not self.scroll_y <= y < self.scroll_y + height:
            self.scroll_to(y=max(0, y - height // 3), animate=False)
        place = say("detail.hit", number=self._hit + 1, total=len(lines))
        self.border_subtitle = visual(place)

    # --- drawing -------------------------------------------------------------------------------

    def draw_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view."""
        at, lines = y + self.scroll_offset.y, self._drawn()
        if at >= len(lines):
            return Strip.blank(self._width, self.visual_style.rich_style)
        if (selection := self.text_selection) is None:
            return lines[at].strip
        style = self.screen.get_visual_style("screen--selection").rich_style
        return with_selected(lines[at], self._paragraphs, selection, style)

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def _drawn(self) -> list[Line]:
        if self._lines is None:
            options = RenderOptions(self._get_style, {})
            sheet = Sheet(self._width, self.visual_style, options, spoken() == "ar")
            self._lines = sheet.draw(self._blocks)
        return self._lines

    # --- selecting -----------------------------------------------------------------------------

    @property
    def _paragraphs(self) -> list[str]:
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
        return selected_text(self._paragraphs, selection, joints), "\n"

    def notify_style_update(self) -> None:
        """Draw again when the theme or the focus changed the colours."""
        super().notify_style_update()
        self._lines = None

    def on_resize(self, event: events.Resize) -> None:
        """Write for the new width."""
        self.rewrite()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say in the border how far down the view is."""
        super().watch_scroll_y(old_value, new_value)
        below = self.max_scroll_y
        percent = round(100 * new_value / below) if below else 100
        self.border_subtitle = visual(say("detail.percent", percent=percent)) if below else ""


def _no_highlights(text: str) -> tuple[tuple[int, int], ...]:
    return ()
