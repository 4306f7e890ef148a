"""Is every record and source one that the model allows, and, unless edited, as it was shipped?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.errors import DamagedRowError, Problem, RecordError, Sentence
from store.examination.examination import Damage, Examination
from store.model.mapping import (
    record_from_mapping,
    record_to_mapping,
    source_from_mapping,
    source_to_mapping,
)
from store.model.records import Record, Source
from store.tables.cited_sources import read_sources
from store.tables.connection import LAST_NUMBER
from store.tables.whole_records import every_record
from store.upkeep.preparing import digest

_NUMBERED = ("records", "sources", "facts", "relations")


def _damages(copy: sqlite3.Connection) -> Iterator[Damage]:
    reported: list[DamagedRowError] = []
    shipped = _digests(copy, "records")
    for _, record in every_record(copy, reported.append):
        yield from _of(record, shipped)
    shipped = _digests(copy, "sources")
    for source in read_sources(copy, report=reported.append):
        yield from _of(source, shipped)
    for error in reported:
        yield Damage(Sentence("{key}: {what}", key=error.key, what=error.what))
    for table in _NUMBERED:
        for (number,) in copy.execute(f"SELECT id FROM {table} WHERE id > ?", (LAST_NUMBER,)):
            sentence = "row {row} of {table} leaves no number for new rows"
            yield Damage(Sentence(sentence, row=number, table=table))


def _of(thing: Record | Source, shipped: dict[str, str]) -> Iterator[Damage]:
    found = False
    for problem in problems(thing):
        found = True
        what = problem.what
        if problem.field:
            what = Sentence("{field}: {message}", field=problem.field, message=what)
        yield Damage(Sentence("{key}: {what}", key=thing.key, what=what))
    if not found and shipped.get(thing.key, digest(thing)) != digest(thing):
        sentence = "{key} is not as it was shipped, and was not edited"
        yield Damage(Sentence(sentence, key=thing.key))


def problems(thing: Record | Source) -> list[Problem]:
    """What the model refuses of a record or source."""
    try:
        if isinstance(thing, Record):
            record_from_mapping(record_to_mapping(thing))
        else:
            source_from_mapping(source_to_mapping(thing))
    except RecordError as error:
        return error.problems
    return []


def _digests(copy: sqlite3.Connection, table: str) -> dict[str, str]:
    rows = copy.execute(
        f"SELECT key, seed_digest FROM {table} WHERE seed_digest IS NOT NULL AND NOT edited"
    )
    return dict(rows.fetchall())


RECORDS = Examination(Sentence("records"), 40, _damages)
