"""The data of masarat: records, their store, look-up, search and record files. No terminal here.

What scripts need is exported here, and each name is loaded when it is first asked for: the shell's
completion imports this package for its names only.
"""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from store.backups.restoring import restore
    from store.creation import create
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
        CitedFor,
        Fact,
        Movement,
        NameHit,
        Origin,
        Record,
        Related,
        Relation,
        Row,
        Source,
        SourceHit,
        SourceRow,
        Statistics,
        TextHit,
        TextHits,
    )
    from store.repairs.repair import repair
    from store.sqlite.connection import Patience
    from store.store import Store
    from store.tables.list_rows import Rows

__all__ = [
    "Citation",
    "CitedFor",
    "ExportError",
    "Fact",
    "FilterChoice",
    "Hits",
    "ImportRefused",
    "MasaratError",
    "Movement",
    "NameHit",
    "Origin",
    "Patience",
    "Question",
    "Record",
    "RecordError",
    "Related",
    "Relation",
    "Row",
    "Rows",
    "Source",
    "SourceHit",
    "SourceRow",
    "Statistics",
    "Store",
    "StoreError",
    "TextHit",
    "TextHits",
    "UnknownKeyError",
    "WriteError",
    "WrittenFilter",
    "create",
    "open",
    "repair",
    "restore",
]

_MODULES: Final = (
    "store", "errors", "model.records", "model.questions", "tables.list_rows", "sqlite.connection",
    "backups.restoring", "repairs.repair", "creation",
)  # fmt: skip
"""Where the names above are defined, the likeliest first."""


def open(  # noqa: A001 — `store.open` is how it reads
    path: Path | str | None = None,
    *,
    patience: Patience | None = None,
    at_a_glance: bool = False,
) -> Store:
    """Open the store at `path`, making and filling it from the shipped records where it is new.

    One that may not be written is opened for reading; its `is_read_only` and `notices` say so.

    Args:
        path: a file, `:memory:`, or None for `MASARAT_STORE` or else the platform's data folder.
        patience: how long to wait for other programs that write, and whom to tell of it; half a
            minute when None.
        at_a_glance: whether a shipped record that was written over in its place may be seen by a
            later start; what came or went is seen by each.

    Returns:
        The store, to be used as a context manager.

    Raises:
        store.errors.StoreError: the file is locked, unreadable, damaged, newer or no store at all.
    """
    from store.store import Store

    return Store(path, patience=patience, at_a_glance=at_a_glance)


def __getattr__(name: str) -> object:
    if name in __all__:
        from importlib import import_module

        for module in _MODULES:
            defined = vars(import_module(f"{__name__}.{module}"))
            if name in defined:
                return defined[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
