"""One line of the list by plain escapes, as the explorer will draw it."""

from __future__ import annotations

from store.model.records import Bilingual, Row
from store.typed import TYPE_CHECKING
from tui.bidi import Direction, set_display_mode
from tui.explorer.beforehand.escapes import blank_line, turned_on
from tui.explorer.drawing.listing import Entry
from tui.explorer.drawing.neighbours import Neighbours
from tui.explorer.drawing.painting import Ink, painted
from tui.messages.digits import use_digits
from tui.terminal.columns import keeping_columns
from tui.terminal.widths import cell_len

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from store.glance.rows import Listed, Shown
    from store.model.vocabulary import Language
    from tui.explorer.drawing.listing import Line


Codes = tuple[dict[str, str], dict[str, str]]
"""Of an ink, and of its kinds."""


def written_line(
    line: Line, width: int, x: int, ink: Ink, language: Language, neighbours: Neighbours
) -> str:
    """A line of a listing, from its first cell on.

    Args:
        line: of the listing.
        width: cells to fill.
        x: the column of the first.
        ink: whose styles are codes, see `tui.explorer.beforehand.outline`.
        language: of the interface.
        neighbours: the records near by.
    """
    cells = painted(line, width, ink, language, neighbours)
    if sum(cell_len(text) for text, _ in cells) != width:
        return blank_line(ink.base, width)  # Textual, which cuts or fills such lines, will draw it
    text = "".join(f"{turned_on(codes)}{text}" for text, codes in cells)
    placed = keeping_columns(f"\x1b[1;{x + 1}H{turned_on(ink.base)}{text}")
    return placed.partition("H")[2]


def drawing(
    listed: Listed, width: int, x: int, inks: Sequence[Codes], ways: tuple[str, bool, str, str]
) -> Callable[[int, Sequence[Shown]], str]:
    """What draws the line at a place, given the rows that may stand on screen with it.

    Args:
        listed: the rows.
        width: cells of a line.
        x: the column of its first.
        inks: of lines, and of that under the cursor.
        ways: how the terminal is fed, see `tui.bidi.settings`; the language of the interface, and
            its digits.

    Raises:
        ValueError: there is no such way, or a date is none.
    """
    mode, guard, spoken, digits = ways
    language: Language = "ar" if spoken == "ar" else "en"
    reading = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    set_display_mode(mode, guard=guard, default_direction=reading)
    use_digits(digits)
    plain, cursor = (Ink(**codes, kinds=kinds) for codes, kinds in inks)  # type: ignore[arg-type]

    def draw(y: int, near: Sequence[Shown]) -> str:
        row = _row(listed.rows[y - listed.first], listed.marked)
        ink = cursor if y == listed.cursor else plain
        neighbours = Neighbours([_row(each, listed.marked) for each in near])
        return written_line(Entry(row, row.date), width, x, ink, language, neighbours)

    return draw


def _row(shown: Shown, marked: Collection[str]) -> Row:
    key, kind, name_en, name_ar, date = shown
    return Row(key, kind, "", Bilingual(name_en, name_ar), date, key in marked)  # type: ignore[arg-type]
