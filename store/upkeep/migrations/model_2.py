"""Model 2: confidence, stages, whose report a source relays; an index of names alone."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from store.tables.connection import execute_script
from store.upkeep.migrations.replacing import replace_table


def migrate(db: Database) -> None:
    """Add the columns and words of the model, and empty what is derived, to be made anew."""
    execute_script(db.conn, _COLUMNS)
    replace_table(db, _ZONES)
    replace_table(
        db, _FACTS, property="CASE property WHEN 'ended' THEN 'finished' ELSE property END"
    )
    execute_script(db.conn, _INDEXES)


_COLUMNS: Final = """
ALTER TABLE records ADD COLUMN confidence TEXT CHECK (confidence IN ('A', 'B', 'C'));
ALTER TABLE sources ADD COLUMN relays TEXT NOT NULL DEFAULT '';
"""

_ZONES: Final = """
CREATE TABLE zones (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type        TEXT CHECK (type IN (
        'de-escalation-area', 'security-area', 'safe-area', 'buffer-zone', 'corridor', 'country',
        'region', 'border', 'governorate', 'city', 'town', 'village', 'neighbourhood', 'camp',
        'road', 'crossing', 'demilitarised-zone')),
    latitude    REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude   REAL CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
"""

_FACTS: Final = """
CREATE TABLE facts (
    id          INTEGER PRIMARY KEY,
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    property    TEXT NOT NULL CHECK (property IN (
        'date', 'announced', 'in-force', 'carried-out', 'broken', 'finished', 'duration',
        'working-group', 'evacuees', 'fighters', 'civilians', 'detainees', 'deaths',
        'inhabitants', 'settlements', 'governorates', 'nature', 'parties', 'mediation', 'terms',
        'exchange', 'extent')),
    position    INTEGER NOT NULL,
    value       TEXT,
    text_en     TEXT NOT NULL DEFAULT '',
    text_ar     TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    first_year  INTEGER,
    last_year   INTEGER,
    UNIQUE (record, property, position),
    CHECK ((value IS NULL) = (text_en <> '' OR text_ar <> ''))
) STRICT;
"""

_INDEXES: Final = """
CREATE INDEX records_by_date ON records (sort_date) WHERE sort_date <> '';
CREATE INDEX records_by_collection ON records (collection);
CREATE INDEX records_by_confidence ON records (confidence) WHERE confidence IS NOT NULL;
CREATE INDEX facts_by_year ON facts (first_year, last_year, record) WHERE first_year IS NOT NULL;

DROP INDEX words_by_fine;
DROP INDEX words_by_rough;
CREATE INDEX words_by_fine ON words (fine, word, frequency, rough);
CREATE INDEX words_by_rough ON words (rough, word, frequency, fine);
DELETE FROM words;
DELETE FROM name_words;

DELETE FROM full_text;
CREATE VIRTUAL TABLE name_text USING fts5 (
    names, name_stems,
    tokenize = "unicode61 remove_diacritics 0"
);
"""
