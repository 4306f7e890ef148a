"""Model 11: texts of sources that the user holds, by sentences; an index of identifiers."""

from __future__ import annotations

from sqlite_utils import Database

from store.tables.connection import execute_script


def migrate(db: Database) -> None:
    """Make the tables that hold them, and the index."""
    execute_script(
        db.conn,
        """
        CREATE INDEX external_ids_by_identifier ON external_ids (identifier, data_set);

        CREATE TABLE texts (
            source      INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
            sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
            file        TEXT NOT NULL DEFAULT '',
            content     TEXT NOT NULL CHECK (content <> '')
        ) STRICT;

        CREATE TABLE text_sentences (
            id          INTEGER PRIMARY KEY,
            source      INTEGER NOT NULL REFERENCES texts (source) ON DELETE CASCADE,
            number      INTEGER NOT NULL,
            start       INTEGER NOT NULL,
            "end"       INTEGER NOT NULL,
            UNIQUE (source, number),
            CHECK (0 <= start AND start < "end")
        ) STRICT;

        CREATE VIRTUAL TABLE sentence_text USING fts5 (
            words, stems,
            tokenize = "unicode61 remove_diacritics 0"
        );
        """,
    )
