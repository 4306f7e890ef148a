"""All that is dated of some records: when they were agreed and carried out, and what happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Final

from store.errors import DamagedRowError, Problem
from store.model.records import Bilingual, Fact, Qualifiers, Row, Source
from store.model.vocabulary import PROPERTIES
from store.tables.batches import LISTED, in_batches, select
from store.tables.cited_sources import read_sources
from store.tables.list_rows import rows_by_id
from store.tables.soundness import (
    NOT_A_TEXT,
    Report,
    date_problem,
    is_text,
    leave_out,
    raise_it,
)
from store.timelines.owners import Owner, owners
from store.timelines.spans import Span, span_of
from store.tuples import NamedTuple

MOST_OF_A_RECORD: Final = 1_000
"""Dated facts of one record that are shown; a hostile file may have any number."""
_FACTS: Final = (
    "SELECT record, id, property, coalesce(value, ''), text_en, text_ar, note_en, note_ar,"
    " coalesce(of, ''), date, coalesce(state, '') FROM facts"
    f" WHERE first_year IS NOT NULL AND record IN {LISTED} AND position < {MOST_OF_A_RECORD}"
)


_CITED: Final = (
    "SELECT DISTINCT sources.key FROM facts JOIN citations ON citations.fact = facts.id"
    " JOIN sources ON sources.id = citations.source"
    f" WHERE first_year IS NOT NULL AND facts.record IN {LISTED}"
)


_DATES: Final = frozenset(name for name, about in PROPERTIES.items() if about.value_type == "date")
"""Properties whose value is a date."""


class Moment(NamedTuple):
    """A fact of a record that lies in time, as it stands in the store: there may be thousands."""

    record: Owner
    span: Span
    name: str
    """Of the property."""
    value: str
    """Empty for a text."""
    text_en: str
    text_ar: str
    note_en: str
    note_ar: str
    of: str
    """Whom it counts."""
    date: str
    """When it was so (EDTF), empty where it is a date itself."""
    state: str
    """Whether it happened or was planned; empty where nothing says."""

    @property
    def fact(self) -> Fact:
        """What it is, without its places and its citations."""
        return Fact(
            self.name,
            self.value or Bilingual(self.text_en, self.text_ar),
            Bilingual(self.note_en, self.note_ar),
            about=Qualifiers(of=self.of, when=self.date, state=self.state),
        )

    @property
    def when(self) -> str:
        """Its date (EDTF)."""
        return _date_of(self.name, self.value, self.date)


class Dated(NamedTuple):
    """What some records have to show on a timeline."""

    moments: tuple[Moment, ...]
    """In order of time."""
    undated: tuple[Row, ...]
    """Records of which nothing is dated, in the order in which they were asked for."""

    def within(self, span: Span) -> Dated:
        """The same without what surely lies outside some days."""
        return self._replace(
            moments=tuple(each for each in self.moments if each.span.may_meet(span))
        )


def sources_of_dates(
    connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it
) -> list[Source]:
    """The sources that records cite for what is dated of them, in the order of their keys.

    Args:
        connection: of an open store.
        ids: of the records.
        report: told of what is damaged, which is left out.
    """
    keys = {key for batch in in_batches(ids) for (key,) in select(connection, _CITED, batch)}
    return read_sources(connection, keys, report=report)


def dated(connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it) -> Dated:
    """Collect all that is dated of some records.

    Args:
        connection: of an open store.
        ids: of the records.
        report: told of what is damaged, which is left out.
    """
    moments: list[Moment] = []
    undated: list[int] = []
    words: dict[str, str] = {}
    for batch in in_batches(ids):
        known = owners(connection, batch, report)
        found = list(_moments(connection, batch, known, words, report))
        moments += found
        shown = {moment.record.key for moment in found}
        undated += [i for i in batch if i in known and known[i].key not in shown]
    # First by the last, so that no pair is made for each: thousands share a few hundred spans.
    moments.sort(key=lambda moment: moment.record.key)
    ends = {id(moment.span): moment.span[:2] for moment in moments}
    moments.sort(key=lambda moment: ends[id(moment.span)])
    rows = rows_by_id(connection, undated, leave_out)  # what is damaged has been told
    return Dated(tuple(moments), tuple(rows[i] for i in undated if i in rows))


def _moments(
    connection: sqlite3.Connection,
    ids: Collection[int],
    known: dict[int, Owner],
    words: dict[str, str],
    report: Report,
) -> Iterator[Moment]:
    """What is dated of some records; what many facts have is there once, in `words`."""
    facts = select(connection, _FACTS, ids)
    facts.sort()  # as they were written; to have SQLite do it takes a quarter of all the time
    are_texts = is_text(chain.from_iterable(columns[2:] for columns in facts))
    once = words.setdefault
    spans: dict[str, Span] = {}  # of hundreds of facts most have a date that another has, too
    for number, _, name, value, *texts, of, date, state in facts:
        if (owner := known.get(number)) is None:
            continue
        is_readable = are_texts or is_text((name, value, *texts, of, date, state))
        when = _date_of(name, value, date) if is_readable else ""
        if (span := spans.get(when)) is None:
            problem = date_problem(when) if is_readable else NOT_A_TEXT
            if problem:
                report(DamagedRowError(owner.key, Problem((), problem)))
                continue
            if not when:
                continue
            span = spans[when] = span_of(when)
        said = once(name, name), once(value, value), *texts
        about = once(of, of), once(date, date), once(state, state)
        yield Moment._make((owner, span, *said, *about))


def _date_of(name: str, value: str, when: str) -> str:
    """When a fact was so, or the date that it is; empty for neither."""
    return when or (value if name in _DATES else "")
