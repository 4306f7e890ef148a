"""Opening a store's file: made when new, refused in a sentence when wrong, never changed then."""

from __future__ import annotations

import os
import random
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.sqlite.connection import Patience
from store.store import Store
from store.tables.connection import explained, transaction
from store.upkeep.database import APPLICATION_ID, MODEL_VERSION, connect


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder; those that may not be read are read by a superuser only."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if os.access(file, os.R_OK)}


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
    with closing(connect(str(tmp_path / "new" / "store.db"))) as connection:
        assert pragma(connection, "application_id") == APPLICATION_ID
        assert pragma(connection, "user_version") == MODEL_VERSION
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "foreign_keys") == 1


def test_an_empty_file_counts_as_new(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()

    with closing(connect(str(path))) as connection:
        assert pragma(connection, "user_version") == MODEL_VERSION
        assert connection.notice is None, "another start may be making it"


@pytest.mark.parametrize("name", ["n" * 248, "n" * 252 + ".db", "n" * 300, "ش" * 124])
def test_a_name_that_leaves_no_room_for_a_journal_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="too long a name"):
        connect(str(tmp_path / name))
    assert contents(tmp_path) == {}
    connect(str(tmp_path / ("n" * 247))).close()


@pytest.mark.parametrize("mode", ["wal", "delete"])
@pytest.mark.parametrize("left", [b"", None], ids=["emptied", "gone"])
def test_no_store_is_made_beside_the_journal_of_one_that_is_gone(
    file: Path, tmp_path: Path, mode: str, left: bytes | None
) -> None:
    """SQLite would remove the journal, and with it the last changes to what may come back."""
    path = tmp_path / "gone" / file.name
    path.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE settings SET value = 'y'")
        connection.execute("COMMIT" if mode == "wal" else "SELECT 1")
        ending = "-wal" if mode == "wal" else "-journal"
        path.with_name(path.name + ending).write_bytes(
            file.with_name(file.name + ending).read_bytes()
        )
    if left is not None:
        path.write_bytes(left)
    before = contents(path.parent)

    with pytest.raises(StoreError, match="which is empty or gone"):
        connect(str(path))

    assert contents(path.parent) == before


def test_a_store_that_was_emptied_is_told_and_never_taken_for_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    os.utime(path, (0, 0))

    with Store(path, seeds=None) as store:
        assert [notice for notice in store.notices if f"{path} was empty" in notice]
    with Store(path, seeds=None) as store:
        assert store.notices == ()


def test_opening_again_keeps_what_is_there(file: Path) -> None:
    with closing(connect(str(file))) as connection:
        (count,) = connection.execute("SELECT count(*) FROM settings").fetchone()

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


def _negative(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = -5")
    connection.close()


def _absurd(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 2147483647")
    connection.close()


def _without_a_model(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()


def _foreign_and_empty(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("PRAGMA application_id = 252006675")
    other.close()


def _foreign_with_a_journal(path: Path) -> None:
    """Opening it with SQLite would play the journal in."""
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("PRAGMA user_version = 3")
    other.execute("CREATE TABLE somebody_elses (x)")
    other.execute("PRAGMA wal_checkpoint")
    other.execute("INSERT INTO somebody_elses VALUES (1)")
    journal = Path(f"{path}-wal")
    kept = path.read_bytes(), journal.read_bytes()
    other.close()
    path.write_bytes(kept[0])
    journal.write_bytes(kept[1])


def _encrypted(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(8192))


def _compressed(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("records.md", "# Records")


def _unreadable(path: Path) -> None:
    path.chmod(0)


def _with_a_journal_of_text(path: Path) -> None:
    Path(f"{path}-wal").write_text("not a journal, and somebody may want it\n" * 10)


def _with_a_journal_of_another(path: Path) -> None:
    other = sqlite3.connect(path.with_name("other.db"))
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("PRAGMA application_id = 77")
    other.execute("CREATE TABLE other (x)")
    Path(f"{path}-wal").write_bytes(path.with_name("other.db-wal").read_bytes())
    other.close()


def _with_a_journal_of_other_pages(path: Path) -> None:
    other = sqlite3.connect(path.with_name("other.db"))
    other.execute("PRAGMA page_size = 8192")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE other (x)")
    Path(f"{path}-wal").write_bytes(path.with_name("other.db-wal").read_bytes())
    other.close()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_text, "is not a SQLite database but text"),
        (_short, "is not a SQLite database"),
        (_encrypted, "or it is encrypted"),
        (_compressed, "but a compressed file"),
        (_truncated, "is truncated"),
        (_foreign, "of another program"),
        (_foreign_and_empty, "of another program"),
        (_foreign_with_a_journal, "of another program"),
        (_newer, "newer masarat"),
        (_negative, "number -5, which no masarat gave it"),
        (_absurd, "which no masarat gave it"),
        (_without_a_model, "number 0, which no masarat gave it"),
        (_unreadable, "may not be read"),
        (_with_a_journal_of_text, "is no journal of"),
        (_with_a_journal_of_another, "is no journal of"),
        (_with_a_journal_of_other_pages, "is no journal of"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence_and_left_as_it_was(
    file: Path, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(file)
    before = contents(file.parent)

    with pytest.raises(StoreError, match=told) as caught:
        connect(str(file))

    assert str(caught.value).count("\n") == 0
    assert str(file) in str(caught.value)
    assert contents(file.parent) == before


def test_a_first_start_that_was_killed_within_a_write_is_made_anew(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db", isolation_level=None)
    other.execute("PRAGMA cache_size = 1")
    other.execute("BEGIN")
    other.execute("CREATE TABLE many (x)")
    other.executemany("INSERT INTO many VALUES (?)", [("x" * 1_000,)] * 100)
    path = tmp_path / "store.db"
    path.write_bytes((tmp_path / "other.db").read_bytes()[:2_048])
    journal = (tmp_path / "other.db-journal").read_bytes()
    (tmp_path / "store.db-journal").write_bytes(journal)
    other.close()
    assert path.stat().st_size == 2_048
    assert journal

    with closing(connect(str(path))) as connection:
        assert pragma(connection, "user_version") == MODEL_VERSION
        named = "SELECT count(*) FROM sqlite_schema WHERE name = 'many'"
        assert connection.execute(named).fetchone() == (0,)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        connect(str(tmp_path))


def test_what_is_no_file_is_refused_and_never_opened(tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to would wait for ever."""
    pipe, socket_file = tmp_path / "pipe", tmp_path / "socket"
    os.mkfifo(pipe)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(socket_file))
    for path in (pipe, socket_file, Path("/dev/null")):
        with pytest.raises(StoreError, match="a pipe, a socket or a device"):
            connect(str(path))
    listening.close()


@pytest.mark.parametrize(
    "path",
    [
        "x" * 6_000,
        "/".join("x" * 6_000),
        "x/" * 1_500 + "store.db",
        "x/" * 240 + "s" * 200,
    ],
)
def test_a_path_longer_than_sqlite_takes_is_refused_before_folders_are_made(
    path: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="too long a path") as caught:
        connect(str(tmp_path / path))

    assert len(str(caught.value)) < 300
    assert list(tmp_path.iterdir()) == []


def test_a_path_with_a_nul_is_refused() -> None:
    with pytest.raises(StoreError, match="cannot be the name of a file"):
        connect("a\0b")


def test_a_loop_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").symlink_to("b.db")
    (tmp_path / "b.db").symlink_to("a.db")

    with pytest.raises(StoreError, match="symbolic links"):
        connect(str(tmp_path / "a.db"))


def test_a_file_where_a_folder_should_be_is_told(file: Path) -> None:
    with pytest.raises(StoreError, match="Not a directory"):
        connect(str(file / "store.db"))


ODD_NAMES = ["file:x.db", "file:x.db?mode=memory", "a?b.db", "a#b.db", "a%41.db", ":memory:x",
             "مخزن.db", "\udcff.db", " .db", "-.db"]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("protected", [False, True])
def test_a_name_is_the_name_of_a_file_whatever_sqlite_means_by_it(
    name: str, protected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    connection = connect(name)
    connection.execute("INSERT INTO settings VALUES ('a', 'b')")
    connection.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    if protected:
        (tmp_path / name).chmod(0o400)

    with closing(connect(name)) as connection:
        assert connection.execute("SELECT * FROM settings").fetchall() == [("a", "b")]


def test_a_link_leads_to_the_store_and_its_journal(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(file)
    with closing(connect(str(file))) as first, closing(connect(str(link))) as second:
        first.execute("INSERT INTO settings VALUES ('a', 'b')")

        assert second.execute("SELECT count(*) FROM settings").fetchone() == (2_001,)
        assert [each.name for each in link.parent.iterdir()] == ["link.db"]


def test_what_is_made_only_its_user_may_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "inner" / "store.db"
    connection = connect(str(path))
    connection.execute("INSERT INTO settings VALUES ('a', 'b')")

    modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    connection.close()

    assert modes == {
        "store.db": 0o600, "store.db-wal": 0o600, "store.db-shm": 0o600
    }  # fmt: skip


def test_a_store_without_a_write_ahead_log_gets_one(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()

    with closing(connect(str(file))) as connection:
        assert pragma(connection, "journal_mode") == "wal"


def test_a_store_whose_log_cannot_be_set_up_now_is_opened_as_it_is(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM settings").fetchone()

        with closing(connect(str(file))) as connection:
            assert pragma(connection, "journal_mode") == "delete"


def test_damage_inside_the_file_is_told(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)

    with (
        pytest.raises(StoreError, match="is damaged"),
        explained(str(file)),
        closing(connect(str(file))) as connection,
    ):
        connection.execute("SELECT count(*) FROM settings").fetchone()


def test_a_locked_store_is_told(file: Path) -> None:
    with (
        closing(connect(str(file))) as holder,
        closing(connect(str(file), patience=Patience(tries=1))) as other,
    ):
        holder.execute("BEGIN EXCLUSIVE")

        with pytest.raises(StoreError, match="is locked"), explained(str(file)), transaction(other):
            pass


def _delete_and_fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM settings")
    connection.execute("SELECT nonsense")


def test_a_transaction_is_all_or_nothing(file: Path) -> None:
    with closing(connect(str(file))) as connection:
        with pytest.raises(sqlite3.OperationalError), transaction(connection):
            _delete_and_fail(connection)

        assert connection.execute("SELECT count(*) FROM settings").fetchone() == (2_000,)
