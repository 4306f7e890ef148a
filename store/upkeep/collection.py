"""The shipped collection as a filled store, which a wheel carries so that a first start is quick.

python -m store.upkeep.collection FILE
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from store.paths import SEEDS_FOLDER
from store.upkeep.database import connect
from store.upkeep.seeding import forget_folders, refresh


def write_collection(path: Path | str, seeds: Path | str = SEEDS_FOLDER) -> None:
    """Write a store filled from the seeds, the same bytes from the same seeds, code and SQLite.

    Args:
        path: the file, which is replaced where it is there.
        seeds: the folder of the records.

    Raises:
        ImportRefused: the records are broken.
        StoreError: the file cannot be written.
    """
    target = Path(path).absolute()
    with TemporaryDirectory(dir=target.parent) as folder:
        compact = Path(folder, "compact.db")
        with closing(connect(str(Path(folder, "filled.db")))) as filled:
            refresh(filled, seeds)
            forget_folders(filled)
            filled.execute("VACUUM INTO ?", (str(compact),))
        with closing(sqlite3.connect(compact)) as copy:
            copy.execute("PRAGMA journal_mode = WAL")
        compact.replace(target)


if __name__ == "__main__":
    write_collection(sys.argv[1])
