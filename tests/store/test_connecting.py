"""How two records are connected."""

from __future__ import annotations

from itertools import pairwise

import pytest

from store.connecting import MOST_WAYS, Connection, connection, connection_to_mapping
from store.errors import UnknownKeyError
from store.model.mapping import record_from_mapping
from store.model.records import Origin
from store.store import Store


def _actor(key: str, *objects: str) -> dict[str, object]:
    return {
        "key": key,
        "kind": "actor",
        "name": {"en": key},
        "relations": [{"predicate": "part-of", "object": each} for each in objects],
    }


def _put(store: Store, *mappings: dict[str, object]) -> None:
    store.put_many([(record_from_mapping(each), Origin()) for each in mappings])


def _keys(found: Connection) -> list[list[str]]:
    return [[way[0].start.key, *(step.end.key for step in way)] for way in found.ways]


def test_relations_are_walked_in_both_directions(small_store: Store) -> None:
    found = connection(small_store, ("qatar", "zabadani"))

    assert _keys(found) == [["qatar", "four-towns", "zabadani"]]
    first, second = found.ways[0]
    assert [(each.predicate, each.direction) for each in first.relations] == [("mediated-by", "in")]
    assert [each.reference for each in second.relations[0].citations] == ["article#2"]


def test_a_mapping_says_each_relation_as_its_subject_does(small_store: Store) -> None:
    mapping = connection_to_mapping(connection(small_store, ("qatar", "zabadani")))

    assert mapping["keys"] == ["qatar", "zabadani"]
    assert mapping["complete"]
    first, second = mapping["ways"][0]
    assert (first["from"], first["to"]) == ("qatar", "four-towns")
    (mediated,) = first["relations"]
    assert (mediated["subject"], mediated["object"]) == ("four-towns", "qatar")
    assert mediated["cite"] == ["agency-2017"]
    assert mediated["label"]["en"] == "mediated"
    assert second["relations"][0]["label"]["en"] == "evacuates"


def test_a_loop_and_a_relation_to_oneself_end(small_store: Store) -> None:
    _put(small_store, _actor("one"), _actor("two"), _actor("three"))
    _put(small_store, _actor("one", "one", "two"), _actor("two", "one"))

    assert _keys(connection(small_store, ("one", "two"))) == [["one", "two"]]
    assert len(connection(small_store, ("one", "two")).ways[0][0].relations) == 2
    lonely = connection(small_store, ("one", "three"))
    assert (lonely.ways, lonely.is_cut) == ((), False)


def test_of_many_ways_as_short_some_are_told(small_store: Store) -> None:
    between = [f"between-{number}" for number in range(MOST_WAYS + 3)]
    _put(small_store, _actor("goal"), *(_actor(key, "goal") for key in between))
    _put(small_store, _actor("start", *between))

    assert _keys(connection(small_store, ("start", "goal"))) == [
        ["start", key, "goal"] for key in between[:MOST_WAYS]
    ]


def test_longer_ways_and_those_beyond_many_records_are_not_found(small_store: Store) -> None:
    chain = ["a", "b", "c", "d", "e", "f"]
    _put(small_store, *map(_actor, chain))
    _put(small_store, *(_actor(key, other) for key, other in pairwise(chain)))

    assert _keys(connection(small_store, ("e", "a"))) == [["e", "d", "c", "b", "a"]]
    far = connection(small_store, ("a", "f"))
    assert (far.ways, far.is_cut) == ((), False)
    cut = connection(small_store, ("a", "e"), most_visited=3)
    assert (cut.ways, cut.is_cut) == ((), True)
    assert connection(small_store, ("a", "b"), most_visited=1).ways


def test_an_unknown_key_is_told(small_store: Store) -> None:
    with pytest.raises(UnknownKeyError):
        connection(small_store, ("zabadani", "nowhere"))
