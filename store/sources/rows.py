"""The rows that a list shows of sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from store.errors import DamagedRowError, Problem
from store.model import dates
from store.model.records import Bilingual, Order, SourceRow
from store.model.vocabulary import Language
from store.tables.batches import LISTED, fetch, in_batches, listed, select
from store.tables.soundness import (
    NOT_A_TEXT,
    Report,
    date_problem,
    is_text,
    raise_it,
    readable,
)
from store.text import folding

CITING: Final = (
    "SELECT source, coalesce(citations.record, facts.record, subject) AS record FROM citations"
    " LEFT JOIN facts ON facts.id = citations.fact"
    " LEFT JOIN relations ON relations.id = citations.relation"
)
"""In SQL: a source's id and the record that cites it, for each citation."""

_COLUMNS: Final = (
    "SELECT sources.id, key, title_en, title_ar, coalesce(type, ''), publisher, date, language,"
    " url, coalesce(read, '') FROM sources"
)
_COUNTS: Final = (
    "SELECT source, count(*) FROM ("
    "SELECT source, record FROM citations WHERE record IS NOT NULL"
    " UNION SELECT source, facts.record FROM citations JOIN facts ON facts.id = fact"
    " UNION SELECT source, subject FROM citations JOIN relations ON relations.id = relation"
    ") GROUP BY source"
)
"""Of all sources: half the time of `CITING`, which looks in every table for each citation."""


def every_row(connection: sqlite3.Connection, report: Report = raise_it) -> dict[int, SourceRow]:
    """What a list shows of each source, by id.

    Args:
        connection: of an open store.
        report: told of what is damaged, without which the source is listed.
    """
    counts = dict(fetch(connection, _COUNTS))
    return dict(_rows(fetch(connection, f"{_COLUMNS} ORDER BY key"), counts, report))


def rows_of(
    connection: sqlite3.Connection, keys: Iterable[str], report: Report = raise_it
) -> list[SourceRow]:
    """What a list shows of the sources that have one of some keys, in the order of the keys."""
    found: dict[str, SourceRow] = {}
    wanted = [key for key in dict.fromkeys(keys) if is_text([key])]
    for batch in in_batches(wanted):
        columns = select(connection, f"{_COLUMNS} WHERE key IN {LISTED}", batch)
        counted = (
            f"SELECT source, count(DISTINCT record) FROM ({CITING} WHERE source IN {LISTED})"
            " GROUP BY source"
        )
        counts = dict(select(connection, counted, [each[0] for each in columns]))
        found.update((row.key, row) for _, row in _rows(columns, counts, report))
    return [found[key] for key in wanted if key in found]


def cited_by(connection: sqlite3.Connection, records: Collection[int]) -> set[int]:
    """Ids of the sources that records cite themselves, in their facts and in what they relate."""
    found: set[int] = set()
    for batch in in_batches(records):
        for owner in (
            f"citations.record IN {LISTED}",
            f"fact IN (SELECT id FROM facts WHERE record IN {LISTED})",
            f"relation IN (SELECT id FROM relations WHERE subject IN {LISTED})",
        ):
            statement = f"SELECT DISTINCT source FROM citations WHERE {owner}"
            found.update(number for (number,) in select(connection, statement, batch))
    return found


def citing_records(connection: sqlite3.Connection, rows: Iterable[SourceRow]) -> str:
    """Ids of the records that cite some sources, as a JSON list."""
    keys = listed([row.key for row in rows])
    found = fetch(
        connection,
        f"SELECT DISTINCT record FROM ({CITING}) WHERE source IN"
        " (SELECT id FROM sources WHERE key IN (SELECT value FROM json_each(?)))",
        (keys,),
    )
    return listed([number for (number,) in found])


def in_order(rows: Iterable[SourceRow], order: Order, language: Language) -> list[SourceRow]:
    """Sources in an order of lists: by title, date, number of records that cite them, or newest."""
    by_title = sorted(
        rows, key=lambda row: (folding.fold(row.name.prefer(language)).strip(), row.key)
    )
    if order == "links":
        return sorted(by_title, key=lambda row: -row.citing)
    if order == "name":
        return by_title
    dated = [row for row in by_title if row.date]
    dated.sort(key=lambda row: dates.sort_key(row.date), reverse=order == "newest")
    return [*dated, *(row for row in by_title if not row.date)]


def _rows(
    found: Iterable[tuple[Any, ...]], counts: Mapping[int, int], report: Report
) -> Iterator[tuple[int, SourceRow]]:
    for number, *texts in found:
        row = _row(texts, counts.get(number, 0))
        if problem := _problem(row):
            report(DamagedRowError(readable(row.key), problem))
            row = _row([readable(text) for text in texts], row.citing)
            row = row._replace(date="" if date_problem(row.date) else row.date)
        if row.key:
            yield number, row


def _row(texts: Sequence[Any], citing: int) -> SourceRow:
    key, title_en, title_ar, kind_type, publisher, date, language, url, read = texts
    title = Bilingual(title_en, title_ar)
    return SourceRow(key, title, kind_type, publisher, date, language, url, read, citing)


def _problem(row: SourceRow) -> Problem | None:
    texts = (row.key, *row.name, row.type, row.publisher, row.date, row.language, row.url, row.read)
    if not is_text(texts):
        return Problem((), NOT_A_TEXT)
    reason = date_problem(row.date)
    return Problem(("date",), reason) if reason else None
