"""The data of masarat: records, their store, look-up, search and record files. No terminal here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from store.store import Store


def open(path: Path | str | None = None) -> Store:  # noqa: A001 — `store.open` is how it reads
    """Open the store at `path`, making and filling it from the shipped records where it is new.

    Args:
        path: a file, `:memory:`, or None for `MASARAT_STORE` or else the platform's data folder.

    Returns:
        The store, to be used as a context manager.

    Raises:
        store.errors.StoreError: the file is locked, read-only, damaged, newer or no store at all.
    """
    from store.store import Store  # the shell's completion imports this package for its names only

    return Store(path)
