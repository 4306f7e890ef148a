"""Is every text of a source whole, and does its index hold the words of its sentences?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.tables.batches import fetch
from store.tables.soundness import is_text, readable
from store.texts.reading_files import is_digest
from store.texts.rows import SENTENCE_TEXT, sentences_indexed

_TEXTS = (
    "SELECT key, texts.sha256, texts.file, content, source FROM texts"
    " JOIN sources ON sources.id = source ORDER BY key"
)
_PLACES = "SELECT number, start, [end] FROM text_sentences WHERE source = ? ORDER BY number"


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    whole = True
    for key, digest, file, content, number in fetch(copy, _TEXTS):
        if not is_text([key, digest, file, content]) or not is_digest(digest):
            whole = False
            sentence = "the text of {source} is not as it was attached"
            yield Damage(Sentence(sentence, source=readable(key)))
        elif not _is_divided(copy.execute(_PLACES, (number,)), len(content)):
            whole = False
            sentence = "the sentences of the text of {source} are not in order"
            yield Damage(Sentence(sentence, source=key), is_of_index=True)
    if whole:
        yield from _of_index(copy)


def _is_divided(places: Iterator[tuple[int, int, int]], length: int) -> bool:
    last = count = 0
    for count, (number, start, end) in enumerate(places, start=1):
        if number != count or start < last or end > length:
            return False
        last = end
    return count > 0


def _of_index(copy: sqlite3.Connection) -> Iterator[Damage]:
    try:
        copy.execute(
            f"INSERT INTO {SENTENCE_TEXT} ({SENTENCE_TEXT}, rank) VALUES ('integrity-check', 1)"
        )
        there = copy.execute(f"SELECT rowid, words, stems FROM {SENTENCE_TEXT} ORDER BY rowid")
        if sorted(sentences_indexed(copy)) != there.fetchall():
            yield Damage(
                Sentence("the index of texts is not that of their sentences"), is_of_index=True
            )
    except sqlite3.DatabaseError as error:
        sentence = "{table} cannot be read: {error}"
        yield Damage(Sentence(sentence, table=SENTENCE_TEXT, error=error), is_of_index=True)


TEXTS = Examination(Sentence("the texts of sources"), 75, _damages)
