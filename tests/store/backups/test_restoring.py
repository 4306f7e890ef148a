"""A store holds what a backup held, all or nothing, and what it held before is kept."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.backups.restoring import restore
from store.errors import StoreError
from store.sqlite.connection import Patience
from store.store import Store
from store.upkeep.copies import KEPT
from store.upkeep.database import MODEL_VERSION
from tests.store.backups.conftest import filled, keys, other_program
from tests.store.upkeep.test_migrations import FIXTURES, made_from


def kept_beside(store: Path) -> list[Path]:
    return sorted(store.parent.glob(f"{store.name}.replaced-*"))


def test_the_store_holds_the_backup_and_what_it_held_is_kept(present: Path, backup: Path) -> None:
    before = backup.read_bytes()

    restored = restore(str(backup), str(present))

    assert keys(present) == ["then"]
    assert restored[:2] == (str(present), 1)
    assert restored.kept
    assert keys(restored.kept) == ["here", "now"]
    assert stat.S_IMODE(Path(restored.kept).stat().st_mode) == 0o600
    assert backup.read_bytes() == before


def test_a_restoring_can_be_taken_back(present: Path, backup: Path) -> None:
    kept = restore(str(backup), str(present)).kept

    restore(str(kept), str(present))

    assert keys(present) == ["here", "now"]


def test_the_copy_that_is_restored_stays_however_old(present: Path, backup: Path) -> None:
    oldest = restore(str(backup), str(present)).kept
    for _ in range(KEPT):
        restore(str(oldest), str(present))

    assert oldest in map(str, kept_beside(present))
    assert len(kept_beside(present)) == KEPT + 1
    assert keys(present) == ["here", "now"]


# --- beside other programs -----------------------------------------------------------------------


def test_who_has_the_store_open_sees_the_backup_and_can_write(present: Path, backup: Path) -> None:
    with other_program(present) as other:
        assert other.saw_first == ["here", "now"]
        restore(str(backup), str(present))
        assert other.sees() == ["then"]
        assert sorted(other.sees("put later")) == ["later", "then"]

    assert sorted(keys(present)) == ["later", "then"]


def test_who_is_reading_goes_on_reading_what_was_there(present: Path, backup: Path) -> None:
    with closing(sqlite3.connect(present, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        count = "SELECT count(*) FROM records"
        assert reader.execute(count).fetchone() == (2,)
        restore(str(backup), str(present))
        assert reader.execute(count).fetchone() == (2,)
        reader.execute("COMMIT")
        assert reader.execute(count).fetchone() == (1,)


def test_who_writes_is_waited_for_and_then_refused(present: Path, backup: Path) -> None:
    told: list[str] = []
    patience = Patience(tries=2, tell=lambda: told.append("waiting"))
    with closing(sqlite3.connect(present, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO settings VALUES ('half', 'done')")
        with pytest.raises(StoreError, match="is locked by another program"):
            restore(str(backup), str(present), patience=patience)
        assert told == ["waiting"]
        writer.execute("COMMIT")

    assert keys(present) == ["here", "now"]
    assert kept_beside(present) == []


def test_what_a_writer_wrote_while_it_was_waited_for_is_kept(present: Path, backup: Path) -> None:
    with closing(sqlite3.connect(present, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO settings VALUES ('written', 'at last')")
        patience = Patience(tell=lambda: writer.execute("COMMIT") and None)
        kept = restore(str(backup), str(present), patience=patience).kept

    with closing(sqlite3.connect(str(kept))) as copy:
        written = copy.execute("SELECT value FROM settings WHERE name = 'written'").fetchall()
    assert written == [("at last",)]


def test_a_disk_without_shared_memory_is_locked_for_all(
    present: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(present)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    monkeypatch.setattr("store.backups.replacing.Replacement._uses_wal", lambda _self, _live: False)
    with closing(sqlite3.connect(present)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM records").fetchone()
        with pytest.raises(StoreError, match="is locked by another program"):
            restore(str(backup), str(present), patience=Patience(tries=2))
    assert keys(present) == ["here", "now"]
    with closing(sqlite3.connect(present)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")

    kept = restore(str(backup), str(present)).kept

    assert keys(present) == ["then"]
    assert keys(str(kept)) == ["here", "now"]


# --- what stands in the store's place ------------------------------------------------------------


def test_a_missing_store_is_made(tmp_path: Path, backup: Path) -> None:
    missing = tmp_path / "new folder" / "store.db"

    assert restore(str(backup), str(missing)).kept is None
    assert keys(missing) == ["then"]
    assert stat.S_IMODE(missing.stat().st_mode) == 0o600


def test_an_empty_file_is_filled_and_nothing_is_kept_of_it(tmp_path: Path, backup: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()

    assert restore(str(backup), str(empty)).kept is None
    assert keys(empty) == ["then"]


@pytest.mark.parametrize("is_emptied", [False, True])
def test_the_log_of_a_store_that_is_gone_is_kept_and_not_played_into_the_new_one(
    present: Path, backup: Path, tmp_path: Path, is_emptied: bool
) -> None:
    log = Path(f"{present}-wal")
    with Store(present, seeds=None) as store:
        store.mark("here")
        content = log.read_bytes()
    present.unlink()
    if is_emptied:
        present.touch()
    log.write_bytes(content)

    restore(str(backup), str(present))

    assert keys(present) == ["then"]
    (kept,) = tmp_path.glob("present.db.replaced-*-wal")
    assert kept.read_bytes() == content


def _truncate(store: Path) -> None:
    with store.open("r+b") as file:
        file.truncate(5_000)


def _overwrite_the_beginning(store: Path) -> None:
    with store.open("r+b") as file:
        file.write(b"\0" * 200)


def _overwrite_the_schema(store: Path) -> None:
    with store.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3_900)


@pytest.mark.parametrize("damage", [_truncate, _overwrite_the_beginning, _overwrite_the_schema])
def test_a_damaged_store_is_replaced_and_kept(
    present: Path, backup: Path, damage: Callable[[Path], None]
) -> None:
    damage(present)
    content = present.read_bytes()

    kept = Path(str(restore(str(backup), str(present)).kept))

    assert keys(present) == ["then"]
    assert kept.read_bytes()[100:] == content[100:]


def test_a_file_that_cannot_be_opened_is_not_swapped_while_somebody_has_it_open(
    present: Path, backup: Path
) -> None:
    with other_program(present):
        _overwrite_the_beginning(present)
        content = present.read_bytes()
        with pytest.raises(StoreError, match="is locked by another program"):
            restore(str(backup), str(present))
        assert present.read_bytes() == content
        assert kept_beside(present) == []
    restore(str(backup), str(present))
    assert keys(present) == ["then"]


def test_what_is_no_store_is_not_replaced(tmp_path: Path, backup: Path) -> None:
    others = {"folder.db": None, "notes.db": "my notes", "pipe.db": None}
    (tmp_path / "folder.db").mkdir()
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "notes.db").write_text("my notes")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE mine (a)")
    for name in (*others, "other.db"):
        with pytest.raises(StoreError, match=name):
            restore(str(backup), str(tmp_path / name))
    assert (tmp_path / "notes.db").read_text() == "my notes"
    assert list(tmp_path.glob("*.replaced*")) == []


def test_a_store_that_may_only_be_read_is_not_replaced(present: Path, backup: Path) -> None:
    present.chmod(0o400)
    with pytest.raises(StoreError, match="is read-only"):
        restore(str(backup), str(present))
    assert keys(present) == ["here", "now"]


def test_pages_of_another_size_are_no_hindrance(present: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("VACUUM")

    restore(str(backup), str(present))

    assert keys(present) == ["then"]


# --- what is no backup ---------------------------------------------------------------------------


def _missing(_: Path) -> None:
    pass


def _folder(file: Path) -> None:
    file.mkdir()


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _empty(file: Path) -> None:
    file.touch()


def _text(file: Path) -> None:
    file.write_text("not a store")


def _compressed(file: Path) -> None:
    file.write_bytes(gzip.compress(b"a store"))


def _of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE mine (a)")


def _cut_short(file: Path) -> None:
    _truncate(filled(file, "cut"))


def _damaged(file: Path) -> None:
    with closing(sqlite3.connect(filled(file, "damaged"))) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'citations'"
        ).fetchone()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xff" * 4096)


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(filled(file, "newer"))) as connection:
        connection.execute(f"PRAGMA user_version = {MODEL_VERSION + 1}")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_missing, "is empty|No such file|missing"),
        (_folder, "is a folder"),
        (_pipe, "is a pipe"),
        (_empty, "is empty"),
        (_text, "but text"),
        (_compressed, "unpack it"),
        (_of_another_program, "of another program"),
        (_cut_short, "is truncated"),
        (_damaged, "is damaged"),
        (_newer, "newer masarat"),
    ],
)
def test_what_is_no_backup_is_told_and_the_store_stays(
    present: Path, tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    file = tmp_path / "offered.db"
    make(file)

    with pytest.raises(StoreError, match=said) as refused:
        restore(str(file), str(present))

    assert "offered.db" in str(refused.value)
    assert "--store" not in str(refused.value)
    assert keys(present) == ["here", "now"]
    assert kept_beside(present) == []


@pytest.mark.parametrize("name", ["present.db", "link.db"])
def test_the_store_is_no_backup_of_itself(present: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "link.db").symlink_to(present)
    with pytest.raises(StoreError, match="is the store itself"):
        restore(str(tmp_path / name), str(present))


@pytest.mark.parametrize("model", FIXTURES)
def test_a_backup_of_an_older_model_is_brought_to_todays(
    present: Path, tmp_path: Path, model: int
) -> None:
    (tmp_path / "older").mkdir()
    older = made_from(FIXTURES[model], tmp_path / "older")
    before = older.read_bytes()

    restore(str(older), str(present))

    with closing(sqlite3.connect(present)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (MODEL_VERSION,)
    assert keys(present)
    assert not {"here", "now"} & {*keys(present)}
    assert older.read_bytes() == before


def test_a_backup_on_a_protected_medium_is_read(present: Path, backup: Path) -> None:
    backup.chmod(0o400)
    backup.parent.chmod(0o500)
    try:
        restore(str(backup), str(present))
    finally:
        backup.parent.chmod(0o700)
    assert keys(present) == ["then"]


# --- ended in the middle -------------------------------------------------------------------------

KILLED_AT_EACH_STEP = """
import os, sys
from pathlib import Path
from store.backups import replacing
from store.backups.restoring import restore

backup, store, fresh = sys.argv[1:]
STEPS = ("open", "os.link", "os.rename", "os.remove", "sqlite3.connect")
killed_at = 0
steps = 0
is_child = False

def step(*_):
    global steps
    steps += 1
    if is_child and steps == killed_at:
        os._exit(9)

sys.addaudithook(lambda event, _: step() if event in STEPS else None)
kept = replacing.new_copy_beside
def copy_beside(*arguments):
    step()
    path = kept(*arguments)
    step()
    return path
replacing.new_copy_beside = copy_beside

class EveryTenthPage(tuple):
    pages = 0
    def __contains__(self, status):
        EveryTenthPage.pages += 1
        if EveryTenthPage.pages % 10 == 0:
            step()
        return super().__contains__(status)
replacing.BUSY = EveryTenthPage(replacing.BUSY)

while True:
    killed_at += 1
    place = Path(fresh, str(killed_at), "store.db")
    place.parent.mkdir()
    place.write_bytes(Path(store).read_bytes())
    child = os.fork()
    if not child:
        steps = 0
        is_child = True
        restore(backup, str(place))
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
print(killed_at)
"""


def _sound(_: Path) -> None:
    pass


@pytest.mark.parametrize("damage", [_sound, _overwrite_the_beginning])
def test_a_killed_restoring_leaves_the_one_or_the_other_store(
    present: Path, backup: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    (tmp_path / "tries").mkdir()
    damage(present)
    content = present.read_bytes()
    command = [sys.executable, "-c", KILLED_AT_EACH_STEP, str(backup), str(present)]
    ended = subprocess.run(
        [*command, str(tmp_path / "tries")], capture_output=True, text=True, check=True
    )

    places = sorted((tmp_path / "tries").iterdir(), key=lambda place: int(place.name))
    assert len(places) == int(ended.stdout) > 8
    for place in places:
        store = place / "store.db"
        if damage is not _sound and store.read_bytes() == content:
            continue
        found = keys(store)
        assert found in (["here", "now"], ["then"])
        if found == ["then"]:
            (kept,) = kept_beside(store)
            assert damage is not _sound or keys(kept) == ["here", "now"]
    last = places[-1] / "store.db"
    assert keys(last) == ["then"]
    assert list(places[-1].glob("*.part-*")) == []


def test_a_full_disk_leaves_the_store_and_nothing_else(
    present: Path, backup: Path, tmp_path: Path
) -> None:
    """A bound on the size of files stands for the disk, at each size that matters."""
    code = (
        "import resource, signal, sys\n"
        "from store.backups.restoring import restore\n"
        "from store.errors import StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)\n"
        "try:\n"
        "    restore(sys.argv[1], sys.argv[2])\n"
        "except StoreError as error:\n"
        "    print(error)\n"
    )
    whole = present.stat().st_size
    refused = 0
    for size in range(0, 2 * whole, whole // 4):
        place = tmp_path / str(size) / "store.db"
        place.parent.mkdir()
        shutil.copy(present, place)
        command = [sys.executable, "-c", code, str(backup), str(place), str(size)]
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
        refused += bool(ended.stdout)
        assert keys(place) == (["here", "now"] if ended.stdout else ["then"])
        assert len(kept_beside(place)) == (0 if ended.stdout else 1)
        assert re.fullmatch(r".*(full|room|disk|large).*\n|", ended.stdout)
    assert refused
