"""One JSON array of all rows."""

from __future__ import annotations

from typing import Any, Final

from tui.command_line.output import print_json_list
from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    return print_json_list(listing.as_mappings(listing.rows))


JSON: Final = RowFormat("json", 20, _write)
