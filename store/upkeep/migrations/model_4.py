"""Model 4: PRAGMA user_version alone says which model a store has."""

from __future__ import annotations

from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Drop the table in which sqlite-utils noted the steps that were taken."""
    db.table("_sqlite_migrations").drop(ignore=True)
