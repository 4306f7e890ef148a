"""Rows that can be read and belong to nothing: what they belonged to lost its number, or they did.

Whatever belongs to a record that is gone as a whole is told of with that record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from store.errors import Sentence
from store.repairs.row_mappings import DETAILS, Rows

_OWNERS: Final = (
    ("citations", {"record": "records", "fact": "facts", "relation": "relations"}),
    ("relations", {"subject": "records"}),
    ("fact_places", {"fact": "facts"}),
    ("sentences", {"source": "sources"}),
)
"""Tables, and by which column a row of theirs belongs to a row of which other table."""
_ROLES: Final = ("from", "to")


def stray_rows(rows: Rows) -> Iterator[Sentence]:
    """How many there are of each table that has any.

    Args:
        rows: all that could be read, by table.
    """
    numbers = {table: {row.get("id") for row in found} for table, found in rows.items()}
    numbers["records"] |= {
        row.get("record") for table in (*DETAILS, "names") for row in rows[table]
    }
    for table, owners in _OWNERS:
        count = sum(not _belongs(row, owners, numbers) for row in rows[table])
        if table == "fact_places":
            count += sum(row.get("role") not in _ROLES for row in rows[table])
        if count:
            sentence = "rows of {table} of which nothing tells what they belong to: {count:,}"
            yield Sentence(sentence, table=table, count=count)


def _belongs(row: dict[str, Any], owners: dict[str, str], numbers: dict[str, set[Any]]) -> bool:
    """Whether a row names one that is there, in the only column by which it names any."""
    named = [
        (row[column], table) for column, table in owners.items() if row.get(column) is not None
    ]
    return len(named) == 1 and named[0][0] in numbers[named[0][1]]
