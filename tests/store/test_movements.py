"""Who went from place to place: as records state it, as places saw it, in every way out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store.exchange.exporting import export, page
from store.model.mapping import record_from_mapping
from store.model.records import Origin, Record, Source
from store.store import Store

LEAVING = {
    "key": "leaving",
    "kind": "agreement",
    "name": {"en": "Leaving", "ar": "خروج"},
    "date": "2016-01",
    "evacuees": [
        {"value": "900", "state": "planned"},
        {"value": ">5000", "of": "civilians", "from": ["zabadani"], "to": ["kefraya"],
         "when": "2017-04-14", "state": "happened", "note": {"en": "in buses"},
         "cite": ["agency-2017"]},
        {"value": "272", "of": "fighters", "from": ["zabadani"], "cite": ["article#2"]},
    ],
    "carried-out": [{"value": "2017", "from": ["kefraya"]}],
}  # fmt: skip


@pytest.fixture
def store(small_store: Store) -> Store:
    small_store.put(record_from_mapping(LEAVING))
    return small_store


def test_a_place_tells_who_left_it_and_who_came(store: Store) -> None:
    left = store.movements("zabadani")
    assert [(each.record.key, each.fact.value) for each in left] == [
        ("leaving", "272"),  # undated, it is of its agreement's time
        ("leaving", ">5000"),
    ]
    (came,) = store.movements("kefraya")  # a date is no movement
    assert came.fact.value == ">5000"
    assert store.movements("leaving") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("from:zabadani", ["leaving"]),
        ("من:الزبداني", ["leaving"]),
        ("to:kefraya", ["leaving"]),
        ("to:zabadani", []),
        ("from:rif-dimashq", ["leaving"]),  # Zabadani lies in it
        ("to:rif-dimashq", []),
        ("-from:zabadani kind:agreement", ["four-towns"]),
        ("from:qatar", []),
    ],
)
def test_records_are_found_by_where_people_went(store: Store, query: str, found: list[str]) -> None:
    assert [hit.key for hit in store.search(query)] == found


def test_from_a_year_is_that_year(store: Store) -> None:
    of_the_year = {hit.key for hit in store.search("year:2017")}
    assert of_the_year == {"leaving", "four-towns"}
    assert {hit.key for hit in store.search("from:2017")} == of_the_year


def test_a_page_has_a_table_of_movements(store: Store) -> None:
    written = page(store, store.get("leaving"), "en")
    assert "| People evacuated | 900 · planned |" in written
    table = written.split("## Movements of people\n\n")[1].split("\n\n")[0].splitlines()
    assert table == [
        "| Who | How many | From | To | When | State | Counted by |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| civilians | more than 5,000 (in buses) | Zabadani | Kefraya | 14 April 2017 | happened |"
        " Agency [^agency-2017] |",
        "| fighters | 272 | Zabadani |  |  |  | the article [^article-2] |",
    ]


def test_the_page_of_a_place_says_which_record_tells_of_it(store: Store) -> None:
    written = page(store, store.get("kefraya"), "ar")
    assert "## من وصلوا أو كان مقررًا أن يصلوا\n" in written
    assert "| [خروج](../agreements/leaving.md) | مدنيون | أكثر من 5,000 (in buses) |" in written
    assert "[^agency-2017]: " in written


def test_a_report_has_them_too(store: Store, tmp_path: Path) -> None:
    export(store, ["zabadani", "kefraya"], tmp_path / "report.md", language="en")
    report = (tmp_path / "report.md").read_text("utf-8")
    assert report.count("### Who left") == report.count("### Who came") == 1
    assert report.count('id="source:agency-2017"') == 1


def test_a_view_shows_them_to_any_program(
    records: list[Record], sources: list[Source], tmp_path: Path
) -> None:
    with Store(tmp_path / "a.db", seeds=None) as store:
        store.put_many(
            [(record, Origin()) for record in (*records, record_from_mapping(LEAVING))],
            [(source, Origin()) for source in sources],
        )
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        rows = connection.execute("SELECT * FROM movements").fetchall()
    assert rows == [
        ("leaving", "evacuees", "civilians", ">5000", "zabadani", "kefraya", "2017-04-14",
         "happened", "agency-2017"),
        ("leaving", "evacuees", "fighters", "272", "zabadani", None, "", None, "article"),
    ]  # fmt: skip


def test_a_stage_is_reached_by_what_happened_and_not_by_what_was_planned(store: Store) -> None:
    def dated(state: str) -> list[str]:
        carried_out = [{"value": "2017", "state": state}]
        store.put(record_from_mapping({**LEAVING, "carried-out": carried_out}))
        return [hit.key for hit in store.search("stage:carried-out")]

    assert dated("planned") == dated("demanded") == []
    assert dated("happened") == dated("claimed") == ["leaving"]
