"""The full-text index: what of a record goes into which column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from store.model.passages import names_of, passages
from store.model.records import Record
from store.text import folding
from store.text.stems import stem

FULL_TEXT: Final = "full_text"
NAME_TEXT: Final = "name_text"
INDEXES: Final = (FULL_TEXT, NAME_TEXT)
"""The tables of full text."""


def index_text(connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Index the words of records that have just been written, each with its id."""
    rows = [(number, text_rows(record)) for number, record in records]
    for table, columns in ((FULL_TEXT, "names, body, name_stems, stems"),
                           (NAME_TEXT, "names, name_stems")):  # fmt: skip
        marks = ", ".join("?" * (columns.count(",") + 2))
        connection.executemany(
            f"INSERT INTO {table} (rowid, {columns}) VALUES ({marks})",
            ((number, *texts[table]) for number, texts in rows),
        )


def remove_text(connection: sqlite3.Connection, record_id: int) -> None:
    """Take a record's words out of the index."""
    for table in INDEXES:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (record_id,))


def text_rows(record: Record) -> dict[str, tuple[str, ...]]:
    """What stands of a record in each of the `INDEXES`, by their columns."""
    named = _words("\n".join(names_of(record)))
    body = _words("\n".join(passage.text for passage in passages(record)))
    names, name_stems = " ".join(named), _stems(named)
    return {FULL_TEXT: (names, " ".join(body), name_stems, _stems(body)),
            NAME_TEXT: (names, name_stems)}  # fmt: skip


def _words(text: str) -> list[str]:
    return folding.words(folding.fold(text))


def _stems(words: list[str]) -> str:
    return " ".join(map(stem, words))
