"""How many records have each value of a field."""

from __future__ import annotations

import pytest

from store.store import Store


def test_every_field_counts_something_in_both_languages(shipped: Store) -> None:
    for field in shipped.fields():
        english, arabic = shipped.tally(field), shipped.tally(field, language="ar")
        assert [each.leaves for each in english] == sorted(
            (each.leaves or 0 for each in english), reverse=True
        )
        assert english
        assert [each.value for each in english] == [each.value for each in arabic]


def test_the_counts_are_of_what_the_query_lists(shipped: Store) -> None:
    for query in ("type:evacuation", "evacuation homs", "year:2016 -actor:russia"):
        listed = [hit for hit in shipped.search(query, limit=10_000) if hit.match == "all"]
        assert listed
        assert sum(each.leaves or 0 for each in shipped.tally("kind", query)) == len(listed)


def test_a_filter_finds_as_many_as_were_counted(shipped: Store) -> None:
    for counted in shipped.tally("outcome", "kind:agreement"):
        found = shipped.search(f"kind:agreement outcome:{counted.value}", limit=10_000)
        assert len(found) == counted.leaves


def test_place_counts_as_the_filter_zone_does(shipped: Store) -> None:
    assert shipped.tally("place", "year:2016") == shipped.tally("zone", "year:2016")


def test_a_predicate_counts_records_on_either_side(shipped: Store) -> None:
    counts = {each.value: each.leaves for each in shipped.tally("predicate")}
    relations = [
        (relation.predicate, record.key, relation.object)
        for record in shipped.every_record()
        for relation in record.relations
    ]
    assert relations
    assert counts == {
        predicate: len({end for name, *ends in relations for end in ends if name == predicate})
        for predicate, *_ in relations
    }


def test_reading_counts_sources_once(shipped: Store) -> None:
    counted = sum(each.leaves or 0 for each in shipped.tally("reading"))
    assert 0 < counted <= shipped.statistics().sources


def test_what_finds_nothing_counts_nothing(shipped: Store) -> None:
    assert not shipped.tally("kind", "xyzzyqq")
    assert not shipped.tally("kind", "")
    with pytest.raises(KeyError):
        shipped.tally("colour")
