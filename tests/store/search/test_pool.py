"""Which records are compared: however they are come by, a search finds the same."""

from __future__ import annotations

import pytest

from store.model.records import Bilingual, Fact, Origin, Record
from store.search import pool
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
