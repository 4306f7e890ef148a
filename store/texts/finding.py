"""Which sentences of the texts that are held a query finds."""

from __future__ import annotations

import sqlite3
from typing import Final

from store.search.fts5 import Index, expression
from store.search.highlights import TermHighlighter
from store.search.query.tree import Query, without
from store.tables.soundness import is_text
from store.texts.held import HeldSentence, SentencesFound

_SENTENCES: Final = Index("sentence_text", "words", "stems")
_FOUND: Final = (
    "SELECT text_sentences.source, number FROM sentence_text"
    " JOIN text_sentences ON text_sentences.id = sentence_text.rowid"
    " WHERE sentence_text MATCH ? ORDER BY 1, 2"
)
_READ: Final = (
    "SELECT substr(content, start + 1, [end] - start) FROM text_sentences"
    " JOIN texts USING (source) WHERE text_sentences.source = ? AND number = ?"
)


def sentences_found(
    connection: sqlite3.Connection, query: Query, shown: int
) -> list[SentencesFound]:
    """The texts in which a query finds sentences, the one with the most first.

    Args:
        connection: of an open store.
        query: of words, which must stand in one sentence; its filters are not asked.
        shown: sentences of each that are read.
    """
    if query.wanted is None:
        return []
    asked = expression(without(query.wanted, query.excluded), _SENTENCES)
    numbers: dict[int, list[int]] = {}
    for source, number in connection.execute(_FOUND, (asked,)):
        numbers.setdefault(source, []).append(number)
    spans = TermHighlighter(query.terms).spans
    keys = dict(connection.execute("SELECT id, key FROM sources JOIN texts ON source = id"))
    found = [
        SentencesFound(
            keys[source],
            tuple(
                sentence._replace(highlights=spans(sentence.text))
                for sentence in _read(connection, source, each[:shown])
            ),
            tuple(each),
        )
        for source, each in numbers.items()
    ]
    return sorted(found, key=lambda each: (-each.total, each.source))


def _read(connection: sqlite3.Connection, source: int, numbers: list[int]) -> list[HeldSentence]:
    found = ((number, connection.execute(_READ, (source, number)).fetchone()) for number in numbers)
    return [HeldSentence(number, row[0]) for number, row in found if row and is_text(row)]
