"""The rows of texts in a store: written, read and taken away, with the words of each sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from store.errors import DamagedRowError, Problem
from store.model.records import Source
from store.search.index import words_and_stems
from store.tables.cited_sources import read_sources
from store.tables.connection import last_number
from store.tables.soundness import NOT_A_TEXT, is_text, readable
from store.texts.held import Around, HeldSentence, HeldText, WholeText
from store.texts.reading_files import ReadText, Spans, spans_of

SENTENCE_TEXT: Final = "sentence_text"
"""The table of their words."""

_HELD: Final = (
    "SELECT key, texts.sha256, texts.file,"
    " (SELECT count(*) FROM text_sentences WHERE source = sources.id), sources.sha256,"
    " EXISTS (SELECT 1 FROM sentences WHERE source = sources.id)"
    " FROM texts JOIN sources ON sources.id = source"
)
_NEIGHBOURS: Final = (
    "SELECT number, substr(content, start + 1, [end] - start) FROM text_sentences"
    " JOIN texts USING (source) JOIN sources ON sources.id = source"
    " WHERE key = ? AND number BETWEEN ? AND ? ORDER BY number"
)


def held_texts(connection: sqlite3.Connection, key: str | None = None) -> list[HeldText]:
    """What is known of the texts that are held, by the keys of their sources.

    Args:
        connection: of an open store.
        key: of the one source that is asked about, None for all.
    """
    chosen, values = ("", ()) if key is None else (" WHERE key = ?", (key,))
    rows = connection.execute(f"{_HELD}{chosen} ORDER BY key", values)
    return [_held(row) for row in rows]


def _held(row: Sequence[Any]) -> HeldText:
    key, sha256, file, count, expected, is_numbered = row
    _see(key, texts=(key, sha256, file, expected or ""))
    return HeldText(key, sha256, file, count, expected, bool(is_numbered))


def whole_text(connection: sqlite3.Connection, held: HeldText) -> WholeText:
    """A text that is held, whole.

    Args:
        connection: of an open store.
        held: which.
    """
    ((number, content),) = connection.execute(
        "SELECT source, content FROM texts JOIN sources ON sources.id = source WHERE key = ?",
        (held.source,),
    ).fetchall()
    spans = tuple(_spans(connection, number))
    _see(held.source, texts=[content], numbers=chain(*spans))
    return WholeText(held, content, spans)


def around(connection: sqlite3.Connection, held: HeldText, number: int) -> Around | None:
    """A sentence of a text with its neighbours; None where it has none of that number.

    Args:
        connection: of an open store.
        held: the text.
        number: of the sentence, from 1.
    """
    rows = connection.execute(_NEIGHBOURS, (held.source, number - 1, number + 1)).fetchall()
    _see(held.source, texts=[text for _, text in rows])
    found = {each: HeldSentence(each, text) for each, text in rows}
    if number not in found:
        return None
    return Around(held, found[number], found.get(number - 1), found.get(number + 1))


def _see(source: object, texts: Iterable[object], numbers: Iterable[object] = ()) -> None:
    """See that what was read of a text is what it should be, as a disk may have changed it.

    Raises:
        DamagedRowError: it is not.
    """
    if not is_text(texts) or not all(isinstance(number, int) for number in numbers):
        raise DamagedRowError(readable(source), Problem(("text",), NOT_A_TEXT))


def write_text(connection: sqlite3.Connection, source_id: int, text: ReadText) -> None:
    """Keep the text of a source, in the place of the one that it had.

    Args:
        connection: of an open store, in a transaction.
        source_id: of the source.
        text: what was read.
    """
    remove_text(connection, source_id)
    connection.execute(
        "INSERT INTO texts (source, sha256, file, content) VALUES (?, ?, ?, ?)",
        (source_id, text.sha256, text.file, text.content),
    )
    _write_sentences(connection, source_id, text.content, text.spans)


def remove_text(connection: sqlite3.Connection, source_id: int) -> bool:
    """Take the text of a source away, and say whether there was one."""
    _remove_sentences(connection, source_id)
    return connection.execute("DELETE FROM texts WHERE source = ?", (source_id,)).rowcount > 0


def renew_sentences(connection: sqlite3.Connection, keys: Collection[str]) -> None:
    """Bring the sentences of held texts in line with sources that were written again.

    Args:
        connection: of an open store, in a transaction.
        keys: of the sources.
    """
    if not connection.execute("SELECT 1 FROM texts LIMIT 1").fetchone():
        return
    for source in sources_with_texts(connection):
        if source.key in keys:
            _renew(connection, source)


def _renew(connection: sqlite3.Connection, source: Source) -> None:
    number, digest, content = _row_of(connection, source.key)
    spans = spans_of(source, digest, content)
    if spans != tuple(_spans(connection, number)):
        _remove_sentences(connection, number)
        _write_sentences(connection, number, content, spans)


def rewrite_sentences(connection: sqlite3.Connection) -> None:
    """Make the sentences of all texts anew, and the words of each.

    Args:
        connection: of a store, in a transaction; its table of words is empty.
    """
    for source in sources_with_texts(connection):
        number, digest, content = _row_of(connection, source.key)
        connection.execute("DELETE FROM text_sentences WHERE source = ?", (number,))
        _write_sentences(connection, number, content, spans_of(source, digest, content))


def sentences_indexed(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Each sentence's row, words and stems, as the table of words should have them."""
    for (number,) in connection.execute("SELECT source FROM texts ORDER BY source").fetchall():
        yield from _words(_sentences(connection, number))


def sources_with_texts(connection: sqlite3.Connection) -> list[Source]:
    """The sources of which a text is held."""
    keys = connection.execute("SELECT key FROM texts JOIN sources ON sources.id = source")
    return read_sources(connection, [key for (key,) in keys.fetchall()])


def _row_of(connection: sqlite3.Connection, key: str) -> tuple[int, str, str]:
    """Number, hash and content of a source's text."""
    found: tuple[int, str, str] = connection.execute(
        "SELECT source, texts.sha256, content FROM texts JOIN sources ON sources.id = source"
        " WHERE key = ?",
        (key,),
    ).fetchone()
    return found


def _spans(connection: sqlite3.Connection, source_id: int) -> Iterator[tuple[int, int]]:
    yield from connection.execute(
        "SELECT start, [end] FROM text_sentences WHERE source = ? ORDER BY number", (source_id,)
    )


def _sentences(connection: sqlite3.Connection, source_id: int) -> Iterator[tuple[int, str]]:
    """The row and the text of each sentence of a source."""
    (content,) = connection.execute(
        "SELECT content FROM texts WHERE source = ?", (source_id,)
    ).fetchone()
    for row, start, end in connection.execute(
        "SELECT id, start, [end] FROM text_sentences WHERE source = ? ORDER BY number",
        (source_id,),
    ):
        yield row, content[start:end]


def _write_sentences(
    connection: sqlite3.Connection, source_id: int, content: str, spans: Spans
) -> None:
    referring = ((f"{SENTENCE_TEXT}_content", "id"),)
    first = last_number(connection, "text_sentences", referring=referring) + 1
    connection.executemany(
        "INSERT INTO text_sentences (id, source, number, start, [end]) VALUES (?, ?, ?, ?, ?)",
        (
            (first + place, source_id, place + 1, start, end)
            for place, (start, end) in enumerate(spans)
        ),
    )
    sentences = ((first + place, content[start:end]) for place, (start, end) in enumerate(spans))
    _write_words(connection, sentences)


def _write_words(connection: sqlite3.Connection, sentences: Iterable[tuple[int, str]]) -> None:
    connection.executemany(
        f"INSERT INTO {SENTENCE_TEXT} (rowid, words, stems) VALUES (?, ?, ?)", _words(sentences)
    )


def _words(sentences: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    for row, text in sentences:
        yield row, *words_and_stems([text])


def _remove_sentences(connection: sqlite3.Connection, source_id: int) -> None:
    rows = "SELECT id FROM text_sentences WHERE source = ?"
    connection.execute(f"DELETE FROM {SENTENCE_TEXT} WHERE rowid IN ({rows})", (source_id,))
    connection.execute("DELETE FROM text_sentences WHERE source = ?", (source_id,))
