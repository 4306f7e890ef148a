"""What SQLite, the system and an unfit build say, each told with what to do."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from store.errors import StoreError
from store.model.records import Bilingual, Record
from store.sqlite.explanations import EXPLANATIONS, explained
from store.sqlite.requirements import require_sqlite
from store.store import Store


def named(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


def told(error: BaseException) -> str:
    with pytest.raises(StoreError) as raised, explained("/data/a.db"):
        raise error
    return str(raised.value)


@pytest.mark.parametrize("name", sorted(EXPLANATIONS))
def test_each_error_names_the_store_and_what_to_do(name: str) -> None:
    sentence = told(named(name))
    assert sentence == EXPLANATIONS[name].format(path="/data/a.db", error="as SQLite says it")
    assert "/data/a.db" in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("extended", "plain"),
    [
        ("SQLITE_IOERR_FSYNC", "SQLITE_IOERR"),
        ("SQLITE_CANTOPEN_ISDIR", "SQLITE_CANTOPEN"),
        ("SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY"),
        ("SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY"),
        ("SQLITE_CORRUPT_INDEX", "SQLITE_CORRUPT"),
        ("SQLITE_OF_A_LATER_VERSION", "SQLITE"),
    ],
)
def test_a_longer_name_is_told_as_the_one_that_it_continues(extended: str, plain: str) -> None:
    assert told(named(extended)) == told(named(plain))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("name", ["SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN", "SQLITE_IOERR_SHMSIZE"])
def test_a_full_disk_is_told_as_one_by_whatever_name_sqlite_has_for_it(
    monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert told(named(name)) == told(named("SQLITE_FULL"))
    assert told(OSError(number, os.strerror(number))) == told(named("SQLITE_FULL"))


def test_want_of_memory_is_told() -> None:
    assert told(MemoryError()) == told(named("SQLITE_NOMEM"))


def test_an_old_sqlite_is_told_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.31.1")
    with pytest.raises(StoreError, match=r"SQLite 3\.31\.1, and masarat needs 3\.37\.0 or newer"):
        require_sqlite()


def test_a_sqlite_without_fts5_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Build:
        def __init__(self, *_: object) -> None: ...
        def close(self) -> None: ...
        def execute(self, _: str) -> list[tuple[str]]:
            return [("json_each",), ("rtree",)]

    monkeypatch.setattr(sqlite3, "connect", Build)
    with pytest.raises(StoreError, match="was built without FTS5"):
        require_sqlite()


MINE = Record("mine", "zone", Bilingual("Mine"))


def fill(disk: Path) -> None:
    with suppress(OSError), (disk / "fills").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk with a store and no room for anything beside it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("only a superuser can make a disk")
    try:
        with Store(disk / "store.db", seeds=None) as store:
            store.put(MINE)
        fill(disk)
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_store_on_a_full_disk_is_read_and_not_written(full_disk: Path) -> None:
    before = (full_disk / "store.db").read_bytes()
    with Store(full_disk / "store.db", seeds=None) as store:
        assert "as its disk is full" in store.notices[0]
        assert store.counts()["zone"] == 1
        assert store.get("mine") == MINE
        with pytest.raises(StoreError, match=r"The disk that holds .*store\.db, .* is full"):
            store.put(MINE)
    assert (full_disk / "store.db").read_bytes() == before

    (full_disk / "fills").unlink()
    with Store(full_disk / "store.db", seeds=None) as store:
        store.put(MINE._replace(key="other"))
        assert store.counts()["zone"] == 2


def test_what_is_not_up_to_date_is_read_as_it_is_where_there_is_no_room(full_disk: Path) -> None:
    path = full_disk / "store.db"
    fills = full_disk / "fills"
    fills.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM settings")
        connection.commit()
    with closing(sqlite3.connect(path)) as other:  # which holds what SQLite keeps beside it
        other.execute("SELECT count(*) FROM records").fetchone()
        fill(full_disk)
        with Store(path, seeds=None) as store:
            assert "as its disk is full" in store.notices[0]
            assert store.get("mine") == MINE
            with pytest.raises(StoreError, match="is full"):
                store.put(MINE)
