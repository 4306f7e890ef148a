"""Many new records are written without indexes, which stand in the end as if each had been kept."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from store.errors import ImportRefused
from store.model.records import Aliases, Bilingual, Citation, Fact, Origin, Record, Relation
from store.processes import second_process
from store.store import Store
from store.upkeep import inserts, preparing

RECORDS = [
    Record(
        f"place-{number}",
        "zone",
        Bilingual(f"Place {number}", "مكان"),
        summary=Bilingual("On 4 May 2017 two rivers met."),
        facts=(Fact("date", "2017-05-04"),) if number % 2 else (),
        relations=(Relation("borders", "place-0"),) if number else (),
    )
    for number in range(12)
]


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A dozen records are many; what is told is which indexes were left out while writing."""
    monkeypatch.setattr(preparing, "_MANY", len(RECORDS))
    monkeypatch.setattr(preparing, "_BATCH", 5)
    names: list[str] = []
    indexes = inserts._indexes

    def told(connection: sqlite3.Connection) -> list[Any]:
        found = indexes(connection)
        names.extend(index.name for index in found)
        return found

    monkeypatch.setattr(inserts, "_indexes", told)
    return names


def contents(path: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(path)) as connection:
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        tables = sorted(schema.fetchall(), key=repr)
        rows = {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for kind, name, *_ in tables
            if kind == "table" and not name.endswith(("_data", "_idx"))
        }
        checked = connection.execute("PRAGMA integrity_check").fetchall()
    return {**rows, "schema": tables, "checked": checked}


def put(store: Store, records: list[Record]) -> None:
    store.put_many((record, Origin()) for record in records)


def test_the_store_is_the_same_however_many_are_written_together(
    tmp_path: Path, dropped: list[str]
) -> None:
    with Store(tmp_path / "many.db", seeds=None) as store:
        put(store, RECORDS)
    assert "names_by_folded" in dropped
    dropped.clear()

    with Store(tmp_path / "few.db", seeds=None) as store:
        for record in RECORDS:
            put(store, [record])
    assert dropped == []
    many, few = contents(tmp_path / "many.db"), contents(tmp_path / "few.db")
    assert many.pop("checked") == few.pop("checked") == [("ok",)]
    assert many["schema"] == few["schema"]
    for table in ("records", "names", "zones", "facts", "relations"):
        assert many[table] == few[table]


def test_what_the_store_knows_of_its_indexes_is_not_lost(
    tmp_path: Path, dropped: list[str]
) -> None:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        put(store, [RECORDS[0]._replace(key="first")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ANALYZE")
    known = contents(path)["sqlite_stat1"]

    with Store(path, seeds=None) as store:
        put(store, RECORDS)
    assert dropped
    assert contents(path)["sqlite_stat1"] == known


def test_an_import_that_is_refused_leaves_every_index(tmp_path: Path, dropped: list[str]) -> None:
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        before = contents(path)
        astray = RECORDS[1]._replace(key="astray", relations=(Relation("borders", "nowhere"),))
        with pytest.raises(ImportRefused):
            put(store, [*RECORDS, astray])
        assert dropped
        put(store, [RECORDS[0]])
    assert contents(path)["schema"] == before["schema"]


def test_records_that_are_there_already_are_replaced_by_their_indexes(
    tmp_path: Path, dropped: list[str]
) -> None:
    with Store(tmp_path / "store.db", seeds=None) as store:
        put(store, RECORDS)
        dropped.clear()
        put(store, [record._replace(summary=Bilingual("A hill.")) for record in RECORDS])
        assert dropped == []
        assert len(store.search("hill")) == len(RECORDS)


@pytest.fixture
def shared(dropped: list[str], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every second process that was forked, though other threads of the tests may be there."""
    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("no process is forked on this system")
    forked: list[int] = []
    fork = os.fork

    def told() -> int:
        process = fork()
        forked.append(process)
        return process

    monkeypatch.setattr(os, "fork", told)
    monkeypatch.setattr(second_process, "can_share", lambda: True)
    return forked


def test_the_store_is_the_same_whether_or_not_a_second_process_makes_records_ready(
    tmp_path: Path, shared: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [
        record._replace(key=f"{record.key}-{number}", relations=())
        for number in range(20)
        for record in RECORDS
    ]
    records[100] = records[100]._replace(name=Bilingual("Qamishli Bridge"))
    with Store(tmp_path / "shared.db", seeds=None) as store:
        put(store, records)
        put(store, records[:60])  # which replace what is there
    assert len(shared) == 2
    monkeypatch.setattr(second_process, "can_share", lambda: False)
    with Store(tmp_path / "alone.db", seeds=None) as store:
        put(store, records)
        put(store, records[:60])
    assert len(shared) == 2
    assert contents(tmp_path / "shared.db") == contents(tmp_path / "alone.db")


def test_where_no_process_can_be_forked_all_records_come_in(
    tmp_path: Path, dropped: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(second_process, "can_share", lambda: True)
    monkeypatch.setattr(os, "fork", refuse, raising=False)
    with Store(tmp_path / "store.db", seeds=None) as store:
        put(store, RECORDS)
        assert dropped
        assert sum(store.counts().values()) == len(RECORDS)


def test_a_broken_import_leaves_no_second_process(tmp_path: Path, shared: list[int]) -> None:
    def breaking_off() -> Iterator[tuple[Record, Origin]]:
        yield from ((record, Origin()) for record in RECORDS * 3)
        raise KeyboardInterrupt

    with Store(tmp_path / "store.db", seeds=None) as store:
        with pytest.raises(KeyboardInterrupt):
            store.put_many(breaking_off())
        assert not any(store.counts().values())
    (process,) = shared
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_nothing_is_forked_for_few_records(tmp_path: Path, shared: list[int]) -> None:
    with Store(tmp_path / "store.db", seeds=None) as store:
        put(store, RECORDS[:9])
    assert shared == []


def test_a_word_of_many_names_is_looked_for_once(tmp_path: Path, dropped: list[str]) -> None:
    asked: list[str] = []
    with Store(tmp_path / "store.db", seeds=None) as store:
        store._connection.set_trace_callback(asked.append)
        put(store, RECORDS)  # three batches
        store._connection.set_trace_callback(None)
        assert [hit.key for hit in store.lookup("place 7")][:1] == ["place-7"]
    assert len([each for each in asked if each.startswith("SELECT word, id FROM words")]) == 1


def test_of_a_key_that_comes_twice_no_words_of_the_first_are_left(
    tmp_path: Path, dropped: list[str]
) -> None:
    first = RECORDS[3]._replace(name=Bilingual("Qamishli Bridge"))
    others = [*RECORDS[:3], *RECORDS[4:], RECORDS[3]]
    with Store(tmp_path / "store.db", seeds=None) as store:
        put(store, [first, *others])
    with Store(tmp_path / "other.db", seeds=None) as store:
        put(store, others)
    twice, once = contents(tmp_path / "store.db"), contents(tmp_path / "other.db")
    counted = [sorted((word[1], word[-1]) for word in each["words"]) for each in (twice, once)]
    assert counted[0] == counted[1]
    assert len(twice["name_words"]) == len(once["name_words"])


def test_some_records_of_a_batch_are_as_if_made_ready_without_the_others() -> None:
    cite = (Citation("herald", "p. 1"),)
    whole = RECORDS[5]._replace(
        external=(("geonames", "5"),),
        citations=cite,
        facts=(Fact("date", "2017-05-04", citations=cite),),
        aliases=Aliases(("Old Place 5",), ()),
    )
    entries = [
        preparing.Entry(record, Origin(f"\udcff{record.key}.md", 2))
        for record in (RECORDS[4], whole, RECORDS[6], RECORDS[7])
    ]
    kept = [entries[1], entries[3]]
    batch = preparing._batch_of(entries, set()).only({entry.record.key for entry in kept})
    assert batch == preparing._batch_of(kept, set())
    assert batch.files == {0: "\udcffplace-5.md", 1: "\udcffplace-7.md"}
