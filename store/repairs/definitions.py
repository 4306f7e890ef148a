"""Entries by which SQLite finds the tables of a store, given back where they are damaged.

An entry says what its name stands for, how it is defined, and on which page its rows begin. All
stores of a model are made alike, so that a new one tells what is lost of it; the rows are there.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from typing import Final

from store.errors import Sentence
from store.examination.examination import Damage
from store.examination.examinations.schema import DERIVED
from store.examination.new_store import definitions, new_store
from store.tuples import NamedTuple
from store.upkeep.database import pragma

_PAGE_SIZE: Final = slice(16, 18)
_FIRST_FREE: Final = slice(32, 36)
_BEGINNINGS: Final = frozenset({2, 5, 10, 13})
"""With which a page begins that holds rows, or leads to others that do."""
_ENTRIES: Final = (
    "SELECT CAST(name AS BLOB), CAST(type AS BLOB), rootpage, CAST(sql AS BLOB) FROM sqlite_schema"
)


class _Entry(NamedTuple):
    """What a schema has under one name; bytes, as they may be no text."""

    type: bytes
    page: int
    """The first of its pages."""
    sql: bytes


def give_definitions(copy: sqlite3.Connection) -> list[Damage]:
    """Let each table that cannot be found, or not be read, be found where it was made.

    What another table or nobody has taken since stays lost.

    Args:
        copy: of a damaged store.

    Returns:
        What was given back: nothing of it is lost.
    """
    copy.execute("PRAGMA writable_schema = ON")
    with closing(new_store()) as new:
        given = list(_Giving(copy, new).all())
    copy.execute("PRAGMA writable_schema = RESET")
    return given


class _Giving:
    def __init__(self, copy: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self._copy = copy
        self._new = new
        self._there = _entries(copy)
        self._expected = _entries(new)
        ours = self._there.keys() & self._expected.keys()
        # By ours alone: a table that somebody gave another name is taken back.
        self._taken = Counter(self._there[name].page for name in ours)

    def all(self) -> Iterator[Damage]:
        for name, definition in definitions(self._new).items():
            if definition.type != "table" or name in DERIVED:
                continue
            yield from self._given(name, self._expected[name.encode()])

    def _given(self, name: str, expected: _Entry) -> Iterator[Damage]:
        entry = self._there.get(name.encode())
        right = expected._replace(page=self._page(entry, expected))
        if entry and entry.page == right.page and self._can_be_read(name, entry):
            return
        if not right.page:
            return
        values = ("table", name, name, right.page, right.sql.decode())
        self._copy.execute(
            "DELETE FROM sqlite_schema WHERE name = ? OR rootpage = ?", (name, right.page)
        )
        self._copy.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", values)
        self._taken[right.page] += 1
        sentence = "{type} {name} was changed" if entry else "{type} {name} is missing"
        yield Damage(Sentence(sentence, type="table", name=name), is_of_index=True)

    def _page(self, entry: _Entry | None, expected: _Entry) -> int:
        """The page on which a table begins; 0 where none can be told."""
        if (
            entry
            and 0 < entry.page <= pragma(self._copy, "page_count")
            and (self._taken[entry.page] == 1 or entry.page == expected.page)
        ):
            return entry.page
        return (
            0
            if self._taken[expected.page] or not self._holds_rows(expected.page)
            else expected.page
        )

    def _can_be_read(self, name: str, entry: _Entry) -> bool:
        """Whether an entry tells of a table with the columns that it should have.

        One that has more of them or fewer was made anew by somebody, and its rows with it.
        """
        columns = _columns(self._new, name)
        there = _columns(self._copy, name) if entry.type == b"table" else []
        return bool(there) and (len(there) != len(columns) or set(there) == set(columns))

    # --- the pages of the file -------------------------------------------------------------------

    def _holds_rows(self, page: int) -> bool:
        begins = (page - 1) * self._page_size
        is_there = begins < len(self._content)
        return is_there and self._content[begins] in _BEGINNINGS and page not in self._free

    @cached_property
    def _content(self) -> bytes:
        return self._copy.serialize()

    @cached_property
    def _page_size(self) -> int:
        return _number(self._content[_PAGE_SIZE]) if self._content else 0

    @cached_property
    def _free(self) -> frozenset[int]:
        """Pages that nothing uses: https://www.sqlite.org/fileformat.html#the_freelist."""
        free: set[int] = set()
        trunk = _number(self._content[_FIRST_FREE])
        while trunk and trunk not in free:
            free.add(trunk)
            page = self._content[(trunk - 1) * self._page_size : trunk * self._page_size]
            count = min(_number(page[4:8]), len(page) // 4)
            free.update(_number(page[at : at + 4]) for at in range(8, 8 + 4 * count, 4))
            trunk = _number(page[:4])
        return frozenset(free)


def _entries(connection: sqlite3.Connection) -> dict[bytes, _Entry]:
    """What a schema has by name; of two that have the same, the first."""
    found: dict[bytes, _Entry] = {}
    for name, kind, page, sql in connection.execute(_ENTRIES).fetchall():
        found.setdefault(name or b"", _Entry(kind or b"", _as_page(page), sql or b""))
    return found


def _as_page(value: object) -> int:
    return value if isinstance(value, int) else 0


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        described = connection.execute(f"PRAGMA table_info({table})").fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        return []
    return [column for _, column, *_ in described]


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")
