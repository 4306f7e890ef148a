"""A text field that shows Arabic in order and joined, while its value and cursor stay logical.

Overrides private members of Textual's Input (8.2.8): `_cursor_offset`, `_cell_offset_to_index`,
`_on_key`, `_on_paste`, `_WORD_START`; reads `_position_to_cell`, `_value`, `_suggestion`,
`_cursor_visible` and the app's `_exit`. No public hook lies between a field's value and the cells
it draws.
"""

from __future__ import annotations

import re
from typing import Final

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.bidi.algorithm.classes import CLASS_OF
from tui.bidi.algorithm.direction import Direction
from tui.bidi.caret import CaretLine, Place
from tui.bidi.drawing import cluster_widths
from tui.bidi.lines import visual_line
from tui.bidi.sanitising import clean_typed, needs_work, sanitise
from tui.bidi.settings import DisplayMode, display_settings


class BidiInput(Input):
    """An Input for Arabic, English and both; used as Input is.

    Left and right move as the eye does, Home and End by the text's beginning and end; a click and a
    selection find the characters that are seen. What is pasted loses control characters.
    """

    class Cut(Message):
        """Not all of a text that was typed or pasted did fit."""

        def __init__(self, most: int) -> None:
            super().__init__()
            self.most: Final = most
            """Characters that the field holds."""

    # A mark (haraka) is no letter to `\w`, but no word begins after one either.
    _WORD_START = re.compile(
        r"(?<=[^\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d])\w"
    )

    longest: int = 1_000
    """Characters that may be typed or pasted; a value that is set may have more."""

    # Textual would lay out the whole screen anew at each letter, though the field stays as wide.
    virtual_size = Reactive(Size(0, 0))
    base: reactive[Direction | None] = reactive(None)
    """Direction of the field; by the first strong character of its value when None."""

    def render_line(self, y: int) -> Strip:
        """Draw the field in visual order."""
        if y or not self._is_ours:
            return super().render_line(y)
        position = self.cursor_position if self.value else 0
        caret = self._caret_line
        room = self._room
        segments: list[Segment] = []
        styles = self._character_styles()
        x = 0
        for place in caret.places(room, behind=self._is_behind):
            if place.x > x:
                segments.append(Segment(" " * (place.x - x)))
            segments.append(Segment(place.glyph, self._place_style(place, styles, position)))
            x = place.x + place.width
        width = self.scrollable_content_region.width + 1
        scrolled = self.scroll_offset.x
        strip = Strip(Segment.simplify(segments)).crop(scrolled, scrolled + width)
        return strip.extend_cell_length(width).apply_style(self.rich_style)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Cell of the screen in which the caret is drawn; Textual's own is one too far at ends."""
        at = self._cursor_offset if self._is_ours else self._position_to_cell(self.cursor_position)
        return self.content_region.offset + Offset(at - self.scroll_offset.x, 0)

    @property
    def content_width(self) -> int:
        """Cells of the value, and one for the cursor."""
        if not self.value or not self._is_ours:
            return super().content_width
        return self._value_cells + 1

    def action_cursor_left(self, select: bool = False) -> None:
        """Move to the stop at the left; in a right-to-left text it also accepts a suggestion."""
        if self._is_ours:
            self._step(-1, select)
        else:
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move to the stop at the right; in a left-to-right text it also accepts a suggestion."""
        if self._is_ours:
            self._step(1, select)
        else:
            super().action_cursor_right(select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Move to the next word at the left, which is the following one in right-to-left text."""
        if self._is_leftward:
            super().action_cursor_right_word(select)
        else:
            super().action_cursor_left_word(select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Move to the next word at the right, which is the one before in right-to-left text."""
        if self._is_leftward:
            super().action_cursor_left_word(select)
        else:
            super().action_cursor_right_word(select)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put as much of a text as fits in place of what stands from `start` to `end`."""
        room = max(0, self.longest - len(self.value) + abs(end - start))
        if len(text) > room:
            self.post_message(self.Cut(self.longest))
        super().replace(text[:room], start, end)

    def action_delete_right(self) -> None:
        """Delete the letter under the cursor with its marks."""
        if not self.selection.is_empty:
            self.delete_selection()
            return
        end = self.cursor_position + 1
        while end < len(self.value) and CLASS_OF[self.value[end]] == "m":
            end += 1
        self.delete(self.cursor_position, end)

    def action_paste(self) -> None:
        """Paste the app's own clipboard."""
        self.replace(clean_typed(self.app.clipboard), *self.selection)

    async def _on_key(self, event: events.Key) -> None:
        # Textual hands out all keys that wait before it ends: in a long text that is a minute's.
        if self.app._exit:
            event.prevent_default()
            event.stop()

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the handler of every class in turn: Input would paste once more, uncleaned.
        event.prevent_default()
        event.stop()
        if text := clean_typed(event.text):
            self.replace(text, *self.selection)

    @property
    def _is_ours(self) -> bool:
        """Whether the line can differ from what Input draws."""
        if self.password:
            return False
        leftward = self.base or display_settings().default_direction
        if not self.value:
            return True  # a hint is cut where there is no room for it
        return leftward is Direction.RIGHT_TO_LEFT or needs_work(self.value + self._suggestion)

    @property
    def _is_leftward(self) -> bool:
        return self._is_ours and self._caret_line.line.base is Direction.RIGHT_TO_LEFT

    @property
    def _is_behind(self) -> bool:
        """Whether the cursor has a cell of its own, behind the last character."""
        return self.has_focus and self.cursor_position >= self._caret_line.length

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, self._caret_line.cells + 1)

    @property
    def _value_cells(self) -> int:
        line = visual_line(sanitise(self.value, one_line=True), base=self.base)
        return sum(cluster_widths(line))

    @property
    def _shown(self) -> str:
        """Logical text on the line: value and suggestion, or the placeholder."""
        text = self.value or self._hint
        suggestion = self._suggestion
        if self.value and self.has_focus and len(suggestion) > len(self.value):
            # No more than fits: a suggestion never scrolls the value away.
            free = self.scrollable_content_region.width - self._value_cells
            text += suggestion[len(self.value) :][: max(0, free)]
        return sanitise(text, one_line=True)

    @property
    def _hint(self) -> str:
        """The placeholder, cut where reading ends if there is no room for all of it."""
        hint, room = self.placeholder, self.scrollable_content_region.width - 1
        if room < 1 or self._cells(hint) <= room:
            return hint
        end = min(len(hint), room)
        while end and self._cells(f"{hint[:end].rstrip()}…") > room:
            end -= 1
        return f"{hint[:end].rstrip()}…" if end else ""

    def _cells(self, text: str) -> int:
        return CaretLine(visual_line(text, base=self.base), len(text)).cells

    @property
    def _caret_line(self) -> CaretLine:
        shown = self._shown
        line = visual_line(shown, base=self.base)
        # Where reading begins at the right, so does what is typed, in whatever script.
        settings = display_settings()
        reads_leftward = (self.base or settings.default_direction) is Direction.RIGHT_TO_LEFT
        return CaretLine(line, len(shown), reads_leftward and settings.mode is not DisplayMode.OFF)

    @property
    def _cursor_offset(self) -> int:
        if not self._is_ours:
            return super()._cursor_offset
        position = self.cursor_position if self.value else 0
        return self._caret_line.cell_of(position, self._room)

    def _cell_offset_to_index(self, offset: int) -> int:
        if not self._is_ours:
            return super()._cell_offset_to_index(offset)
        x = offset + self.scroll_offset.x
        position = self._caret_line.position_at(x, self._room, behind=self._is_behind)
        return min(position, len(self.value))

    def _step(self, by: int, select: bool) -> None:
        """Move the cursor by visual stops, extend the selection, or accept the suggestion."""
        start, end = self.selection
        caret = self._caret_line
        if not select and not self.selection.is_empty:
            room = self._room
            self.cursor_position = max(start, end, key=lambda at: by * caret.cell_of(at, room))
            return
        forward = -1 if caret.line.base is Direction.RIGHT_TO_LEFT else 1
        if not select and by == forward and self.cursor_at_end and self._suggestion:
            self.value = self._suggestion
            self.cursor_position = len(self.value)
            return
        target = min(caret.step(end, by), len(self.value))
        self.selection = Selection(start if select else target, target)

    def _character_styles(self) -> list[RichStyle]:
        """A style for each character shown, before selection and cursor."""
        shown = len(self._shown)
        if not self.value:
            return [self.get_component_rich_style("input--placeholder")] * shown
        styles: list[RichStyle] = []
        for text, style, _ in self._value.render(self.app.console):
            styles.extend([style or RichStyle.null()] * len(text))
        rest = shown - len(styles)
        return [*styles, *[self.get_component_rich_style("input--suggestion")] * rest]

    def _place_style(self, place: Place, styles: list[RichStyle], position: int) -> RichStyle:
        """The style of one place, with selection and cursor."""
        style = styles[place.start] if place.start < len(styles) else RichStyle.null()
        if not self.has_focus:
            return style
        start, end = sorted(self.selection)
        if place.start < end and place.end > start:
            style = self.get_component_rich_style("input--selection") + style
        if self._cursor_visible and place.start <= position < place.end:
            style += self.get_component_rich_style("input--cursor")
        return style
