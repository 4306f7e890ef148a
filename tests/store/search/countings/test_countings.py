"""How many records have each value of a field."""

from __future__ import annotations

import pytest

from store.store import Store


def test_every_field_counts_something_in_both_languages(shipped_to_read: Store) -> None:
    for field in shipped_to_read.fields():
        english, arabic = shipped_to_read.tally(field), shipped_to_read.tally(field, language="ar")
        assert [each.leaves for each in english] == sorted(
            (each.leaves or 0 for each in english), reverse=True
        )
        assert english
        assert [each.value for each in english] == [each.value for each in arabic]


def test_the_counts_are_of_what_the_query_lists(shipped_to_read: Store) -> None:
    for query in ("type:evacuation", "evacuation homs", "year:2016 -actor:russia"):
        listed = [hit for hit in shipped_to_read.search(query, limit=10_000) if hit.match == "all"]
        assert listed
        assert sum(each.leaves or 0 for each in shipped_to_read.tally("kind", query)) == len(listed)


def test_a_filter_finds_as_many_as_were_counted(shipped_to_read: Store) -> None:
    for counted in shipped_to_read.tally("outcome", "kind:agreement"):
        found = shipped_to_read.search(f"kind:agreement outcome:{counted.value}", limit=10_000)
        assert len(found) == counted.leaves


def test_place_counts_as_the_filter_zone_does(shipped_to_read: Store) -> None:
    assert shipped_to_read.tally("place", "year:2016") == shipped_to_read.tally("zone", "year:2016")


def test_a_predicate_counts_records_on_either_side(shipped_to_read: Store) -> None:
    counts = {each.value: each.leaves for each in shipped_to_read.tally("predicate")}
    relations = [
        (relation.predicate, record.key, relation.object)
        for record in shipped_to_read.every_record()
        for relation in record.relations
    ]
    assert relations
    assert counts == {
        predicate: len({end for name, *ends in relations for end in ends if name == predicate})
        for predicate, *_ in relations
    }


def test_reading_counts_sources_once(shipped_to_read: Store) -> None:
    counted = sum(each.leaves or 0 for each in shipped_to_read.tally("reading"))
    assert 0 < counted <= shipped_to_read.statistics().sources


def test_what_finds_nothing_counts_nothing(shipped_to_read: Store) -> None:
    assert not shipped_to_read.tally("kind", "xyzzyqq")
    assert not shipped_to_read.tally("kind", "")
    with pytest.raises(KeyError):
        shipped_to_read.tally("colour")
