"""The two numbers by which a file says that it is a store, and of which model, given back.

They stand in the header of the file, which SQLite itself does not need to read it. A file that has
each table just as `schema.sql` defines it is a store of today, whatever these numbers have become.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from store.errors import Sentence
from store.examination.examination import Damage
from store.examination.new_store import has_todays_tables
from store.sqlite.connection import open_connection
from store.upkeep.database import APPLICATION_ID, MODEL_VERSION, is_thinkable, pragma


def is_store_by_its_tables(file: str) -> bool:
    """Whether a file that does not say that it is a store has all tables of one.

    Args:
        file: of a database, beside which nothing is written.
    """
    with suppress(sqlite3.Error, UnicodeDecodeError):
        uri = f"{Path(file).as_uri()}?mode=ro&immutable=1"
        with closing(open_connection(uri, is_uri=True)) as connection:
            return has_todays_tables(connection)
    return False


def give_marks(copy: sqlite3.Connection) -> list[Damage]:
    """Give a copy of a store its numbers where it lost them, and tell of it: no record is lost."""
    is_said = pragma(copy, "application_id") == APPLICATION_ID
    if (is_said and is_thinkable(pragma(copy, "user_version"))) or not has_todays_tables(copy):
        return []
    copy.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    copy.execute(f"PRAGMA user_version = {MODEL_VERSION}")
    what = Sentence("the file does not say that it is a store of today, and has the tables of one")
    return [Damage(what, is_of_index=True)]
