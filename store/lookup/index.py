"""The index of names: the keys and words by which look-up finds them, kept as records change."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from store.lookup.keys import NameKeys, name_keys
from store.lookup.sounds import skeleton

if TYPE_CHECKING:
    from store.model.records import Record


class NameRow(NamedTuple):
    """A name to be indexed."""

    record: int
    language: str
    role: str
    position: int
    text: str


def name_rows(record_id: int, record: Record) -> list[NameRow]:
    """The names and aliases of a record in both languages, as rows to be indexed."""
    rows = []
    for language in ("en", "ar"):
        name, aliases = record.name.in_(language), record.aliases.in_(language)
        if name:
            rows.append(NameRow(record_id, language, "name", 0, name))
        for position, alias in enumerate(aliases):
            rows.append(NameRow(record_id, language, "alias", position, alias))
    return rows


def index_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Write names with the keys by which they are found, inside the caller's transaction."""
    (next_id,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()
    name_values = []
    words_of: list[tuple[int, tuple[str, ...]]] = []  # each name's id with its words
    counts: Counter[str] = Counter()
    for name_id, row in enumerate(rows, start=next_id):
        keys = name_keys(row.text)
        name_values.append((name_id, *row, keys.folded, keys.initials))
        words = _indexed_words(keys)
        words_of.append((name_id, words))
        counts.update(words)
    connection.executemany(
        "INSERT INTO names (id, record, language, role, position, text, folded, initials)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        name_values,
    )
    word_ids = _index_words(connection, counts)
    connection.executemany(
        "INSERT INTO name_words (word, length, name) VALUES (?, ?, ?)",
        sorted(
            (word_ids[word], len(words), name_id) for name_id, words in words_of for word in words
        ),
    )


def delete_names(connection: sqlite3.Connection, record_id: int) -> None:
    """Remove a record's names and the words that no other name has."""
    for name_id, text in connection.execute(
        "SELECT id, text FROM names WHERE record = ?", (record_id,)
    ).fetchall():
        words = _indexed_words(name_keys(text))
        connection.executemany(
            "DELETE FROM name_words WHERE name = ? AND length = ?"
            " AND word = (SELECT id FROM words WHERE word = ?)",
            [(name_id, len(words), word) for word in words],
        )
        connection.executemany(
            "UPDATE words SET frequency = frequency - 1 WHERE word = ?", [(word,) for word in words]
        )
        connection.executemany(
            "DELETE FROM words WHERE word = ? AND frequency <= 0", [(word,) for word in words]
        )
    connection.execute("DELETE FROM names WHERE record = ?", (record_id,))


def _indexed_words(keys: NameKeys) -> tuple[str, ...]:
    """The words by which a name is found, each once: its own and all of them in one."""
    words = dict.fromkeys(keys.words)
    if keys.joined:
        words[keys.joined] = None
    return tuple(words)


def _index_words(connection: sqlite3.Connection, counts: Counter[str]) -> dict[str, int]:
    """Count words that more names hold now, and return the id of each."""
    ids: dict[str, int] = dict(
        connection.execute(
            "SELECT word, id FROM words WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(counts), ensure_ascii=False),),
        )
    )
    connection.executemany(
        "UPDATE words SET frequency = frequency + ? WHERE id = ?",
        [(counts[word], word_id) for word, word_id in ids.items()],
    )
    (next_id,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM words").fetchone()
    new = sorted(counts.keys() - ids.keys())
    ids.update(zip(new, range(next_id, next_id + len(new)), strict=True))
    connection.executemany(
        "INSERT INTO words (id, word, fine, rough, frequency) VALUES (?, ?, ?, ?, ?)",
        [(ids[word], word, *skeleton(word), counts[word]) for word in new],
    )
    return ids
