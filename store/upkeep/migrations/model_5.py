"""Model 5: fields of other programs in a record file are kept."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script


def migrate(db: Database) -> None:
    """Add the columns that hold them."""
    execute_script(
        db.conn,
        """
        ALTER TABLE records ADD COLUMN other_fields TEXT NOT NULL DEFAULT '';
        ALTER TABLE sources ADD COLUMN other_fields TEXT NOT NULL DEFAULT '';
        """,
    )
