"""Rows to records: one record whole, the rows a list shows, and what is related to what."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal, overload

from store.model.records import (
    Aliases,
    Bilingual,
    Citation,
    Direction,
    Fact,
    Origin,
    Record,
    Related,
    Relation,
    Row,
    Source,
)
from store.model.vocabulary import Kind, Language
from store.tables.connection import explained
from store.tables.marks import MARKED

Order = Literal["name", "date", "links", "newest"]

_TYPE: Final = "coalesce(zones.type, agreements.type, actors.type, consequences.type, '')"
_DETAILS: Final = (
    " LEFT JOIN zones ON zones.record = records.id"
    " LEFT JOIN agreements ON agreements.record = records.id"
    " LEFT JOIN actors ON actors.record = records.id"
    " LEFT JOIN consequences ON consequences.record = records.id"
)
_PREFERRED_DATE: Final = (
    "coalesce((SELECT value FROM facts WHERE facts.record = records.id AND position = 0"
    " AND first_year IS NOT NULL ORDER BY facts.id LIMIT 1), '')"
)
_ROW: Final = (
    f"SELECT records.id, key, kind, {_TYPE}, name_en, name_ar, {_PREFERRED_DATE}, {MARKED}"
    f" FROM records{_DETAILS}"
)
_ORDERS: Final[dict[tuple[Order, Language], str]] = {
    ("name", "en"): "sort_en, id",
    ("name", "ar"): "sort_ar, id",
    ("date", "en"): "sort_date = '', sort_date, sort_en, id",
    ("date", "ar"): "sort_date = '', sort_date, sort_ar, id",
    ("links", "en"): "links DESC, sort_en, id",
    ("links", "ar"): "links DESC, sort_ar, id",
    ("newest", "en"): "id DESC",
    ("newest", "ar"): "id DESC",
}
_LINKS: Final = (
    "(SELECT count(*) FROM relations WHERE subject = records.id)"
    " + (SELECT count(*) FROM relations WHERE object = records.id) AS links"
)


class Rows(Sequence[Row]):
    """The records of a list in order, read a page at a time as they are asked for.

    It shows the store as it is when a page is read; after a write, ask for new rows.
    """

    _PAGE: Final = 128
    _PAGES_KEPT: Final = 16

    def __init__(
        self,
        connection: sqlite3.Connection,
        kind: Kind | None,
        order: Order,
        language: Language,
        *,
        path: str,
    ) -> None:
        self._connection = connection
        self._path = path  # for what is said when reading a page fails
        self._where = " WHERE kind = ?" if kind else ""
        self._values: tuple[str, ...] = (kind,) if kind else ()
        links = f", {_LINKS}" if order == "links" else ""
        self._order = (
            f"SELECT id{links} FROM records{self._where} ORDER BY {_ORDERS[order, language]}"
        )
        (self._length,) = connection.execute(
            f"SELECT count(*) FROM records{self._where}", self._values
        ).fetchone()
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def __len__(self) -> int:
        return int(self._length)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(index)
        page, place = divmod(position, self._PAGE)
        return self._page(page)[place]

    def position(self, key: str) -> int | None:
        """Where in the list the record with that key stands, or None where it does not."""
        with explained(self._path):
            found = self._connection.execute(
                "SELECT place FROM (SELECT id, row_number() OVER () - 1 AS place"
                f" FROM ({self._order})) WHERE id = (SELECT id FROM records WHERE key = ?)",
                (*self._values, key),
            ).fetchone()
        return found[0] if found else None

    def _page(self, number: int) -> list[Row]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        with explained(self._path):
            self._pages[number] = self._read_page(number)
        if len(self._pages) > self._PAGES_KEPT:
            self._pages.popitem(last=False)
        return self._pages[number]

    def _read_page(self, number: int) -> list[Row]:
        ids = [
            row[0]
            for row in self._connection.execute(
                f"{self._order} LIMIT ? OFFSET ?",
                (*self._values, self._PAGE, number * self._PAGE),
            )
        ]
        found = rows_by_id(self._connection, ids)
        return [found[record_id] for record_id in ids]


def rows_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Row]:
    """What a list shows of the records with those ids."""
    found: dict[int, Row] = {}
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        marks = ", ".join("?" * len(some))
        for record_id, *columns in connection.execute(
            f"{_ROW} WHERE records.id IN ({marks})", some
        ):
            found[record_id] = _row(*columns)
    return found


def _row(
    key: str, kind: Kind, kind_type: str, name_en: str, name_ar: str, date: str, marked: int
) -> Row:
    return Row(key, kind, kind_type, Bilingual(name_en, name_ar), date, bool(marked))


def record_id(connection: sqlite3.Connection, key: str) -> int | None:
    """The id of the record with that key, None where there is none."""
    found = connection.execute("SELECT id FROM records WHERE key = ?", (key,)).fetchone()
    return found[0] if found else None


def read_record(
    connection: sqlite3.Connection, number: int, *, with_citations: bool = True
) -> Record:
    """The record with that id, whole, or without its citations where only its text is wanted."""
    cited = _citations if with_citations else _no_citations
    (key, kind, kind_type, collection, confidence, name_en, name_ar, summary_en, summary_ar,
     standing, latitude, longitude) = connection.execute(
        f"SELECT key, kind, {_TYPE}, collection, coalesce(confidence, ''), name_en, name_ar,"
        f" summary_en, summary_ar, coalesce(standing, ''), latitude, longitude"
        f" FROM records{_DETAILS}"
        " WHERE records.id = ?",
        (number,),
    ).fetchone()  # fmt: skip
    return Record(
        key=key,
        kind=kind,
        type=kind_type,
        collection=collection,
        confidence=confidence,
        name=Bilingual(name_en, name_ar),
        aliases=_aliases(connection, number),
        summary=Bilingual(summary_en, summary_ar),
        standing=standing,
        coordinates=None if latitude is None else (latitude, longitude),
        citations=cited(connection, "record", number).get(number, ()),
        facts=_facts(connection, number, cited),
        relations=_relations(connection, number, cited),
        external=tuple(
            connection.execute(
                "SELECT data_set, identifier FROM external_ids WHERE record = ?", (number,)
            )
        ),
    )


def every_record(connection: sqlite3.Connection) -> Iterator[Record]:
    """All records in the order of their keys, read one by one."""
    for (number,) in connection.execute("SELECT id FROM records ORDER BY key"):
        yield read_record(connection, number)


def _aliases(connection: sqlite3.Connection, number: int) -> Aliases:
    found: dict[str, list[str]] = {"en": [], "ar": []}
    for language, text in connection.execute(
        "SELECT language, text FROM names WHERE record = ? AND role = 'alias' ORDER BY position",
        (number,),
    ):
        found[language].append(text)
    return Aliases(tuple(found["en"]), tuple(found["ar"]))


def _facts(connection: sqlite3.Connection, number: int, cited: _Citations) -> tuple[Fact, ...]:
    citations = cited(connection, "fact", number, "fact IN (SELECT id FROM facts WHERE record = ?)")
    return tuple(
        Fact(
            name,
            Bilingual(text_en, text_ar) if value is None else value,
            Bilingual(note_en, note_ar),
            citations.get(fact_id, ()),
        )
        for fact_id, name, value, text_en, text_ar, note_en, note_ar in connection.execute(
            "SELECT id, property, value, text_en, text_ar, note_en, note_ar FROM facts"
            " WHERE record = ? ORDER BY id",
            (number,),
        )
    )


def _relations(
    connection: sqlite3.Connection, number: int, cited: _Citations
) -> tuple[Relation, ...]:
    citations = cited(
        connection, "relation", number, "relation IN (SELECT id FROM relations WHERE subject = ?)"
    )
    return tuple(
        Relation(
            predicate,
            target,
            since,
            until,
            Bilingual(note_en, note_ar),
            bool(disputed),
            citations.get(relation_id, ()),
        )
        for relation_id, predicate, target, since, until, note_en, note_ar, disputed in (
            connection.execute(
                "SELECT relations.id, predicate, records.key, since, until, note_en, note_ar,"
                " disputed FROM relations JOIN records ON records.id = object"
                " WHERE subject = ? ORDER BY position",
                (number,),
            )
        )
    )


def related(connection: sqlite3.Connection, number: int) -> list[Related]:
    """The relations of a record in both directions, by predicate in the vocabulary's order."""
    citations = _citations(
        connection,
        "relation",
        number,
        "relation IN (SELECT id FROM relations WHERE ?1 IN (subject, object))",
    )
    ends: list[tuple[Any, ...]] = connection.execute(
        "SELECT relations.id, predicate, symmetric, subject, object, since, until, note_en,"
        " note_ar, disputed FROM relations JOIN predicates ON predicates.key = predicate"
        " WHERE subject = ?1 OR object = ?1"
        " ORDER BY predicates.position, subject <> ?1 AND NOT symmetric, relations.position,"
        " relations.id",
        (number,),
    ).fetchall()
    others = rows_by_id(connection, list({e[4] if e[3] == number else e[3] for e in ends}))
    return [
        Related(
            predicate=predicate,
            direction=_direction(subject == number or bool(symmetric)),
            other=others[target if subject == number else subject],
            since=since,
            until=until,
            note=Bilingual(note_en, note_ar),
            disputed=bool(disputed),
            citations=citations.get(relation_id, ()),
        )
        for relation_id, predicate, symmetric, subject, target, since, until, note_en, note_ar,
        disputed in ends
    ]  # fmt: skip


def _direction(outward: bool) -> Direction:
    return "out" if outward else "in"


def _citations(
    connection: sqlite3.Connection, owner: str, number: int, condition: str = "record = ?"
) -> dict[int, tuple[Citation, ...]]:
    found: dict[int, list[Citation]] = defaultdict(list)
    for owner_id, source, locator in connection.execute(
        f"SELECT {owner}, sources.key, locator FROM citations"
        f" JOIN sources ON sources.id = source WHERE {condition} ORDER BY {owner}, position",
        (number,),
    ):
        found[owner_id].append(Citation(source, locator))
    return {owner_id: tuple(citations) for owner_id, citations in found.items()}


def _no_citations(
    connection: sqlite3.Connection,
    owner: str,
    number: int,
    condition: str = "",
) -> dict[int, tuple[Citation, ...]]:
    return {}


_Citations = Callable[..., dict[int, tuple[Citation, ...]]]


def read_source(connection: sqlite3.Connection, key: str) -> Source | None:
    """The source with that key, None where there is none."""
    found = connection.execute(
        "SELECT id, type, title_en, title_ar, publisher, relays, date, language, url, sha256,"
        " note_en, note_ar FROM sources WHERE key = ?",
        (key,),
    ).fetchone()
    if found is None:
        return None
    number, kind_type, title_en, title_ar, publisher, relays, *rest = found
    date, language, url, sha256, *note = rest
    return Source(
        key=key,
        title=Bilingual(title_en, title_ar),
        type=kind_type or "",
        publisher=publisher,
        relays=relays,
        date=date,
        language=language,
        url=url,
        sha256=sha256,
        sentences=tuple(
            connection.execute(
                'SELECT start, "end" FROM sentences WHERE source = ? ORDER BY number', (number,)
            )
        ),
        note=Bilingual(*note),
    )


def read_origin(connection: sqlite3.Connection, key: str) -> Origin:
    """The file that a record or source was read from, empty where it was not."""
    for table in ("records", "sources"):
        found = connection.execute(f"SELECT file, line FROM {table} WHERE key = ?", (key,))
        row = found.fetchone()
        if row:
            return Origin(*row)
    return Origin()


def citing(connection: sqlite3.Connection, source_key: str) -> list[tuple[str, str]]:
    """Key of the citing record and locator, for each citation of a source."""
    return connection.execute(
        "SELECT records.key, locator FROM citations JOIN sources ON sources.id = source"
        " LEFT JOIN facts ON facts.id = citations.fact"
        " LEFT JOIN relations ON relations.id = citations.relation"
        " JOIN records ON records.id = coalesce(citations.record, facts.record, subject)"
        " WHERE sources.key = ? ORDER BY records.key, locator",
        (source_key,),
    ).fetchall()
