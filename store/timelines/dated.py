"""All that is dated of some records: when they were agreed and carried out, and what happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from store.errors import DamagedRowError, Problem
from store.model.records import Bilingual, Fact, Qualifiers, Row
from store.model.vocabulary import PROPERTIES
from store.tables.batches import LISTED, in_batches, select
from store.tables.list_rows import rows_by_id
from store.tables.soundness import NOT_A_TEXT, Report, date_problem, is_text, raise_it
from store.timelines.spans import Span, span_of
from store.tuples import NamedTuple

MOST_OF_A_RECORD: Final = 1_000
"""Dated facts of one record that are shown; a hostile file may have any number."""
_FACTS: Final = (
    "SELECT record, property, coalesce(value, ''), text_en, text_ar, note_en, note_ar,"
    " coalesce(of, ''), date, coalesce(state, '') FROM facts"
    f" WHERE first_year IS NOT NULL AND record IN {LISTED} AND position < {MOST_OF_A_RECORD}"
    " ORDER BY record, id"
)


class Moment(NamedTuple):
    """A fact of a record that lies in time."""

    record: Row
    fact: Fact
    """Without its places and its citations."""
    span: Span

    @property
    def when(self) -> str:
        """Its date (EDTF)."""
        return date_of_fact(self.fact)


class Dated(NamedTuple):
    """What some records have to show on a timeline."""

    moments: tuple[Moment, ...]
    """In order of time."""
    undated: tuple[Row, ...]
    """Records of which nothing is dated, in the order in which they were asked for."""


def date_of_fact(fact: Fact) -> str:
    """When a fact was so, or the date that it is; empty for neither."""
    if fact.about.when:
        return fact.about.when
    is_date = fact.property in PROPERTIES and PROPERTIES[fact.property].value_type == "date"
    return fact.value if is_date and isinstance(fact.value, str) else ""


def dated(connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it) -> Dated:
    """Collect all that is dated of some records.

    Args:
        connection: of an open store.
        ids: of the records.
        report: told of what is damaged, which is left out.
    """
    moments: list[Moment] = []
    undated: list[Row] = []
    for batch in in_batches(ids):
        rows = rows_by_id(connection, batch, report)
        found = list(_moments(connection, batch, rows, report))
        moments += found
        shown = {moment.record.key for moment in found}
        undated += [rows[i] for i in batch if i in rows and rows[i].key not in shown]
    moments.sort(key=lambda moment: (moment.span.first, moment.span.last, moment.record.key))
    return Dated(tuple(moments), tuple(undated))


def _moments(
    connection: sqlite3.Connection, ids: Collection[int], rows: dict[int, Row], report: Report
) -> Iterator[Moment]:
    for number, name, *texts in select(connection, _FACTS, ids):
        if number not in rows:
            continue
        fact = _fact(name, texts) if is_text((name, *texts)) else None
        when = date_of_fact(fact) if fact else ""
        problem = date_problem(when) if fact else NOT_A_TEXT
        if fact and when and not problem:
            yield Moment(rows[number], fact, span_of(when))
        elif problem:
            report(DamagedRowError(rows[number].key, Problem((), problem)))


def _fact(name: str, texts: Sequence[str]) -> Fact:
    value, text_en, text_ar, note_en, note_ar, of, when, state = texts
    return Fact(
        name,
        value or Bilingual(text_en, text_ar),
        Bilingual(note_en, note_ar),
        about=Qualifiers(of=of, when=when, state=state),
    )
