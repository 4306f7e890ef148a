"""The list as the explorer will draw it, read from the store and written by plain escapes."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len

from tui.explorer.browsing.answer import answer
from tui.explorer.browsing.history import question_of
from tui.explorer.drawing.listing import source_key, top_with_cursor
from tui.explorer.drawing.painting import painted
from tui.messages import spoken
from tui.terminal.columns import keeping_columns

if TYPE_CHECKING:
    from store.store import Store
    from tui.explorer.beforehand.outline import Outline
    from tui.explorer.drawing.listing import Listing
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
    listing = answer(store, question, spoken(), nullcontext()).listing
    cursor = (listing.position(state.record) if state.record else None) or 0
    if not listing.entry_count:
        return ""
    top = top_with_cursor(listing, cursor, 0, outline.height)
    lines = range(top, min(top + outline.height, listing.line_count))
    drawn = [_line(listing, y, top, listing.entry_at(y) == cursor, outline) for y in lines]
    return keeping_columns("".join(drawn)) + "\x1b[0m"


def _line(listing: Listing, y: int, top: int, on_cursor: bool, outline: Outline) -> str:
    ink = outline.cursor if on_cursor else outline.plain
    cells = painted(listing.line(y), outline.width, ink, spoken(), listing.neighbours(y))
    if sum(cell_len(text) for text, _ in cells) != outline.width:
        return ""  # Textual, which cuts or fills such lines, will draw it
    parts = [f"\x1b[{outline.y + y - top + 1};{outline.x + 1}H"]
    for text, style in cells:
        codes = cast("str", style)
        parts.append(f"\x1b[0;{codes}m{text}" if codes else f"\x1b[0m{text}")
    return "".join(parts)
