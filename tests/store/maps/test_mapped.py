"""What a map shows of some records."""

from __future__ import annotations

import pytest

from store.model.mapping import record_from_mapping
from store.store import Store


def zone(key: str, *coordinates: float) -> dict[str, object]:
    placed = {"coordinates": list(coordinates)} if coordinates else {}
    return {"key": key, "kind": "zone", "name": {"en": key, "ar": "بلدة"}, **placed}


LEAVING = {
    "key": "leaving-two-towns",
    "kind": "agreement",
    "name": {"en": "Leaving two towns", "ar": "خروج من بلدتين"},
    "date": "2016-01",
    "evacuees": [
        {"value": "900", "state": "planned"},
        {"value": "50", "from": ["north-town", "south-town"], "to": ["far-town"],
         "when": "2017-04-14", "cite": ["article#2"]},
        {"value": "20", "from": ["north-town"]},
    ],
    "carried-out": [{"value": "2017", "from": ["north-town"]}],
}  # fmt: skip


@pytest.fixture
def store(small_store: Store) -> Store:
    for each in (zone("north-town", 34, 36), zone("south-town"), zone("far-town", 36, 37), LEAVING):
        small_store.put(record_from_mapping(each))
    return small_store


def test_zones_that_facts_name_are_marks_or_listed(store: Store) -> None:
    shown = store.mapped(["leaving-two-towns"])

    assert {mark.key: mark.coordinates for mark in shown.marks} == {
        "north-town": (34, 36),
        "far-town": (36, 37),
    }
    assert [row.key for row in shown.unplaced] == ["south-town"]


def test_movements_stand_in_order_of_time_with_their_sources(store: Store) -> None:
    undated, dated = store.mapped(["leaving-two-towns"]).movements

    assert (undated.fact.value, undated.when) == ("20", "2016-01")  # of its agreement's time
    assert (dated.fact.value, dated.when) == ("50", "2017-04-14")
    assert [each.reference for each in dated.fact.citations] == ["article#2"]


def test_zones_and_nothing_are_mapped_too(store: Store) -> None:
    assert [mark.key for mark in store.mapped(["far-town"]).marks] == ["far-town"]
    assert not any(store.mapped([]))


def test_a_key_without_a_record_is_left_out(store: Store) -> None:
    assert [mark.key for mark in store.mapped(["nowhere-at-all", "far-town"]).marks] == ["far-town"]
