"""One line of the list of a changed store that was not kept, drawn as the explorer will."""

from __future__ import annotations

from store.model.records import Bilingual, Row
from store.typed import TYPE_CHECKING
from tui.bidi import Direction, set_display_mode
from tui.explorer.drawing.listing import Entry
from tui.explorer.drawing.neighbours import Neighbours
from tui.explorer.drawing.painting import Ink, painted
from tui.messages.digits import use_digits
from tui.terminal.columns import keeping_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from store.glance.rows import Listed, Shown
    from store.model.vocabulary import Language

Codes = tuple[dict[str, str], dict[str, str]]
"""Of an ink, and of its kinds."""


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
