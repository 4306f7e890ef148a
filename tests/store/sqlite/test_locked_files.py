"""What SQLite has locked of a store stays locked while this process reads its files as bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import ImportRefused
from store.exchange.importing import import_path
from store.files.text_file import read_bytes
from store.model.records import Bilingual, Record
from store.sqlite.journals import cut_off
from store.sqlite.locked_files import Opened, copy_file
from store.store import Store
from store.upkeep.copies import is_store

TAKE_IT = """
import fcntl, sqlite3, sys
with open(f"{sys.argv[1]}-shm", "r+b") as index:
    try:
        fcntl.lockf(index, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 128)
        print("its index is free")
        sys.exit()
    except BlockingIOError:
        pass
connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    print(*connection.execute("PRAGMA journal_mode = DELETE").fetchone())
except sqlite3.OperationalError as error:
    print(error)
"""
"""Wants a store for itself alone, as a program does that closes it as the last one; and first the
byte of its index that all hold who use it, without whom the next one cuts it to nothing."""


def taken(file: Path) -> str:
    asked = [sys.executable, "-c", TAKE_IT, str(file)]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def read_beginning(file: Path) -> None:
    with Opened(str(file)) as opened:
        assert opened.read(6) == b"SQLite"


def refused_import(file: Path) -> None:
    with Store(file, seeds=None) as store, pytest.raises(ImportRefused):
        import_path(store, file)


READERS: dict[str, Callable[[Path], object]] = {
    "opened again": lambda file: Store(file, seeds=None).close(),
    "its header": lambda file: is_store(str(file)),
    "its beginning": read_beginning,
    "its log": lambda file: cut_off(str(file), str(file), 4096),
    "named by its user": lambda file: read_bytes(file, 1 << 30),
    "named to be imported": refused_import,
    "a copy": lambda file: copy_file(str(file), f"{file}.copy"),
    "a copy of its index": lambda file: copy_file(f"{file}-shm", f"{file}.copy"),
}


@pytest.mark.parametrize("way", READERS)
def test_a_store_that_is_read_as_a_file_is_still_locked(tmp_path: Path, way: str) -> None:
    file = tmp_path / "store.db"
    with Store(file, seeds=None) as store:
        store.put(Record("homs", "zone", Bilingual("Homs", "حمص"), "city"))
        READERS[way](file)
        assert "locked" in taken(file)
        store.put(Record("hama", "zone", Bilingual("Hama", "حماة"), "city"))
    with Store(file, seeds=None) as store:
        assert sum(store.counts().values()) == 2


def test_nothing_stays_open_once_no_store_is(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    with Store(file, seeds=None):
        for _ in range(20):
            read_beginning(file)
    assert not [each for each in Path("/proc/self/fd").iterdir() if _leads_to(each, file)]


def _leads_to(descriptor: Path, file: Path) -> bool:
    try:
        return str(descriptor.readlink()).startswith(str(file))
    except OSError:  # that by which they were listed
        return False
