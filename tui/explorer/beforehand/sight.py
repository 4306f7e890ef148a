"""What of the store is seen on the screen, for the next start to tell whether it is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.glance.digests import LINES_AROUND, Sight, written
from tui.explorer.drawing.listing import Entry, RowsListing, source_key
from tui.messages import spoken

if TYPE_CHECKING:
    from tui.explorer.browsing.browser import Browser
    from tui.explorer.widgets.cursor_list import CursorList


def sight_of(record_list: CursorList, browser: Browser) -> str:
    """What is seen of the store in one line.

    Args:
        record_list: as it is on the screen.
        browser: what it answers, and the record beside it.

    Returns:
        Nothing where digests do not tell whether it is the same: a source, whose page says who
        cites it, or records in the order of their relations.
    """
    listing, question = record_list.listing, browser.question
    is_found = bool(question.query.strip())
    if source_key(browser.key) or question.kind == "source" or _is_by_links(browser):
        return ""
    if is_found is isinstance(listing, RowsListing):
        return ""  # nothing is asked, which says so below the box
    top, height = round(record_list.scroll_y), record_list.region_of_lines.height
    of = (question.kind or "", question.order, spoken())
    if not is_found:
        return written(Sight(browser.key, [""] * height, of=of, top=top))
    first, end = max(0, top - LINES_AROUND), min(listing.line_count, top + height + LINES_AROUND)
    lines = map(listing.line, range(first, end))
    keys = [line.row.key for line in lines if isinstance(line, Entry)]
    return written(Sight(browser.key, keys, of=of))


def _is_by_links(browser: Browser) -> bool:
    question = browser.question
    return "links" in (question.found_order if question.query.strip() else question.order,)
