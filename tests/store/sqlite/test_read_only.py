"""Stores that may only be read: all that is in them is read, and nothing of them is changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.errors import StoreError
from store.model.records import Bilingual, Record
from store.store import Store
from tests.store.upkeep.test_migrations import FIXTURES, made_from


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be written to until the test protects it, and after it."""
    made = tmp_path / "medium"
    made.mkdir()
    yield made
    made.chmod(0o700)


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "store.db"
    with Store(path, seeds=None) as store:
        store.put(Record("valley", "zone", Bilingual("The Valley")))
    return path


def protect(file: Path) -> None:
    for each in file.parent.iterdir():
        each.chmod(0o400)
    file.parent.chmod(0o500)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def keys(file: Path) -> list[str]:
    with Store(file) as store:
        assert store.is_read_only
        assert len(store.notices) == 1
        assert "read-only" in store.notices[0]
        assert store.lookup("valley")[0].key == "valley"
        assert store.search("valleys")[0].key == store.search("vallley")[0].key == "valley"
        return [row.key for row in store.records()]


def _file(file: Path) -> None:
    file.chmod(0o400)


def _folder(file: Path) -> None:
    file.parent.chmod(0o500)


@pytest.mark.parametrize("spoil", [_file, _folder, protect])
def test_a_protected_store_is_read_as_it_is(file: Path, spoil: Callable[[Path], None]) -> None:
    spoil(file)
    before = contents(file.parent)

    assert keys(file) == ["valley"]
    assert contents(file.parent) == before


def test_a_medium_that_cannot_be_written_is_told_by_the_system(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and access(path, mode))

    assert keys(file) == ["valley"]


def test_a_store_without_a_write_ahead_log_is_read_too(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    protect(file)

    assert keys(file) == ["valley"]


@contextmanager
def changed_by_a_program_that_was_killed(file: Path) -> Iterator[None]:
    """What it wrote is in the log, which nobody has taken into the file."""
    code = (
        "import os, signal, sys; from store.store import Store;"
        "from store.model.records import Bilingual, Record;"
        "store = Store(sys.argv[1], seeds=None);"
        "store.put(Record('hill', 'zone', Bilingual('The Hill')));"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert file.with_name("store.db-wal").stat().st_size
    yield


@pytest.mark.parametrize("lost", [(), ("store.db-shm",)])
def test_what_is_only_in_the_log_is_read_too(file: Path, lost: tuple[str, ...]) -> None:
    with changed_by_a_program_that_was_killed(file):
        for name in lost:
            file.with_name(name).unlink()
        protect(file)
        before = contents(file.parent)

        assert keys(file) == ["hill", "valley"]
        assert contents(file.parent) == before


def test_what_another_program_writes_meanwhile_is_seen(file: Path) -> None:
    with Store(file, seeds=None) as writer:
        writer.put(Record("hill", "zone", Bilingual("The Hill")))
        file.parent.chmod(0o500)
        with Store(file) as reader:
            assert [row.key for row in reader.records()] == ["hill", "valley"]
            before = reader.data_version()
            writer.put(Record("river", "zone", Bilingual("The River")))
            assert reader.data_version() != before
            assert [row.key for row in reader.records()] == ["hill", "river", "valley"]


def test_a_change_that_was_broken_off_is_undone_in_a_copy(file: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("CREATE TABLE filler (x)")
    connection.execute("INSERT INTO filler VALUES (zeroblob(1000000))")
    connection.commit()
    connection.execute("UPDATE records SET key = 'broken-off'")
    connection.execute("UPDATE filler SET x = randomblob(1000000)")
    half = contents(file.parent)
    connection.rollback()
    connection.close()
    for name, content in half.items():
        file.with_name(name).write_bytes(content)
    assert half["store.db-journal"]
    protect(file)

    assert keys(file) == ["valley"]
    assert contents(file.parent) == half


def test_an_older_store_is_brought_to_the_newer_model_in_a_copy(folder: Path) -> None:
    older = made_from(FIXTURES[2], folder)
    protect(older)
    before = contents(folder)

    with Store(older) as store:
        assert store.get("kefraya").summary == Bilingual("My own words.", "كلماتي.")
        assert [hit.key for hit in store.search("nine months")] == ["four-towns"]
        assert store.is_read_only
    assert contents(folder) == before


def test_no_copy_stays(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = tmp_path / "temporary"
    copies.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(copies))
    with changed_by_a_program_that_was_killed(file):
        file.with_name("store.db-shm").unlink()
        protect(file)
        with Store(file) as store:
            assert list(copies.iterdir()) == []
            assert store.get("hill")


@pytest.mark.parametrize("older", [False, True])
def test_nothing_is_stored_in_it_and_the_reason_is_told(
    older: bool, file: Path, folder: Path
) -> None:
    path = made_from(FIXTURES[2], folder) if older else file
    protect(path)
    key = "kefraya" if older else "valley"
    with Store(path) as store:
        for write in (
            lambda: store.put(Record("new", "zone", Bilingual("New"))),
            lambda: store.mark(key),
            lambda: store.load_lexicon(Path("lexicon.yaml")),
        ):
            with pytest.raises(StoreError, match="is read-only; make it writable"):
                write()
        assert store.lookup("new", kinds=["agreement"]) == []


def test_records_are_not_read_for_a_store_that_cannot_take_them(file: Path) -> None:
    protect(file)

    with Store(file) as store, pytest.raises(StoreError, match="is read-only"):
        store.put_many(pytest.fail("was read") for _ in range(1))


def test_a_store_that_is_not_there_is_not_made_in_a_protected_folder(folder: Path) -> None:
    folder.chmod(0o500)

    for path in (folder / "store.db", folder / "new" / "store.db"):
        with pytest.raises(StoreError, match="There is no store at"):
            Store(path)
    assert list(folder.iterdir()) == []


def test_shipped_words_and_records_are_not_brought_up_to_date(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed: list[object] = []
    monkeypatch.setattr("store.upkeep.seeding.refresh", refreshed.append)
    protect(file)

    with Store(file):
        assert not refreshed
