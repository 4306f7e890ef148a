"""CSV (RFC 4180): a head, then one row a line; a cell with a comma or a line break is quoted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

from tui.command_line.output import print_exact
from tui.command_line.printing.not_a_formula import not_a_formula
from tui.command_line.printing.row_format import Listing, RowFormat


def _write(listing: Listing[Any]) -> int:
    print_exact(_line(column.name for column in listing.columns))
    count = 0
    for row in listing.rows:
        print_exact(_line(column.value(row) for column in listing.columns))
        count += 1
    return count


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO(newline="")
    # With this end both of its characters are quoted within cells.
    csv.writer(written, lineterminator="\r\n").writerow(map(not_a_formula, cells))
    return written.getvalue().removesuffix("\r\n") + "\n"


CSV: Final = RowFormat("csv", 40, _write)
