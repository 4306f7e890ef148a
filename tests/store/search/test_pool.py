"""Which records are compared: however they are come by, a search finds the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from store.model.records import Bilingual, Fact, Origin, Record
from store.search import pool, ranking
from store.search.index import beginning_with, existing, remove_text
from store.store import Store

_QUERIES = (
    "truce",
    "war evacuation",
    "agreement idl*",
    "هدنة حمص",
    "evacuation of the town by buses",
    '"safe areas" OR Homs',
    "agreement -Homs",
    "(truce OR ceasefire) NOT Aleppo",
    '"war crime"',
)
_FILTERS = ("kind:agreement", "-kind:zone", "actor:russia", "type:town", "year:2017", "kind:none")


def told(key: str, text: str, name: str = "Place") -> Record:
    return Record(key, "zone", Bilingual(name), summary=Bilingual(text))


def found(store: Store, query: str) -> list[str]:
    return [hit.key for hit in store.search(query, limit=200)]


@pytest.mark.parametrize(("listed", "read"), [(5_000, 500), (5_000, 0), (1, 0)])
def test_a_filter_is_met_however_the_records_are_come_by(
    shipped_to_read: Store, monkeypatch: pytest.MonkeyPatch, listed: int, read: int
) -> None:
    queries = [f"{words} {filter_}" for words in _QUERIES for filter_ in _FILTERS]
    as_small = [found(shipped_to_read, query) for query in queries]
    assert sum(map(bool, as_small)) > len(queries) / 2

    monkeypatch.setattr(pool, "_TRIED", 1)  # as in a store where every word is common
    monkeypatch.setattr(pool, "_LISTED", listed)
    monkeypatch.setattr(pool, "_READ", read)

    for query, keys in zip(queries, as_small, strict=True):
        assert found(shipped_to_read, query) == keys, query


def test_what_is_excluded_is_excluded_from_names_too(shipped_to_read: Store) -> None:
    assert "old-homs-evacuation" in found(shipped_to_read, "evacuation agreement")
    assert "old-homs-evacuation" not in found(shipped_to_read, "evacuation agreement -buses")
    assert "old-homs-evacuation" not in found(
        shipped_to_read, "(evacuation agreement -buses) OR idlib"
    )


@pytest.mark.parametrize("filter_", ["", "year:2014", "kind:agreement"])
def test_the_best_of_a_small_store_comes_first_wherever_it_stands(filter_: str) -> None:
    date = Fact("date", "2014")
    texts = ["a truce and much else that makes it long"] * 150 + ["truce, truce, truce"]
    records = [
        Record(f"text-{n}", "agreement", Bilingual("Text"), summary=Bilingual(text), facts=(date,))
        for n, text in enumerate([*texts, *["what every word is rarer by"] * 300])
    ]
    with Store(":memory:", seeds=None) as store:
        store.put_many((record, Origin()) for record in records)
        assert store.search(f"truce {filter_}", limit=5)[0].key == "text-150"


@pytest.mark.parametrize("most_begun", [100, 1])
def test_a_word_that_may_go_on_finds_the_same_in_a_large_store(
    shipped_to_read: Store, monkeypatch: pytest.MonkeyPatch, most_begun: int
) -> None:
    queries = [
        "evac",
        "the agr",
        "idl*",
        "حم",
        "حمص",
        '"safe are"*',
        "evac OR agr",
        "zzzqq",
        "-evac",
    ]
    in_small = [found(shipped_to_read, query) for query in (*queries, *_QUERIES)]

    monkeypatch.setattr(ranking, "_MANY", 0)
    monkeypatch.setattr(ranking, "_MOST_BEGUN", most_begun)

    for query, keys in zip((*queries, *_QUERIES), in_small, strict=True):
        assert found(shipped_to_read, query) == keys, query


def test_words_are_told_by_their_beginning(small_store: Store) -> None:
    small_store.put(told("springs", "A spring, springs and a springboard."))
    small_store.put(told("other", "Sprint"))
    connection = small_store._connection

    assert beginning_with(connection, "spring", 9) == ["spring", "springboard", "springs"]
    assert beginning_with(connection, "spring", 1) == ["spring", "springboard"]
    assert beginning_with(connection, "springboards", 9) == []


def test_which_words_stand_anywhere_is_known(small_store: Store) -> None:
    small_store.put(told("springs", "Sprint", name="Waterfall"))

    asked = ["sprint", "sprin", "waterfal", "qqq", "sprint"]
    assert existing(small_store._connection, asked) == ["sprint", "waterfal", "sprint"]
    (number,) = small_store._connection.execute("SELECT max(id) FROM records").fetchone()
    remove_text(small_store._connection, number)
    assert existing(small_store._connection, asked) == []


@pytest.fixture(scope="module")
def common() -> Iterator[Store]:
    """A store in which nearly all texts have the same words; every other record is an agreement."""
    date = Fact("date", "2014")
    records = [
        Record(
            f"text-{n:04}",
            "zone" if n % 2 else "agreement",
            Bilingual("Truce" if n < 700 else "Text"),
            summary=Bilingual("A truce in the town."),
            facts=() if n % 7 else (date,),
        )
        for n in range(1_500)
    ]
    with Store(":memory:", seeds=None) as store:
        store.put_many((record, Origin()) for record in records)
        yield store


def rows_fetched(store: Store, query: str) -> int:
    """How many rows a search takes out of SQLite."""
    rows: list[tuple[object, ...]] = []

    def kept(_: sqlite3.Cursor, row: tuple[object, ...]) -> tuple[object, ...]:
        rows.append(row)
        return row

    store._connection.row_factory = kept
    try:
        store.search(query)
    finally:
        store._connection.row_factory = None
    return len(rows)


@pytest.mark.parametrize(
    "query", ["truce ", "truce town ", "truce OR town", "truce -qqqq", "truce kind:agreement"]
)
def test_of_common_words_hardly_more_is_fetched_than_is_compared(common: Store, query: str) -> None:
    compared, named, shown, asked = 200, 30, 20, 60

    # Twice, as what is compared is found and then read.
    assert rows_fetched(common, query) <= 2 * (compared + named) + shown + asked


@pytest.mark.parametrize("query", ["truce kind:agreement", "truce kind:agreement year:2014"])
def test_a_record_that_lost_its_details_is_still_of_its_kind(
    common: Store, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(pool, "_READ", 0)
    monkeypatch.setattr(pool, "_LISTED", 1)
    whole = found(common, query)
    connection = common._connection
    connection.execute("BEGIN")
    connection.execute("DELETE FROM agreements")
    try:
        assert found(common, query) == whole != []
    finally:
        connection.rollback()


@pytest.mark.parametrize("query", ["year:2014", "-year:2014", "year:2014 kind:agreement", "-town"])
@pytest.mark.parametrize("passed", [1, 10**9])
def test_filters_alone_list_by_name_whether_sorted_or_gone_through(
    common: Store, monkeypatch: pytest.MonkeyPatch, query: str, passed: int
) -> None:
    usual = found(common, query)
    monkeypatch.setattr(pool, "_PASSED_IN_THE_TIME", passed)

    assert found(common, query) == usual
