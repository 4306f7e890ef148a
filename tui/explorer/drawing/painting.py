"""One line of a list as cells: what stands at which edge, and what gives way when room is short."""

from __future__ import annotations

from collections.abc import Sequence

from store.model.records import SourceRow
from store.model.vocabulary import Language
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final
from tui.bidi import Direction
from tui.explorer.drawing.cells import (
    Piece,
    end_of_cut,
    fitted,
    pieces,
    styled_pieces,
    width_of,
)
from tui.explorer.drawing.listing import (
    CITED,
    Choice,
    Entry,
    Heading,
    Highlights,
    Line,
    Listed,
    ListedKind,
    Quoted,
    Remark,
    Word,
    WrappedRemark,
)
from tui.explorer.drawing.neighbours import Neighbours
from tui.explorer.drawing.telling_apart import kept_of, moved, with_ellipses
from tui.messages.dates import date_forms
from tui.messages.digits import in_digits
from tui.overview.letters import KIND_LETTERS
from tui.terminal.widths import cell_len

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

Field = list[Piece]
"""Cells that stay together, from left to right, whatever the direction of the line."""

_MARKED: Final = "★"
INDENT: Final = 4
"""Cells before what stands below an entry."""
_DATE_COLUMNS: Final[dict[Language, tuple[tuple[int, int], ...]]] = {
    "en": ((76, 17), (38, 11), (-1, 4)),
    "ar": ((76, 25), (46, 18), (38, 12), (-1, 4)),
}
"""From so many cells of a line, so many are for its date: in full, shorter, or years alone; a range
of years takes more, in its line alone."""

ALONE: Final = Neighbours()
"""Of what stands alone."""


class Ink(NamedTuple):
    """The styles of a list's lines, the cursor's line having its own."""

    base: Style
    heading: Style
    aside: Style
    highlight: Style
    kinds: dict[ListedKind, Style]
    warning: Style
    cited: Style


def paint(
    line: Line, width: int, ink: Ink, language: Language, neighbours: Neighbours = ALONE
) -> Strip:
    """Draw a line of a listing; see `painted`."""
    return _strip(painted(line, width, ink, language, neighbours), width, ink.base)


def painted(
    line: Line, width: int, ink: Ink, language: Language, neighbours: Neighbours = ALONE
) -> Field:
    """The cells of a line of a listing, of which nothing knows Textual.

    Args:
        line: in logical order.
        width: cells to fill.
        ink: its styles.
        language: of the interface; in Arabic the line begins at the right edge.
        neighbours: the records near by, none of which is to read the same.
    """
    far: list[Field] = []
    match line:
        case Heading(text, highlights):
            near = [pieces(fitted(text, width), highlights, ink.heading, ink.highlight)]
        case Entry():
            near, far = _entry(line, width, ink, language, neighbours)
        case Choice(label=label, aside=aside):
            least = min(width_of(aside), width // 3)  # keys are what one looks for
            label = fitted(label, width - least - 2 if aside else width)
            aside = fitted(aside, width - width_of(label) - 2)
            near = [pieces(label, (), ink.base, ink.highlight)]
            far = [pieces(aside, (), ink.aside, ink.highlight)] if aside else []
        case Quoted(citation, text, highlights):
            number = fitted(in_digits(f"[{citation.locator}] ", language), width - INDENT)
            room = width - INDENT - width_of(number)
            shown, places = _from_first_highlight(text, highlights, room)
            near = [
                [(" " * INDENT, ink.base)],
                [(number, ink.cited)],
                pieces(fitted(shown, room), places, ink.base, ink.highlight),
            ]
        case Remark(text, highlights):
            shown, places = _from_first_highlight(text, highlights, width - INDENT)
            shown = fitted(shown, width - INDENT)
            near = [[(" " * INDENT, ink.base)], pieces(shown, places, ink.aside, ink.highlight)]
        case WrappedRemark(words, base):
            near = [[(" " * INDENT, ink.base)], _words(words, ink, base)]
    return _spread(near, far, width, ink.base, right_to_left=language == "ar")


def line_of_text(
    text: str, width: int, style: Style, base: Direction, *, right_to_left: bool
) -> Strip:
    """A text that fits, from the edge where lines begin.

    Args:
        text: in logical order.
        width: cells to fill.
        style: of the line.
        base: direction of the text.
        right_to_left: lines begin at the right.
    """
    near = [pieces(text, (), style, style, base)]
    cells = _spread(near, [], width, style, right_to_left=right_to_left)
    return _strip(cells, width, style)


def name_fits(entry: Entry, width: int, language: Language) -> bool:
    """Whether a record's name and its citations stand whole on a line of so many cells."""
    return width_of(entry.row.name.prefer(language)) <= _room(entry, width, language)


def end_of_head(entry: Entry, width: int, language: Language, neighbours: Neighbours) -> int:
    """How much of a record's name its line begins with, where it has not all of it; else 0.

    How it goes on depends on the names near by that begin so too.
    """
    name = _name(entry.row, language, neighbours.twins(entry.row, language))
    room = _room(entry, width, language)
    return 0 if width_of(name) <= room else end_of_cut(name, room)


def shows_whole_date(entry: Entry, width: int, language: Language) -> bool:
    """Whether a line of so many cells has an entry's date in full."""
    forms = date_forms(entry.date, language)
    return not forms or _date(entry, width, language).strip() == forms[0]


def _name(row: Listed, language: Language, twins: Sequence[Listed]) -> str:
    """A name, with the key where nothing else tells the record from others."""
    name = row.name.prefer(language)
    return f"{name} ({row.key})" if twins else name


def _room(entry: Entry, width: int, language: Language) -> int:
    """Cells for the name: what kind, star, date and citations leave."""
    date = _date(entry, width, language)
    cited = sum(width_of(word.text) for word in entry.cited)
    return width - 2 - (width_of(date) + 2 if date else 0) - (cited + 1 if cited else 0)


def _words(words: Sequence[Word], ink: Ink, base: Direction) -> Field:
    """Words with spaces between them, each in its tone."""
    parts: list[Piece] = []
    for place, word in enumerate(words):
        if place and not word.is_joined:
            parts.append((" ", ink.aside))
        style = {
            "plain": ink.aside,
            "warning": ink.warning,
            "cited": ink.cited,
            "hit": ink.highlight,
        }[word.tone]
        if word.number:
            from rich.style import Style

            style += Style(meta={CITED: word.number})
        parts.append((word.text, style))
    return styled_pieces(parts, base)


def _entry(
    entry: Entry, width: int, ink: Ink, language: Language, neighbours: Neighbours
) -> tuple[list[Field], list[Field]]:
    """Kind, star and name; at the far edge the date, and before it the other name if all fits."""
    twins = neighbours.twins(entry.row, language)
    name, other = _name(entry.row, language, twins), _other_name(entry.row, language)
    if twins:
        other = ""
    date = _date(entry, width, language)
    room = _room(entry, width, language)
    if width_of(name) <= room:
        shown, highlights = name, entry.highlights
    else:
        alike = [f"{twin.name.prefer(language)} ({twin.key})" for twin in twins]
        kept = kept_of(name, room, neighbours.names(language) + alike)
        shown, highlights = with_ellipses(name, kept), moved(entry.highlights, name, kept)
    near: list[Field] = [
        [(KIND_LETTERS[entry.row.kind], ink.kinds[entry.row.kind])],
        [(_MARKED if entry.row.marked else " ", ink.base)],
        pieces(shown, highlights, ink.base, ink.highlight),
    ]
    reading = Direction.RIGHT_TO_LEFT if language == "ar" else Direction.LEFT_TO_RIGHT
    if entry.cited:
        near += [[(" ", ink.base)], _words(entry.cited, ink, reading)]
    far: list[Field] = []
    if other and shown == name and width_of(name) + 2 + width_of(other) <= room:
        far.append(pieces(other, (), ink.aside, ink.highlight))
    if date:
        # All of it in the reading direction: a range of years has no letter that says which.
        far += [[("  ", ink.base)], pieces(date, (), ink.aside, ink.highlight, reading)]
    return near, far


def _date(entry: Entry, width: int, language: Language) -> str:
    """The entry's date in the longest form that fits its column, right up to the far edge."""
    if not entry.date:
        return ""
    room = next(date for least, date in _DATE_COLUMNS[language] if width >= least)
    forms = date_forms(entry.date, language)
    date = next((form for form in forms if width_of(form) <= room), forms[-1])
    return " " * (room - width_of(date)) + date


def _from_first_highlight(text: str, highlights: Highlights, width: int) -> tuple[str, Highlights]:
    """The text without its beginning, where the first highlight would else be out of sight."""
    if not highlights or highlights[0][1] <= width - 2:
        return text, highlights
    start = text.rfind(" ", 0, max(0, highlights[0][0] - width // 4)) + 1
    cut = "…" + text[start:]
    shift = len(cut) - len(text)
    return cut, tuple((begin + shift, end + shift) for begin, end in highlights)


def _other_name(row: Listed, language: Language) -> str:
    """The name in the other language; a source, whose title is long, has one alone."""
    if isinstance(row, SourceRow):
        return ""
    name = row.name
    other = name[0] if language == "ar" else name[1]
    return other if other != name[language == "ar"] and name[language == "ar"] else ""


def _spread(
    near: list[Field], far: list[Field], width: int, base: Style, *, right_to_left: bool
) -> Field:
    taken = sum(cell_len(text) for field in (*near, *far) for text, _ in field)
    fields = [*near, [(" " * max(0, width - taken), base)], *far]
    if right_to_left:
        fields.reverse()
    return [piece for field in fields for piece in field if piece[0]]


def _strip(cells: Field, width: int, base: Style) -> Strip:
    from rich.segment import Segment
    from textual.strip import Strip

    return Strip([Segment(*piece) for piece in cells]).adjust_cell_length(width, base)
