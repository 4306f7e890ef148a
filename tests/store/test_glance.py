"""What of a store is seen at a glance: equal as long as it is drawn the same, and cheap to ask."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.glance.digests import Sight, seen, written
from store.model.records import Bilingual
from store.store import Store

ROOT = Path(__file__).parents[2]
KEY = "zabadani"
IN_ORDER = written(Sight(KEY, [""] * 400, of=("", "name", "en"), top=0))
FOUND = written(Sight(KEY, [KEY, "abu-jamal"], of=("", "name", "en")))
FAR = written(Sight(KEY, [""] * 5, of=("", "name", "en"), top=0))
NOTHING = ("", "", "")
TOLD, LISTED, RECORD = range(3)


@pytest.fixture
def file(shipped: Store) -> Path:
    shipped.close()
    return Path(shipped.path)


def statement(text: str) -> Callable[[Path], None]:
    """A change by a program that knows nothing of masarat."""

    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            assert connection.execute(text).rowcount

    return change


def differing(file: Path, sight: str, change: Callable[[Path], None]) -> set[int]:
    before = seen(str(file), sight)
    assert all(before)
    change(file)
    after = seen(str(file), sight)
    assert all(after)
    return {number for number in range(3) if before[number] != after[number]}


def touch(file: Path) -> None:
    os.utime(file)


def make_anew(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("VACUUM")


def edit(key: str) -> Callable[[Path], None]:
    """An edit of a record by masarat itself."""

    def change(file: Path) -> None:
        with Store(file) as store:
            record = store.get(key)
            store.put(record._replace(summary=Bilingual("Another.", "آخر.")))

    return change


@pytest.mark.parametrize("sight", [IN_ORDER, FOUND, FAR])
@pytest.mark.parametrize("change", [touch, make_anew])
def test_what_has_not_changed_is_seen_as_it_was(
    file: Path, sight: str, change: Callable[[Path], None]
) -> None:
    assert differing(file, sight, change) == set()


OF_RECORD = [
    f"UPDATE records SET summary_ar = summary_ar || 'x' WHERE key = '{KEY}'",
    f"UPDATE records SET confidence = 'C' WHERE key = '{KEY}'",
    "UPDATE facts SET note_en = 'x' WHERE record = (SELECT id FROM records WHERE key = 'zabadani')",
    "UPDATE citations SET locator = 'x' WHERE fact IN (SELECT id FROM facts WHERE record ="
    " (SELECT id FROM records WHERE key = 'zabadani'))",
    "UPDATE sources SET publisher = 'x'",
    "UPDATE relations SET note_ar = 'x' WHERE object ="
    " (SELECT id FROM records WHERE key = 'zabadani')",
    "UPDATE names SET text = 'x' WHERE role = 'alias' AND record ="
    " (SELECT id FROM records WHERE key = 'zabadani')",
    "UPDATE zones SET latitude = 1 WHERE record = (SELECT id FROM records WHERE key = 'zabadani')",
    "DELETE FROM relations WHERE object = (SELECT id FROM records WHERE key = 'zabadani')",
    "UPDATE records SET name_en = 'x' WHERE id IN (SELECT subject FROM relations WHERE object ="
    " (SELECT id FROM records WHERE key = 'zabadani'))",
]


@pytest.mark.parametrize("text", OF_RECORD)
def test_what_a_record_shows_changes_its_digest(file: Path, text: str) -> None:
    assert RECORD in differing(file, FAR, statement(text))


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE records SET name_en = 'x' WHERE key = 'abu-jamal'",
        "UPDATE records SET kind = 'zone' WHERE key = 'abu-jamal'",
        "INSERT INTO facts (record, property, position, value, first_year, last_year)"
        " SELECT id, 'date', 0, '1900', 1900, 1900 FROM records WHERE key = 'abu-jamal'",
        "INSERT INTO settings VALUES ('marked', '[\"abu-jamal\"]')",
    ],
)
@pytest.mark.parametrize("sight", [IN_ORDER, FOUND])
def test_what_a_list_shows_changes_its_digest(file: Path, text: str, sight: str) -> None:
    assert LISTED in differing(file, sight, statement(text))


def test_a_record_that_is_edited_out_of_sight_changes_only_what_a_search_finds(file: Path) -> None:
    with Store(file) as store:
        far = store.records(order="name", language="en")[200].key
        assert far != KEY
    assert differing(file, FAR, edit(far)) == set()
    assert differing(file, FOUND, edit(far)) == {LISTED}


def test_a_record_that_comes_in_sight_is_seen(file: Path) -> None:
    insert = (
        "INSERT INTO records (key, kind, name_en, sort_en, sort_ar)"
        " VALUES ('aaa', 'zone', 'A', '0', '0')"
    )
    assert differing(file, FAR, statement(insert)) == {TOLD, LISTED}


def test_what_is_no_store_or_brings_code_is_not_looked_at(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE records (id INTEGER, key TEXT, kind TEXT)")
    text = tmp_path / "text.db"
    text.write_text("no store")
    for path in (other, text, tmp_path / "none.db", ":memory:"):
        assert seen(str(path), IN_ORDER) == NOTHING
    for line in ("", "one", "a\tb\tc\td\te", f"none\t{IN_ORDER.partition(chr(9))[2]}"):
        assert seen(str(file), line) == NOTHING
    statement_of_code = "CREATE VIEW facts_of AS SELECT * FROM facts"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement_of_code)
    assert seen(str(file), IN_ORDER) == NOTHING


def test_a_store_in_use_is_seen_and_nothing_is_left_beside_it(file: Path) -> None:
    before = seen(str(file), IN_ORDER)
    assert [path.name for path in file.parent.glob(f"{file.name}*")] == [file.name]
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        writing.execute("UPDATE records SET name_en = 'x' WHERE key = 'abu-jamal'")
        now = seen(str(file), IN_ORDER)
        assert now[LISTED] not in (before[LISTED], "")
        writing.execute("BEGIN EXCLUSIVE")
        assert seen(str(file), IN_ORDER) in (now, NOTHING)


def test_a_path_with_marks_of_an_address_is_a_path(file: Path) -> None:
    odd = file.with_name("50% a?b#c ملف.db")
    odd.write_bytes(file.read_bytes())
    assert seen(str(odd), IN_ORDER) == seen(str(file), IN_ORDER)


def test_looking_loads_neither_sqlite3_nor_what_reads_records() -> None:
    told = (
        "import sys; from store.glance.digests import seen;"
        " seen('none.db', 'a\\t\\tname\\ten\\t0'); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    ours = {name for name in loaded if name.startswith("store.")}
    assert ours == {"store.glance", "store.glance.digests", "store.typed"}
    assert not {"re", "enum", "typing", "sqlite3", "hashlib", "datetime", "json"} & set(loaded)
