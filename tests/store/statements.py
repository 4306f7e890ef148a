"""Counting the SQL statements that a store runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.store import Store


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """The statements that are run inside, as SQLite is told them."""
    run: list[str] = []
    # FTS5 runs statements of its own, which SQLite reports as comments.
    store._connection.set_trace_callback(
        lambda statement: None if statement.startswith("--") else run.append(statement)
    )
    try:
        yield run
    finally:
        store._connection.set_trace_callback(None)
