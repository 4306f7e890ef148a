"""Model 12: each record and source says how many rows of other tables are parts of it."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script


def migrate(db: Database) -> None:
    """Give records and sources the column, and count what is there."""
    execute_script(
        db.conn,
        """
        ALTER TABLE records ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE sources ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;

        UPDATE records SET parts = counted.parts FROM (
            SELECT owner, count(*) AS parts FROM (
                SELECT record AS owner FROM names WHERE role = 'alias'
                UNION ALL SELECT record FROM external_ids
                UNION ALL SELECT record FROM facts
                UNION ALL SELECT facts.record FROM fact_places JOIN facts ON facts.id = fact
                UNION ALL SELECT subject FROM relations
                UNION ALL SELECT coalesce(citations.record, facts.record, subject) FROM citations
                    LEFT JOIN facts ON facts.id = fact
                    LEFT JOIN relations ON relations.id = relation
            ) GROUP BY owner
        ) AS counted WHERE counted.owner = records.id;

        UPDATE sources SET parts = (SELECT count(*) FROM sentences WHERE source = sources.id);
        """,
    )
