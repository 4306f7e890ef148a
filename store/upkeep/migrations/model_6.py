"""Model 6: a value of a fact says what it is about; properties that only said of whom have left."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script, statements
from store.upkeep.migrations.replacing import replace_table


def migrate(db: Database) -> None:
    """Make the vocabularies and columns, and values of general properties of those that leave."""
    execute_script(db.conn, _VOCABULARIES)
    for definition in statements(_FACTS):
        replace_table(db, definition)
    execute_script(db.conn, _PLACES_INDEXES_AND_VIEW)
    _move_values(db)
    # What search has of these values changes with them, and is made anew.
    execute_script(db.conn, "DELETE FROM full_text;\nDELETE FROM name_text;\n")


def _move_values(db: Database) -> None:
    """Put values behind those that their property has; none of them changes."""
    for former, now, of, state in _FORMER_PROPERTIES:
        db.execute(
            "UPDATE facts SET property = ?, of = ?, state = ?, position = position + coalesce("
            "  (SELECT max(position) + 1 FROM facts AS others"
            "   WHERE others.record = facts.record AND others.property = ?), 0)"
            " WHERE property = ?",
            (now, of, state, now, former),
        )
        db.execute("DELETE FROM properties WHERE key = ?", (former,))


_FORMER_PROPERTIES = (
    ("fighters", "evacuees", "fighters", None),
    ("civilians", "evacuees", "civilians", None),
    ("detainees", "released", "detainees", "planned"),
    ("deaths", "casualties", "dead", None),
)

_VOCABULARIES = """
CREATE TABLE subjects (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

CREATE TABLE states (
    key         TEXT PRIMARY KEY,
    label_en    TEXT NOT NULL,
    label_ar    TEXT NOT NULL,
    standing    TEXT REFERENCES standings (key),
    stage       TEXT REFERENCES stages (property),
    position    INTEGER NOT NULL DEFAULT 1000
) STRICT, WITHOUT ROWID;

INSERT INTO subjects (key, label_en, label_ar) VALUES
    ('fighters', 'fighters', 'fighters'), ('civilians', 'civilians', 'civilians'),
    ('detainees', 'detainees', 'detainees'), ('dead', 'dead', 'dead');
INSERT INTO states (key, label_en, label_ar) VALUES ('planned', 'planned', 'planned');
INSERT INTO properties (key, label_en, label_ar, value_type) VALUES
    ('evacuees', 'evacuees', 'evacuees', 'number'), ('released', 'released', 'released', 'number'),
    ('casualties', 'casualties', 'casualties', 'number')
    ON CONFLICT DO NOTHING;
"""

_FACTS = """
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
    of          TEXT REFERENCES subjects (key),
    date        TEXT NOT NULL DEFAULT '',
    state       TEXT REFERENCES states (key),
    differs     INTEGER CHECK (differs IN (0, 1)),
    first_year  INTEGER,
    last_year   INTEGER,
    UNIQUE (record, property, position),
    CHECK ((value IS NULL) = (text_en <> '' OR text_ar <> ''))
) STRICT;
"""

_PLACES_INDEXES_AND_VIEW = """
CREATE INDEX facts_by_year ON facts (first_year, last_year, record) WHERE first_year IS NOT NULL;
CREATE INDEX facts_that_differ ON facts (record) WHERE differs;

CREATE TABLE fact_places (
    fact        INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
    role        TEXT NOT NULL CHECK (role IN ('from', 'to')),
    position    INTEGER NOT NULL,
    zone        INTEGER NOT NULL REFERENCES records (id),
    PRIMARY KEY (fact, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_places_by_zone ON fact_places (zone, role);

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
WHERE value_type = 'number' AND facts.id IN (SELECT fact FROM fact_places);
"""
