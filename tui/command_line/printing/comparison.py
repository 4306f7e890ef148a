"""What `masarat compare` prints to read: two records side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from store.files.page import LIKENESSES, ComparedPage, ComparedRow, ComparedValue
from tui.command_line.output import print_table, print_text
from tui.messages.sentences import translate

_INDENT: Final = "  "


def print_comparison(page: ComparedPage) -> None:
    """Print a comparison as a table of two columns, in Arabic as one of lines.

    Two columns of right-to-left text would change places in a terminal that reorders.
    """
    names = [names[0] if names else key for names, key in zip(page.names, page.keys, strict=True)]
    if page.remark:
        print_text(page.remark)
        print_text()
    for rows, title in ((page.properties, ""), (page.relations, translate("Relations"))):
        if title and rows:
            print_text()
            print_text(f"{title}:")
        if page.language == "ar":
            for line in _lines(rows, names):
                print_text(line)
        elif rows:
            head = [] if title else [("", "", *names)]
            print_table([*head, *(cells for row in rows for cells in _cells(row))])
    print_text()
    for likeness, label, count in page.legend:
        print_text(f"{LIKENESSES[likeness][0]} {label}: {count:,}")


def _cells(row: ComparedRow) -> Iterator[tuple[str, str, str, str]]:
    """The lines of one row: its label stands on the first."""
    sign, label = row.sign, row.label
    for one, other in zip_longest(*row.values):
        yield sign, label, _said(one), _said(other)
        sign, label = "", ""


def _lines(rows: Sequence[ComparedRow], names: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield f"{row.sign} {row.label}"
        for name, values in zip(names, row.values, strict=True):
            yield from (f"{_INDENT}{name}: {_said(value)}" for value in values)


def _said(value: ComparedValue | None) -> str:
    if value is None:
        return ""
    note = f" ({value.note})" if value.note else ""
    sources = f" — {value.sources}" if value.sources else ""
    return f"{value.text}{note}{sources}"
