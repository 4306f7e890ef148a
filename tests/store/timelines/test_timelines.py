"""What a timeline is drawn from: all that is dated, and the lanes in which it stands."""

from __future__ import annotations

import pytest

from store.model.records import Bilingual, Fact, Origin, Qualifiers, Record, Relation
from store.store import Store
from store.timelines.lanes import GROUPINGS, Grouping


def record(key: str, kind: str = "agreement", type_: str = "", **fields: object) -> Record:
    name = Bilingual(key.replace("-", " ").title())
    return Record(key, kind, name, type=type_, **fields)  # type: ignore[arg-type]


def stated(predicate: str, object_: str) -> Relation:
    return Relation(predicate, object_)


CONVOY = Bilingual("A convoy came", "وصلت قافلة")
RECORDS = [
    record("syria", "zone", "country"),
    record("rural", "zone", "governorate", relations=(stated("lies-in", "syria"),)),
    record("town", "zone", "town", relations=(stated("lies-in", "rural"),)),
    record("camp", "zone", "camp", relations=(stated("part-of", "town"),)),
    record("border", "zone", "border"),
    record("council", "actor", "local-body"),
    record("talks", type_="track"),
    record(
        "truce",
        type_="ceasefire",
        facts=(
            Fact("date", "2017-05"),
            Fact("in-force", "2017-05-06", about=Qualifiers(state="planned")),
            Fact("event", CONVOY, about=Qualifiers(when="2017-05-09")),
            Fact("terms", Bilingual("Arms are laid down")),
        ),
        relations=(
            stated("covers", "camp"),
            stated("evacuates-to", "border"),
            stated("signed-by", "council"),
            stated("part-of", "talks"),
        ),
    ),
    record("deal", type_="evacuation", facts=(Fact("date", "2016-01-02"),)),
]  # fmt: skip


@pytest.fixture
def filled(small_store: Store) -> Store:
    small_store.put_many((each, Origin()) for each in RECORDS)
    return small_store


def test_all_that_is_dated_stands_in_order_and_what_is_not_is_told(filled: Store) -> None:
    found = filled.dated(["truce", "deal", "town"])

    assert [(each.record.key, each.fact.property, each.when) for each in found.moments] == [
        ("deal", "date", "2016-01-02"),
        ("truce", "date", "2017-05"),
        ("truce", "in-force", "2017-05-06"),
        ("truce", "event", "2017-05-09"),
    ]
    assert found.moments[2].fact.about.state == "planned"
    assert found.moments[3].fact.value == CONVOY
    assert [row.key for row in found.undated] == ["town"]


def lanes(store: Store, grouping: Grouping) -> dict[str, set[str]]:
    keys = ["truce", "deal", "camp", "council", "talks"]
    return {lane.key: set(lane.records) for lane in store.lanes(keys, grouping)}


def test_a_small_place_shares_the_lane_of_its_governorate(filled: Store) -> None:
    assert lanes(filled, "place") == {"rural": {"truce", "camp"}, "": {"deal", "council", "talks"}}


def test_lanes_by_actor_by_track_and_by_type(filled: Store) -> None:
    assert lanes(filled, "actor") == {
        "council": {"truce", "council"},
        "": {"deal", "camp", "talks"},
    }
    assert lanes(filled, "track") == {"talks": {"truce", "talks"}, "": {"deal", "camp", "council"}}
    assert set(lanes(filled, "type")) == {"ceasefire", "evacuation", "camp", "local-body", "track"}


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_every_record_is_in_a_lane(filled: Store, grouping: Grouping) -> None:
    keys = filled.every_key()
    assert set().union(*(lane.records for lane in filled.lanes(keys, grouping))) == set(keys)
    assert filled.lanes([], grouping) == []
    assert filled.lanes(["nowhere"], grouping) == []


def test_places_that_lie_in_each_other_end(small_store: Store) -> None:
    circle = [
        record("one", "zone", "town", relations=(stated("lies-in", "other"),)),
        record("other", "zone", "town", relations=(stated("lies-in", "one"),)),
    ]
    small_store.put_many((each, Origin()) for each in circle)
    assert [lane.key for lane in small_store.lanes(["one"], "place")] == ["one"]


def test_what_is_damaged_is_left_out_and_told(filled: Store) -> None:
    connection = filled._connection
    connection.execute("UPDATE facts SET value = 'soon' WHERE property = 'in-force'")
    connection.execute("UPDATE facts SET text_en = CAST(x'ff' AS TEXT) WHERE property = 'event'")

    found = filled.dated(["truce"])
    assert [each.fact.property for each in found.moments] == ["date"]
    assert "truce" in filled.damaged


def test_a_record_of_which_the_name_is_damaged_has_its_dates_and_lanes(filled: Store) -> None:
    connection = filled._connection
    connection.execute("UPDATE records SET name_en = CAST(x'ff' AS TEXT) WHERE key = 'truce'")

    found = filled.dated(["truce", "deal"])
    assert [each.record.key for each in found.moments] == ["deal", "truce", "truce", "truce"]
    assert found.moments[0].record.name.en == "Deal"
    assert found.moments[1].record.name.en.isprintable()
    assert set(filled.damaged) == {"truce"}
    assert lanes(filled, "place")["rural"] == {"truce", "camp"}
