"""A row that is gone from any table of a record or source is missed, whoever wrote the record."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.model.records import (
    Aliases,
    Bilingual,
    Citation,
    Fact,
    Origin,
    Qualifiers,
    Record,
    Relation,
    Source,
)
from store.repairs.repair import repair
from store.store import Store
from store.upkeep.inserts import COLUMNS

CITED = (Citation("notebook", "1"),)
TOWN = Record(
    "town", "zone", Bilingual("Town", "بلدة"), type="town", coordinates=(35.0, 36.0),
    aliases=Aliases(("Old town",), ("البلدة",)), external=(("geonames", "7"), ("geonames", "8")),
    citations=CITED, relations=(Relation("lies-in", "region", since="2016", citations=CITED),),
    facts=(
        Fact("evacuees", "300", citations=CITED, about=Qualifiers(
            "fighters", ("town",), ("region",), "2018-02")),
        Fact("date", "2017", citations=CITED),
    ),
)  # fmt: skip
OTHERS = (
    Record("region", "zone", Bilingual("Region", "منطقة"), type="governorate"),
    Record("pact", "agreement", Bilingual("Pact", "اتفاق"), type="evacuation"),
    Record("band", "actor", Bilingual("Band", "جماعة"), type="armed-group"),
    Record("end", "consequence", Bilingual("End", "نهاية"), type="effect", standing="observed"),
)
NOTEBOOK = Source("notebook", Bilingual("Notebook", "دفتر"), sentences=((0, 5), (6, 9)))
WHOLE = frozenset({"collections", "records", "sources"})
"""Tables whose rows are no part of another one's."""
PARTS = [*(table for table in COLUMNS if table not in WHOLE), "names"]


def filled(path: Path) -> Path:
    with Store(path, seeds=None) as store:
        store.put_many([(each, Origin()) for each in (TOWN, *OTHERS)], [(NOTEBOOK, Origin())])
    return path


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("own") / "own.db")


def rows(path: Path, table: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]


def delete(path: Path, table: str, row: dict[str, object]) -> None:
    """Delete one row with all that hangs on it, so that every reference still holds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        where = " AND ".join(f'"{column}" IS ?' for column in row)
        assert connection.execute(f"DELETE FROM {table} WHERE {where}", (*row.values(),)).rowcount
        connection.commit()


def test_a_row_of_each_kind_is_there_to_be_lost(own: Path) -> None:
    assert all(rows(own, table) for table in PARTS)


@pytest.mark.parametrize("table", PARTS)
def test_any_row_that_is_gone_is_told_by_the_examination_and_by_repair(
    own: Path, tmp_path: Path, table: str, *, thoroughly: bool
) -> None:
    for number, row in enumerate(rows(own, table)[:: 1 if thoroughly else 2]):
        path = Path(shutil.copy(own, tmp_path / f"{number}.db"))
        delete(path, table, row)

        with Store(path, seeds=None) as store:
            damages = list(store.examine())
        mended = repair(str(path), seeds=None)
        assert damages, row
        assert mended.damages, row
        if row.get("role") != "name":  # one that the row of the record has as well
            told = [each.what for each in damages if not each.is_of_index]
            owners = ("town", "notebook", "pact", "band", "end", "region")
            assert any(what.startswith(owners) for what in told), row
            assert any(loss.startswith(owners) for loss in mended.losses), row
        with Store(path, seeds=None) as store:
            assert list(store.examine()) == [], row
