"""The index of names: the keys and words by which look-up finds them, kept as records change."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from store.lookup.keys import NameKeys, name_keys
from store.lookup.sounds import skeleton
from store.tables.batches import listed
from store.tables.connection import last_number
from store.tuples import NamedTuple
from store.typed import Final

if TYPE_CHECKING:
    from store.model.records import Record

_MOST_HELD: Final = 250_000
"""Words of names that wait, each as often as it stands in one: a few dozen MiB."""


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
    names = [(row.record, _indexed(row.language, row.role, row.position, row.text)) for row in rows]
    index = NameIndex(connection)
    index.write([(record, *name.columns) for record, name in names], [n.words for _, n in names])
    index.flush()


class NameIndex:
    """Writes names that are indexed, inside the caller's transaction.

    Their words wait for those of others: each is then written once, and in its order.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: dict[str, list[tuple[int, int]]] = {}
        """By word that waits: of each name that holds it, how many words it has, and its id."""
        self._sounds: dict[str, tuple[str, str]] = {}
        self._held = 0

    def write(
        self,
        names: Sequence[tuple[object, ...]],
        words: Sequence[Sequence[str]],
        sounds: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    ) -> None:
        """Write names, and let their words wait.

        Args:
            names: of each the id of its record, and the columns of an `IndexedName`.
            words: of each.
            sounds: of words, so far as they are known already; see `sounds_of`.
        """
        first = last_number(self._connection, "names") + 1
        self._connection.executemany(
            "INSERT INTO names (id, record, language, role, position, text, folded, initials)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *name) for number, name in enumerate(names, first)],
        )
        for number, its in enumerate(words, first):
            entry = len(its), number
            for word in its:
                self._names.setdefault(word, []).append(entry)
            self._held += entry[0]
        self._sounds.update(sounds)
        if self._held >= _MOST_HELD:
            self.flush()

    def flush(self) -> None:
        """Write the words that wait."""
        if not self._names:
            return
        counts = {word: len(names) for word, names in self._names.items()}
        ids = _index_words(self._connection, counts, self._sounds)
        self._connection.executemany(
            "INSERT INTO name_words (word, length, name) VALUES (?, ?, ?)",
            (
                (ids[word], *name)
                for word in sorted(self._names, key=ids.__getitem__)
                for name in sorted(self._names[word])
            ),
        )
        self._names.clear()
        self._sounds.clear()
        self._held = 0


def sounds_of(
    names: Iterable[Sequence[str]], but: Collection[str] = ()
) -> dict[str, tuple[str, str]]:
    """How each word of names sounds, finely and roughly, except for some words."""
    words = dict.fromkeys([word for its in names for word in its if word not in but])
    return {word: (*skeleton(word),) for word in words}


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
    connection: sqlite3.Connection, counts: Mapping[str, int], sounds: Mapping[str, tuple[str, str]]
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
