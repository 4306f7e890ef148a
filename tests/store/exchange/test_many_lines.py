"""Of many lines a second process reads a share: what comes in and what is told are the same."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.errors import Finding, ImportRefused
from store.exchange.importing import import_path
from store.processes import second_process
from store.store import Store
from store.upkeep import preparing

COUNT = 60
"""Of lines, where a dozen are many and five are a piece."""


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every second process, though other threads of the tests may be there."""
    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("no process is forked on this system")
    monkeypatch.setattr(preparing, "_MANY", 12)
    monkeypatch.setattr(preparing, "_BATCH", 5)
    monkeypatch.setattr(second_process, "can_share", lambda: True)
    processes: list[int] = []
    fork = os.fork

    def told() -> int:
        processes.append(fork())
        return processes[-1]

    monkeypatch.setattr(os, "fork", told)
    return processes


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The first line of each piece that the second process was given."""
    pieces: list[int] = []
    give = second_process.SecondProcess.give

    def told(self: second_process.SecondProcess, piece: Any) -> None:
        pieces.append(piece.first)
        give(self, piece)

    monkeypatch.setattr(second_process.SecondProcess, "give", told)
    return pieces


def lines_of_zones() -> list[str]:
    zones: list[dict[str, object]] = [
        {"key": f"z-{number}", "kind": "zone", "name": {"en": f"Zone {number}", "ar": "منطقة"}}
        for number in range(COUNT)
    ]
    zones[7]["colour"] = zones[23]["colour"] = zones[23]["mood"] = "red"
    zones[30]["relations"] = [{"predicate": "borders", "object": "z-3"}]
    return [json.dumps(zone) for zone in zones]


def file_of(folder: Path, lines: list[str]) -> Path:
    path = folder / "zones.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def rows_of(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = ("records", "names", "words", "name_words", "relations", "full_text", "name_text")
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_the_store_is_the_same_whoever_reads_the_lines(
    tmp_path: Path, forked: list[int], given: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_of_zones()
    lines.insert(20, "")
    path = file_of(tmp_path, lines)
    told: list[tuple[int, float]] = []

    with Store(tmp_path / "shared.db", seeds=None) as store:
        shared = import_path(store, path, lambda *each: told.append(each))
    assert len(forked) == 1
    assert given
    monkeypatch.setattr(second_process, "can_share", lambda: False)
    with Store(tmp_path / "alone.db", seeds=None) as store:
        alone = import_path(store, path)

    assert len(forked) == 1
    assert rows_of(tmp_path / "shared.db") == rows_of(tmp_path / "alone.db")
    assert shared == alone
    assert shared.records == COUNT
    assert shared.other_fields == {"colour": 2, "mood": 1}
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def broken(lines: list[str], line: int, what: str) -> list[str]:
    return [*lines[: line - 1], what, *lines[line:]]


def findings_of(folder: Path, lines: list[str]) -> list[Finding]:
    with Store(folder / "store.db", seeds=None) as store:
        with pytest.raises(ImportRefused) as refused:
            import_path(store, file_of(folder, lines))
        assert not any(store.counts().values())
    return list(refused.value.findings)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (3, "{"),
        (11, '{"key": "z-10", "kind": "zone"}'),
        (33, '{"key": "z-2", "kind": "zone", "name": {"en": "Twice"}}'),
        (34, '{"key": "z-31", "kind": "zone", "name": {"en": "Twice in a piece"}}'),
        (58, '{"kind": "source", "key": "herald"}'),
        (59, "[1]"),
    ],
)
def test_what_is_wrong_is_told_as_where_one_process_reads_all(
    tmp_path: Path,
    forked: list[int],
    monkeypatch: pytest.MonkeyPatch,
    line: int,
    what: str,
) -> None:
    lines = broken(broken(lines_of_zones(), line, what), 45, "no JSON")
    shared = findings_of(tmp_path, lines)
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
    monkeypatch.setattr(preparing, "_MANY", 1_000)
    assert shared == findings_of(tmp_path, lines)
    assert [finding.line for finding in shared] == sorted({line, 45})
