"""Filling a store from the shipped records when they are not those it was filled from.

What every start needs stands here; `store.seed_update` has the rest and is loaded when it is due.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_STAMP: Final = "seeds"


def refresh(connection: sqlite3.Connection, folder: Path | str) -> tuple[str, ...]:
    """Bring the shipped records in the store in line with `folder`, in one transaction.

    Records that were edited here are kept. When the folder is as it was last time, only the names,
    sizes and times of its files are looked at.

    Returns:
        Sentences for the user about what was kept.

    Raises:
        ImportRefused: the shipped records themselves are broken.
    """
    stamp = _stamp(folder)
    if stamp == _setting(connection):
        return ()
    from pathlib import Path

    from store.tables.connection import transaction
    from store.upkeep.seed_update import update  # reads YAML and writes records: 40 ms to import

    with transaction(connection):
        notices = update(connection, Path(folder))
        connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_STAMP, stamp),
        )
    connection.execute("PRAGMA optimize")
    return notices


def _setting(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (_STAMP,)).fetchone()
    return str(row[0]) if row else ""


def _stamp(folder: Path | str) -> str:
    """A text that changes when a file of the folder does; costs one look at each, no reading."""
    parts = []
    folders = [str(folder), *(entry.path for entry in os.scandir(folder) if entry.is_dir())]
    for kind in folders:
        for file in os.scandir(kind):
            if file.is_file():
                status = file.stat()
                parts.append(f"{file.path}:{status.st_size}:{status.st_mtime_ns}")
    return f"{len(parts)}:{zlib.crc32(' '.join(sorted(parts)).encode())}"
