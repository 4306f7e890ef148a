"""One line of a list as cells: what stands at which edge, and what gives way when room is short."""

from __future__ import annotations

from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from store.model.vocabulary import Kind, Language
from tui.explorer.drawing.cells import Piece, fitted, pieces, width_of
from tui.explorer.drawing.listing import Choice, Entry, Heading, Highlights, Line, Remark
from tui.messages.dates import date_forms

KIND_LETTERS: Final[dict[Kind, str]] = {
    "zone": "Z",
    "agreement": "A",
    "actor": "P",
    "consequence": "C",
}
"""P is for party: A is taken by the agreements."""

Field = list[Piece]
"""Cells that stay together, from left to right, whatever the direction of the line."""

_MARKED: Final = "★"
_INDENT: Final = 4
_ROOM_FOR_BOTH: Final = 32
"""Cells below which a name that is too long has the line to itself."""


class Ink(NamedTuple):
    """The styles of a list's lines, the cursor's line having its own."""

    base: Style
    heading: Style
    aside: Style
    highlight: Style
    kinds: dict[Kind, Style]


def paint(line: Line, width: int, ink: Ink, language: Language) -> Strip:
    """Draw a line of a listing.

    Args:
        line: in logical order.
        width: cells to fill.
        ink: its styles.
        language: of the interface; in Arabic the line begins at the right edge.
    """
    far: list[Field] = []
    match line:
        case Heading(text):
            near = [pieces(fitted(text, width), (), ink.heading, ink.highlight)]
        case Entry():
            near, far = _entry(line, width, ink, language)
        case Choice(label=label, aside=aside):
            label = fitted(label, width)
            aside = fitted(aside, width - width_of(label) - 2)
            near = [pieces(label, (), ink.base, ink.highlight)]
            far = [pieces(aside, (), ink.aside, ink.highlight)] if aside else []
        case Remark(text, highlights):
            shown, places = _from_first_highlight(text, highlights, width - _INDENT)
            shown = fitted(shown, width - _INDENT)
            near = [[(" " * _INDENT, ink.base)], pieces(shown, places, ink.aside, ink.highlight)]
    return _spread(near, far, width, ink.base, right_to_left=language == "ar")


def _entry(
    entry: Entry, width: int, ink: Ink, language: Language
) -> tuple[list[Field], list[Field]]:
    name, other = entry.row.name.prefer(language), _other_name(entry.row.name, language)
    name_width, other_width = width_of(name), width_of(other)
    room = width - 2
    date = _date(entry, room - name_width - 2 - other_width - 2, width // 3, language)
    room -= width_of(date) + 2 if date else 0
    name_room, other_room = _shares(name_width, other_width, room)
    kind = KIND_LETTERS[entry.row.kind]
    near: list[Field] = [
        [(kind, ink.kinds[entry.row.kind])],
        [(_MARKED if entry.row.marked else " ", ink.base)],
        pieces(fitted(name, name_room), entry.highlights, ink.base, ink.highlight),
    ]
    if date:
        near += [[("  ", ink.base)], pieces(date, (), ink.aside, ink.highlight)]
    if not other_room:
        return near, []
    return near, [pieces(fitted(other, other_room), (), ink.aside, ink.highlight)]


def _date(entry: Entry, left: int, share: int, language: Language) -> str:
    """The entry's date in the longest form for which the names leave room, or make it."""
    forms = date_forms(entry.date, language)
    shortest = forms[-1] if forms and entry.insists else ""
    room = max(left, share) if entry.insists else left
    return next((form for form in forms if width_of(form) <= room), shortest)


def _from_first_highlight(text: str, highlights: Highlights, width: int) -> tuple[str, Highlights]:
    """The text without its beginning, where the first highlight would else be out of sight."""
    if not highlights or highlights[0][1] <= width - 2:
        return text, highlights
    start = text.rfind(" ", 0, max(0, highlights[0][0] - width // 4)) + 1
    cut = "…" + text[start:]
    shift = len(cut) - len(text)
    return cut, tuple((begin + shift, end + shift) for begin, end in highlights)


def _other_name(name: tuple[str, str], language: Language) -> str:
    other = name[0] if language == "ar" else name[1]
    return other if other != name[language == "ar"] and name[language == "ar"] else ""


def _shares(name: int, other: int, room: int) -> tuple[int, int]:
    """Cells for the name and for the other one, which gives way first but not altogether."""
    if not other:
        return room, 0
    if name + 2 + other <= room:
        return room - 2 - other, other
    if room < _ROOM_FOR_BOTH:
        return room, 0
    other_room = min(other, max(room - 2 - name, room * 2 // 5))
    return room - 2 - other_room, other_room


def _spread(
    near: list[Field], far: list[Field], width: int, base: Style, *, right_to_left: bool
) -> Strip:
    taken = sum(cell_len(text) for field in (*near, *far) for text, _ in field)
    fields = [*near, [(" " * max(0, width - taken), base)], *far]
    if right_to_left:
        fields.reverse()
    segments = [Segment(text, style) for field in fields for text, style in field if text]
    return Strip(segments).adjust_cell_length(width, base)
