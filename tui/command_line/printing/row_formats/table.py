"""A table to read, as wide as the terminal at most."""

from __future__ import annotations

from typing import Any, Final

from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    return listing.print_for_reading(listing.rows)


TABLE: Final = RowFormat("table", 10, _write)
