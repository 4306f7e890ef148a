"""The full-text index: what of a record goes into which column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from store.model.passages import names_of, passages
from store.model.records import Record
from store.text import folding
from store.text.stems import stem

FULL_TEXT: Final = "full_text"
NAME_TEXT: Final = "name_text"
INDEXES: Final = (FULL_TEXT, NAME_TEXT)
"""The tables of full text."""


class IndexedText(NamedTuple):
    """What of a record goes into each column; made without the store."""

    names: str
    body: str
    name_stems: str
    stems: str


def indexed_text(record: Record) -> IndexedText:
    """The words of a record, and their stems."""
    names = _words("\n".join(names_of(record)))
    body = _words("\n".join(passage.text for passage in passages(record)))
    return IndexedText(" ".join(names), " ".join(body), _stems(names), _stems(body))


def index_text(connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Index the words of records that have just been written, each with its id."""
    write_text(connection, [(number, indexed_text(record)) for number, record in records])


def write_text(connection: sqlite3.Connection, texts: Sequence[tuple[int, IndexedText]]) -> None:
    """Write texts that are indexed, each with the id of its record."""
    connection.executemany(
        "INSERT INTO full_text (rowid, names, body, name_stems, stems) VALUES (?, ?, ?, ?, ?)",
        ((number, *text) for number, text in texts),
    )
    connection.executemany(
        "INSERT INTO name_text (rowid, names, name_stems) VALUES (?, ?, ?)",
        ((number, text.names, text.name_stems) for number, text in texts),
    )


def remove_text(connection: sqlite3.Connection, record_id: int) -> None:
    """Take a record's words out of the index."""
    for table in INDEXES:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (record_id,))


def _words(text: str) -> list[str]:
    return folding.words(folding.fold(text))


def _stems(words: list[str]) -> str:
    return " ".join(map(stem, words))
