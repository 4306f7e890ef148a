"""Rows to whole records, many at once: a batch takes at most seven statements."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.errors import DamagedRowError
from store.model.reading.other_fields import from_json
from store.model.records import Aliases, Bilingual, Fact, Qualifiers, Record, Relation
from store.tables.batches import LISTED, in_batches, select
from store.tables.citations import Citations, citations_of_records
from store.tables.list_rows import DETAILS, TYPE
from store.tables.soundness import Report, is_text, raise_it, refuse_damaged_record
from store.typed import Final

_HEADS: Final = (
    f"SELECT records.id, key, kind, {TYPE}, collection, coalesce(confidence, ''), name_en, name_ar,"
    " summary_en, summary_ar, coalesce(standing, ''), latitude, longitude, other_fields"
    f" FROM records{DETAILS} WHERE records.id IN {LISTED}"
)

_FACTS: Final = (
    "SELECT record, id, property, value, text_en, text_ar, note_en, note_ar, coalesce(of, ''),"
    " date, coalesce(state, ''), EXISTS (SELECT 1 FROM fact_places WHERE fact = facts.id)"
    f" FROM facts WHERE record IN {LISTED} ORDER BY record, id"
)
_PLACES: Final = (
    "SELECT fact, role, key FROM fact_places JOIN records ON records.id = zone"
    f" WHERE fact IN (SELECT id FROM facts WHERE record IN {LISTED})"
    " ORDER BY fact, role, fact_places.position"
)


def record_id(connection: sqlite3.Connection, key: str) -> int | None:
    """The id of the record with that key, None where there is none."""
    found = connection.execute("SELECT id FROM records WHERE key = ?", (key,)).fetchone()
    return found[0] if found else None


def record_ids(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, int]:
    """The ids of records by their keys, in the order of `keys`; unknown ones are left out."""
    found: dict[str, int] = dict(
        select(connection, f"SELECT key, id FROM records WHERE key IN {LISTED}", keys)
    )
    return {key: found[key] for key in keys if key in found}


def summaries(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, Bilingual]:
    """The summaries of records by their keys, without those that have gone or are no text."""
    asked = f"SELECT key, summary_en, summary_ar FROM records WHERE key IN {LISTED}"
    return {
        key: Bilingual(*texts) for key, *texts in select(connection, asked, keys) if is_text(texts)
    }


def read_record(
    connection: sqlite3.Connection, number: int, *, with_citations: bool = True
) -> Record:
    """The record with that id, whole, or without its citations where only its text is wanted."""
    ((_, record),) = read_records(connection, [number], with_citations=with_citations)
    return record


def read_records(
    connection: sqlite3.Connection,
    ids: Iterable[int],
    *,
    with_citations: bool = True,
    report: Report = raise_it,
) -> Iterator[tuple[int, Record]]:
    """Whole records with their ids, in the order of `ids`, read in batches.

    Args:
        connection: of an open store.
        ids: of the records; an id that no record has is passed over.
        with_citations: False where only texts are wanted.
        report: told of records that are damaged, which are left out.
    """
    for batch in in_batches(ids):
        for number, record in _read_batch(connection, batch, with_citations=with_citations):
            try:
                refuse_damaged_record(record)
            except DamagedRowError as error:
                report(error)
            else:
                yield number, record


def every_record(
    connection: sqlite3.Connection, report: Report = raise_it
) -> Iterator[tuple[int, Record]]:
    """All records with their ids, in the order of their keys; `report` as in `read_records`."""
    ids = [number for (number,) in connection.execute("SELECT id FROM records ORDER BY key")]
    return read_records(connection, ids, report=report)


def _read_batch(
    connection: sqlite3.Connection, ids: list[int], *, with_citations: bool
) -> Iterator[tuple[int, Record]]:
    citations = citations_of_records(connection, ids) if with_citations else {}
    heads = {head[0]: head[1:] for head in select(connection, _HEADS, ids)}
    aliases = _aliases(connection, ids)
    facts = _facts(connection, ids, citations)
    relations = _relations(connection, ids, citations)
    external = _external(connection, ids)
    for number in ids:
        if number not in heads:
            continue
        (key, kind, kind_type, collection, confidence, name_en, name_ar, summary_en, summary_ar,
         standing, latitude, longitude, other_fields) = heads[number]  # fmt: skip
        yield (
            number,
            Record(
                key=key,
                kind=kind,
                type=kind_type,
                collection=collection,
                confidence=confidence,
                name=Bilingual(name_en, name_ar),
                aliases=aliases.get(number, Aliases()),
                summary=Bilingual(summary_en, summary_ar),
                standing=standing,
                coordinates=None if latitude is None else (latitude, longitude),
                citations=citations.get(("record", number), ()),
                facts=tuple(facts.get(number, ())),
                relations=tuple(relations.get(number, ())),
                external=tuple(external.get(number, ())),
                other_fields=from_json(other_fields),
            ),
        )


def _aliases(connection: sqlite3.Connection, ids: list[int]) -> Mapping[int, Aliases]:
    found: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for number, language, text in select(
        connection,
        f"SELECT record, language, text FROM names WHERE record IN {LISTED} AND role = 'alias'"
        " ORDER BY record, position",
        ids,
    ):
        found[number][language == "ar"].append(text)
    return {number: Aliases(tuple(en), tuple(ar)) for number, (en, ar) in found.items()}


def _facts(
    connection: sqlite3.Connection, ids: list[int], citations: Citations
) -> Mapping[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    rows = select(connection, _FACTS, ids)
    places = _places(connection, ids) if any(row[-1] for row in rows) else {}
    for number, fact_id, name, value, text_en, text_ar, *note, of, when, state, _ in rows:
        written = Bilingual(text_en, text_ar) if value is None else value
        cited = citations.get(("fact", fact_id), ())
        origins, destinations = (tuple(places.get((fact_id, role), ())) for role in ("from", "to"))
        about = Qualifiers(of, origins, destinations, when, state)
        found[number].append(Fact(name, written, Bilingual(*note), cited, about))
    return found


def _places(connection: sqlite3.Connection, ids: list[int]) -> Mapping[tuple[int, str], list[str]]:
    """Keys of the zones that facts name, by fact and role."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for fact, role, key in select(connection, _PLACES, ids):
        found[fact, role].append(key)
    return found


def _relations(
    connection: sqlite3.Connection, ids: list[int], citations: Citations
) -> Mapping[int, list[Relation]]:
    found: dict[int, list[Relation]] = defaultdict(list)
    rows = select(
        connection,
        "SELECT subject, relations.id, predicate, records.key, since, until, as_of, note_en,"
        " note_ar, disputed FROM relations JOIN records ON records.id = object"
        f" WHERE subject IN {LISTED} ORDER BY subject, position",
        ids,
    )
    for number, relation_id, predicate, target, since, until, as_of, *note, disputed in rows:
        cited = citations.get(("relation", relation_id), ())
        found[number].append(
            Relation(
                predicate, target, since, until, Bilingual(*note), bool(disputed), cited, as_of
            )
        )
    return found


def _external(
    connection: sqlite3.Connection, ids: list[int]
) -> Mapping[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, data_set, identifier in select(
        connection,
        f"SELECT record, data_set, identifier FROM external_ids WHERE record IN {LISTED}"
        " ORDER BY record, data_set",
        ids,
    ):
        found[number].append((data_set, identifier))
    return found
