"""The data of masarat: records, their store, look-up, search and record files. No terminal here.

What scripts need is exported here, and each name is loaded when it is first asked for: the shell's
completion imports this package for its names only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from store.errors import (
        ExportError,
        ImportRefused,
        MasaratError,
        RecordError,
        StoreError,
        UnknownKeyError,
        WriteError,
    )
    from store.model.questions import FilterChoice, Hits, Question, WrittenFilter
    from store.model.records import (
        Citation,
        Fact,
        NameHit,
        Origin,
        Record,
        Related,
        Relation,
        Row,
        Source,
        Statistics,
        TextHit,
    )
    from store.store import Store
    from store.tables.list_rows import Rows

__all__ = [
    "Citation",
    "ExportError",
    "Fact",
    "FilterChoice",
    "Hits",
    "ImportRefused",
    "MasaratError",
    "NameHit",
    "Origin",
    "Question",
    "Record",
    "RecordError",
    "Related",
    "Relation",
    "Row",
    "Rows",
    "Source",
    "Statistics",
    "Store",
    "StoreError",
    "TextHit",
    "UnknownKeyError",
    "WriteError",
    "WrittenFilter",
    "open",
]

_MODULES: Final = ("store", "errors", "model.records", "model.questions", "tables.list_rows")
"""Where the names above are defined, the likeliest first."""


def open(path: Path | str | None = None) -> Store:  # noqa: A001 — `store.open` is how it reads
    """Open the store at `path`, making and filling it from the shipped records where it is new.

    Args:
        path: a file, `:memory:`, or None for `MASARAT_STORE` or else the platform's data folder.

    Returns:
        The store, to be used as a context manager.

    Raises:
        store.errors.StoreError: the file is locked, read-only, damaged, newer or no store at all.
    """
    from store.store import Store

    return Store(path)


def __getattr__(name: str) -> object:
    if name in __all__:
        from importlib import import_module

        for module in _MODULES:
            defined = vars(import_module(f"{__name__}.{module}"))
            if name in defined:
                return defined[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
