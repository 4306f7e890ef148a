"""Model 7: relations that last hold for a time, may begin again, and say as of when they held."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script
from store.upkeep.migrations.replacing import replace_table


def migrate(db: Database) -> None:
    """Give predicates and relations their columns, and make the view of relations anew."""
    execute_script(
        db.conn,
        """
        ALTER TABLE predicates ADD COLUMN lasts INTEGER NOT NULL DEFAULT 0
            CHECK (lasts IN (0, 1));
        """,
    )
    db.view("readable_relations").drop()  # SQLite renames no table that a view lacks
    replace_table(db, _RELATIONS)
    execute_script(db.conn, _INDEX_AND_VIEW)


_RELATIONS = """
CREATE TABLE relations (
    id          INTEGER PRIMARY KEY,
    subject     INTEGER NOT NULL REFERENCES records (id) ON DELETE CASCADE,
    predicate   TEXT NOT NULL REFERENCES predicates (key),
    object      INTEGER NOT NULL REFERENCES records (id),
    position    INTEGER NOT NULL,
    since       TEXT NOT NULL DEFAULT '',
    until       TEXT NOT NULL DEFAULT '',
    as_of       TEXT NOT NULL DEFAULT '',
    note_en     TEXT NOT NULL DEFAULT '',
    note_ar     TEXT NOT NULL DEFAULT '',
    disputed    INTEGER NOT NULL DEFAULT 0 CHECK (disputed IN (0, 1)),
    UNIQUE (subject, predicate, object, since)
) STRICT;
"""

_INDEX_AND_VIEW = """
CREATE INDEX relations_by_object ON relations (object);

CREATE VIEW readable_relations AS
SELECT subjects.key AS subject, predicates.label_en AS predicate, objects.key AS object,
       subjects.name_en || ' ' || predicates.label_en || ' ' || objects.name_en AS english,
       subjects.name_ar || ' ' || predicates.label_ar || ' ' || objects.name_ar AS arabic,
       since, until, as_of, disputed
FROM relations
JOIN records AS subjects ON subjects.id = relations.subject
JOIN records AS objects ON objects.id = relations.object
JOIN predicates ON predicates.key = relations.predicate;
"""
