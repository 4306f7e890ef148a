"""The full-text index: what of a record goes into which column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

from store.model.passages import names_of, passages
from store.model.properties import value_in_words
from store.model.records import Record
from store.tables.batches import listed
from store.text import folding
from store.text.calendar_dates import dates_in, may_hold_date
from store.text.numbers import may_hold_number, numbers_in
from store.text.stems import stem
from store.tuples import NamedTuple
from store.typed import Final

FULL_TEXT: Final = "full_text"
NAME_TEXT: Final = "name_text"
INDEXES: Final = (FULL_TEXT, NAME_TEXT)
"""The tables of full text."""


LAST: Final = "\U0010ffff"
"""A letter behind all others."""
_DATE: Final = "date"


class IndexedText(NamedTuple):
    """What of a record goes into each column; made without the store."""

    names: str
    body: str
    name_stems: str
    stems: str


def indexed_text(record: Record) -> IndexedText:
    """The words of a record, and their stems; its own date counts as a name."""
    names = words_and_stems(names_of(record))
    body = words_and_stems(passage.text for passage in passages(record))
    dates = [fact for fact in record.facts if fact.property == _DATE]
    own = [word for fact in dates for word in _dates_of(value_in_words(fact, "en"))]
    return IndexedText(names[0], body[0], " ".join([names[1], *own]), body[1])


def _dates_of(text: str) -> list[str]:
    words = folding.words(folding.fold(text))
    return [word for date in dates_in(words) for word in date.words]


def words_and_stems(texts: Iterable[str]) -> tuple[str, str]:
    """Words and their stems; behind these, as one word each, dates and numbers of several words."""
    texts = list(texts)
    words = [word for text in texts for word in folding.folded_words(text)]
    if not (may_hold_date(words) or may_hold_number(words)):  # as those of most places
        return " ".join(words), " ".join(map(stem, words))
    words = []
    stems: list[str] = []
    read: dict[str, None] = {}
    for text in texts:
        piece = _read_short(text) if len(text) <= _SHORT else _read(text)
        words += piece.words
        stems += piece.stems
        read |= piece.read
    return " ".join(words), " ".join([*stems, *read])


class _Piece(NamedTuple):
    """A text as it is indexed."""

    words: list[str]
    stems: list[str]
    read: dict[str, None]
    """Dates and numbers of several words, as one word each."""


def _read(text: str) -> _Piece:
    words = folding.words(folding.fold(text))
    stems = list(map(stem, words))
    read: dict[str, None] = {}
    for date in dates_in(words):
        read |= dict.fromkeys(date.words)
        if date.day_at >= 0:  # so that *four towns* does not find 4 May
            stems[date.day_at] += "d"
    read |= dict.fromkeys(number.digits for number in numbers_in(words))
    return _Piece(words, stems, read)


_read_short: Final = lru_cache(maxsize=2_048)(_read)
"""The same of what many records say alike: labels of types, of properties and their values."""
_SHORT: Final = 60
"""Characters."""


def open_vocabulary(connection: sqlite3.Connection) -> None:
    """Make the words of the index tables of this connection.

    `temp.vocabulary` has each word with how many records hold it, `temp.places` each place where a
    word stands: to know whether one does takes no reading of all of them.
    """
    # Views of the index; they hold nothing of their own.
    for name, kind in (("vocabulary", "col"), ("places", "instance")):
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}"
            f" USING fts5vocab(main, full_text, {kind})"
        )


def existing(connection: sqlite3.Connection, stems: Sequence[str]) -> list[str]:
    """Those of some stems that stand in any text, in their order."""
    if not stems:
        return []
    # Not out of the vocabulary, which reads of each word all the places where it stands.
    found = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS"
        """ (SELECT 1 FROM full_text WHERE full_text MATCH '"' || value || '"')""",
        (listed(stems),),
    )
    known = {term for (term,) in found}
    return [each for each in stems if each in known]


def beginning_with(connection: sqlite3.Connection, beginning: str, most: int) -> list[str]:
    """The words of the index that begin so, as written and as stems, in order.

    Args:
        connection: of an open store.
        beginning: folded.
        most: how many are wanted; where there are more, so many and one.
    """
    open_vocabulary(connection)
    # From word to word, as FTS5 would read all places of each to tell which comes next.
    next_one = "SELECT term FROM temp.places WHERE term >= {} AND term < :end LIMIT 1"
    rows = connection.execute(
        f"WITH RECURSIVE words (word) AS (SELECT ({next_one.format(':beginning')}) UNION ALL"
        f" SELECT ({next_one.format('word || char(1)')}) FROM words WHERE word IS NOT NULL"
        " LIMIT :most) SELECT word FROM words WHERE word IS NOT NULL",
        {"beginning": beginning, "end": beginning + LAST, "most": most + 1},
    )
    return [word for (word,) in rows]


def index_text(connection: sqlite3.Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Index the words of records that have just been written, each with its id."""
    write_text(connection, [(number, *indexed_text(record)) for number, record in records])


def write_text(
    connection: sqlite3.Connection, texts: Sequence[tuple[int, str, str, str, str]]
) -> None:
    """Write texts that are indexed: each the id of its record, and what an `IndexedText` holds."""
    connection.executemany(
        "INSERT INTO full_text (rowid, names, body, name_stems, stems) VALUES (?, ?, ?, ?, ?)",
        texts,
    )
    connection.executemany(
        "INSERT INTO name_text (rowid, names, name_stems) VALUES (?, ?, ?)",
        [(number, names, name_stems) for number, names, _, name_stems, _ in texts],
    )


def remove_text(connection: sqlite3.Connection, record_id: int) -> None:
    """Take a record's words out of the index."""
    for table in INDEXES:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (record_id,))
