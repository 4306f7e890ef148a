"""The rows that a list shows, read at a glance: of all records in order, or of what was found.

As in `digests`: before `sqlite3` has been loaded, without waiting, and rather not at all than
wrongly. What `store.tables` would tell of as damaged is not read here.
"""

from __future__ import annotations

from store.glance.digests import (
    FOUND,
    LINES_AROUND,
    TOLD,
    Sight,
    asked,
    digest,
    ids_in_order,
    numbers,
    order_by,
    read,
)
from store.typed import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

Shown = tuple[str, str, str, str, str]
"""What is drawn of a record: key, kind, English name, Arabic name, date (EDTF)."""

_KINDS: Final = frozenset({"zone", "agreement", "actor", "consequence"})
_ROWS: Final = (
    "SELECT id, key, kind, name_en, name_ar, coalesce((SELECT value FROM facts"
    " WHERE facts.record = records.id AND position = 0 AND first_year IS NOT NULL AND date = ''"
    " ORDER BY facts.id LIMIT 1), ''),"
    " key IN (SELECT value FROM json_each("
    "(SELECT value FROM settings WHERE name = 'marked' AND json_valid(value))))"
    " FROM records WHERE "
)
_WORDS: Final = "SELECT value FROM settings WHERE name IN ('vocabulary', 'lexicon') ORDER BY name"
_MARKED: Final = 2
"""The statement of `TOLD` that tells which records are marked."""


class Listed:
    """Some rows of a list, and where they stand in it."""

    __slots__ = ("count", "cursor", "first", "marked", "rows")

    def __init__(
        self, rows: list[Shown], marked: set[str], *, first: int = 0, cursor: int = 0, count: int
    ) -> None:
        """Take what was read.

        Args:
            rows: one after the other, those in sight and those around them; of what was found,
                those that were in sight, in any order.
            marked: keys of those that the user has marked.
            first: the place of the first of them in the list.
            cursor: the place of the record that is shown; of the first one where it is not listed.
            count: how many the list has.
        """
        self.rows, self.marked = rows, marked
        self.first, self.cursor, self.count = first, cursor, count


def listed(path: str, line: str, order: str) -> Listed | None:
    """The rows of the list that is seen, as they are now.

    Args:
        path: of the store's file.
        line: what is seen, see `store.glance.digests.written`.
        order: what `order_of` told of what was found; empty where all records are listed.

    Returns:
        None where it cannot be told without waiting or writing, or something else is found.
    """

    def told(connection: Connection) -> Listed | None:
        sight = read(line)
        if sight.top >= 0:
            return _in_order(connection, sight)
        return _found(connection, sight) if order == _order(connection, sight) else None

    return asked(path, told, None)


def order_of(path: str, line: str) -> str:
    """A digest of all on which it depends what a search finds, in which order and why.

    Args:
        path: of the store's file.
        line: what is seen.

    Returns:
        Empty where all records are listed, or it cannot be told.
    """

    def told(connection: Connection) -> str:
        sight = read(line)
        return "" if sight.top >= 0 else _order(connection, sight)

    return asked(path, told, "")


def _order(connection: Connection, sight: Sight) -> str:
    connection.text_factory = bytes
    statements = (*TOLD[:_MARKED], _WORDS, *TOLD[_MARKED + 1 :], *FOUND)
    told = [connection.execute(each).fetchall() for each in statements]
    marks = ", ".join("?" * len(sight.keys))
    statement = f"SELECT id, key FROM records WHERE key IN ({marks}) ORDER BY id"
    return digest([*told, connection.execute(statement, sight.keys).fetchall()])


def _found(connection: Connection, sight: Sight) -> Listed:
    connection.text_factory = str
    marks = ", ".join("?" * len(sight.keys))
    rows, marked = _rows(connection, f"key IN ({marks})", sight.keys)
    return Listed(list(rows.values()), marked, count=len(rows))


def _in_order(connection: Connection, sight: Sight) -> Listed:
    counts = dict(connection.execute("SELECT kind, count(*) FROM records GROUP BY kind").fetchall())
    if not counts.keys() <= _KINDS:
        raise ValueError("a kind that nobody knows")
    count = counts.get(sight.kind, 0) if sight.kind else sum(counts.values())
    cursor, height = _cursor(connection, sight), len(sight.keys)
    top = max(0, cursor - height + 1)
    first = max(0, top - LINES_AROUND)
    ids = ids_in_order(connection, sight, first, top - first + height + LINES_AROUND)
    rows, marked = _rows(connection, f"id IN ({numbers(ids)})")
    in_order = [rows[each] for each in ids]
    return Listed(in_order, marked, first=first, cursor=cursor, count=count)


def _cursor(connection: Connection, sight: Sight) -> int:
    """How many stand before the record that is shown, none where it is not listed itself."""
    kind = sight.kind or None
    its_own = "FROM records WHERE key = ? AND (? IS NULL OR kind = ?)"
    found = connection.execute(f"SELECT id {its_own}", (sight.record, kind, kind)).fetchone()
    if not found:
        return 0
    columns, comes_before = order_by(sight), "<"
    if columns.endswith(" DESC"):
        columns, comes_before = columns.removesuffix(" DESC"), ">"
    where = "kind = ? AND" if kind else ""
    values = (kind, *found) if kind else found
    statement = (
        f"SELECT count(*) FROM records WHERE {where} ({columns}) {comes_before}"
        f" (SELECT {columns} FROM records WHERE id = ?)"
    )
    (before,) = connection.execute(statement, values).fetchone()
    return int(before)


def _rows(
    connection: Connection, where: str, values: Iterable[str] = ()
) -> tuple[dict[int, Shown], set[str]]:
    rows: dict[int, Shown] = {}
    marked = set()
    for number, *shown, is_marked in connection.execute(_ROWS + where, tuple(values)):
        key, kind, name_en, name_ar, date = shown
        is_sound = all(isinstance(each, str) for each in shown) and kind in _KINDS
        if not is_sound or not (name_en.strip() or name_ar.strip()):
            raise ValueError("a damaged row")
        rows[number] = key, kind, name_en, name_ar, date
        if is_marked:
            marked.add(key)
    return rows, marked
