"""A list with a cursor that draws the lines on screen and nothing else, however long it is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from store.errors import ChangedMeanwhileError, MasaratError
from tui.explorer.drawing.line_view import LineView
from tui.explorer.drawing.listing import EMPTY, Listing, top_with_cursor
from tui.explorer.drawing.painting import Ink, paint
from tui.explorer.drawing.plain.rows import paint_in_words
from tui.explorer.drawing.plain_mode import is_mirrored, is_plain
from tui.explorer.drawing.sheets.hint import hint_strips
from tui.explorer.widgets.telling import TellsErrors
from tui.messages import spoken


class CursorList(TellsErrors, LineView, inherit_bindings=False):
    """Shows a `Listing`; a move of the cursor redraws two entries.

    (The idea of drawing lines instead of holding widgets is from toolong's `log_lines.py`.)
    """

    ALLOW_SELECT = False  # the mouse selects entries, not their text
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--heading",
        "list--aside",
        "list--mark",
        "list--zone",
        "list--agreement",
        "list--actor",
        "list--consequence",
        "list--source",
        "list--warning",
        "list--cited",
    }

    class Moved(Message):
        """The cursor stands on another entry."""

        def __init__(self, list: CursorList, key: str) -> None:  # noqa: A002 — as in `control`
            super().__init__()
            self.list = list
            self.key = key
            """The record's key, or the choice's id; empty when the list is."""

        @property
        def control(self) -> CursorList:
            """The list, for `@on` with a selector."""
            return self.list

        def can_replace(self, message: Message) -> bool:
            """Of a burst of moves only the last one counts."""
            return isinstance(message, CursorList.Moved) and message.list is self.list

    class Opened(Message):
        """An entry was clicked while the cursor stood on it, or twice."""

        def __init__(self, list: CursorList, key: str) -> None:  # noqa: A002 — as in `control`
            super().__init__()
            self.list = list
            self.key = key

        @property
        def control(self) -> CursorList:
            """The list, for `@on` with a selector."""
            return self.list

    class Failed(Message):
        """The store could not be read while a line was drawn."""

        def __init__(self, error: MasaratError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's name
        super().__init__(id=id)
        self._listing: Listing = EMPTY
        self._cursor = 0
        self._range_start: int | None = None
        self._strips: LRUCache[tuple[int, int, bool], Strip] = LRUCache(512)
        self._inks: tuple[Ink, Ink] | None = None
        self._hint = ""
        self._hint_strips: list[Strip] | None = None

    # --- what is shown -------------------------------------------------------------------------

    @property
    def listing(self) -> Listing:
        """What is shown."""
        return self._listing

    @property
    def cursor(self) -> int:
        """The selected entry, from 0."""
        return self._cursor

    @property
    def current_line(self) -> int:
        """The first line of the selected entry."""
        return self._listing.lines_of(self._cursor)[0] if self._listing.entry_count else 0

    @property
    def selected_key(self) -> str:
        """Key of the selected entry, empty where there is none."""
        return self._listing.key_of(self._cursor) if self._listing.entry_count else ""

    def show(self, listing: Listing, cursor: int = 0) -> None:
        """Show other lines, with the cursor on an entry; no message is sent for it."""
        if listing == self._listing and cursor == self._cursor:
            return
        if listing != self._listing:
            self._range_start = None
        self._listing = listing
        self._cursor = max(0, min(cursor, listing.entry_count - 1))
        self._strips.clear()
        self.set_line_count(listing.line_count)
        self._keep_cursor_in_sight()
        self.refresh()

    def show_again(self, listing: Listing) -> None:
        """Show what has become of the lines, without a message.

        The cursor stays on its entry, and the entry at its height in the view; where it is no more
        there, a neighbour takes its place.
        """
        if not self._listing.entry_count:
            self.show(listing)
            return
        above = self._listing.lines_of(self._cursor)[0] - round(self.scroll_y)
        self._cursor = max(0, min(self._cursor_in(listing), listing.entry_count - 1))
        self._listing = listing
        self._strips.clear()
        self.set_line_count(listing.line_count)
        if listing.entry_count:
            top = listing.lines_of(self._cursor)[0] - above
            self.scroll_to(y=max(0, top), animate=False)
        self.refresh()

    def _cursor_in(self, listing: Listing) -> int:
        """Where the entry under the cursor, or else a neighbour, is in another listing."""
        for entry in (self._cursor, self._cursor + 1, self._cursor - 1):
            if not 0 <= entry < self._listing.entry_count:
                continue
            with suppress(ChangedMeanwhileError):
                key = self._listing.key_of(entry)
                # The same record may be listed more than once.
                if entry < listing.entry_count and listing.key_of(entry) == key:
                    return entry
                if (place := listing.position(key)) is not None:
                    return place
        return self._cursor

    def entries_in_sight(self, width: int) -> list[tuple[Offset, int]]:
        """Where each entry begins that is seen, and its number; at the edge where lines begin."""
        top, x = round(self.scroll_y), max(0, width - 1) if is_mirrored() else 0
        lines = range(top, top + self.scrollable_content_region.height)
        entries = ((y, self._listing.entry_at(y)) for y in lines)
        return [
            (Offset(x, y - top), entry)
            for y, entry in entries
            if entry is not None and self._listing.lines_of(entry)[0] == y
        ]

    def forget_place(self) -> None:
        """Show nothing, so that what is shown next stands as if it were the first."""
        self.show(EMPTY)
        self.scroll_to(y=0, animate=False)

    def put_cursor(self, entry: int) -> None:
        """Put the cursor on an entry; no message is sent for it."""
        self.show(self._listing, entry)

    def put_cursor_on(self, key: str) -> None:
        """Put the cursor on a record, or on the first entry where it is not listed."""
        self.put_cursor(self._listing.position(key) or 0)

    def say_when_empty(self, hint: str) -> None:
        """Say what to do next where there are no lines; paragraphs by line breaks."""
        if hint != self._hint:
            self._hint, self._hint_strips = hint, None
            self.refresh()

    # --- a range -------------------------------------------------------------------------------

    @property
    def range(self) -> range:
        """The entries from where a range was begun to the cursor; empty where none was."""
        if self._range_start is None or not self._listing.entry_count:
            return range(0)
        first, last = sorted((min(self._range_start, self._listing.entry_count - 1), self._cursor))
        return range(first, last + 1)

    @property
    def keys_in_range(self) -> list[str]:
        """Keys of the entries in the range, each once."""
        return list(dict.fromkeys(self._listing.key_of(entry) for entry in self.range))

    def begin_range(self) -> None:
        """Begin a range at the cursor; it grows as the cursor moves."""
        self._range_start = self._cursor
        self.refresh()

    def end_range(self) -> None:
        """Have no range any more."""
        if self._range_start is not None:
            self._range_start = None
            self._strips.clear()
            self.refresh()

    # --- moving --------------------------------------------------------------------------------

    def move(self, lines: int) -> None:
        """Move the cursor by so many entries."""
        self.select(self._cursor + lines)

    def move_page(self, pages: int) -> None:
        """Move the cursor by so many screenfuls."""
        if not self._listing.entry_count:
            return
        height = max(1, self.scrollable_content_region.height - 1)
        y = self._listing.lines_of(self._cursor)[0] + pages * height
        step = 1 if pages > 0 else -1
        y = max(0, min(y, self._listing.line_count - 1))
        entry = self._listing.entry_at(y)
        while entry is None and 0 <= y + step < self._listing.line_count:
            y += step
            entry = self._listing.entry_at(y)
        self.select(self._cursor if entry is None else entry)

    def move_to_start(self) -> None:
        """Move the cursor to the first entry."""
        self.select(0)

    def move_to_end(self) -> None:
        """Move the cursor to the last entry."""
        self.select(self._listing.entry_count - 1)

    def select(self, entry: int) -> None:
        """Put the cursor on an entry (the nearest there is) and say so."""
        entry = max(0, min(entry, self._listing.entry_count - 1))
        if entry != self._cursor and self._listing.entry_count:
            before, self._cursor = self._cursor, entry
            changing: Sequence[int] = (before, entry)
            if self._range_start is not None:  # all that it gains or loses
                changing = range(min(changing), max(changing) + 1)
            for changed in changing:
                start, end = self._listing.lines_of(changed)
                self.refresh_lines(start, end - start)
            self._keep_cursor_in_sight()
            self.post_message(self.Moved(self, self.selected_key))

    def _keep_cursor_in_sight(self) -> None:
        height = self.scrollable_content_region.height
        if not height or not self._listing.entry_count:
            return
        top = round(self.scroll_y)
        wanted = top_with_cursor(self._listing, self._cursor, top, height, by_pages=is_plain())
        if wanted != top:
            self.scroll_to(y=wanted, animate=False)

    # --- drawing -------------------------------------------------------------------------------

    @property
    def region_of_lines(self) -> Region:
        """Where its lines are on the screen, without the scroll bar."""
        room = self.scrollable_content_region
        return Region(
            self.content_region.x, self.content_region.y, room.width, room.height
        ).translate((self.scrollbar_gutter.left, 0))

    @property
    def _line_width(self) -> int:
        return self.scrollable_content_region.width

    def draw_line(self, y: int) -> Strip:
        """Draw the line at `y` of the view."""
        line, width = y + self.scroll_offset.y, self._line_width
        plain, selected = self.inks
        if line >= self._listing.line_count:
            return self._line_of_hint(line, width) or Strip.blank(width, plain.base)
        entry = self._listing.entry_at(line)
        on_cursor = entry == self._cursor or entry in self.range
        if is_plain():
            on_cursor = entry in self.range  # where the cursor stands, the terminal's own says
        place = (line, width, on_cursor)
        if (strip := self._strips.get(place)) is None:
            ink = selected if on_cursor and not is_plain() else plain
            strip = self._draw(line, width, ink, on_cursor)
            self._strips[place] = strip
        return strip

    def _line_of_hint(self, line: int, width: int) -> Strip | None:
        if self._listing.line_count or not self._hint:
            return None
        if self._hint_strips is None:
            self._hint_strips = hint_strips(self._hint, width, self, ".list--aside")
        return self._hint_strips[line] if line < len(self._hint_strips) else None

    def _draw(self, line: int, width: int, ink: Ink, on_cursor: bool) -> Strip:
        shown = self._listing
        try:
            drawn, neighbours = shown.line(line), shown.neighbours(line)
            if not is_plain():
                return paint(drawn, width, ink, spoken(), neighbours)
            return paint_in_words(
                drawn,
                width,
                ink,
                spoken(),
                neighbours,
                heading=shown.heading_of(line),
                in_range=on_cursor,
            )
        except MasaratError as error:
            self.post_message(self.Failed(error))
            return Strip.blank(width, ink.base)

    @property
    def inks(self) -> tuple[Ink, Ink]:
        """The styles of lines, and of the line under the cursor, while the list has the focus."""
        if self._inks is None:
            cursor = self.get_component_rich_style("list--cursor")
            self._inks = self._styles_on(self.rich_style), self._styles_on(cursor)
        return self._inks

    def _styles_on(self, base: Style) -> Ink:
        def of(name: str) -> Style:
            style = self.get_component_rich_style(f"list--{name}")
            # What is reversed is of one colour, or its ground would be of many.
            colour = base.color if base.reverse else None
            return style + Style(color=colour, bgcolor=base.bgcolor, reverse=base.reverse)

        return Ink(
            base=base,
            heading=of("heading"),
            aside=of("aside"),
            highlight=of("mark"),
            kinds={
                "zone": of("zone"),
                "agreement": of("agreement"),
                "actor": of("actor"),
                "consequence": of("consequence"),
                "source": of("source"),
            },
            warning=of("warning"),
            cited=of("cited"),
        )

    def notify_style_update(self) -> None:
        """Forget styles when the theme or the focus changed them."""
        super().notify_style_update()
        self._strips.clear()
        self._inks = self._hint_strips = None

    # --- events --------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        self._strips.clear()
        self._hint_strips = None
        self.set_line_count(self._listing.line_count)
        self.call_after_refresh(self._keep_cursor_in_sight)

    def on_click(self, event: events.Click) -> None:
        """Select the entry under the mouse; a click on the selected one opens it."""
        entry = self._listing.entry_at(event.y - self.gutter.top + self.scroll_offset.y)
        if entry is None:
            return
        if entry == self._cursor or event.chain > 1:
            self.post_message(self.Opened(self, self._listing.key_of(entry)))
        self.select(entry)
