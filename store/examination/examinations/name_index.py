"""Does look-up know exactly the names that the records have?"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from store.errors import Sentence
from store.examination.examination import Damage, Examination
from store.examination.new_store import new_store
from store.lookup.index import NameRow, index_names
from store.tables.connection import LAST_NUMBER

_NAMES_OF_RECORDS: Final = """
SELECT id, key, 'en', name_en FROM records WHERE name_en <> ''
UNION ALL SELECT id, key, 'ar', name_ar FROM records WHERE name_ar <> ''
"""
_COMPARED: Final = (
    "SELECT record, language, role, position, text, folded, initials FROM names",
    "SELECT word, fine, rough, frequency FROM words",
    "SELECT words.word, length, record, language, role, position FROM name_words"
    " LEFT JOIN words ON words.id = name_words.word LEFT JOIN names ON names.id = name_words.name",
)
"""What the index says, without the numbers of its rows, which may be any."""


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    names = copy.execute("SELECT record, language, role, position, text FROM names").fetchall()
    there = {
        (record, language, text) for record, language, role, _, text in names if role == "name"
    }
    expected = copy.execute(_NAMES_OF_RECORDS).fetchall()
    for number, key, language, text in expected:
        if (number, language, text) not in there:
            yield Damage(Sentence("{key} is not found by its name", key=key), is_of_index=True)
    if len(there) > len(expected):
        yield Damage(Sentence("names are indexed that no record has"), is_of_index=True)
    for table in ("names", "words"):
        (last,) = copy.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
        if last > LAST_NUMBER:
            sentence = "row {row} of {table} leaves no number for new rows"
            yield Damage(Sentence(sentence, row=last, table=table), is_of_index=True)
    with closing(new_store()) as new:
        index_names(new, [NameRow(*row) for row in names])
        if any(_rows(copy, query) != _rows(new, query) for query in _COMPARED):
            yield Damage(Sentence("the index of names is not that of the names"), is_of_index=True)


def _rows(connection: sqlite3.Connection, query: str) -> Counter[tuple[object, ...]]:
    return Counter(connection.execute(query))


NAME_INDEX = Examination(Sentence("the index of names"), 60, _damages, is_of_index=True)
