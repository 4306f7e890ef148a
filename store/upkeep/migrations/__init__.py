"""How an older store comes to today's model: numbered steps, each from one model to the next.

To change the model: change `schema.sql`, add a module `model_N.py` here whose `migrate` brings a
store of the model before into it, name it in `STEPS`, and raise `MODEL_VERSION` in `database.py`.
A step is never changed once a store may have taken it, and uses no code that knows today's model.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final

from sqlite_utils import Database

from store.upkeep.migrations import (
    model_2,
    model_3,
    model_4,
    model_5,
    model_6,
    model_7,
    model_8,
    model_9,
    model_10,
    model_11,
    model_12,
)
from store.upkeep.reindexing import reindex

STEPS: Final[dict[int, Callable[[Database], None]]] = {
    2: model_2.migrate,
    3: model_3.migrate,
    4: model_4.migrate,
    5: model_5.migrate,
    6: model_6.migrate,
    7: model_7.migrate,
    8: model_8.migrate,
    9: model_9.migrate,
    10: model_10.migrate,
    11: model_11.migrate,
    12: model_12.migrate,
}
"""By the model that each leads to."""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a store to today's model, inside the caller's transaction and with foreign keys off.

    Args:
        connection: of the store.
        version: the number of its model.

    Raises:
        sqlite3.IntegrityError: a row refers to one that is not there.
    """
    db = Database(connection)
    for number, step in STEPS.items():
        if number > version:
            step(db)
    if dangling := connection.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError(f"FOREIGN KEY constraint failed in {dangling[0]}")
    reindex(connection)
