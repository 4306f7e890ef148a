"""Backups hold all of a store, are sound, private and new, or are not made."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.store import Store
from tests.store.backups.conftest import filled, keys, other_program


def test_a_backup_is_one_private_file_with_everything(present: Path, tmp_path: Path) -> None:
    with Store(present, seeds=None) as store:
        store.mark("here")
        made = store.backup(tmp_path / "backup.db")

    assert made == (str(tmp_path / "backup.db"), (tmp_path / "backup.db").stat().st_size, 2)
    assert stat.S_IMODE((tmp_path / "backup.db").stat().st_mode) == 0o600
    assert keys(made.path) == keys(present)
    with Store(made.path, seeds=None) as copy:
        assert [hit.key for hit in copy.search("marked:yes")] == ["here"]


def test_in_a_folder_and_beside_the_store_it_gets_names_of_its_own(
    present: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    with Store(present, seeds=None) as store:
        made = [Path(store.backup(to).path) for to in (folder, folder, None)]

    assert len(set(made)) == 3
    assert [path.parent for path in made] == [folder, folder, tmp_path]
    assert all(path.name.startswith("present-20") for path in made)
    assert all(path.suffix == ".db" for path in made)


def test_a_backup_is_made_while_another_program_writes(present: Path, tmp_path: Path) -> None:
    with other_program(present) as other, Store(present, seeds=None) as store:
        with closing(sqlite3.connect(present, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("DELETE FROM records")
            store.backup(tmp_path / "before.db")
            writer.execute("ROLLBACK")
        other.sees("put later")
        store.backup(tmp_path / "after.db")

    assert keys(tmp_path / "before.db") == ["here", "now"]
    assert sorted(keys(tmp_path / "after.db")) == ["here", "later", "now"]


def test_a_store_that_may_only_be_read_is_backed_up(present: Path, tmp_path: Path) -> None:
    present.chmod(0o400)

    with Store(present) as store:
        assert store.is_read_only
        made = store.backup(tmp_path / "backup.db")

    assert keys(made.path) == ["here", "now"]
    assert stat.S_IMODE(Path(made.path).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["present.db", "link.db", "second-name.db", "to-nowhere.db"])
def test_a_taken_name_is_refused_and_left_alone(present: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link.db").symlink_to(present)
    (tmp_path / "second-name.db").hardlink_to(present)
    (tmp_path / "to-nowhere.db").symlink_to(tmp_path / "nowhere")

    with (
        Store(present, seeds=None) as store,
        pytest.raises(StoreError, match=r"is the store itself|exists already"),
    ):
        store.backup(tmp_path / name)

    assert keys(present) == ["here", "now"]
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
def test_no_backup_is_taken_for_a_journal_or_has_a_journal_of_something_else(
    present: Path, tmp_path: Path, ending: str
) -> None:
    (tmp_path / f"other.db{ending}").write_text("left by something else")
    for taken in (f"third.db{ending}", "other.db"):
        filled(tmp_path / "third.db")
        with (
            Store(present, seeds=None) as store,
            pytest.raises(StoreError, match="would be taken for a part of"),
        ):
            store.backup(tmp_path / taken)
        assert not (tmp_path / taken).exists()


def test_a_damaged_store_is_not_backed_up_without_a_word(present: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(present)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'citations'"
        ).fetchone()
    with present.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)

    with (
        Store(present, seeds=None) as store,
        pytest.raises(StoreError, match=r"The store is damaged .* masarat repair"),
    ):
        store.backup(tmp_path / "backup.db")

    assert [path.name for path in tmp_path.glob("backup.db*")] == []


def test_a_full_disk_leaves_nothing(present: Path, tmp_path: Path) -> None:
    """A bound on the size of files stands for the disk."""
    code = (
        "import resource, signal, sys\n"
        "from store.errors import StoreError\n"
        "from store.store import Store\n"
        "with Store(sys.argv[1], seeds=None) as store:\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "    try:\n"
        "        store.backup(sys.argv[2])\n"
        "    except StoreError as error:\n"
        "        print(error)\n"
    )
    command = [sys.executable, "-c", code, str(present), str(tmp_path / "backup.db")]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)

    assert ended.stdout.startswith(f"{tmp_path}/backup.db cannot be written: ")
    assert list(tmp_path.glob("backup.db*")) == []


def test_what_a_killed_backup_left_is_removed_by_the_next(present: Path, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f"present-2026-11-26-094512.db.part-{gone.pid}"
    mine = tmp_path / "present-notes.part-1x"
    for file in (left, mine):
        file.write_bytes(b"half")

    with Store(present, seeds=None) as store:
        store.backup()

    assert not left.exists()
    assert mine.exists()


def test_a_store_in_memory_needs_a_path(tmp_path: Path) -> None:
    with Store(":memory:", seeds=None) as store:
        with pytest.raises(StoreError, match="A store in memory has no folder"):
            store.backup()
        assert store.backup(tmp_path).records == 0
