"""Model 3: the words of vocabularies are rows that others refer to, no longer lists in CHECKs.

Words get their keys for labels here: opening the store writes those of the program's vocabulary.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from store.tables.connection import execute_script, statements
from store.upkeep.migrations.replacing import replace_table


def migrate(db: Database) -> None:
    """Make the vocabularies' tables, and every table anew that had a list of their words."""
    execute_script(db.conn, _VOCABULARIES)
    execute_script(db.conn, _WORDS_IN_USE)
    db.view("readable_relations").drop()  # SQLite renames no table that a view lacks
    for definition in statements(_TABLES):
        replace_table(db, definition)
    execute_script(db.conn, _INDEXES_AND_VIEW)


_VOCABULARIES: Final = """
CREATE TABLE kinds (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    plural_en   TEXT NOT NULL,
    plural_ar   TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE types (
    kind        TEXT NOT NULL REFERENCES kinds (key),
    key         TEXT NOT NULL,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE collections (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE confidences (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE standings (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE properties (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    value_type  TEXT NOT NULL CHECK (value_type IN ('date', 'number', 'duration', 'text')),
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
    property    TEXT PRIMARY KEY REFERENCES properties (key),
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE source_types (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;
"""

_WORDS_IN_USE: Final = """
INSERT INTO kinds (key, label_en, label_ar, plural_en, plural_ar)
SELECT DISTINCT kind, kind, kind, kind, kind FROM records;

INSERT INTO types (kind, key, label_en, label_ar)
SELECT DISTINCT kind, type, type, type FROM (
    SELECT 'zone' AS kind, type FROM zones
    UNION ALL SELECT 'agreement', type FROM agreements
    UNION ALL SELECT 'actor', type FROM actors
    UNION ALL SELECT 'consequence', type FROM consequences
) WHERE type IS NOT NULL;

INSERT INTO collections (key, label_en, label_ar)
SELECT DISTINCT collection, collection, collection FROM records;

INSERT INTO confidences (key, label_en, label_ar)
SELECT DISTINCT confidence, confidence, confidence FROM records WHERE confidence IS NOT NULL;

INSERT INTO standings (key, label_en, label_ar)
SELECT DISTINCT standing, standing, standing FROM consequences WHERE standing IS NOT NULL;

INSERT INTO properties (key, label_en, label_ar, value_type)
SELECT DISTINCT property, property, property, 'text' FROM facts;

INSERT INTO source_types (key, label_en, label_ar)
SELECT DISTINCT type, type, type FROM sources WHERE type IS NOT NULL;
"""

_TABLES: Final = """
CREATE TABLE records (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL REFERENCES kinds (key),
    collection  TEXT NOT NULL DEFAULT 'user' REFERENCES collections (key),
    confidence  TEXT REFERENCES confidences (key),
    name_en     TEXT NOT NULL DEFAULT '',
    name_ar     TEXT NOT NULL DEFAULT '',
    summary_en  TEXT NOT NULL DEFAULT '',
    summary_ar  TEXT NOT NULL DEFAULT '',
    sort_en     TEXT NOT NULL,
    sort_ar     TEXT NOT NULL,
    sort_date   TEXT NOT NULL DEFAULT '',
    seed_digest TEXT,
    edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
    file        TEXT NOT NULL DEFAULT '',
    line        INTEGER NOT NULL DEFAULT 0,
    CHECK (name_en <> '' OR name_ar <> '')
) STRICT;

CREATE TABLE zones (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('zone') VIRTUAL,
    type        TEXT,
    latitude    REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude   REAL CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE agreements (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('agreement') VIRTUAL,
    type        TEXT,
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE actors (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('actor') VIRTUAL,
    type        TEXT,
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE consequences (
    record      INTEGER PRIMARY KEY REFERENCES records (id) ON DELETE CASCADE,
    type_kind   TEXT GENERATED ALWAYS AS ('consequence') VIRTUAL,
    type        TEXT,
    standing    TEXT REFERENCES standings (key),
    FOREIGN KEY (type_kind, type) REFERENCES types (kind, key)
) STRICT;

CREATE TABLE facts (
    id          INTEGER PRIMARY KEY,
    record      INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    property    TEXT NOT NULL REFERENCES properties (key),
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

CREATE TABLE sources (
    id          INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,
    type        TEXT REFERENCES source_types (key),
    title_en    TEXT NOT NULL DEFAULT '',
    title_ar    TEXT NOT NULL DEFAULT '',
    publisher   TEXT NOT NULL DEFAULT '',
    relays      TEXT NOT NULL DEFAULT '',
    date        TEXT NOT NULL DEFAULT '',
    language    TEXT NOT NULL DEFAULT '',
    url         TEXT NOT NULL DEFAULT '',
    sha256      TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    seed_digest TEXT,
    edited      INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1)),
    file        TEXT NOT NULL DEFAULT '',
    line        INTEGER NOT NULL DEFAULT 0,
    CHECK (title_en <> '' OR title_ar <> '')
) STRICT;
"""

_INDEXES_AND_VIEW: Final = """
CREATE INDEX records_by_name_en ON records (sort_en, id);
CREATE INDEX records_by_name_ar ON records (sort_ar, id);
CREATE INDEX records_by_kind_en ON records (kind, sort_en, id);
CREATE INDEX records_by_kind_ar ON records (kind, sort_ar, id);
CREATE INDEX records_by_date ON records (sort_date) WHERE sort_date <> '';
CREATE INDEX records_by_collection ON records (collection);
CREATE INDEX records_by_confidence ON records (confidence) WHERE confidence IS NOT NULL;
CREATE INDEX facts_by_year ON facts (first_year, last_year, record) WHERE first_year IS NOT NULL;

CREATE VIEW readable_relations AS
SELECT subjects.key AS subject, predicates.label_en AS predicate, objects.key AS object,
       subjects.name_en || ' ' || predicates.label_en || ' ' || objects.name_en AS english,
       subjects.name_ar || ' ' || predicates.label_ar || ' ' || objects.name_ar AS arabic,
       since, until, disputed
FROM relations
JOIN records AS subjects ON subjects.id = relations.subject
JOIN records AS objects ON objects.id = relations.object
JOIN predicates ON predicates.key = relations.predicate;
"""
