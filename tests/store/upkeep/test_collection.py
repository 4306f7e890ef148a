"""The shipped collection as a filled store: a first start copies it, or fills where it cannot."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import StoreError
from store.model.records import Bilingual, Record
from store.store import Store
from store.upkeep import database, seed_update
from store.upkeep.collection import write_collection

RECORD = "---\nkey: first\nkind: zone\nname: {en: First}\n---\n\n# First\n\nAs shipped.\n"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that takes the place of what we ship."""
    folder = tmp_path / "seeds"
    (folder / "zones").mkdir(parents=True)
    (folder / "lexicon.yaml").write_text("meanings:\n  - [truce, هدنة]\n", encoding="utf-8")
    (folder / "zones" / "first.md").write_text(RECORD, encoding="utf-8")
    monkeypatch.setattr("store.store.SEEDS_FOLDER", str(folder))
    return folder


@pytest.fixture
def shipped(tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A filled store that takes the place of the one in a wheel."""
    path = tmp_path / "collection.db"
    write_collection(path, seeds)
    monkeypatch.setattr("store.store.COLLECTION_FILE", str(path))
    return path


@pytest.fixture
def fills(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders from which a store was filled since the filled one was written."""
    filled: list[Path] = []
    update = seed_update.update

    def counted(connection: sqlite3.Connection, shipped: seed_update.Shipped) -> tuple[str, ...]:
        filled.append(shipped.folder)
        return update(connection, shipped)

    monkeypatch.setattr(seed_update, "update", counted)
    return filled


def holds_the_collection(path: Path | str, seeds: Path) -> bool:
    with Store(path, seeds) as store:
        return [row.key for row in store.records()] == ["first"]


def test_a_first_start_copies_it(
    tmp_path: Path, shipped: Path, seeds: Path, fills: list[Path]
) -> None:
    path = tmp_path / "new" / "store.db"

    assert holds_the_collection(path, seeds)
    assert holds_the_collection(path, seeds)
    assert fills == []
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_in_memory_copies_it_where_nothing_can_be_written_beside_it(
    shipped: Path, seeds: Path, fills: list[Path]
) -> None:
    folder = shipped.parent
    folder.chmod(0o500)
    try:
        assert holds_the_collection(database.MEMORY, seeds)
    finally:
        folder.chmod(0o700)
    assert fills == []
    assert sorted(file.name for file in folder.iterdir()) == ["collection.db", "seeds"]


def test_a_copy_is_as_a_filled_store(tmp_path: Path, shipped: Path, seeds: Path) -> None:
    copied, filled = tmp_path / "copied.db", tmp_path / "filled.db"
    Store(copied, seeds).close()
    shipped.unlink()
    Store(filled, seeds).close()

    with closing(sqlite3.connect(copied)) as one, closing(sqlite3.connect(filled)) as other:
        assert list(one.iterdump()) == list(other.iterdump())


def test_the_times_of_installed_records_do_not_matter(
    tmp_path: Path, shipped: Path, seeds: Path, fills: list[Path]
) -> None:
    os.utime(seeds / "zones" / "first.md", (0, 0))

    assert holds_the_collection(tmp_path / "store.db", seeds)
    assert fills == []


def test_records_that_are_newer_than_it_are_taken(
    tmp_path: Path, shipped: Path, seeds: Path
) -> None:
    newer = RECORD.replace("As shipped.", "A later version.")
    (seeds / "zones" / "first.md").write_text(newer, encoding="utf-8")

    with Store(tmp_path / "store.db", seeds) as store:
        assert store.get("first").summary.en == "A later version."


def _gone(shipped: Path) -> None:
    shipped.unlink()


def _older(shipped: Path) -> None:
    with closing(sqlite3.connect(shipped)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {database.MODEL_VERSION - 1}")


def _truncated(shipped: Path) -> None:
    shipped.write_bytes(shipped.read_bytes()[:-4096])


def _nonsense(shipped: Path) -> None:
    shipped.write_bytes(b"nonsense")


@pytest.mark.parametrize("spoil", [_gone, _older, _truncated, _nonsense])
@pytest.mark.parametrize("name", ["store.db", database.MEMORY])
def test_where_it_cannot_be_used_the_store_is_filled(
    shipped: Path,
    seeds: Path,
    fills: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    spoil: Callable[[Path], None],
) -> None:
    monkeypatch.chdir(shipped.parent)
    spoil(shipped)

    assert holds_the_collection(name, seeds)
    assert fills == [seeds]


def test_where_no_link_can_be_made_the_store_is_filled(
    tmp_path: Path, shipped: Path, seeds: Path, fills: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: str, target: str) -> None:
        raise PermissionError(1, "Operation not permitted", source)

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "new" / "store.db"

    assert holds_the_collection(path, seeds)
    assert fills == [seeds]
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]


def test_a_store_that_appears_meanwhile_is_kept(
    tmp_path: Path, shipped: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    link = os.link

    def later(source: str, target: str) -> None:
        with Store(path, seeds=None) as quicker:
            quicker.put(Record("mine", "zone", Bilingual("Mine")))
        link(source, target)

    monkeypatch.setattr(os, "link", later)

    with Store(path, seeds) as store:
        assert {row.key for row in store.records()} == {"first", "mine"}


def test_the_journal_of_a_store_that_is_gone_is_not_played_into_it_and_not_lost(
    tmp_path: Path, shipped: Path, seeds: Path
) -> None:
    path = tmp_path / "store.db"
    log, kept = Path(f"{path}-wal"), tmp_path / "kept"
    with Store(tmp_path / "gone.db", seeds=None):  # while it is open, its journal is there
        log.write_bytes((tmp_path / "gone.db-wal").read_bytes())

    with pytest.raises(StoreError, match="empty or gone"):
        Store(path, seeds)
    assert not path.exists()

    log.rename(kept)  # as the sentence says
    assert holds_the_collection(path, seeds)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


FIRST_START = """
import sys, store.store
from pathlib import Path
path, seeds, store.store.COLLECTION_FILE = sys.argv[1:]
store.store.SEEDS_FOLDER = seeds
with store.store.Store(path, seeds) as opened:
    print(*(row.key for row in opened.records()))
"""


def test_two_first_starts_at_once_both_end_well(tmp_path: Path, shipped: Path, seeds: Path) -> None:
    command = [sys.executable, "-c", FIRST_START, str(tmp_path / "store.db"), seeds, shipped]
    starts = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    answers = [start.communicate() for start in starts]

    assert answers == [("first\n", "")] * 3


def test_the_same_records_make_the_same_bytes(tmp_path: Path, shipped: Path, seeds: Path) -> None:
    program = "import sys; from store.upkeep.collection import write_collection as write;"
    program += "write(sys.argv[1], sys.argv[2])"
    os.utime(seeds / "zones" / "first.md", (0, 0))
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "again.db"), str(seeds)], check=True
    )

    assert (tmp_path / "again.db").read_bytes() == shipped.read_bytes()
