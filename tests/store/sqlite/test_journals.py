"""A journal that is damaged is told of: of what SQLite does not read in it, it says nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.model.records import Aliases, Bilingual, Origin, Record
from store.repairs.repair import repair
from store.sqlite.journals import CUT_OFF, UNDONE_IN_PART
from store.store import Store

FRAME = 24 + 4096
MANY = [Record(f"town-{n}", "zone", Bilingual(f"Town {n}", f"بلدة {n}")) for n in range(40)]


def copied(store: Path, to: Path) -> Path:
    """A store with its journals, as they stand at this moment; the log's index goes."""
    to.mkdir()
    for ending in ("", "-wal", "-journal"):
        if (file := Path(f"{store}{ending}")).exists():
            shutil.copy(file, to)
    return to / store.name


@pytest.fixture
def with_log(tmp_path: Path) -> Path:
    """A store as a killed program leaves it: two changes stand in its log alone."""
    path = tmp_path / "store.db"
    Store(path, seeds=None).close()
    with Store(path, seeds=None) as store:
        store.put_many([(each, Origin()) for each in MANY])
        store.put(MANY[0]._replace(aliases=Aliases(("Old town",))))
        return copied(path, tmp_path / "killed")


@pytest.fixture
def with_journal(tmp_path: Path) -> Path:
    """A store as a program leaves it that is killed in a large change and writes no log."""
    path = tmp_path / "store.db"
    with Store(path, seeds=None) as store:
        store.put_many([(each, Origin()) for each in MANY])
        store.put(MANY[0]._replace(aliases=Aliases(("Old town",))))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM names")
        connection.execute("UPDATE records SET name_en = name_en || 'x', sort_en = 'x'")
        return copied(path, tmp_path / "killed")


def change(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 0xFF
    file.write_bytes(content)


def found(path: Path) -> list[str]:
    with Store(path, seeds=None) as store:
        return [*store.notices, *(str(damage.what) for damage in store.examine())]


def test_a_log_that_was_left_whole_is_nothing_to_tell(with_log: Path) -> None:
    with Store(with_log, seeds=None) as store:
        assert store.get("town-0").aliases.en == ("Old town",)
    assert found(with_log) == []


def test_what_stands_behind_a_damaged_place_of_the_log_is_said_to_be_lost(with_log: Path) -> None:
    log = Path(f"{with_log}-wal")
    frames = (log.stat().st_size - 32) // FRAME
    change(log, 32 + (frames - 3) * FRAME + 1000)

    with Store(with_log, seeds=None) as store:
        assert store.get("town-0").aliases.en == ()
        told = CUT_OFF.format(path=with_log)
        assert store.notices == (told,)
        assert next(iter(store.examine())).what == told


def test_a_log_that_ends_within_a_change_lost_nothing_that_was_kept(with_log: Path) -> None:
    log = Path(f"{with_log}-wal")
    log.write_bytes(log.read_bytes()[:-1000])
    assert found(with_log) == []


def test_repair_tells_of_a_damaged_log(with_log: Path) -> None:
    change(Path(f"{with_log}-wal"), 32 + 3 * FRAME + 1000)
    mended = repair(str(with_log), seeds=None)
    assert CUT_OFF.format(path=with_log) in [damage.what for damage in mended.damages]
    assert found(with_log) == []


def test_a_change_that_is_undone_wholly_is_nothing_to_tell(with_journal: Path) -> None:
    assert Path(f"{with_journal}-journal").stat().st_size > 10_000
    with Store(with_journal, seeds=None) as store:
        assert store.get("town-0").aliases.en == ("Old town",)
    assert found(with_journal) == []


def header(content: bytes) -> int:
    return content.find(content[:8], 4096)


HARMS: dict[str, Callable[[bytes], int]] = {
    "a page": lambda _: 512 + 4 + 4096 - 200 * 3,
    "its number": lambda _: 512 + 3,
    "its sum": lambda _: 512 + 4 + 4096 + 2,
    "a later header": header,
}


@pytest.mark.parametrize("what", HARMS)
def test_a_change_that_is_undone_only_in_part_is_told(with_journal: Path, what: str) -> None:
    journal = Path(f"{with_journal}-journal")
    change(journal, HARMS[what](journal.read_bytes()))

    told = UNDONE_IN_PART.format(path=with_journal)
    kept = copied(with_journal, with_journal.parent / "again")
    assert told in found(with_journal)
    mended = repair(str(kept), seeds=None)
    assert UNDONE_IN_PART.format(path=kept) in [damage.what for damage in mended.damages]
    assert found(kept) == []


def test_a_journal_that_is_cut_off_is_told(with_journal: Path) -> None:
    journal = Path(f"{with_journal}-journal")
    journal.write_bytes(journal.read_bytes()[: 512 + 2000])
    assert UNDONE_IN_PART.format(path=with_journal) in found(with_journal)


def test_a_store_that_is_only_read_tells_of_it_as_well(with_log: Path) -> None:
    log = Path(f"{with_log}-wal")
    change(log, 32 + 3 * FRAME + 1000)
    with Store(with_log, seeds=None, for_reading=True) as store:
        assert CUT_OFF.format(path=with_log) in store.notices
