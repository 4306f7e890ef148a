"""Cells with a tab between them, one row a line and no head: what `cut` and `sort` read."""

from __future__ import annotations

from store.text.printable import printable
from store.typed import Any, Final
from tui.command_line.output import print_exact
from tui.command_line.printing.not_a_formula import not_a_formula
from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    count = 0
    for row in listing.rows:
        # A tab or a line break inside a cell would be one between cells or rows.
        cells = (not_a_formula(printable(column.value(row))) for column in listing.columns)
        print_exact("\t".join(cells) + "\n")
        count += 1
    return count


TSV: Final = RowFormat("tsv", 50, _write)
