"""Model 9: who observed an agreement attended it; Arabic labels of relations are headings."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script


def migrate(db: Database) -> None:
    """Give relations the predicate that theirs reads as, and make the view of relations anew."""
    execute_script(
        db.conn,
        """
        INSERT INTO predicates
            (key, label_en, label_ar, inverse_en, inverse_ar, symmetric, position)
            VALUES ('attended-by', 'attended by', 'attended by', 'attended', 'attended', 0, 1000)
            ON CONFLICT DO NOTHING;
        UPDATE relations SET predicate = 'attended-by' WHERE predicate = 'observed-by';
        DELETE FROM predicates WHERE key = 'observed-by';
        """,
    )
    db.view("readable_relations").drop()
    db.execute(_READABLE_RELATIONS)


_READABLE_RELATIONS = """
CREATE VIEW readable_relations AS
SELECT subjects.key AS subject, predicates.label_en AS predicate, objects.key AS object,
       subjects.name_en || ' ' || predicates.label_en || ' ' || objects.name_en AS english,
       subjects.name_ar || ' – ' || predicates.label_ar || ': ' || objects.name_ar AS arabic,
       since, until, as_of, disputed
FROM relations
JOIN records AS subjects ON subjects.id = relations.subject
JOIN records AS objects ON objects.id = relations.object
JOIN predicates ON predicates.key = relations.predicate
"""
