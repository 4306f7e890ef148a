"""The list of a changed store, of the lines that were kept and those that have changed.

What is asked of the store is its rows, by what is written in C alone. A line that is as it was is
written as it was kept, with its star or without; what draws lines is loaded for others only.
"""

from __future__ import annotations

from store.glance.digests import digest
from store.glance.rows import listed
from store.typed import TYPE_CHECKING, Final
from tui.explorer.beforehand.escapes import blank_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from store.glance.rows import Listed, Shown

BETWEEN_LINES: Final = "\x1e"
BETWEEN_FIELDS: Final = "\x1f"
BETWEEN_NAMES: Final = "\x1d"
STAR: Final = "★"
INKS: Final = ("base", "heading", "aside", "highlight", "warning", "cited")
INK_OF_KINDS: Final = ("zone", "agreement", "actor", "consequence", "source")
_INK: Final = len(INKS) + len(INK_OF_KINDS)
_MOST: Final = 1_000
"""Columns and lines beyond which nobody has a terminal."""
_STRETCH: Final = 10
_REACH: Final = 60
"""See `tui.explorer.drawing.neighbours`; a test holds this to what that makes of it."""


class _Place:
    """Where the list stands, how it is drawn, and what was found in it."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.language, self.mode, self.guard, self.digits, self.order, self.rows = fields[:6]
        self.x, self.y, self.width, self.height = map(int, fields[6:10])
        self.plain, self.cursor = fields[10 : 10 + _INK], fields[10 + _INK :]
        sizes = self.x, self.y, self.width, self.height
        if min(sizes) < 0 or max(sizes) > _MOST or not (self.width and self.height):
            raise ValueError("no place on a screen")
        if not len(self.plain) == len(self.cursor) == _INK:
            raise ValueError("no colours")


class _Line:
    """A line of a record, as it was kept."""

    __slots__ = ("context", "end", "is_under_cursor", "text")

    def __init__(self, is_under_cursor: str, end: str, context: str, text: Sequence[str]) -> None:
        self.is_under_cursor = bool(is_under_cursor)
        self.end = int(end)
        self.context = context
        before, behind = text
        self.text = before, behind


def lines_anew(path: str, sight: str, kept: str) -> str:
    """The lines of the list that are in sight: letters, places and colours.

    Args:
        path: of the store's file.
        sight: what was seen of it, see `store.glance.digests`.
        kept: what `lines_kept` made of the list then.

    Returns:
        Empty where more has to be known than a glance tells.
    """
    header, *lines = kept.split(BETWEEN_LINES)
    try:
        place = _Place(header.split(BETWEEN_FIELDS))
        found = listed(path, sight, place.order)
        if not (found and found.count):
            return ""
        texts = _found(place, lines, found) if place.order else _in_order(place, lines, found)
    except (ValueError, KeyError, IndexError):
        return ""
    begin = (f"\x1b[{y + 1};{place.x + 1}H" for y in range(place.y, place.y + len(texts)))
    return "".join(map(str.__add__, begin, texts)) + "\x1b[0m"


def context_of(row: Shown, near: Sequence[Shown], end: int, language: str) -> str:
    """All of its neighbours that a record's line depends on.

    Args:
        row: of the record.
        near: those that may stand on screen with it, in their order.
        end: where its name may be cut, see `tui.explorer.drawing.painting.end_of_head`.
        language: of the interface.
    """
    looks = row[1], row[4], _name(row, language)
    twins = [each for each in near if (each[1], each[4], _name(each, language)) == looks]
    twins = [each for each in twins if each[0] != row[0]]
    name = _keyed(row, language) if twins else looks[2]
    alike = []
    if end:
        names = [_name(each, language) for each in near]
        names += [_keyed(twin, language) for twin in twins]
        alike = [each for each in names if each != name and each.startswith(name[:end])]
    return BETWEEN_NAMES.join(("=" if twins else "", *alike))


def near(y: int, first: int, rows: Sequence[Shown]) -> Sequence[Shown]:
    """The rows that may stand on screen with that at a place.

    Args:
        y: the place.
        first: that of the first of all rows.
        rows: one after the other.
    """
    begin = y // _STRETCH * _STRETCH
    return rows[max(0, begin - _REACH - first) : begin + _STRETCH + _REACH - first]


def _name(row: Shown, language: str) -> str:
    return row[3] or row[2] if language == "ar" else row[2] or row[3]


def _keyed(row: Shown, language: str) -> str:
    return f"{_name(row, language)} ({row[0]})"


def _found(place: _Place, lines: Sequence[str], listed: Listed) -> list[str]:
    """What was found is found again: only stars may have changed."""
    if place.rows != digest(sorted(listed.rows)) or len(lines) != place.height:
        raise ValueError("what is found is drawn otherwise")
    keys = {row[0] for row in listed.rows}
    texts = []
    for line in lines:
        key, text, *behind = line.split(BETWEEN_FIELDS)
        if behind and key not in keys:
            raise ValueError("nobody knows whether it is starred")
        star = STAR if key in listed.marked else " "
        texts.append(f"{text}{star}{behind[0]}" if behind else text)
    return texts


def _in_order(place: _Place, lines: Sequence[str], listed: Listed) -> list[str]:
    kept = _by_row(lines)
    top = max(0, listed.cursor - place.height + 1)
    draw: Callable[[int], str] | None = None
    texts = []
    for y in range(top, top + place.height):
        if y >= listed.count:
            texts.append(blank_line(place.plain[0], place.width))
            continue
        row = listed.rows[y - listed.first]
        line = kept.get(row)
        if line and line.is_under_cursor == (y == listed.cursor):
            around = near(y, listed.first, listed.rows)
            if line.context == context_of(row, around, line.end, place.language):
                texts.append((STAR if row[0] in listed.marked else " ").join(line.text))
                continue
        draw = draw or _drawing(place, listed)
        texts.append(draw(y))
    return texts


def _by_row(lines: Sequence[str]) -> dict[Shown, _Line]:
    kept: dict[Shown, _Line] = {}
    for line in lines:
        key, kind, name_en, name_ar, date, cursor, end, context, *text = line.split(BETWEEN_FIELDS)
        kept[key, kind, name_en, name_ar, date] = _Line(cursor, end, context, text)
    return kept


def _drawing(place: _Place, listed: Listed) -> Callable[[int], str]:
    """Load what draws a line, and what it takes."""
    from tui.explorer.beforehand.one_line import drawing

    inks = [_codes(place.plain), _codes(place.cursor)]
    ways = place.mode, bool(place.guard), place.language, place.digits
    draw = drawing(listed, place.width, place.x, inks, ways)
    return lambda y: draw(y, near(y, listed.first, listed.rows))


def _codes(codes: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Those of an ink, and those of its kinds."""
    of_kinds = codes[len(INKS) :]
    return dict(zip(INKS, codes, strict=False)), dict(zip(INK_OF_KINDS, of_kinds, strict=True))
