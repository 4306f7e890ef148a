"""Many ids in one statement, and many records in batches, so that memory stays bounded."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Final, TypeVar

T = TypeVar("T")

BATCH: Final = 500
"""Records read at once: an export of any size holds no more of them in memory."""

LISTED: Final = "(:listed)"
"""In SQL: the ids or keys that `select` is given, wherever they stand."""


def select(
    connection: sqlite3.Connection, statement: str, values: Collection[int] | Collection[str]
) -> Iterable[tuple[Any, ...]]:
    """Run a statement in which `LISTED` stands for some ids or keys.

    Args:
        connection: of an open store.
        statement: with no other parameter.
        values: at most a batch of them.
    """
    return connection.execute(statement.replace(LISTED, _placeholders(len(values))), tuple(values))


@cache
def _placeholders(count: int) -> str:
    # Numbered, as a list that stands in a statement several times is bound once.
    return f"({', '.join(f'?{number}' for number in range(1, count + 1))})"


def in_batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut into lists of at most a batch, in order."""
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch
