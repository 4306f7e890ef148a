"""Does full text hold exactly the words that the records have?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from store.errors import DamagedRowError, Sentence
from store.examination.examination import Damage, Examination
from store.search.index import FULL_TEXT, INDEXES, indexed_text
from store.tables.whole_records import every_record

_NOT_THAT: Final = "full text does not have {key} as it is"


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    for table in INDEXES:
        try:
            copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            sentence = "{table} is not whole: {error}"
            yield Damage(Sentence(sentence, table=table, error=error), is_of_index=True)
    try:
        yield from _differences(copy)
    except sqlite3.DatabaseError as error:
        sentence = "{table} cannot be read: {error}"
        yield Damage(Sentence(sentence, table=FULL_TEXT, error=error), is_of_index=True)


def _differences(copy: sqlite3.Connection) -> Iterator[Damage]:
    indexed = {
        table: {row[0]: row[1:] for row in copy.execute(f"SELECT rowid, * FROM {table}")}
        for table in INDEXES
    }
    damaged: list[DamagedRowError] = []
    for number, record in every_record(copy, damaged.append):
        text = indexed_text(record)
        there = [rows.pop(number, None) for rows in indexed.values()]
        if there != [tuple(text), (text.names, text.name_stems)]:
            yield Damage(Sentence(_NOT_THAT, key=record.key), is_of_index=True)
    if not damaged and any(indexed.values()):
        yield Damage(Sentence("full text holds words that no record has"), is_of_index=True)


FULL_TEXT_INDEX = Examination(Sentence("full text"), 70, _damages, is_of_index=True)
