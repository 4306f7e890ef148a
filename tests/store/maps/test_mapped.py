"""What a map shows of some records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store.model.mapping import record_from_mapping
from store.model.records import Origin
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


def test_who_held_a_zone_is_told_with_its_time_by_whichever_actor(store: Store) -> None:
    holds = {"predicate": "controls", "object": "north-town", "since": "2016", "until": "2018-03"}
    army = {"key": "some-army", "kind": "actor", "name": {"en": "Some army", "ar": "جيش"}}
    store.put(record_from_mapping({**army, "relations": [{**holds, "cite": ["article#2"]}]}))

    (control,) = store.mapped(["leaving-two-towns"]).controls
    assert (control.zone, control.actor.key) == ("north-town", "some-army")
    assert (control.since, control.until) == ("2016", "2018-03")
    assert store.mapped(["far-town"]).controls == ()
    assert "article" in {source.key for source in store.sources_of_map(["north-town"])}


def test_records_are_told_with_their_zones(store: Store) -> None:
    shown = store.mapped(["leaving-two-towns", "far-town"])
    assert [row.key for row in shown.records] == ["leaving-two-towns"]
    assert set(shown.places["leaving-two-towns"]) == {"north-town", "south-town", "far-town"}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE zones SET latitude = 1e300 WHERE latitude = 34",
        "UPDATE facts SET date = 'no date' WHERE value = '50'",
        "UPDATE facts SET value = 'many' WHERE value = '50'",
    ],
)
def test_what_another_program_damaged_is_left_out_and_told_of(
    store: Store, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "damaged.db"
    with Store(path, seeds=None) as filled:
        filled.put_many(
            [(each, Origin()) for each in store.every_record()],
            [(each, Origin()) for each in store.sources()],
        )
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute(damage)
    connection.close()
    with Store(path, seeds=None) as opened:
        shown = opened.mapped(["leaving-two-towns"])
        assert len(shown.movements) + len(shown.marks) == 3
        assert opened.damaged


def test_a_map_that_is_drawn_asks_for_no_citations(store: Store) -> None:
    asked: list[str] = []
    store._connection.set_trace_callback(asked.append)
    drawn = store.mapped(["leaving-two-towns"], with_citations=False)
    store._connection.set_trace_callback(None)

    assert asked
    assert not [statement for statement in asked if "citations" in statement]
    whole = store.mapped(["leaving-two-towns"])
    bare = [(each.record, each.fact._replace(citations=())) for each in whole.movements]
    assert [(each.record, each.fact) for each in drawn.movements] == bare
    assert drawn._replace(movements=()) == whole._replace(movements=())
