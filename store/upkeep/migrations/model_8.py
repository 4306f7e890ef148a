"""Model 8: values that are words, how a source was read, several identifiers in a data set."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script
from store.upkeep.migrations.replacing import replace_table


def migrate(db: Database) -> None:
    """Make the tables that hold them, and widen those that refused them."""
    execute_script(
        db.conn,
        """
        CREATE TABLE property_words (
            property    TEXT NOT NULL REFERENCES properties (key),
            key         TEXT NOT NULL,
            label_en    TEXT NOT NULL,
            label_ar    TEXT NOT NULL,
            position    INTEGER NOT NULL DEFAULT 1000,
            PRIMARY KEY (property, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE readings (
            key         TEXT PRIMARY KEY,
            label_en    TEXT NOT NULL,
            label_ar    TEXT NOT NULL,
            position    INTEGER NOT NULL DEFAULT 1000
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE sources ADD COLUMN read TEXT REFERENCES readings (key);
        """,
    )
    db.view("movements").drop()  # SQLite renames no table that a view lacks
    for definition in _WIDENED:
        replace_table(db, definition)
    db.execute(_MOVEMENTS)


_WIDENED = (
    """
CREATE TABLE properties (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    value_type  TEXT NOT NULL CHECK (value_type IN ('date', 'number', 'duration', 'text', 'word')),
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID
    """,
    """
CREATE TABLE external_ids (
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    data_set    TEXT NOT NULL,
    identifier  TEXT NOT NULL,
    PRIMARY KEY (record, data_set, identifier)
) STRICT, WITHOUT ROWID
    """,
)

_MOVEMENTS = """
CREATE VIEW movements AS
SELECT records.key AS record, property, coalesce(of, 'everyone') AS who, value AS number,
       (SELECT group_concat(key, ', ') FROM fact_places JOIN records ON records.id = zone
        WHERE fact = facts.id AND role = 'from') AS origins,
       (SELECT group_concat(key, ', ') FROM fact_places JOIN records ON records.id = zone
        WHERE fact = facts.id AND role = 'to') AS destinations,
       facts.date, state,
       (SELECT group_concat(sources.key, ', ') FROM citations
        JOIN sources ON sources.id = source WHERE fact = facts.id) AS counted_by
FROM facts
JOIN records ON records.id = facts.record
JOIN properties ON properties.key = property
WHERE value_type = 'number' AND facts.id IN (SELECT fact FROM fact_places)
"""
