"""Rows of a table in a damaged file: all that can be read, and how many steps were not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any, Final

Row = dict[str, Any]

_MOST_AT_ONCE: Final = 512
_MOST_STEPS: Final = 100_000
"""Attempts at one table, so that no file keeps a repair busy for ever."""


class ReadableRows:
    """Reads a table row by row around what cannot be read.

    Rows are asked for by their numbers, many at once. Where that fails, fewer are asked for, down
    to one; where one cannot be read, the next is looked for behind it at distances that double. So
    a broken page costs the rows that lie on it, and a few steps.
    """

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table
        self.gaps = 0
        """Places at which something could not be read."""
        self.columns: list[str] = []
        with suppress(sqlite3.Error, UnicodeDecodeError):
            described = connection.execute(f"PRAGMA table_info({table})").fetchall()
            self.columns = [name for _, name, *_ in described]
            self._has_numbers = any(pk for *_, pk in described) and self._is_numbered()

    def __iter__(self) -> Iterator[Row]:
        if not self.columns:
            self.gaps += 1
            return
        rows = self._by_number() if self._has_numbers else self._from_both_ends()
        for row in rows:
            yield dict(zip(self.columns, row, strict=True))

    def _is_numbered(self) -> bool:
        try:
            self._connection.execute(f"SELECT rowid FROM {self._table} LIMIT 0")
        except sqlite3.OperationalError as error:
            return "no such column" not in str(error)
        return True

    def _by_number(self) -> Iterator[tuple[Any, ...]]:
        last, at_once, distance = -(2**63), _MOST_AT_ONCE, 1
        is_first = True
        for _ in range(_MOST_STEPS):
            try:
                rows = self._behind(last, at_once, is_first=is_first)
            except (sqlite3.Error, UnicodeDecodeError):
                if at_once > 1:
                    at_once //= 2
                    continue
                if distance == 1:
                    self.gaps += 1
                if last + distance >= 2**63 - 1 or distance > 2**40:
                    return
                last, is_first = max(last, 0) + distance, False
                distance *= 2
                continue
            if not rows:
                return
            for number, *row in rows:
                yield tuple(row)
                last, is_first = number, False
            at_once, distance = min(_MOST_AT_ONCE, at_once * 2), 1

    def _behind(self, last: int, most: int, *, is_first: bool) -> list[tuple[Any, ...]]:
        columns = ", ".join(f'"{column}"' for column in self.columns)
        rows = self._connection.execute(
            f"SELECT rowid, {columns} FROM {self._table} NOT INDEXED"
            f" WHERE rowid {'>=' if is_first else '>'} ? ORDER BY rowid LIMIT ?",
            (last, most),
        ).fetchall()
        numbers = [last - is_first, *(number for number, *_ in rows)]
        if any(number >= behind for number, behind in pairwise(numbers)):
            # A page of zeros has the same few rows wherever it is asked, for ever.
            raise sqlite3.DatabaseError("the numbers of rows do not ascend")
        return rows

    def _from_both_ends(self) -> Iterator[tuple[Any, ...]]:
        """Read a table without numbers from its beginning, then from its end, to what is broken."""
        columns = ", ".join(f'"{column}"' for column in self.columns)
        seen: dict[tuple[Any, ...], None] = {}
        keys = [
            name
            for _, name, *_, pk in self._connection.execute(f"PRAGMA table_info({self._table})")
            if pk
        ]
        backwards = ", ".join(f'"{key}" DESC' for key in keys)
        for order in ("", f" ORDER BY {backwards}"):
            try:
                for row in self._connection.execute(f"SELECT {columns} FROM {self._table}{order}"):
                    seen[row] = None
            except (sqlite3.Error, UnicodeDecodeError):
                if not order:
                    self.gaps += 1
                continue
            break
        yield from seen
