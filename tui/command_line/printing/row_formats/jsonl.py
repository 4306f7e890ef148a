"""JSON Lines: one JSON object a line."""

from __future__ import annotations

from typing import Any, Final

from tui.command_line.output import print_json_line
from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    count = 0
    for mapping in listing.as_mappings(listing.rows):
        print_json_line(mapping)
        count += 1
    return count


JSON_LINES: Final = RowFormat("jsonl", 30, _write)
