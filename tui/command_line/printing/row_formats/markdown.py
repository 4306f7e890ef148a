"""A table in Markdown, for a report or a page of notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tui.command_line.output import print_exact
from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    count = 0
    for row in listing.rows:
        if count == 0:
            print_exact(_line(column.name for column in listing.columns))
            print_exact(f"|{' --- |' * len(listing.columns)}\n")
        print_exact(_line(column.value(row) for column in listing.columns))
        count += 1
    return count


def _line(cells: Iterable[str]) -> str:
    from store.files.page import escape_markdown  # who prints in another format needs it not

    return f"| {' | '.join(map(escape_markdown, cells))} |\n"


MARKDOWN: Final = RowFormat("markdown", 60, _write)
