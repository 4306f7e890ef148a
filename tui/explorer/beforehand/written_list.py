"""The list as the explorer will draw it, read from the store and written by plain escapes."""

from __future__ import annotations

from contextlib import nullcontext

from store.typed import TYPE_CHECKING
from tui.explorer.beforehand.escapes import blank_line, turned_on
from tui.explorer.beforehand.one_line import written_line
from tui.explorer.browsing.answer import answer
from tui.explorer.browsing.history import question_of
from tui.explorer.drawing.listing import source_key, top_with_cursor
from tui.messages import spoken

if TYPE_CHECKING:
    from store.store import Store
    from tui.explorer.beforehand.outline import Outline
    from tui.explorer.browsing.answer import Answer
    from tui.explorer.browsing.history import Question
    from tui.explorer.drawing.listing import Listing
    from tui.explorer.drawing.painting import Ink
    from tui.state import State


def written_list(store: Store, state: State, outline: Outline) -> str:
    """The lines of the list that are in sight: letters, places and colours.

    Args:
        store: open.
        state: where the explorer was left, which is where it will begin.
        outline: where the list stands.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    question = question_of(state)
    if source_key(state.record) and not question.query:
        question = question.about("source")
    listing = answered_in_sight(store, question, outline, state.record).listing
    cursor = _cursor(listing, state.record)
    return listed_from(listing, cursor, outline, outline.cursor) if listing.entry_count else ""


def answered_in_sight(
    store: Store, question: Question, outline: Outline, record: str = ""
) -> Answer:
    """What the list answers, with sources only where they can be seen below the records.

    Args:
        store: open.
        question: what to look for.
        outline: where the list stands.
        record: the key of what is under the cursor; where it is not listed, the first is.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    height = outline.lines.height

    def fills(records: Listing) -> bool:
        if not records.entry_count or (record and records.position(record) is None):
            return False
        top = top_with_cursor(records, _cursor(records, record), 0, height)
        return top + height < records.line_count

    return answer(store, question, spoken(), nullcontext(), suffices=fills)


def _cursor(listing: Listing, record: str) -> int:
    return (listing.position(record) if record else None) or 0


def listed_from(listing: Listing, cursor: int, outline: Outline, ink: Ink) -> str:
    """The lines of a listing that are in sight once an entry is.

    Args:
        listing: with one entry at least.
        cursor: the entry under it.
        outline: where they stand.
        ink: of the line under the cursor.
    """
    lines = outline.lines
    top = top_with_cursor(listing, cursor, 0, lines.height)
    drawn = []
    for row in range(lines.height):
        on_cursor = top + row < listing.line_count and listing.entry_at(top + row) == cursor
        line = line_at(listing, top + row, outline, ink if on_cursor else outline.plain)
        drawn.append(f"\x1b[{lines.y + row + 1};{lines.x + 1}H{line}")
    return "".join(drawn) + "\x1b[0m"


def line_at(listing: Listing, y: int, outline: Outline, ink: Ink) -> str:
    """A line of a listing from its first cell on, blank where there is none."""
    lines = outline.lines
    if y >= listing.line_count:
        return blank_line(ink.base, lines.width)
    line, neighbours = listing.line(y), listing.neighbours(y)
    return written_line(line, lines.width, lines.x, ink, spoken(), neighbours)


def place(x: int, y: int, codes: object) -> str:
    """To a cell of the screen, and the colours of what is written there."""
    return f"\x1b[{y + 1};{x + 1}H{turned_on(codes)}"
