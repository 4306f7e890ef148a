"""Rows that can be read of a damaged table: each once, and never without end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from store.repairs.identities import give_back
from store.repairs.readable_rows import ReadableRows
from store.repairs.row_mappings import DETAILS

_PAGE = 4096
_LEAF_OF_THREE_ZERO_CELLS = b"\x0d\0\0\0\x03\x0f\0\0" + b"\x0f\0\x0f\x10\x0f\x20"


def test_a_page_whose_rows_do_not_ascend_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "damaged.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("CREATE TABLE many (id INTEGER PRIMARY KEY, text)")
        connection.execute("INSERT INTO many VALUES (7, 'kept')")
        root = connection.execute("SELECT rootpage FROM sqlite_schema").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * _PAGE : root * _PAGE] = _LEAF_OF_THREE_ZERO_CELLS.ljust(_PAGE, b"\0")
    file.write_bytes(content)

    with closing(sqlite3.connect(file)) as connection:
        rows = ReadableRows(connection, "many")
        assert len(list(rows)) <= 3
        assert rows.gaps


def test_rows_without_a_key_get_one_each_in_steps_in_proportion_to_their_number() -> None:
    rows = {table: [] for table in (*DETAILS, "external_ids", "facts", "names", "citations",
                                    "relations", "fact_places", "sources")}  # fmt: skip
    rows["records"] = [{"id": number, "kind": "zone"} for number in range(30_000)]

    give_back(rows, {"records": {}, "sources": {}}, [])

    assert len({row["key"] for row in rows["records"]}) == 30_000
