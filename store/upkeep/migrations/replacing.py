"""Giving a table another definition, which SQLite can do only by making it anew."""

from __future__ import annotations

import re

from sqlite_utils import Database


def replace_table(db: Database, definition: str, **values: str) -> None:
    """Make a table anew, with the rows that it has; its indexes go and are to be made again.

    Args:
        db: of the store, with foreign keys off.
        definition: its `CREATE TABLE`; columns that are no longer there are left out.
        values: SQL expressions for columns that do not keep their values.
    """
    name = re.findall(r"CREATE TABLE (\w+)", definition)[0]
    db.execute(definition.replace(f"CREATE TABLE {name}", f"CREATE TABLE new_{name}", 1))
    kept = db.table(name).columns_dict.keys()
    columns = [column for column in db.table(f"new_{name}").columns_dict if column in kept]
    selected = ", ".join(values.get(column, column) for column in columns)
    db.execute(f"INSERT INTO new_{name} ({', '.join(columns)}) SELECT {selected} FROM {name}")
    db.execute(f"DROP TABLE {name}")
    db.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
