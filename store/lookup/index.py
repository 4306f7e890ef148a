"""The index of names: the keys and words by which look-up finds them, kept as records change."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from store.lookup.keys import NameKeys, name_keys
from store.lookup.sounds import Skeleton, skeleton
from store.tables.batches import listed
from store.tables.connection import last_number
from store.tuples import NamedTuple

if TYPE_CHECKING:
    from store.model.records import Record


class NameRow(NamedTuple):
    """A name to be indexed."""

    record: int
    language: str
    role: str
    position: int
    text: str


class IndexedName(NamedTuple):
    """A name with all by which it is found; made without the store."""

    columns: tuple[str | int, ...]
    """Language, role, position, text, folded text and initials."""
    words: tuple[str, ...]


def indexed_names(record: Record) -> list[IndexedName]:
    """The names and aliases of a record in both languages, with the keys of each."""
    rows = []
    for language in ("en", "ar"):
        name, aliases = record.name.in_(language), record.aliases.in_(language)
        if name:
            rows.append(_indexed(language, "name", 0, name))
        for position, alias in enumerate(aliases):
            rows.append(_indexed(language, "alias", position, alias))
    return rows


def _indexed(language: str, role: str, position: int, text: str) -> IndexedName:
    keys = name_keys(text)
    columns = (language, role, position, text, keys.folded, keys.initials)
    return IndexedName(columns, _indexed_words(keys))


def index_names(connection: sqlite3.Connection, rows: Iterable[NameRow]) -> None:
    """Write names with the keys by which they are found, inside the caller's transaction."""
    names = ((row.record, _indexed(row.language, row.role, row.position, row.text)) for row in rows)
    write_names(connection, names)


def write_names(
    connection: sqlite3.Connection,
    names: Iterable[tuple[int, IndexedName]],
    sounds: Mapping[str, Skeleton] = MappingProxyType({}),
) -> None:
    """Write names that are indexed, inside the caller's transaction.

    Args:
        connection: of the store.
        names: each with the id of its record.
        sounds: of their words, so far as they are known already; see `sounds_of`.
    """
    next_id = last_number(connection, "names") + 1
    name_values = []
    words_of: list[tuple[int, tuple[str, ...]]] = []  # each name's id with its words
    for name_id, (record, name) in enumerate(names, start=next_id):
        name_values.append((name_id, record, *name.columns))
        words_of.append((name_id, name.words))
    connection.executemany(
        "INSERT INTO names (id, record, language, role, position, text, folded, initials)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        name_values,
    )
    counts = Counter([word for _, words in words_of for word in words])
    word_ids = _index_words(connection, counts, sounds)
    rows = [(word_ids[word], len(words), name_id) for name_id, words in words_of for word in words]
    rows.sort()
    connection.executemany("INSERT INTO name_words (word, length, name) VALUES (?, ?, ?)", rows)


def sounds_of(names: Iterable[IndexedName], but: Collection[str] = ()) -> dict[str, Skeleton]:
    """How each word of names sounds, except for some words."""
    words = dict.fromkeys(word for name in names for word in name.words if word not in but)
    return {word: skeleton(word) for word in words}


def words_of_name(text: str) -> tuple[str, ...]:
    """The words by which a name is found, each once."""
    return _indexed_words(name_keys(text))


def delete_names(
    connection: sqlite3.Connection,
    record_id: int,
    words_of: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> None:
    """Remove a record's names and the words that no other name has.

    Args:
        connection: of the store.
        record_id: of the record.
        words_of: names with their words, so far as they are known already; see `words_of_name`.
    """
    for name_id, text in connection.execute(
        "SELECT id, text FROM names WHERE record = ?", (record_id,)
    ).fetchall():
        words = words_of.get(text) or words_of_name(text)
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


def _index_words(
    connection: sqlite3.Connection, counts: Counter[str], sounds: Mapping[str, Skeleton]
) -> dict[str, int]:
    """Count words that more names hold now, and return the id of each."""
    ids: dict[str, int] = dict(
        connection.execute(
            "SELECT word, id FROM words WHERE word IN (SELECT value FROM json_each(?))",
            (listed(counts),),
        )
    )
    connection.executemany(
        "UPDATE words SET frequency = frequency + ? WHERE id = ?",
        [(counts[word], word_id) for word, word_id in ids.items()],
    )
    next_id = last_number(connection, "words") + 1
    new = sorted(counts.keys() - ids.keys())
    ids.update(zip(new, range(next_id, next_id + len(new)), strict=True))
    connection.executemany(
        "INSERT INTO words (id, word, fine, rough, frequency) VALUES (?, ?, ?, ?, ?)",
        [(ids[word], word, *(sounds.get(word) or skeleton(word)), counts[word]) for word in new],
    )
    return ids
