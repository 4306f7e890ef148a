"""The rows that a list shows: in an order, a page at a time, or of records that are known by id."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise

from store.errors import ChangedMeanwhileError, DamagedRowError, Problem
from store.model.records import Bilingual, Order, Row
from store.model.vocabulary import KINDS, Kind, Language
from store.tables.batches import LISTED, fetch, in_batches, listed, select
from store.tables.connection import explained
from store.tables.marks import MARKED
from store.tables.soundness import (
    NAMELESS,
    NOT_A_TEXT,
    Report,
    date_problem,
    has_name,
    is_text,
    raise_it,
    readable,
    unknown_word,
)
from store.typed import Final, overload

TYPE: Final = "coalesce(zones.type, agreements.type, actors.type, consequences.type, '')"
DETAILS: Final = (
    " LEFT JOIN zones ON zones.record = records.id"
    " LEFT JOIN agreements ON agreements.record = records.id"
    " LEFT JOIN actors ON actors.record = records.id"
    " LEFT JOIN consequences ON consequences.record = records.id"
)
_PREFERRED_DATE: Final = (
    "coalesce((SELECT value FROM facts WHERE facts.record = records.id AND position = 0"
    " AND first_year IS NOT NULL AND date = '' ORDER BY facts.id LIMIT 1), '')"
)
_ROWS: Final = (
    f"SELECT records.id, key, kind, {TYPE}, name_en, name_ar, {_PREFERRED_DATE}, {MARKED}"
    f" FROM records{DETAILS} WHERE records.id IN "
)
_FAR_ENDS: Final = (
    f"(SELECT object FROM relations WHERE subject IN {LISTED}"
    f" UNION SELECT subject FROM relations WHERE object IN {LISTED})"
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

    It shows the store as it is when a page is read; after a write, ask for new rows. Where that
    write left fewer of them, reading further raises `ChangedMeanwhileError`.
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
        report: Report = raise_it,
    ) -> None:
        self._connection = connection
        self._path = path  # for what is said when reading a page fails
        self._report = report
        self._where = " WHERE kind = ?" if kind else _of_known_kind(connection, report)
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
        rows = self._page(page)
        if place >= len(rows):
            raise ChangedMeanwhileError(self._path)
        return rows[place]

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
        found = rows_by_id(self._connection, ids, self._report)
        if not found.keys() >= set(ids):
            raise ChangedMeanwhileError(self._path)
        return [found[record_id] for record_id in ids]


def in_order(
    connection: sqlite3.Connection, ids: Collection[int], order: Order, language: Language
) -> list[int]:
    """The ids of some records, in an order that lists have; those that no record has are left out.

    Args:
        connection: of an open store.
        ids: of the records, any number of them.
        order: as of `Rows`.
        language: whose names order records that are otherwise alike.
    """
    links = f", {_LINKS}" if order == "links" else ""
    statement = (
        f"SELECT id{links} FROM records WHERE id IN (SELECT value FROM json_each(?))"
        f" ORDER BY {_ORDERS[order, language]}"
    )
    return [row[0] for row in connection.execute(statement, (listed(ids),))]


def rows_by_id(
    connection: sqlite3.Connection, ids: Iterable[int], report: Report = raise_it
) -> dict[int, Row]:
    """What a list shows of the records with those ids.

    Args:
        connection: of an open store.
        ids: of the records; one that no record has is passed over.
        report: told of what is damaged; a record of unknown kind is left out, any other is listed
            with what can be read of it.
    """
    found: dict[int, Row] = {}
    for batch in in_batches(ids):
        found |= _read_rows(connection, LISTED, batch, report)
    return found


def rows_at_far_ends(
    connection: sqlite3.Connection, ids: Collection[int], report: Report = raise_it
) -> dict[int, Row]:
    """What a list shows of the records to which a batch of others is related, as `rows_by_id`."""
    return _read_rows(connection, _FAR_ENDS, ids, report)


def _read_rows(
    connection: sqlite3.Connection, chosen: str, ids: Collection[int], report: Report
) -> dict[int, Row]:
    rows = {}
    found = select(connection, _ROWS + chosen, ids)
    # Asked of all at once, as nearly always all are.
    are_texts = is_text(chain.from_iterable(columns[1:-1] for columns in found))
    for number, *columns in found:
        row = _row(*columns)
        problem = _problem(row, is_readable=are_texts)
        if problem:
            report(DamagedRowError(readable(row.key), problem))
            row = _readable(row)
        if row.kind in KINDS:
            rows[number] = row
    return rows


def _row(
    key: str, kind: Kind, kind_type: str, name_en: str, name_ar: str, date: str, marked: int
) -> Row:
    return Row(key, kind, kind_type, Bilingual(name_en, name_ar), date, bool(marked))


def _problem(row: Row, *, is_readable: bool) -> Problem | None:
    if not (is_readable or is_text((row.key, row.kind, row.type, *row.name, row.date))):
        return Problem((), NOT_A_TEXT)
    if row.kind not in KINDS:
        return unknown_word(("kind",), row.kind)
    if not has_name(row.name):
        return NAMELESS
    reason = date_problem(row.date)
    return Problem(("date",), reason) if reason else None


def _readable(row: Row) -> Row:
    """The row without what cannot be shown."""
    date = readable(row.date)
    key = readable(row.key)
    name = Bilingual(*map(readable, row.name))
    return row._replace(
        key=key,
        type=readable(row.type),
        name=name if has_name(name) else Bilingual(key or '""'),
        date="" if date_problem(date) else date,
    )


def _of_known_kind(connection: sqlite3.Connection, report: Report) -> str:
    """A condition that leaves out records of unknown kind; none where, as a rule, there are none.

    It is looked for between the known kinds, in the index of kinds, which takes no time.
    """
    *_, last = known = sorted(KINDS)
    gaps = [f"kind < '{known[0]}'", f"kind > '{last}'"]
    gaps += [f"(kind > '{a}' AND kind < '{b}')" for a, b in pairwise(known)]
    strange = [
        found
        for gap in gaps
        for found in fetch(connection, f"SELECT key, kind FROM records WHERE {gap} LIMIT 100")
    ]
    for key, kind in strange:
        report(DamagedRowError(readable(key), unknown_word(("kind",), readable(kind))))
    return f" WHERE kind IN ({', '.join(map(repr, known))})" if strange else ""
