"""Copies of a store are whole, private, and take no name that something has."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.store import Store
from store.upkeep.copies import KEPT, copy_beside, keep_beside, write_copy
from store.upkeep.database import connect
from tests.store.upkeep.test_migrations import FIXTURES, made_from


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = str(tmp_path / "store.db")
    connection = connect(path)
    connection.executemany(
        "INSERT INTO settings VALUES (?, ?)", [(f"name-{i}", "x" * 1_000) for i in range(300)]
    )
    connection.close()
    return path


def count(path: str | Path) -> int:
    connection = sqlite3.connect(path)
    (found,) = connection.execute("SELECT count(*) FROM settings").fetchone()
    connection.close()
    return int(found)


def test_a_copy_holds_everything_in_one_private_file(file: str, tmp_path: Path) -> None:
    with closing(connect(file)) as connection:
        write_copy(connection, str(tmp_path / "copy.db"))

    assert count(tmp_path / "copy.db") == 300
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert not list(tmp_path.glob("copy.db?*"))


@pytest.mark.parametrize("what", ["file", "link to nowhere", "folder"])
def test_a_copy_takes_no_name_that_something_has(file: str, tmp_path: Path, what: str) -> None:
    taken = tmp_path / "taken"
    if what == "file":
        taken.write_text("mine")
    elif what == "folder":
        taken.mkdir()
    else:
        taken.symlink_to(tmp_path / "nowhere")

    with pytest.raises(FileExistsError), closing(connect(file)) as connection:
        write_copy(connection, str(taken))

    assert not (tmp_path / "nowhere").exists()
    assert what != "file" or taken.read_text() == "mine"


def test_a_migration_leaves_alone_what_has_the_name_of_its_copy(tmp_path: Path) -> None:
    older = made_from(FIXTURES[1], tmp_path)
    taken = Path(f"{older}.model-1")
    taken.write_text("mine")

    Store(older, seeds=None).close()

    assert taken.read_text() == "mine"
    (copy,) = tmp_path.glob(f"{older.name}.model-1-*")
    with closing(sqlite3.connect(copy)) as connection:
        found = connection.execute("PRAGMA user_version").fetchone()
    assert found == (1,)


def test_what_keeps_a_copy_from_being_made_is_told_of_the_copy(file: str, tmp_path: Path) -> None:
    nowhere = tmp_path / "no-folder" / "copy.db"

    told = f"{nowhere} cannot be written: its folder is missing"
    with pytest.raises(StoreError, match=told), closing(connect(file)) as connection:
        write_copy(connection, str(nowhere))


def test_a_full_disk_leaves_no_half_copy(file: str, tmp_path: Path) -> None:
    """A bound on the size of files stands for the disk."""
    code = (
        "import resource, signal, sys\n"
        "from store.errors import StoreError\n"
        "from store.upkeep.copies import copy_beside\n"
        "from store.upkeep.database import connect\n"
        "store = connect(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        "    copy_beside(store, sys.argv[1], 'before-repair')\n"
        "except StoreError as error:\n"
        "    print(error)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, file], capture_output=True, text=True, check=True
    )

    assert ended.stdout.startswith(f"{file}.before-repair-")
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]


def test_what_an_ended_copy_left_is_removed_by_the_next(file: str, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f"copy.db.part-{gone.pid}"
    left.write_bytes(b"half")
    running = tmp_path / f"copy.db.part-{os.getppid()}"
    running.write_bytes(b"half")

    with closing(connect(file)) as connection:
        write_copy(connection, str(tmp_path / "copy.db"))

    assert not left.exists()
    assert running.exists()


def test_what_is_left_of_a_copy_that_was_made_is_removed_by_the_next(
    file: str, tmp_path: Path
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    made = tmp_path / "store.db.model-2"
    with closing(connect(file)) as connection:
        write_copy(connection, str(made))
    left = tmp_path / f"store.db.model-2.part-{gone.pid}"
    left.hardlink_to(made)

    with closing(connect(file)) as connection:
        copy_beside(connection, file, "model-2")

    assert not left.exists()
    assert made.exists()


def test_the_name_under_which_a_store_was_made_is_removed_by_the_next_start(
    file: str, tmp_path: Path
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f"store.db.part-{gone.pid}"
    left.hardlink_to(file)
    mine = tmp_path / "mine.db"
    mine.hardlink_to(file)

    connect(file).close()

    assert not left.exists()
    assert mine.exists()


def test_a_few_copies_of_each_label_are_kept_and_nothing_else_is_touched(
    file: str, tmp_path: Path
) -> None:
    mine = tmp_path / "store.db.before-repair-2020-01-01"
    mine.write_text("not a store")
    with closing(connect(file)) as connection:
        older = copy_beside(connection, file, "model-3")

    for _ in range(KEPT + 2):
        with closing(connect(file)) as connection:
            newest = copy_beside(connection, file, "before-repair")

    kept = {str(path) for path in tmp_path.glob("store.db.before-repair-*") if path != mine}
    assert len(kept) == KEPT
    assert newest in kept
    assert Path(older).exists()
    assert mine.read_text() == "not a store"


def test_a_damaged_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    damaged = tmp_path / "store.db"
    damaged.write_bytes(b"SQLite format 3\0 and nothing else")

    kept = keep_beside(str(damaged), "damaged")

    assert Path(kept).read_bytes() == damaged.read_bytes()
