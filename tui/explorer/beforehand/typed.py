"""What is typed before Textual is there: the letters of a search, answered by plain escapes."""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final
from tui.bidi import Direction, sanitise, visual, visual_line
from tui.explorer.beforehand.written_list import answered_in_sight, listed_from, place
from tui.explorer.browsing.history import question_of
from tui.explorer.drawing.cells import fitted
from tui.messages import spoken
from tui.terminal.widths import cell_len

if TYPE_CHECKING:
    from store.store import Store
    from tui.explorer.beforehand.outline import Box, Outline
    from tui.state import State

_BACKSPACE: Final = "\x7f\b"


def query_typed(typed: bytes, keys: str) -> str | None:
    """The search that was typed, as far as it is nothing else and certain how it is drawn.

    Args:
        typed: from the start on.
        keys: each opens the search box.

    Returns:
        What stands in the box; None where something else was typed, or nothing yet.
    """
    try:
        text = typed.decode()
    except ValueError:  # half a letter
        return None
    query = ""
    for letter in text[1:]:
        if letter in _BACKSPACE:
            query = query[:-1]
        elif letter.isprintable():
            query += letter
        else:
            return None
    is_mixed = not query.isascii() and any(each.isascii() and each != " " for each in query)
    return query if text[:1] in tuple(keys) and query.strip() and not is_mixed else None


def answered(store: Store, state: State, outline: Outline, query: str) -> str:
    """The box, how much was found and the list, over the frame that is kept.

    Args:
        store: open.
        state: where the explorer was left.
        outline: of the screen.
        query: as it was typed.

    Raises:
        store.errors.StoreError: the store cannot be read.
    """
    found = answered_in_sight(store, question_of(state).asking(query), outline)
    if outline.resting is None or not found.listing.entry_count:
        return ""
    reads_leftward = spoken() == "ar"
    in_field = visual_line(sanitise(query, one_line=True))
    is_rtl = in_field.base is Direction.RIGHT_TO_LEFT
    # Behind what is typed stands the caret.
    room = outline.field.width - (0 if is_rtl else 1)
    told = fitted(found.in_words, outline.found.width)
    return (
        outline.searching
        + _written(outline.field, in_field.text, room, at_right=is_rtl or reads_leftward)
        + _written(outline.found, visual(told), outline.found.width, at_right=not reads_leftward)
        + listed_from(found.listing, 0, outline, outline.resting)
    )


def _written(box: Box, text: str, room: int, *, at_right: bool) -> str:
    cells = cell_len(text)
    if cells > room:
        return ""  # how it is scrolled is not known here
    before = room - cells if at_right else 0
    line = " " * before + text + " " * (box.width - before - cells)
    return place(box.x, box.y, box.codes) + line
