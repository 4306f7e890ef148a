"""How the store's model came to be: small steps, applied in order, each once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database, Migrations

from store.model.vocabulary import PREDICATES
from store.paths import SCHEMA_FILE
from store.upkeep.rebuilding import rebuild

migrations = Migrations("masarat")


@migrations()
def create_model(db: Database) -> None:
    """Version 1: the whole of schema.sql, as it is today."""
    for statement in _statements(Path(SCHEMA_FILE).read_text(encoding="utf-8")):
        db.conn.execute(statement)
    refresh_predicates(db)


@migrations()
def grade_and_rebuild(db: Database) -> None:
    """Version 2: confidence, stages, whose report a source relays; an index of names alone."""
    if "confidence" in db["records"].columns_dict:
        return  # the store was made today
    rebuild(db.conn, lambda: create_model(db))


def refresh_predicates(db: Database) -> None:
    """Bring the table of predicates in line with the vocabulary."""
    db.table("predicates", pk="key").upsert_all(
        {
            "key": key,
            "label_en": predicate.en,
            "label_ar": predicate.ar,
            "inverse_en": predicate.inverse_en,
            "inverse_ar": predicate.inverse_ar,
            "symmetric": int(predicate.symmetric),
            "position": position,
        }
        for position, (key, predicate) in enumerate(PREDICATES.items())
    )


def _statements(script: str) -> Iterator[str]:
    # Connection.executescript would commit the transaction that this migration stands in.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
