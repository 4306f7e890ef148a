"""The lines of the list that are in sight, kept on leaving for the start of a changed store."""

from __future__ import annotations

from store.glance.digests import digest
from store.glance.rows import listed, order_of
from store.model.records import Row
from store.tuples import NamedTuple
from store.typed import TYPE_CHECKING, Final
from tui.explorer.beforehand.lines_anew import (
    BETWEEN_FIELDS,
    BETWEEN_LINES,
    INK_OF_KINDS,
    INKS,
    STAR,
    context_of,
)
from tui.explorer.beforehand.one_line import written_line
from tui.explorer.beforehand.written_list import line_at
from tui.explorer.drawing.listing import Entry, RowsListing, top_with_cursor
from tui.explorer.drawing.painting import Ink, end_of_head
from tui.messages import spoken

if TYPE_CHECKING:
    from store.glance.rows import Shown
    from tui.explorer.beforehand.outline import Outline
    from tui.explorer.drawing.listing import Listing


_BETWEEN: Final = {BETWEEN_LINES, BETWEEN_FIELDS}


class Found(NamedTuple):
    """What was found."""

    order: str
    """Of what its order follows, see `store.glance.rows.order_of`."""
    rows: str
    """A digest of what is shown of it."""


def lines_kept(
    listing: Listing, outline: Outline, *, record: str, found: Found | None, digits: str
) -> str:
    """What `lines_anew` has to know of the list, as it will stand at the next start.

    Args:
        listing: what is listed.
        outline: where it stands, and how it looks.
        record: the key of that under the cursor.
        found: what was found, as it is seen at a glance; None where all records are listed.
        digits: as chosen.

    Returns:
        Empty where the list is of another kind, or cannot be written down.
    """
    if isinstance(listing, RowsListing) is bool(found) or not listing.entry_count:
        return ""
    lines, cursor = outline.lines, listing.position(record) or 0
    ways = spoken(), outline.mode, "1" if outline.guard else "", digits
    place = map(str, (lines.x, lines.y, lines.width, lines.height))
    header = [*ways, *(found or ("", "")), *place, *_codes(outline.plain), *_codes(outline.cursor)]
    top = top_with_cursor(listing, cursor, 0, lines.height)
    end = top + lines.height if found else min(top + lines.height, listing.line_count)
    drawn = []
    for y in range(top, end):
        is_under_cursor = y < listing.line_count and listing.entry_at(y) == cursor
        line = _line(listing, y, outline, outline.cursor if is_under_cursor else outline.plain)
        if found:
            drawn.append(line)
        elif line[0]:
            drawn.append(_told(listing, y, outline, is_under_cursor) + line[1:])
    are_apart = not any(set(field) & _BETWEEN for line in (header, *drawn) for field in line)
    written = BETWEEN_LINES.join(map(BETWEEN_FIELDS.join, [header, *drawn]))
    return written if are_apart else ""


def found_of(path: str, sight: str) -> Found | None:
    """What was found, as it is seen at a glance; None where that cannot be told.

    Args:
        path: of the store's file.
        sight: what is seen of it.
    """
    order = order_of(path, sight)
    rows = listed(path, sight, order) if order else None
    return Found(order, digest(sorted(rows.rows))) if rows else None


def _line(listing: Listing, y: int, outline: Outline, ink: Ink) -> list[str]:
    """A record's key, and what stands before its star and behind it; another line as it is."""
    line = listing.line(y) if y < listing.line_count else None
    if not isinstance(line, Entry) or not isinstance(line.row, Row):
        return ["", line_at(listing, y, outline, ink)]
    lines, neighbours = outline.lines, listing.neighbours(y)
    starred, bare = (
        written_line(
            line._replace(row=line.row._replace(marked=is_marked)),
            *(lines.width, lines.x, ink, spoken(), neighbours),
        )
        for is_marked in (True, False)
    )
    at = next(
        (i for i, pair in enumerate(zip(starred, bare, strict=False)) if pair[0] != pair[1]), 0
    )
    before, star, behind = starred[:at], starred[at : at + 1], starred[at + 1 :]
    is_star = star == STAR and bare == f"{before} {behind}"
    return [line.row.key, before, behind] if is_star else ["", line_at(listing, y, outline, ink)]


def _told(listing: Listing, y: int, outline: Outline, is_under_cursor: bool) -> list[str]:
    """Of what a record's line follows: what is shown of it, and what stands near by."""
    line, neighbours = listing.line(y), listing.neighbours(y)
    if not isinstance(line, Entry) or not isinstance(line.row, Row):
        raise TypeError(line)  # a list of all has nothing else
    end = end_of_head(line, outline.lines.width, spoken(), neighbours)
    rows = [_shown(row) for row in neighbours.rows if isinstance(row, Row)]
    shown = _shown(line.row)
    context = context_of(shown, rows, end, spoken())
    return [*shown, "1" if is_under_cursor else "", str(end), context]


def _shown(row: Row) -> Shown:
    return row.key, row.kind, row.name.en, row.name.ar, row.date


def _codes(ink: Ink) -> list[str]:
    return [*(str(getattr(ink, name)) for name in INKS), *(str(ink.kinds[k]) for k in INK_OF_KINDS)]
