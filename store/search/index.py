"""The full-text index: what of a record goes into which column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from store.model.passages import names_of, passages
from store.model.records import Record
from store.text import folding
from store.text.stems import stem


def index_text(connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Index the words of records that have just been written, each with its id."""
    rows = list(_rows(records))
    connection.executemany(
        "INSERT INTO full_text (rowid, names, body, name_stems, stems) VALUES (?, ?, ?, ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO name_text (rowid, names, name_stems) VALUES (?, ?, ?)",
        ((number, named, name_stems) for number, named, _, name_stems, _ in rows),
    )


def remove_text(connection: sqlite3.Connection, record_id: int) -> None:
    """Take a record's words out of the index."""
    for table in ("full_text", "name_text"):
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (record_id,))


def _rows(records: Iterable[tuple[int, Record]]) -> Iterator[tuple[int, str, str, str, str]]:
    for record_id, record in records:
        named = _words("\n".join(names_of(record)))
        body = _words("\n".join(passage.text for passage in passages(record)))
        yield record_id, " ".join(named), " ".join(body), _stems(named), _stems(body)


def _words(text: str) -> list[str]:
    return folding.words(folding.fold(text))


def _stems(words: list[str]) -> str:
    return " ".join(map(stem, words))
