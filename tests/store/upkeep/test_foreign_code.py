"""A store that brings code with it is not used before repair has taken that out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store.backups.restoring import restore
from store.errors import StoreError
from store.model.records import Origin, Record, Source
from store.repairs.repair import repair
from store.store import Store
from tests.store.damage import damage

ENDLESS = "WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
TRIGGERS = {
    "deletes": "CREATE TRIGGER theirs AFTER INSERT ON records BEGIN DELETE FROM facts; END",
    "never ends": "CREATE TRIGGER theirs BEFORE UPDATE ON settings WHEN"
    f" ({ENDLESS} SELECT max(n) FROM endless) BEGIN SELECT 1; END",
    "is called strangely": 'CREATE TRIGGER "a""b\x1b]0;x\x07" AFTER DELETE ON NAMES BEGIN'
    " SELECT 1; END",
}
VIEWS = {
    "of ours": f"DROP TABLE lexicon; CREATE VIEW lexicon AS {ENDLESS}"
    " SELECT n AS meaning, n AS phrase, n AS shipped FROM endless",
    "of records": "ALTER TABLE records RENAME TO hidden; CREATE VIEW Records AS"
    f" {ENDLESS} SELECT hidden.* FROM hidden, endless",
    "of an index": f"DROP TABLE full_text; CREATE VIEW full_text_content AS {ENDLESS}"
    " SELECT n AS id, '' AS c0, '' AS c1, '' AS c2, '' AS c3 FROM endless",
}
HARMLESS = (
    "CREATE VIEW my_records AS SELECT * FROM records; CREATE TABLE mine (a);"
    "CREATE TRIGGER of_mine AFTER INSERT ON mine BEGIN DELETE FROM mine; END"
)


@pytest.fixture
def path(filled_file: Path, tmp_path: Path) -> Path:
    path = Path(shutil.copy(filled_file, tmp_path / "store.db"))
    with Store(path) as store:
        store.mark("qatar")
    return path


@pytest.fixture
def without_shipped(tmp_path: Path, records: list[Record], sources: list[Source]) -> Path:
    """A store of few records: repair reads all of them, three times."""
    path = tmp_path / "few.db"
    with Store(path, seeds=None) as store:
        store.put_many(
            [(each, Origin()) for each in records], [(each, Origin()) for each in sources]
        )
        store.mark("qatar")
    return path


@pytest.mark.parametrize("statements", [*TRIGGERS.values(), *VIEWS.values()])
def test_none_of_it_is_run(path: Path, tmp_path: Path, statements: str) -> None:
    damage(path, statements)

    with pytest.raises(StoreError, match=r"damaged \((trigger|view) .*masarat repair"):
        Store(path)
    with pytest.raises(StoreError, match=r"damaged \((trigger|view) "):
        restore(str(path), str(tmp_path / "other.db"))


@pytest.mark.parametrize("statements", TRIGGERS.values())
def test_triggers_are_taken_out_and_nothing_is_lost(without_shipped: Path, statements: str) -> None:
    damage(without_shipped, statements)

    repaired = repair(str(without_shipped), seeds=None)

    assert repaired.is_rebuilt
    with Store(without_shipped, seeds=None) as store:
        assert list(store.examine()) == []
        assert [hit.key for hit in store.search("marked:yes")] == ["qatar"]


@pytest.mark.parametrize("statements", VIEWS.values())
def test_a_table_is_put_where_a_view_stood(without_shipped: Path, statements: str) -> None:
    damage(without_shipped, statements)

    repair(str(without_shipped), seeds=None)

    with Store(without_shipped, seeds=None) as store:
        assert list(store.examine()) == []


def test_what_the_user_adds_beside_our_tables_is_theirs(path: Path) -> None:
    damage(path, HARMLESS)
    with Store(path) as store:
        assert store.search("marked:yes")
