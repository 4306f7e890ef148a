"""Importing records beside `executemany` of the same rows into the same tables."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.generated import write_json_lines
from benchmarks.measure import Comparison, in_turn
from store.exchange.importing import import_path
from store.store import Store
from store.tables.connection import transaction
from store.upkeep.database import connect


def compare(count: int, runs: int) -> Comparison:
    """Time reading, checking, indexing and storing `count` records against storing their rows."""
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "records.jsonl"
        write_json_lines(lines, count)
        rows = _rows_of(lines)
        ours, peer = in_turn(lambda: _import(lines), lambda: _execute_many(rows), runs)
    what = f"import of {count:,} records against `executemany` of their rows"
    return Comparison(what, ours, peer, "s", 1.7)


def _import(lines: Path) -> float:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store.db", None) as store:
        started = time.perf_counter()
        import_path(store, lines)
        return time.perf_counter() - started


Rows = dict[str, list[tuple[object, ...]]]


def _rows_of(lines: Path) -> Rows:
    """What an import leaves in each table, virtual ones by their own columns."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with Store(path, None) as store:
            import_path(store, lines)
        connection = sqlite3.connect(path)
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual')"
                " AND schema = 'main' AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%'"
            )
        ]
        rows: Rows = {}
        for table in tables:
            columns = ", ".join(_columns(connection, table))
            rows[table] = connection.execute(f"SELECT {columns} FROM {table}").fetchall()
        connection.close()
    return rows


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    names = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]
    (kind,) = connection.execute(
        "SELECT type FROM pragma_table_list WHERE name = ?", (table,)
    ).fetchone()
    return ["rowid", *names] if kind == "virtual" else names


def _execute_many(rows: Rows) -> float:
    with tempfile.TemporaryDirectory() as folder:
        connection = connect(str(Path(folder) / "store.db"))
        statements = []
        for table, values in rows.items():
            connection.execute(f"DELETE FROM {table}")
            columns = _columns(connection, table)
            marks = ", ".join("?" * len(columns))
            statements.append(
                (f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
            )
        connection.execute("PRAGMA foreign_keys = OFF")
        started = time.perf_counter()
        with transaction(connection):
            for statement, values in statements:
                connection.executemany(statement, values)
        spent = time.perf_counter() - started
        connection.close()
        return spent
