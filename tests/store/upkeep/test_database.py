"""Opening a store's file: made when new, refused in a sentence when wrong, never changed then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store.errors import StoreError
from store.tables.connection import explained, transaction
from store.upkeep import database
from store.upkeep.database import APPLICATION_ID, MODEL_VERSION, connect


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store with the model in it and 2,000 settings, so that it has many pages."""
    path = tmp_path / "store.db"
    connection = connect(str(path))
    rows = ((f"name {number}", "x" * 100) for number in range(2_000))
    with transaction(connection):
        connection.executemany("INSERT INTO settings VALUES (?, ?)", rows)
    connection.close()
    return path


def test_a_new_file_gets_the_model_with_its_folder(tmp_path: Path) -> None:
    connection = connect(str(tmp_path / "new" / "store.db"))

    assert pragma(connection, "application_id") == APPLICATION_ID
    assert pragma(connection, "user_version") == MODEL_VERSION
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "foreign_keys") == 1


def test_an_empty_file_counts_as_new(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()

    assert pragma(connect(str(path)), "user_version") == MODEL_VERSION


def test_opening_again_keeps_what_is_there(file: Path) -> None:
    (count,) = connect(str(file)).execute("SELECT count(*) FROM settings").fetchone()

    assert count == 2_000


def _text(path: Path) -> None:
    path.write_text("not a database at all, but long enough to have a header" * 10)


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _foreign(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE somebody_elses (x)")
    other.close()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {MODEL_VERSION + 1}")
    connection.close()


def _read_only(path: Path) -> None:
    path.chmod(0o444)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_text, "is not a SQLite database"),
        (_short, "is not a SQLite database"),
        (_truncated, "is truncated"),
        (_foreign, "of another program"),
        (_newer, "newer masarat"),
        (_read_only, "is read-only"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence_and_left_as_it_was(
    file: Path, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(file)
    before = file.read_bytes()

    with pytest.raises(StoreError, match=told) as caught:
        connect(str(file))

    assert str(caught.value).count("\n") == 0
    assert str(file) in str(caught.value)
    assert file.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        connect(str(tmp_path))


def test_damage_inside_the_file_is_told(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)

    with pytest.raises(StoreError, match="is damaged"), explained(str(file)):
        connect(str(file)).execute("SELECT count(*) FROM settings").fetchone()


def test_a_locked_store_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_SECONDS_TO_WAIT", 0.05)
    holder = connect(str(file))
    holder.execute("BEGIN EXCLUSIVE")
    other = connect(str(file))

    with pytest.raises(StoreError, match="is locked"), explained(str(file)), transaction(other):
        pass


def _delete_and_fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM settings")
    connection.execute("SELECT nonsense")


def test_a_transaction_is_all_or_nothing(file: Path) -> None:
    connection = connect(str(file))

    with pytest.raises(sqlite3.OperationalError), transaction(connection):
        _delete_and_fail(connection)

    assert connection.execute("SELECT count(*) FROM settings").fetchone() == (2_000,)
