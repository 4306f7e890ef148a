"""Who cites a source, where in it, and for what."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from store.files.markdown_text import FOOTNOTE_MARK, label_of
from store.model.records import Bilingual, Citation, CitedFor, Record, Related, Relation, Row
from store.model.vocabulary import KINDS, Language
from store.sources.rows import CITING
from store.tables.batches import fetch, in_batches, listed
from store.tables.list_rows import rows_by_id
from store.tables.soundness import Report, raise_it
from store.tables.whole_records import read_records, record_ids

_KIND_PLACES: Final = {kind: place for place, kind in enumerate(KINDS)}


def cited_for(
    connection: sqlite3.Connection,
    source_key: str,
    language: Language,
    most: int,
    report: Report = raise_it,
    locators: Collection[str] | None = None,
) -> list[CitedFor]:
    """Every citation of a source, by kind and name of the record that cites it.

    Args:
        connection: of an open store.
        source_key: of the source.
        language: whose names order the records.
        most: records that are read.
        report: told of records that are damaged, which are left out.
        locators: only citations that name one of these places in it; None for all.
    """
    at = "" if locators is None else " WHERE locator IN (SELECT value FROM json_each(?))"
    statement = (
        f"SELECT DISTINCT records.id, kind, sort_{language} FROM ({CITING}{at})"
        " JOIN sources ON sources.id = source JOIN records ON records.id = record"
        " WHERE sources.key = ?"
    )
    values = [] if locators is None else [listed(locators)]
    found = fetch(connection, statement, [*values, source_key])
    found.sort(key=lambda each: (_KIND_PLACES.get(each[1], len(KINDS)), str(each[2]), each[0]))
    uses: list[CitedFor] = []
    for batch in in_batches([number for number, *_ in found[:most]]):
        rows = rows_by_id(connection, batch, report)
        records = dict(read_records(connection, batch, report=report))
        others = _others(connection, records.values(), source_key, report)
        for number in batch:
            if number in rows and number in records:
                uses += _uses(rows[number], records[number], source_key, others)
    return [each for each in uses if locators is None or each.citation.locator in locators]


def _others(
    connection: sqlite3.Connection, records: Iterable[Record], source_key: str, report: Report
) -> dict[str, Row]:
    """What lists show of the records to which some are related by what they cite a source for."""
    keys = {
        relation.object
        for record in records
        for relation in record.relations
        if any(citation.source == source_key for citation in relation.citations)
    }
    found: dict[str, Row] = {}
    for batch in in_batches(keys):
        ids = record_ids(connection, batch)
        rows = rows_by_id(connection, ids.values(), report)
        found.update((row.key, row) for row in rows.values())
    return found


def _uses(row: Row, record: Record, source_key: str, others: dict[str, Row]) -> Iterator[CitedFor]:
    for citation in _of(record.citations, source_key):
        yield CitedFor(row, citation, summary=_cited_in(record.summary, citation))
    for fact in record.facts:
        for citation in _of(fact.citations, source_key):
            yield CitedFor(row, citation, fact=fact)
    for relation in record.relations:
        for citation in _of(relation.citations, source_key):
            if relation.object in others:
                related = _related(relation, others[relation.object])
                yield CitedFor(row, citation, relation=related)


def _of(citations: tuple[Citation, ...], source_key: str) -> Iterator[Citation]:
    return (citation for citation in citations if citation.source == source_key)


def _cited_in(summary: Bilingual, citation: Citation) -> Bilingual:
    """The texts of a summary in which a citation stands."""
    return Bilingual(*(text if _holds(text, citation) else "" for text in summary))


def _holds(text: str, citation: Citation) -> bool:
    return any(label_of(label) == citation.label for label in FOOTNOTE_MARK.findall(text))


def _related(relation: Relation, other: Row) -> Related:
    return Related(
        relation.predicate,
        "out",
        other,
        relation.since,
        relation.until,
        relation.note,
        relation.disputed,
        relation.citations,
        relation.as_of,
    )
